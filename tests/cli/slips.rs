//! Where people slip at the door: names of files, files of other kinds, verbs of other programs.

use std::fs;
use std::path::Path;

use crate::{GOOD, code, files, pakt, program, said, scratch};

fn sample() -> String {
    fs::read_to_string(GOOD).expect("the sample is there")
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    fs::create_dir_all(folder).expect("the folder can be made");
    let path = folder.join(name);
    fs::write(&path, text).expect("the folder can be written");
    path.to_string_lossy().into_owned()
}

#[test]
fn a_copy_beside_an_application_kept_its_papers_back() {
    let folder = scratch("copy");
    write(&folder.join("moj"), "pakt.yaml", &sample());
    for copy in ["pakt - kopia.yaml", "pakt (2).yaml", "Kopia pakt.yml"] {
        write(&folder.join("moj"), copy, "meta: {title: stary}\nnabor: [");
    }
    let application = folder.join("moj").to_string_lossy().into_owned();
    let main = folder.join("moj/pakt.yaml").to_string_lossy().into_owned();
    let out = folder.join("out").to_string_lossy().into_owned();
    for input in [&application, &main] {
        let (told, _) = said(&pakt(&["check", input, "--format", "short"]));
        assert_eq!(told.matches("KEY-27").count(), 3, "{told}");
        assert!(!told.contains(" error "), "{told}");
        assert_eq!(code(&["build", input, "-d", "summary", "--to", "txt", "-o", &out]), Some(0));
    }
    assert!(files(Path::new(&out)).iter().any(|file| file.ends_with("summary.pl.txt")));
    // A copy that is named itself is what is meant.
    let copy = folder.join("moj/pakt (2).yaml").to_string_lossy().into_owned();
    assert!(said(&pakt(&["check", &copy, "--format", "short"])).0.contains("pakt (2).yaml:2:"));
}

#[test]
fn a_name_that_windows_lengthened_was_passed_over() {
    let folder = scratch("lengthened");
    let alone = folder.join("alone");
    write(&alone, "pakt.yaml.txt", &sample());
    let (_, complaint) = said(&pakt(&["check", &alone.to_string_lossy()]));
    assert!(
        complaint.contains("pakt.yaml.txt") && complaint.contains("zmień ją na pakt.yaml"),
        "{complaint}"
    );
    let beside = folder.join("beside");
    write(&beside, "pakt.yaml", &sample());
    write(&beside, "complementarity.yaml.txt", "[]");
    write(&beside, "notatki.txt", "Zadzwonić do gminy.");
    let (told, _) = said(&pakt(&["check", &beside.to_string_lossy(), "--format", "short"]));
    assert_eq!(told.matches("KEY-26").count(), 1, "{told}");
    let capital = folder.join("capital");
    write(&capital, "Pakt.YAML", &sample());
    write(&capital, "Complementarity.YML", "[{title: Inny projekt, owner: Gmina, text: Uzupełnia staże.}]");
    let (told, _) = said(&pakt(&["check", &capital.to_string_lossy(), "--format", "short"]));
    assert!(!told.contains(" error ") && !told.contains("ACT-15"), "{told}");
}

#[test]
fn a_file_of_another_kind_is_told_once() {
    let folder = scratch("kinds");
    for (name, bytes, kind) in [
        ("a.pdf", "%PDF-1.7\n1 0 obj\n", "plik PDF"),
        ("b.rtf", "{\\rtf1\\ansi meta: x}", "dokument RTF"),
        ("c.csv", "Partner;NIP\nGmina;1\n", "tabela CSV"),
        ("d.docx", "PK\u{3}\u{4}....word/document.xml", "dokument Worda (DOCX)"),
        ("e.odt", "PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.text", "dokument ODT"),
        ("f.html", "<!DOCTYPE html><p>meta: x", "strona HTML"),
    ] {
        let path = write(&folder, name, bytes);
        let (told, _) = said(&pakt(&["check", &path, "--format", "short"]));
        assert_eq!(told.lines().filter(|line| line.contains(" error ")).count(), 1, "{told}");
        assert!(told.contains(kind), "{told}");
        assert_ne!(code(&["check", &path]), Some(0));
    }
}

#[test]
fn the_folder_one_is_in_is_meant_where_none_is_named() {
    let folder = scratch("here");
    write(&folder, "pakt.yaml", &sample());
    for verb in ["check", "coverage", "calendar"] {
        let run = program(&[verb]).current_dir(&folder).output().expect("it runs");
        assert!(!run.stdout.is_empty(), "{verb}");
    }
}

#[test]
fn verbs_of_other_programs_are_understood() {
    for (written, meant) in [
        ("validate", "pakt check"),
        ("sprawdź", "pakt check"),
        ("render", "pakt build"),
        ("init", "pakt new"),
        ("szablony", "pakt templates"),
        (GOOD, "pakt check samples/minimal.yaml"),
        ("mój wniosek.yaml", "pakt check \"mój wniosek.yaml\""),
    ] {
        let (_, complaint) = said(&pakt(&[written]));
        assert!(complaint.contains(&format!("czy chodziło o: {meant}?")), "{complaint}");
    }
    let page = said(&pakt(&["check", "--help"])).0;
    assert_eq!(said(&pakt(&["help", "check"])).0, page);
    assert_eq!(said(&pakt(&["pomoc", "check"])).0, page);
    for out in ["x.pdf", "-", "pakt.DOCX"] {
        let (_, complaint) = said(&pakt(&["build", GOOD, "-o", out]));
        assert!(complaint.contains("folder na dokumenty"), "{complaint}");
    }
}
