//! `pakt build --edition public`: no personal data.

use std::fs;
use std::path::PathBuf;

use crate::{GOOD, files, pakt, said, scratch};

#[test]
fn the_public_edition_has_a_folder_of_its_own_and_names_nobody() {
    let out = scratch("public");
    let folder = out.to_string_lossy().into_owned();
    let build = |edition: &str| {
        let common = ["build", "samples/szydlowiec", "--to", "txt,md", "--doc-lang", "pl", "--out", &folder];
        pakt(&[common.as_slice(), &["--edition", edition]].concat()).status.code()
    };
    assert_eq!((build("full"), build("public")), (Some(0), Some(0)));
    let read = |path: PathBuf| fs::read_to_string(path).expect("the file was written");
    let full = read(out.join("szydlowiec/signature-sheet-pact.pl.txt"));
    assert!(full.contains("Anna Kamińska"));
    for entry in fs::read_dir(out.join("szydlowiec.public")).expect("the folder was made") {
        let path = entry.expect("an entry").path();
        let text = read(path.clone());
        for name in ["Kamińska", "Zawada", "Sowa", "wspolny-kamien.example"] {
            assert!(!text.contains(name), "{}: {name}", path.display());
        }
    }
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn the_public_portal_pack_named_representatives_and_contacts() {
    let out = scratch("public-portal");
    let folder = out.to_string_lossy().into_owned();
    let build = ["build", "samples/szydlowiec", "-d", "portal", "--out", &folder, "--edition"];
    let full = pakt(&[build.as_slice(), &["full"]].concat());
    assert_eq!(full.status.code(), Some(0));
    let names = ["Kamińska", "wspolny-kamien.example"];
    let texts = |folder: &str| -> String {
        let bytes = files(&out.join(folder)).into_iter().map(|path| fs::read(path).expect("a file"));
        bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
    };
    let whole = texts("szydlowiec/portal");
    assert!(names.iter().all(|name| whole.contains(name)), "the full pack names them");
    assert_eq!(pakt(&[build.as_slice(), &["public"]].concat()).status.code(), Some(0));
    let public = texts("szydlowiec.public/portal");
    assert!(!public.is_empty());
    for name in names {
        assert!(!public.contains(name), "{name}");
    }
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn the_public_edition_kept_authors_and_numbers_in_texts_unsaid() {
    let out = scratch("public-authors");
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let text = text.replace(
        "authors: [Stowarzyszenie Razem]",
        "authors: [Anna Żuk, Stowarzyszenie Razem]\n  summary: 'Zapisy: tel. 600 100 200.'",
    );
    let input = out.join("bid.yaml");
    fs::write(&input, &text).expect("the folder can be written");
    let (input, folder) =
        (input.to_string_lossy().into_owned(), out.join("made").to_string_lossy().into_owned());
    let build = ["build", &input, "-d", "summary", "--out", &folder, "--format", "short", "--edition"];
    let (report, _) = said(&pakt(&[build.as_slice(), &["full"]].concat()));
    assert!(!report.contains("WRITE-05"), "{report}");
    let (report, _) = said(&pakt(&[build.as_slice(), &["public"]].concat()));
    assert!(report.contains("bid.yaml:8:") && report.contains("WRITE-05"), "{report}");
    let made = files(&out.join("made/bid.public"));
    assert!(!made.is_empty());
    for path in made {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned();
        assert!(!text.contains("Żuk") && !text.contains("Anna"), "{}", path.display());
    }
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn the_public_report_on_the_check_called_persons_by_name() {
    let out = scratch("public-check");
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let text = text.replacen("function: prezeska, mandate: KRS, signs", "function: prezeska, signs", 1);
    let input = out.join("bid.yaml");
    fs::write(&input, &text).expect("the folder can be written");
    let (input, folder) =
        (input.to_string_lossy().into_owned(), out.join("made").to_string_lossy().into_owned());
    let build = ["build", &input, "-d", "validation-report", "--to", "md", "--out", &folder, "--edition"];
    pakt(&[build.as_slice(), &["full"]].concat());
    pakt(&[build.as_slice(), &["public"]].concat());
    let read = |path: &str| fs::read_to_string(out.join(path)).expect("the report was written");
    assert!(read("made/bid/validation-report.pl.md").contains("Anna Nowak"));
    assert!(!read("made/bid.public/validation-report.pl.md").contains("Nowak"));
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn a_person_named_in_a_field_was_published_by_the_texts_that_repeat_the_name() {
    let out = scratch("public-name");
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let text = text.replacen(
        "  authors:",
        "  summary: 'Pełnomocnictwo ma Anna Nowak, a prezes Nowak podpisuje.'\n  authors:",
        1,
    );
    let input = out.join("bid.yaml");
    let (path, folder) =
        (input.to_string_lossy().into_owned(), out.join("made").to_string_lossy().into_owned());
    let build = |text: &str, more: &[&str]| {
        fs::write(&input, text).expect("the folder can be written");
        let common = [
            "build",
            &path,
            "-d",
            "summary",
            "--to",
            "txt",
            "--out",
            &folder,
            "--format",
            "short",
            "--edition",
            "public",
        ];
        let output = pakt(&[common.as_slice(), more].concat());
        (output.status.code(), said(&output).0)
    };
    for more in [[].as_slice(), &["--draft"]] {
        let (code, report) = build(&text, more);
        assert_eq!(code, Some(1), "{report}");
        assert!(report.contains("bid.yaml:7:") && report.contains("WRITE-08"), "{report}");
        let told = report.lines().filter(|line| line.contains("WRITE-0"));
        assert!(told.clone().count() == 1 && told.clone().all(|line| !line.contains("Nowak")), "{report}");
        assert!(!out.join("made/bid.public").exists());
    }
    let accepted = text.clone()
        + "accept: [{rule: WRITE-08, place: meta/summary, because: prezeska zgodziła się na podanie nazwiska}]\n";
    let (code, report) = build(&accepted, &[]);
    assert_eq!(code, Some(0), "{report}");
    assert!(out.join("made/bid.public/summary.pl.txt").exists());
    fs::remove_dir_all(&out).expect("the folder can be removed");
}
