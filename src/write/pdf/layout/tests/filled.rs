//! Pages that are well filled: what may be torn and what may not, how wide lines and columns are.

use super::{lay_out, pages_of, seen};
use crate::document::{Document, Front, Wanted};
use crate::write::pdf::display::{GlyphRun, Page, Pages, Shape};
use crate::write::pdf::structure::Tag;
use crate::write::pdf::style::Style;

/// Returns the glyph runs of a page with what they show.
fn runs(page: &Page) -> Vec<(&GlyphRun, String)> {
    let runs = page.items.iter().filter_map(|item| match &item.shape {
        Shape::Glyphs(run) => Some(run),
        _ => None,
    });
    runs.map(|run| (run, run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect())).collect()
}

/// Returns the first run that shows some words.
fn run<'p>(pages: &'p Pages, words: &str) -> &'p GlyphRun {
    let mut all = pages.pages.iter().flat_map(runs);
    all.find(|(_, shown)| shown.contains(words)).map(|(run, _)| run).expect("the words are shown")
}

#[test]
fn the_first_line_of_a_rows_head_is_bold_and_what_stands_below_is_not() {
    let pages =
        pages_of("{caption rows} Wskaźniki\n\n| Miara | Wartość |\n|---|---|\n| Stopa<br>jednostka | 5 |\n");
    let face = |words: &str| pages.faces[run(&pages, words).face].name.clone();
    assert_eq!((face("Stopa").as_str(), face("jednostka").as_str()), ("Lato-Bold", "Lato-Regular"));
}

#[test]
fn a_row_leaves_three_lines_on_either_page_or_is_not_torn() {
    for before in 30..50 {
        let cell = "wiersz<br>".repeat(8) + "ostatni";
        let text = format!(
            "{}| Opis | Uwagi |\n|---|---|\n| {cell} | x |\n| {cell} | x |\n",
            "Wiersz.\n\n".repeat(before)
        );
        for page in &pages_of(&text).pages {
            let lines = seen(page).matches("wiersz").count() + seen(page).matches("ostatni").count();
            assert!(![1, 2].contains(&(lines % 9)), "{before}: {lines}");
        }
    }
}

#[test]
fn a_small_table_is_torn_rather_than_leave_a_hole() {
    for before in 10..40 {
        let rows = "| komórka | druga |\n".repeat(9);
        let text = format!(
            "{}# Nagłówek\n\nWstęp.\n\n| Kolumna | Inna |\n|---|---|\n{rows}\n\n{}",
            "Wiersz.\n\n".repeat(before),
            "Wiersz.\n\n".repeat(60)
        );
        let pages = pages_of(&text);
        for page in &pages.pages[..pages.pages.len() - 1] {
            let body = runs(page).into_iter().map(|(run, _)| run.y).filter(|&y| y < page.height - 72.0);
            let last = body.fold(0.0, f32::max);
            assert!(last > page.height * 0.7, "{before}: the text ends at {last}");
        }
    }
}

#[test]
fn running_text_has_some_eighty_characters_a_line() {
    let text = "Partnerstwo łączy gminy, szkoły i firmy powiatu, które razem szukają pracy dla mieszkańców. ";
    let pages = pages_of(&text.repeat(80));
    let mut lines = std::collections::BTreeMap::<i32, usize>::new();
    for (run, shown) in pages.pages.iter().flat_map(runs).filter(|(run, _)| run.size > 9.0) {
        *lines.entry((run.y * 10.0) as i32).or_default() += shown.chars().count();
    }
    let (count, sum) = (lines.len() - 2, lines.values().rev().skip(1).sum::<usize>());
    let mean = sum / count;
    assert!((75..=87).contains(&mean), "{mean} characters in {count} lines");
}

#[test]
fn those_who_sign_for_several_bodies_stand_two_abreast() {
    let place = |party: &str| {
        format!("```signatures\n- party: {party}\n  place_label: data\n  sign_label: podpis\n```\n\n")
    };
    let pages = pages_of(&["Fundacja", "Powiat", "Cech"].map(place).concat());
    let (first, second, third) = (run(&pages, "Fundacja"), run(&pages, "Powiat"), run(&pages, "Cech"));
    assert!((first.y - second.y).abs() < 0.1 && second.x > first.x + 100.0);
    assert!(third.y > first.y + 50.0 && (third.x - first.x).abs() < 0.1);
}

#[test]
fn each_place_to_sign_has_a_field_above_its_line() {
    let place = |name: &str| {
        format!(
            "```signatures\n- party: Gmina\n  name: {name}\n  function: wójt\n  sign_label: podpis\n```\n\n"
        )
    };
    let pages = pages_of(&["Jan Kos", "Anna Lis"].map(place).concat());
    let page = &pages.pages[0];
    let said: Vec<[&str; 2]> = page.fields.iter().map(|field| [&*field.name, &*field.says]).collect();
    let wanted = [
        ["Gmina, Jan Kos", "podpis, Jan Kos, wójt, Gmina"],
        ["Gmina, Anna Lis", "podpis, Anna Lis, wójt, Gmina"],
    ];
    assert_eq!(said, wanted);
    let labels: Vec<_> = runs(page).into_iter().filter(|(_, words)| words == "podpis").collect();
    assert_eq!(labels.len(), 2);
    for ((label, _), field) in labels.iter().zip(&page.fields) {
        let area = field.area;
        assert!((label.x - area.x).abs() < 0.1 && area.y + area.height < label.y && area.height > 20.0);
        assert_eq!(pages.structure.elements[field.element.0].tag, Tag::Form);
    }
}

#[test]
fn contents_show_as_many_levels_as_one_page_holds() {
    let chapter = |sections: usize| format!("# Rozdział\n\n{}", "## Część\n\nSłowo.\n\n".repeat(sections));
    for (sections, shown) in [(3, true), (20, false)] {
        let pages = pages_of(&format!("<contents>\n\n{}", chapter(sections).repeat(5)));
        let contents = seen(&pages.pages[1]);
        assert!(contents.matches("Rozdział").count() >= 5, "{contents}");
        assert_eq!(contents.matches("Część").count() >= 5 * sections, shown, "{sections}: {contents}");
    }
}

#[test]
fn a_few_lines_on_a_last_page_are_saved_by_closer_lines() {
    let counts = |lines: usize| pages_of(&"Wiersz.\n\n".repeat(lines)).pages.len();
    let whole = (1..90).find(|&lines| counts(lines) > 1).expect("a page ends somewhere") - 1;
    let leadings = |lines: usize| {
        let pages = pages_of(&"Wiersz.\n\n".repeat(lines));
        let mut at: Vec<f32> =
            runs(&pages.pages[0]).into_iter().filter(|(_, w)| w == "Wiersz.").map(|(r, _)| r.y).collect();
        at.sort_by(f32::total_cmp);
        at[2] - at[1]
    };
    assert!(leadings(whole) < leadings(10) - 0.3, "lines stand closer where that saves a page");
    assert!((leadings(whole + 15) - leadings(10)).abs() < 0.01, "and nowhere else");
}

#[test]
fn a_graded_cell_has_a_ground_and_keeps_its_letter() {
    let pages = pages_of(
        "{caption rows graded} Ryzyka\n\n| Skala | wpływ 1 | wpływ 2 |\n|---|---|---|\n| 5 | W R1 | N |\n",
    );
    let grades = Style::default().colours.grades;
    let filled = |colour| {
        let fills = pages.pages[0].items.iter().filter(|item| match &item.shape {
            Shape::Path(path) => path.fill == Some(colour),
            _ => false,
        });
        fills.count()
    };
    assert_eq!(grades.map(filled), [1, 0, 1]);
    assert!(seen(&pages.pages[0]).contains("W R1"));
}

#[test]
fn the_emblem_stands_over_the_title_with_words_for_those_who_hear_it() {
    let wanted =
        vec![Wanted::Emblem { alt: "emblemat Unii".to_owned(), statement: "Dofinansowane".to_owned() }];
    let front = Front { wanted, ..Front::default() };
    let document = Document { title: "Próba".to_owned(), front, ..Document::default() };
    let pages = lay_out(&document, &Style::default()).expect("nothing is refused");
    let figure = pages.structure.elements.iter().find(|element| element.tag == Tag::Figure);
    assert_eq!(figure.and_then(|element| element.alt.as_deref()), Some("emblemat Unii"));
    assert!(seen(&pages.pages[0]).starts_with("DofinansowanePróba"), "{}", seen(&pages.pages[0]));
}
