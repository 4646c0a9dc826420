//! What is typed is what is printed: signs, lines and lists of an author's text in every form, and the tables of
//! `docs/texts`.

use std::fs;

use pakt::inside::context::{Context, Mode};
use pakt::inside::document::{Block, Document, List, Note};
use pakt::inside::facts::Facts;
use pakt::inside::joining::load;
use pakt::inside::lang::Lang;
use pakt::inside::profile;
use pakt::inside::proof::{html, md};
use pakt::inside::templates::{self, Library};
use pakt::inside::write::{self, Style, pdf};
use pakt::inside::yaml::Input;

use super::{Folder, root};

/// Signs that a writer uses; each must stand in the output wherever it was typed.
const SIGNS: [&str; 44] = [
    "*", "**", "***", "_", "__", "+", ">", "<", "=", "==", "~", "~~", "#", "##", "-", "--", "–", "—", "\\",
    "&", "&amp;", "`", "```", "[", "]", "[ ]", "(", ")", "{", "}", "^", "$", "@", "/", "%", "§", "!", "?",
    "\"", "'", "„", ":", "*)", "<b>",
];

/// Places of a text, the sign between the two parts.
const PLACES: [(&str, &str); 14] = [
    ("", "5 osób"),
    ("", "słowo"),
    ("wiersz\n", "słowo"),
    ("wiersz\n", "5 osób"),
    ("wiersz\n", " 5 osób"),
    ("wiersz\n", " słowo\nwiersz"),
    ("- ", "słowo\n- dwa"),
    ("a) ", "5\nb) dwa"),
    ("2", "3"),
    ("ab", "cd"),
    ("ab ", " cd"),
    ("| a | b |\n|---|---|\n| x", "y | z |"),
    ("słowo ", ""),
    ("słowo", ""),
];

fn document(text: &str) -> Document {
    let body = templates::body(text, Lang::Pl);
    assert_eq!(body.faults, [], "{text:?}");
    Document { blocks: body.blocks, notes: body.notes, ..Document::default() }
}

/// Returns characters without white space and soft hyphens.
fn bare(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && *sign != '\u{ad}').collect()
}

/// Returns a document in every form, read back.
fn forms(document: &Document) -> [(&'static str, String); 5] {
    let style = Style::default();
    let pdf = pdf::pdf(document, &pdf::Style::default()).expect("the document fits on pages").bytes;
    let pdf = pdf::reading::read(&pdf).expect("the file can be read").root.words();
    [
        ("html", html::text(&write::html(document, &style))),
        ("md", md::text(&write::md(document))),
        ("txt", write::text(document)),
        ("portal", write::paste(document)),
        ("pdf", pdf),
    ]
}

#[test]
fn every_sign_stands_in_every_place_of_every_form() {
    for (before, after) in PLACES {
        let mut blocks: Vec<Block> = Vec::new();
        let mut wanted = Vec::new();
        for sign in SIGNS {
            // What is left of these is what the dialect reads as marks: an item, a heading.
            let opens = before.is_empty() || before.ends_with('\n') || before == "- " || before == "a) ";
            if opens && after.starts_with(' ') && sign == "##" {
                continue;
            }
            let text = format!("Przed.\n\n{before}{sign}{after}\n\nPo.");
            blocks.extend(document(&text).blocks);
            let own = before.rsplit(['\n', '|']).next().unwrap_or_default();
            let own = own.strip_prefix("- ").or(own.strip_prefix("a) ")).unwrap_or(own);
            let rest = after.split(['\n', '|']).next().unwrap_or_default();
            wanted.push(bare(&format!("{own}{sign}{rest}")));
        }
        let document = Document { blocks, ..Document::default() };
        for (form, said) in forms(&document) {
            let said = bare(&said);
            for words in &wanted {
                assert!(
                    said.contains(words),
                    "{words:?} between {before:?} and {after:?} is not in the {form}"
                );
            }
        }
    }
}

/// The minimal sample with another description of its need.
fn described(description: &str) -> Document {
    let sample = fs::read_to_string(root().join("samples/minimal.yaml")).expect("the sample is there");
    let from = sample.find("      description:").expect("the need is described");
    let to = from + sample[from..].find("      scale:").expect("its scale follows");
    let text = format!("{}      description: {description}\n{}", &sample[..from], &sample[to..]);
    let input = Input { name: "minimal.yaml".to_owned(), bytes: text.into_bytes() };
    let loaded = load(vec![input], &Folder(root().join("samples")));
    let facts = Facts::of(&loaded.application);
    let context = Context::of(&facts, Lang::Pl, Mode::Final).0;
    Library::shipped().paper("diagnosis-report", &context).expect("the document is shipped").document
}

#[test]
fn a_description_is_printed_as_it_was_typed() {
    // A product; changes in per cent; lines; office numbers.
    for (typed, printed) in [
        ("\"Koszt: 2*24*1750 zł = 84 000 zł\"", "Koszt: 2*24*1750 zł = 84 000 zł"),
        (
            "|-\n        Zmiana:\n\n        + 12 % w gminie A\n        + 4 % w gminie B",
            "+ 12 % w gminie A\n+ 4 % w gminie B",
        ),
        (
            "|-\n        Biuro:\n        ul. Długa 1\n        00-001 Przykładowo",
            "Biuro:\nul. Długa 1\n00-001 Przykładowo",
        ),
        (
            "|-\n        Wnioski:\n        1- potrzebny doradca\n        2- potrzebny staż",
            "1- potrzebny doradca\n2- potrzebny staż",
        ),
        ("|-\n        a) brak dojazdu,\n        b) brak opieki", "a) brak dojazdu,\nb) brak opieki"),
        ("|-\n        ```chart bars\n        rows: []\n        ```", "```chart bars\nrows: []\n```"),
        ("\"Stopa wynosi 24,2 % [E1].\"", "Stopa wynosi 24,2 %[1]."),
    ] {
        let document = described(typed);
        let text = write::text(&document).replace('\u{a0}', " ");
        assert!(text.contains(printed), "{printed:?} is not in:\n{text}");
        for (form, said) in forms(&document) {
            let wanted = bare(&printed.replace("[1]", ""));
            // Labels are no words of HTML and Markdown, and a field says its sources in brackets.
            let has_marks = printed.contains("[1]") || printed.contains("1-") || printed.contains("a)");
            assert!(has_marks || bare(&said).contains(&wanted), "{printed:?} is not in the {form}");
        }
    }
}

#[test]
fn what_is_left_to_be_written_is_printed_with_a_mark() {
    for (typed, gaps) in [
        ("…", &["…"][..]),
        ("\"Brakuje [liczba] miejsc, __________ dni.\"", &["[liczba]", "__________"]),
        ("\"**Koszt [kwota] zł** do uzupełnienia\"", &["[kwota]", "do uzupełnienia"]),
        ("|-\n        - [nazwa ulicy]\n        - Rynek", &["[nazwa ulicy]"]),
        ("\"Stopa wynosi 24,2 % [E1].\"", &[]),
    ] {
        let html = write::html(&described(typed), &Style::default());
        for gap in gaps {
            let mark = format!("<mark class=\"gap\">{gap}</mark>");
            assert!(html.contains(&mark), "{typed}: {mark}");
        }
        assert!(!gaps.is_empty() || !html.contains("<mark"), "{typed}");
    }
}

#[test]
fn a_text_of_the_portal_keeps_its_lines() {
    let text = "Projekt obejmuje trzy etapy:\n– rekrutację 30 osób,\n– staże,\n– zatrudnienie.\nBiuro: ul. Długa 1\n00-001 Przykładowo";
    let pasted = write::paste(&document(text));
    let lines: Vec<&str> = pasted.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(
        lines,
        [
            "Projekt obejmuje trzy etapy:",
            "- rekrutację 30 osób,",
            "- staże,",
            "- zatrudnienie.",
            "Biuro: ul. Długa 1",
            "00-001 Przykładowo"
        ]
    );
    assert!(profile::named("esf-plus").is_some_and(|profile| profile.form.is_some()));
}

#[test]
fn letters_are_letters_in_every_form() {
    let document = document("c) jeden\nd) dwa\n   (i) trzy\n   (ii) cztery");
    let is_lettered = |list: &List| list.label(0).as_deref() == Some("c)");
    assert!(matches!(&document.blocks[..], [Block::List(list)] if is_lettered(list)));
    let html = write::html(&document, &Style::default());
    assert!(html.contains("<ol start=\"3\" type=\"a\" class=\"bracket\">"), "{html}");
    assert!(html.contains("<ol type=\"i\" class=\"brackets\">"), "{html}");
    assert_eq!(write::text(&document).trim(), "c) jeden\nd) dwa\n   (i) trzy\n   (ii) cztery");
    assert_eq!(write::paste(&document), "c) jeden\nd) dwa\n(i) trzy\n(ii) cztery");
    assert_eq!(write::md(&document).trim(), "c) jeden\n\nd) dwa\n\n(i) trzy\n\n(ii) cztery");
    let pdf = pdf::pdf(&document, &pdf::Style::default()).expect("the document fits on pages").bytes;
    let read = pdf::reading::read(&pdf).expect("the file can be read");
    let labels: Vec<String> =
        read.root.all("Lbl").iter().map(|label| label.words().trim().to_owned()).collect();
    assert_eq!(labels, ["c)", "d)", "(i)", "(ii)"]);
}

#[test]
fn the_tables_of_the_pages_on_texts_are_true() {
    for (page, lang) in [("docs/texts.pl.md", Lang::Pl), ("docs/texts.en.md", Lang::En)] {
        let page = fs::read_to_string(root().join(page)).expect("the page is there");
        let rows = page.lines().filter_map(|line| line.strip_prefix("| `"));
        let typed = |cell: &str| cell.trim_matches('`').replace('⏎', "\n").replace('⇥', "\t");
        let mut count = 0;
        for row in rows {
            let cells: Vec<&str> = row.split(" | ").collect();
            let [text, printed, _] = cells[..] else { panic!("{row}") };
            let body = templates::body(&typed(text), lang);
            let notes: Vec<Note> = body.notes;
            let document = Document { lang, blocks: body.blocks, notes, ..Document::default() };
            assert_eq!(write::text(&document).replace('\u{a0}', " ").trim(), typed(printed), "{row}");
            count += 1;
        }
        assert!(count > 20, "{count} rows were read");
    }
}
