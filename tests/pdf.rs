//! PDFs read back from their own bytes: nothing lost, nothing out of order, the same each time.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

#[path = "pdf/samples.rs"]
mod samples;
#[path = "pdf/stress.rs"]
mod stress;

use pakt::inside::document::{Block, Document, plain};
use pakt::inside::lang::Lang;
use pakt::inside::markdown;
use pakt::inside::write::pdf::backend::{Meta, pdf};
use pakt::inside::write::pdf::reading::{self, Child, Element, Reading};
use pakt::inside::write::pdf::{Style, lay_out};

fn meta(document: &Document) -> Meta {
    Meta {
        title: document.title.clone(),
        subject: document.front.subtitle.clone(),
        lang: document.lang,
        authors: document.front.authors.clone(),
        date: document.front.date.clone(),
    }
}

fn written(document: &Document) -> Vec<u8> {
    let pages = lay_out(document, &Style::default()).expect("an accessible PDF can be made of it");
    pdf(&pages, &meta(document))
}

fn read(file: &[u8]) -> Reading {
    reading::read(file).expect("the file can be read")
}

/// Spaces and line breaks are one: a page breaks lines where the text has spaces.
fn normal(text: &str) -> String {
    text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Asserts that every string of the document stands in the file, in the order of its structure tree:
/// the body, then the notes.
fn assert_whole(document: &Document, reading: &Reading) {
    let body = reading.root.words_without(&["Note", "TOC", "Reference", "Lbl"]);
    let notes: String = reading.root.all("Note").iter().map(|note| note.words_without(&["Lbl"])).collect();
    let text = normal(&format!("{body}\n{notes}"));
    let mut rest = text.as_str();
    for words in document.words().0 {
        let words = normal(&words);
        let Some(at) = rest.find(&words) else {
            let after: String = rest.chars().take(200).collect();
            panic!("lost or out of order: {words:?}\nnext in the file: {after:?}");
        };
        rest = &rest[at + words.len()..];
    }
}

#[test]
fn a_hard_document_is_whole_when_read_back() {
    for lang in Lang::ALL {
        let document = stress::document(lang);
        let reading = read(&written(&document));
        assert_whole(&document, &reading);
        assert_eq!((reading.title.as_str(), reading.lang.as_str()), (document.title.as_str(), lang.tag()));
    }
}

/// Returns the words that have a language of their own, each with it, in reading order.
fn foreign(element: &Element) -> Vec<(String, String)> {
    let own = (!element.lang.is_empty()).then(|| (element.lang.clone(), normal(&element.words())));
    let below = element.pieces.iter().flat_map(|piece| match piece {
        Child::Element(element) => foreign(element),
        Child::Words(_) => Vec::new(),
    });
    own.into_iter().chain(below).collect()
}

/// A screen reader changes its voice where the tree says so; the document's own language is only the first.
#[test]
fn words_in_the_other_language_say_so_in_the_tree() {
    for lang in Lang::ALL {
        let other = lang.other();
        let words = |words: &str| format!("<span lang=\"{}\">{words}</span>", other.code());
        let text = format!(
            "# {}\n\nSłowa {} i [{}](https://example.org)[^a].\n\n- {}\n\n| {} | A |\n| --- | --- |\n| {} | B |\n\n[^a]: {}\n",
            words("a head"),
            words("in a line"),
            words("in a link"),
            words("in a list"),
            words("in a header"),
            words("in a cell"),
            words("in a note"),
        );
        let body = markdown::read(&text);
        assert_eq!(body.faults, []);
        let document = Document { lang, blocks: body.blocks, notes: body.notes, ..stress::small() };
        let reading = read(&written(&document));
        let mut read: Vec<(String, String)> = foreign(&reading.root);
        read.sort();
        let mut expected =
            ["a head", "in a line", "in a link", "in a list", "in a header", "in a cell", "in a note"]
                .map(|words| (other.tag().to_owned(), words.to_owned()));
        expected.sort();
        assert_eq!(read, expected);
        assert_eq!(reading.lang, lang.tag());
    }
}

/// What a page shows, artifacts too.
fn shown(page: &pakt::inside::write::pdf::display::Page) -> String {
    use pakt::inside::write::pdf::display::Shape;
    let glyphs = page.items.iter().filter_map(|item| match &item.shape {
        Shape::Glyphs(run) => Some(&run.glyphs),
        _ => None,
    });
    glyphs.flatten().map(|glyph| glyph.text.as_str()).collect()
}

#[test]
fn a_logframe_lies_on_its_long_side_and_begins_under_its_title() {
    let logframes = samples::documents().into_iter().filter(|(name, _)| name.contains("logframe"));
    let mut count = 0;
    for (name, document) in logframes {
        let pages = lay_out(&document, &Style::default()).expect("an accessible PDF can be made of it").pages;
        assert!(pages.len() <= 2 && pages.iter().all(|page| page.width > page.height), "{name}");
        let first = shown(&pages[0]);
        assert!(first.contains("Cel główny") || first.contains("Main objective"), "{name}: {first}");
        count += 1;
    }
    assert!(count > 1, "{count} logframes");
}

/// A figure's caption is read before its alternative text, which the tree has first: figures apart.
#[test]
fn every_document_of_every_sample_is_whole_when_read_back() {
    let documents = samples::documents();
    assert!(documents.len() >= 20, "{} documents", documents.len());
    for (name, mut document) in documents {
        let reading = read(&written(&document));
        let text = normal(&reading.root.words_without(&[]));
        assert!(!name.contains("partner-card") || reading.pages == 1, "{name} has {} pages", reading.pages);
        for block in &document.blocks {
            if let Block::Figure(figure) = block {
                for words in [figure.alt.clone(), plain(&figure.caption)] {
                    assert!(text.contains(&normal(&words)), "{name}: lost: {words:?}");
                }
            }
        }
        document.blocks.retain(|block| !matches!(block, Block::Figure(_)));
        println!("{name}");
        assert_whole(&document, &reading);
    }
}

#[test]
fn a_summary_keeps_to_one_page() {
    let summaries = samples::documents().into_iter().filter(|(name, _)| name.contains(" summary."));
    let pages: Vec<_> = summaries.map(|(name, document)| (name, read(&written(&document)).pages)).collect();
    assert!(!pages.is_empty() && pages.iter().all(|(_, pages)| *pages == 1), "{pages:?}");
}

/// What is signed of a pact is short; its annexes come after the signatures.
#[test]
fn a_pact_has_at_most_six_pages_before_its_annexes() {
    let pacts = samples::documents().into_iter().filter(|(name, _)| name.contains(" employment-pact."));
    let mut count = 0;
    for (name, document) in pacts {
        let pages = lay_out(&document, &Style::default()).expect("an accessible PDF can be made of it").pages;
        let first = |page: &_| {
            let text = shown(page).replace(['\u{a0}', ' '], "");
            text.contains("Załącznik1.") || text.contains("Annex1.")
        };
        let before = pages.iter().position(first).expect("it has annexes");
        println!("{name}: {before} of {} pages before the first annex", pages.len());
        assert!(before <= 6, "{name}: {before} pages");
        count += 1;
    }
    assert!(count > 4, "{count} pacts");
}

#[test]
fn a_hard_document_keeps_its_structure() {
    let reading = read(&written(&stress::document(Lang::Pl)));
    let count = |tag: &str| reading.root.all(tag).len();
    assert_eq!(count("Table"), 3);
    // 200 rows and a head, though the head is drawn again on each page; 2 and a head; 3 and a head.
    assert_eq!(count("TR"), 201 + 3 + 4);
    assert_eq!(count("Note"), stress::NOTES);
    assert!(count("L") >= stress::DEPTH);
    assert_eq!(reading.root.all("Figure").iter().filter(|figure| figure.alt.is_empty()).count(), 0);
    assert_eq!(reading.outline.first().map(String::as_str), Some("Pierwszy rozdział"));
    assert!(reading.pages > 12, "{} pages", reading.pages);
}

#[test]
fn what_no_face_can_show_is_named() {
    let pages = lay_out(&stress::document(Lang::Pl), &Style::default()).expect("it can be laid out");
    assert_eq!(pages.missing, ['🏗']);
}

#[test]
fn two_hundred_files_of_one_process_are_the_same() {
    let document = stress::small();
    let first = written(&document);
    for _ in 1..200 {
        assert!(first == written(&document));
    }
}

#[test]
fn another_process_writes_the_same_bytes() {
    // The child is this very test; it prints what it got and does not ask further.
    const ASKED: &str = "PAKT_PDF_CHILD";
    let file = written(&stress::document(Lang::En));
    let sum = file.iter().fold(0_u64, |sum, &byte| sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte));
    let said = format!("bytes {} {sum:016x}", file.len());
    println!("{said}");
    if std::env::var_os(ASKED).is_some() {
        return;
    }
    let me = std::env::current_exe().expect("a test knows where it lives");
    let child = std::process::Command::new(me)
        .args(["--exact", "another_process_writes_the_same_bytes", "--nocapture"])
        .env(ASKED, "1")
        .output()
        .expect("a test can start itself");
    let heard = String::from_utf8_lossy(&child.stdout);
    assert!(heard.contains(&said), "wanted {said}, heard {heard}");
}

#[test]
fn a_folder_named_by_the_caller_takes_the_pdfs() {
    // For the validators, which live outside the suite.
    let Some(folder) = std::env::var_os("PAKT_PDF_OUT") else { return };
    for lang in Lang::ALL {
        let file = std::path::Path::new(&folder).join(format!("stress.{}.pdf", lang.code()));
        std::fs::write(file, written(&stress::document(lang))).expect("the folder can be written to");
    }
}
