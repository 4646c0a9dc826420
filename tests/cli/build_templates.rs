//! `pakt build --templates`: looks and documents of one's own.

use std::fs;

use crate::{GOOD, code, pakt, said, scratch};

#[test]
fn a_style_among_the_templates_changes_every_document_and_a_bad_one_stops_them() {
    let folder = scratch("style");
    let path = |name: &str| folder.join(name).display().to_string();
    let build = || {
        let (templates, out) = (path("."), path("out"));
        let arguments = ["build", GOOD, "-d", "esf-justification", "--to", "html,pdf"];
        code(&[&arguments[..], &["--templates", &templates, "-o", &out]].concat())
    };
    fs::write(folder.join("style.yaml"), "paper: A5\n").expect("the folder can be written");
    assert_eq!(build(), Some(1));
    assert!(!folder.join("out").exists());
    let good = "paper: Letter\ncolours: {accent: \"#600030\"}\nlogos: [{file: logo.jpg, alt: Herb}]\n";
    fs::write(folder.join("style.yaml"), good).expect("the folder can be written");
    let logo = include_bytes!("../../src/style/pictures/grey.jpg");
    fs::write(folder.join("logo.jpg"), logo).expect("the folder can be written");
    assert_eq!(build(), Some(0));
    let file = |ending: &str| {
        let name = format!("out/minimal/esf-justification.pl.{ending}");
        fs::read(folder.join(name)).expect("the document was written")
    };
    let page = String::from_utf8(file("html")).expect("HTML is UTF-8");
    assert!(page.contains("--accent: #600030;") && page.contains("alt=\"Herb\""));
    let pdf = lopdf::Document::load_mem(&file("pdf")).expect("the PDF opens");
    let first = *pdf.get_pages().values().next().expect("there is a page");
    let sheet = pdf.get_dictionary(first).and_then(|page| page.get(b"MediaBox")).expect("pages have a size");
    let sides: Vec<f32> =
        sheet.as_array().into_iter().flatten().filter_map(|side| side.as_float().ok()).collect();
    assert_eq!(sides, [0.0, 0.0, 612.0, 792.0]);
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn a_document_in_one_language_broke_an_application_in_two() {
    let folder = scratch("one-language");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    fs::create_dir_all(folder.join("own/note/pl")).expect("the folder can be made");
    let words = "{pl: Notatka, en: A note}";
    let manifest = format!(
        "title: {words}\npurpose: {words}\nreaders: {words}\nstage: initiating\nlanguages: [pl]\nsections: [{{file: 10-note, title: {words}}}]\n"
    );
    fs::write(folder.join("own/note/document.yaml"), manifest).expect("the folder can be written");
    fs::write(folder.join("own/note/pl/10-note.md"), "Treść.\n").expect("the folder can be written");
    let (own, out) = (path("own"), path("made"));
    let build = |document: &str| {
        let common = ["build", "samples/szydlowiec", "--templates", &own, "--to", "md", "--out", &out];
        pakt(&[common.as_slice(), &["--format", "short", "-d", document]].concat())
    };
    let output = build("note");
    let (report, complaint) = said(&output);
    assert_eq!(output.status.code(), Some(0), "{report}{complaint}");
    assert_eq!(report.matches("TPL-").count(), 1, "{report}");
    assert!(report.contains("warning TPL-13"), "{report}");
    assert!(folder.join("made/szydlowiec/note.pl.md").is_file());
    assert!(!folder.join("made/szydlowiec/note.en.md").exists());
    let (report, _) = said(&build("all"));
    assert!(!report.contains("TPL-07") && !report.contains("TPL-13"), "{report}");
    assert_eq!(code(&["templates", "check", GOOD, "--templates", &own]), Some(0));
    let (list, _) = said(&pakt(&["templates", "list", "--templates", &own]));
    assert!(list.contains("note  Notatka  (pl)"), "{list}");
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}
