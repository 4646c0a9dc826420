//! Laid-out documents: the specimen, any that chance makes, and some that have been hard to lay out.

#![expect(clippy::disallowed_methods, reason = "files for other programs are written on request")]

mod filled;
mod held;
mod made;

use std::collections::{BTreeMap, BTreeSet};

use held::{assert_in_place, assert_said};
use made::Dice;

use super::lay_out;
use crate::document::{Document, Front, Wanted};
use crate::lang::Lang;
use crate::markdown;
use crate::write::pdf::display::{Owner, Page, Pages, Shape};
use crate::write::pdf::structure::ElementId;
use crate::write::pdf::style::Style;

fn specimen() -> Document {
    let body = markdown::read(include_str!("specimen.md"));
    assert_eq!(body.faults, []);
    Document {
        title: "Diagnoza i uzasadnienie partnerstwa na rzecz zatrudnienia w powiecie szydłowieckim"
            .to_owned(),
        lang: Lang::Pl,
        front: Front {
            subtitle: "Załącznik do wniosku o dofinansowanie".to_owned(),
            authors: vec!["Powiatowy Urząd Pracy w Szydłowcu".to_owned()],
            date: "2027-01-31".to_owned(),
            date_words: "31 stycznia 2027 r.".to_owned(),
            facts: vec![
                ("Nabór".to_owned(), "FEMA.08.01-IP.01-001/25".to_owned()),
                ("Program".to_owned(), "Fundusze Europejskie dla Mazowsza 2021–2027".to_owned()),
            ],
            marks: Vec::new(),
            wanted: vec![
                Wanted::Emblem {
                    alt: "emblemat".to_owned(),
                    statement: "Dofinansowane przez Unię".to_owned(),
                },
                Wanted::Place("miejsce na znak".to_owned()),
            ],
            notices: vec!["Dane przykładowe.".to_owned()],
            edition: "wersja 0.9, projekt".to_owned(),
            landscape: false,
        },
        blocks: body.blocks,
        notes: body.notes,
        origins: Vec::new(),
    }
}

#[test]
fn the_specimen_is_read_aloud_whole() {
    let (document, style) = (specimen(), Style::default());
    let pages = lay_out(&document, &style).expect("the specimen is accessible");
    if let Some(folder) = std::env::var_os("PAKT_PDF_OUT") {
        let meta = crate::write::pdf::backend::Meta {
            title: document.title.clone(),
            lang: document.lang,
            ..Default::default()
        };
        let file = std::path::Path::new(&folder).join("layout.pdf");
        std::fs::write(file, crate::write::pdf::backend::pdf(&pages, &meta)).expect("the folder is there");
    }
    assert_said(&document, &pages);
    assert_in_place(&pages, &style);
    assert_eq!(pages.missing, ['字']);
    let last = pages.pages.last().expect("there are pages");
    assert!(seen(last).contains("wersja 0.9, projekt"), "{}", seen(last));
}

#[test]
fn whatever_is_laid_out_stays_whole_and_in_place() {
    let seeds = std::env::var("PAKT_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(15);
    for seed in 0..seeds {
        let document = Dice::document(seed);
        let mut style = Style::default();
        if seed % 3 == 0 {
            style.paper = crate::write::pdf::style::Paper::Letter;
        }
        let pages = std::panic::catch_unwind(|| {
            let pages = lay_out(&document, &style).expect("the document is accessible");
            assert_said(&document, &pages);
            assert_in_place(&pages, &style);
            pages
        });
        assert!(pages.is_ok(), "seed {seed}");
    }
}

/// Returns the paragraphs, each with the number of its lines on each of its pages.
fn lines(pages: &Pages) -> Vec<Vec<usize>> {
    let mut lines: BTreeMap<ElementId, BTreeMap<usize, BTreeSet<i32>>> = BTreeMap::new();
    for (number, page) in pages.pages.iter().enumerate() {
        for item in &page.items {
            if let (Shape::Glyphs(run), Owner::Element(element)) = (&item.shape, item.owner) {
                let baselines = lines.entry(element).or_default().entry(number).or_default();
                baselines.insert((run.y * 10.0).round() as i32);
            }
        }
    }
    let counted = lines.into_values().map(|pages| pages.values().map(BTreeSet::len).collect());
    counted.collect()
}

#[test]
fn no_page_begins_or_ends_with_a_single_line_of_a_paragraph() {
    let mut torn = 0;
    for seed in 0..12 {
        let mut dice = fastrand::Rng::with_seed(seed);
        let text: String = (0..40)
            .map(|_| {
                let mark = ["", "- ", "> "][dice.usize(0..3)];
                format!(
                    "{mark}{}\n\n",
                    "Partnerstwo łączy gminy i szkoły powiatu. ".repeat(dice.usize(1..30))
                )
            })
            .collect();
        for counts in lines(&pages_of(&text)) {
            let long = counts.iter().sum::<usize>() > 3;
            assert!(!long || !counts.contains(&1) || counts.len() == 1, "seed {seed}: {counts:?}");
            assert!(long || counts.len() == 1, "seed {seed}: a short paragraph is torn: {counts:?}");
            torn += usize::from(counts.len() > 1);
        }
    }
    assert!(torn > 40, "only {torn} paragraphs go on on another page");
}

fn markdown_document(text: &str) -> Document {
    let body = markdown::read(text);
    assert_eq!(body.faults, []);
    Document { title: "Próba".to_owned(), blocks: body.blocks, notes: body.notes, ..Document::default() }
}

fn pages_of(text: &str) -> Pages {
    let (document, style) = (markdown_document(text), Style::default());
    let pages = lay_out(&document, &style).expect("the document is accessible");
    assert_said(&document, &pages);
    assert_in_place(&pages, &style);
    pages
}

/// Returns what stands on a page, artifacts too, in the order of drawing.
fn seen(page: &Page) -> String {
    let mut text = String::new();
    for item in &page.items {
        if let Shape::Glyphs(run) = &item.shape {
            run.glyphs.iter().for_each(|glyph| text.push_str(&glyph.text));
        }
    }
    text
}

#[test]
fn a_long_table_repeats_its_head_on_every_page() {
    let rows: String = (0..200).map(|row| format!("| działanie {row} | opis działania |\n")).collect();
    let pages = pages_of(&format!("| Działanie | Opis |\n| --- | --- |\n{rows}"));
    assert!(pages.pages.len() > 3);
    for page in &pages.pages {
        assert_eq!(seen(page).matches("DziałanieOpis").count(), 1);
    }
}

#[test]
fn a_cell_of_many_lines_goes_on_on_the_next_page() {
    let long = "przedsiębiorstwo społeczne ".repeat(700);
    let pages = pages_of(&format!("| Opis | Kwota |\n| --- | --- |\n| {long} | 1 |\n| krótki | 2 |\n"));
    assert!((3..9).contains(&pages.pages.len()), "{}", pages.pages.len());
}

#[test]
fn eight_columns_of_words_lie_on_a_page_that_lies() {
    let head = "| Przedsiębiorstwo ".repeat(8);
    let cells = "| zatrudnieniowy ".repeat(8);
    let text = format!("# Przed\n\n{head}|\n{}|\n{cells}|\n\nPo tabeli.", "| --- ".repeat(8));
    let pages = pages_of(&text);
    let lying: Vec<bool> = pages.pages.iter().map(|page| page.width > page.height).collect();
    assert_eq!(lying, [false, true, false]);
    assert!(seen(&pages.pages[1]).contains("Przed"), "the heading goes with its table");
}

#[test]
fn a_document_whose_pages_lie_has_no_other_pages() {
    let wide = format!("| Kolumna {0}|\n{1}|\n| słowo {0}|", "| b ".repeat(8), "| --- ".repeat(9));
    let body = markdown::read(&format!("{}\n\n{wide}\n\nPo tabeli.", "Wiersz.\n\n".repeat(40)));
    let front = Front { landscape: true, ..Front::default() };
    let document = Document { title: "Próba".to_owned(), front, blocks: body.blocks, ..Document::default() };
    let pages = lay_out(&document, &Style::default()).expect("nothing is refused");
    assert!(pages.pages.len() > 1);
    assert!(pages.pages.iter().all(|page| page.width > page.height));
}

#[test]
fn a_line_between_a_heading_and_a_table_stays_with_both() {
    for before in 20..60 {
        let rows = "| komórka | druga |\n".repeat(6);
        let text = format!(
            "{}# Nagłówek\n\nOto zestawienie.\n\n| Kolumna | Inna |\n|---|---|\n{rows}",
            "Wiersz.\n\n".repeat(before)
        );
        let pages = pages_of(&text);
        let page =
            pages.pages.iter().find(|page| seen(page).contains("Nagłówek")).expect("it stands somewhere");
        assert!(seen(page).contains("zestawienie") && seen(page).contains("komórka"), "{before}");
    }
}

#[test]
fn a_heading_stays_with_what_follows() {
    for before in 20..60 {
        let text = format!("{}# Nagłówek\n\nCiąg dalszy.", "Wiersz.\n\n".repeat(before));
        let pages = pages_of(&text);
        let page =
            pages.pages.iter().find(|page| seen(page).contains("Nagłówek")).expect("it stands somewhere");
        assert!(seen(page).contains("Ciąg dalszy"), "{before}");
    }
}

#[test]
fn a_note_stands_on_the_page_that_calls_it() {
    for before in 20..60 {
        let table = "| a | b |\n| --- | --- |\n| x[^1] | y |\n";
        let text = format!(
            "{}Wezwanie[^2].\n\n{table}\n[^1]: Nota w komórce.\n[^2]: Nota w tekście.\n",
            "Wiersz.\n\n".repeat(before)
        );
        for page in &pages_of(&text).pages {
            let seen = seen(page);
            assert_eq!(seen.contains("Wezwanie"), seen.contains("Nota w tekście"), "{before}");
            assert_eq!(seen.contains("x2y"), seen.contains("Nota w komórce"), "{before}");
        }
    }
}

#[test]
fn the_contents_name_the_pages_of_their_headings() {
    let chapters: String =
        (1..30).map(|at| format!("# Rozdział {at}\n\n{}", "Wiersz tekstu.\n\n".repeat(at * 2))).collect();
    let pages = pages_of(&format!("<contents>\n\n{chapters}"));
    let contents = pages.pages.iter().take(4).map(seen).collect::<String>();
    for bookmark in &pages.outline {
        let entry = format!("{}{}", bookmark.title, bookmark.spot.page + 1);
        assert!(contents.contains(&entry), "{entry}");
        assert!(seen(&pages.pages[bookmark.spot.page]).contains(&bookmark.title));
    }
    let last = pages.pages.last().expect("there are pages");
    assert!(seen(last).contains(&format!("strona {0} z {0}", pages.pages.len())));
}

#[test]
fn ten_lists_in_one_another_keep_room_for_words() {
    let text: String =
        (0..10).map(|depth| format!("{}- poziom {depth} i kilka słów\n", "  ".repeat(depth))).collect();
    assert_eq!(pages_of(&text).pages.len(), 1);
}
