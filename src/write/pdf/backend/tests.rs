//! The whole way from hand-made pages to a file that is read back.

use lopdf::{Dictionary, Document, Object};

use super::specimen::{meta, specimen};
use super::*;

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
    let path = std::path::Path::new(&folder).join("specimen.pdf");
    std::fs::write(path, pdf(&specimen(), &meta())).expect("the folder can be written to");
}
