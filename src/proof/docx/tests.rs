//! A Word file that is damaged says nothing, and numbers that lists make are read.

use super::*;
use crate::document::{Block, Document, Inline};
use crate::markdown;
use crate::write::docx;

const TEXT: &str =
    "# § 1. Przedmiot\n\n1. Pierwszy ustęp.\n\n# § 2. Strony\n\nTekst[^a].\n\n[^a]: Przypis.\n";

fn file() -> Vec<u8> {
    let body = markdown::read(TEXT);
    let document = Document { blocks: body.blocks, notes: body.notes, ..Document::default() };
    docx::docx(&document, &docx::Style::default())
}

fn said(file: &[u8]) -> Vec<String> {
    units(file).into_iter().filter_map(|unit| unit.readings.into_iter().next()?.into_iter().next()).collect()
}

/// Returns the package with one part changed.
fn changed(file: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("it is a package");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut own = archive.by_index(at).expect("it is there");
        let name = own.name().expect("it has a name").into_owned();
        let mut text = String::new();
        own.read_to_string(&mut text).expect("it is text");
        let text = if name == part { change(text) } else { text };
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("memory takes it");
        out.write_all(text.as_bytes()).expect("memory takes it");
    }
    out.finish().expect("memory takes it").into_inner()
}

#[test]
fn labels_are_those_that_the_lists_make() {
    assert_eq!(said(&file()), ["§ 1. Przedmiot", "1. Pierwszy ustęp.", "§ 2. Strony", "Tekst.", "Przypis."]);
}

#[test]
fn a_damaged_part_says_nothing() {
    let whole = file();
    assert_eq!(said(&changed(&whole, "", |text| text)), said(&whole));
    for part in [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
        "word/settings.xml",
        "word/theme/theme1.xml",
        "word/_rels/document.xml.rels",
        "docProps/core.xml",
    ] {
        let torn = changed(&whole, part, |text| text[..text.len() / 2].to_owned());
        assert_eq!(said(&torn), [""; 0], "{part}");
    }
    let elsewhere =
        changed(&whole, "word/_rels/document.xml.rels", |text| text.replace("styles.xml", "style.xml"));
    assert_eq!(said(&elsewhere), [""; 0]);
    let mut bent = whole.clone();
    let middle = whole.len() / 3;
    bent[middle] ^= 0x55;
    assert_eq!(said(&bent), [""; 0]);
}

#[test]
fn numbers_that_count_wrong_are_found() {
    let bent = changed(&file(), "word/numbering.xml", |text| text.replace("§ %1.", "§ 0%1."));
    assert!(said(&bent).contains(&"§ 01. Przedmiot".to_owned()));
}

#[test]
fn signs_that_word_writes_as_marks_are_read_back() {
    let line = vec![Inline::Text("a\u{2011}b\u{ad}c & <d> \u{1}„]]>” 😀 שלום".to_owned()), Inline::Break];
    let document = Document { blocks: vec![Block::Paragraph(line)], ..Document::default() };
    let file = docx::docx(&document, &docx::Style::default());
    assert_eq!(said(&file), ["a\u{2011}bc & <d> „]]>” 😀 שלום"]);
}
