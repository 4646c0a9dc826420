//! The whole way from hand-made pages to a file that is read back.

#![expect(clippy::disallowed_methods, reason = "files for other programs are written on request")]

use lopdf::{Dictionary, Document, Object};

use super::specimen::{meta, specimen};
use super::*;
use crate::write::pdf::reading;

fn read(file: &[u8]) -> Document {
    Document::load_mem(file).expect("a reader opens the file")
}

fn child<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    document.dereference(dictionary.get(key.as_bytes()).expect(key)).expect(key).1
}

#[test]
fn a_file_says_what_it_is() {
    let document = read(&pdf(&specimen(), &meta()));
    let catalogue = document.catalog().expect("there is a catalogue");
    assert_eq!(document.version, "1.7");
    assert_eq!(child(&document, catalogue, "Lang").as_str().ok(), Some(b"pl-PL".as_slice()));
    let xmp = child(&document, catalogue, "Metadata").as_stream().expect("a packet");
    let xmp = String::from_utf8_lossy(&xmp.content);
    for part in
        ["<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>", "R&amp;D", "Żak", ">2027-01-31<"]
    {
        assert!(xmp.contains(part), "{part}");
    }
}

#[test]
fn a_screen_reader_meets_every_word_in_order() {
    let reading = reading::read(&pdf(&specimen(), &meta())).expect("the file can be read");
    assert_eq!((reading.title.as_str(), reading.lang.as_str()), ("Diagnoza (R&D) – „próba”", "pl-PL"));
    assert_eq!((reading.pages, reading.outline), (2, vec!["Zażółć".to_owned(), "Wykres".to_owned()]));
    assert_eq!(
        reading.root.words(),
        "1. Zażółć gęślą jaźń 2\n\
         Zażółć gęślą jaźń\n\
         W\u{a0}Szydłowcu (powiat) bezrobocie AVATAR wynosi 24,2\u{a0}% i\u{a0}spada; \
         Ελληνικά, кириллица, e\u{301}\u{323}\u{302}, partnerstwo golden thread 😀strona urzędu\n\
         • \ngmina\n• \npowiat\nMiara\nWartość\nstopa\n24,2 %\nosoby\n\
         Wykres\nSłupek: 24,2 %\nPowiatowy Urząd Pracy, 31.01.2025.1 \n"
    );
    assert_eq!([reading.root.all("TH").len(), reading.root.all("Form").len()], [2, 1]);
    assert_eq!(reading.root.all("Figure")[0].alt, "Słupek: 24,2 %");
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let first = pdf(&specimen(), &meta());
    for _ in 0..5 {
        assert!(first == pdf(&specimen(), &meta()));
    }
    let other = Meta { title: "inny".into(), ..meta() };
    let identifier = |file: &[u8]| read(file).trailer.get(b"ID").cloned().expect("an identifier");
    assert_ne!(identifier(&first), identifier(&pdf(&specimen(), &other)));
}

#[test]
fn empty_and_odd_pages_give_a_file() {
    let nothing = Pages::default();
    read(&pdf(&nothing, &Meta::default()));
    let mut odd = specimen();
    odd.faces[0].data = std::sync::Arc::new(b"no font".to_vec());
    odd.pictures[0] = std::sync::Arc::new(b"no picture".to_vec());
    read(&pdf(&odd, &meta()));
}

#[test]
fn a_folder_named_by_the_caller_takes_the_file() {
    // For the validators, which live outside the suite.
    let Some(folder) = std::env::var_os("PAKT_PDF_OUT") else { return };
    let folder = std::path::Path::new(&folder);
    let write = |name: &str, file: &[u8]| {
        std::fs::write(folder.join(name), file).expect("the folder can be written to");
    };
    let file = pdf(&specimen(), &meta());
    write("specimen.pdf", &file);
    for (name, spoil) in SPOILT {
        let mut document = read(&file);
        spoil(&mut document);
        let mut spoilt = Vec::new();
        document.save_to(&mut spoilt).expect("memory takes every byte");
        write(&format!("spoilt/{name}.pdf"), &spoilt);
    }
}

/// What a validator must notice, by the rule of PDF/UA-1 that it breaks.
const SPOILT: [(&str, Spoil); 6] = [
    ("figure-without-words@7.3-1", |document| remove(document, "S", "Figure", "Alt")),
    ("header-without-scope@7.5-1", |document| remove(document, "S", "TH", "A")),
    ("no-language@7.2-34", |document| remove(document, "Type", "Catalog", "Lang")),
    ("link-without-words@7.18.5-2", |document| remove(document, "Subtype", "Link", "Contents")),
    ("field-without-words@7.18.1-3", |document| remove(document, "Subtype", "Widget", "TU")),
    ("note-without-identifier@7.9-1", |document| remove(document, "S", "Note", "ID")),
];

type Spoil = fn(&mut Document);

fn remove(document: &mut Document, kind: &str, name: &str, key: &str) {
    let of_kind = |object: &&mut Dictionary| {
        object.get(kind.as_bytes()).and_then(Object::as_name).is_ok_and(|found| found == name.as_bytes())
    };
    let objects = document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    let removed = objects.filter(of_kind).filter_map(|object| object.remove(key.as_bytes())).count();
    assert!(removed > 0, "{name} has no {key}");
}
