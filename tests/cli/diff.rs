//! `pakt diff`.

use std::fs;

use crate::{GOOD, code, pakt, said, scratch};

#[test]
fn a_comparison_says_by_its_code_whether_anything_differs() {
    assert_eq!(code(&["diff", GOOD, GOOD]), Some(0));
    assert_eq!(code(&["diff", GOOD, "samples/gmina"]), Some(1));
    assert_eq!(code(&["diff", GOOD, "no-such-file.yaml"]), Some(2));
    assert_eq!(code(&["diff", GOOD, "samples/faulty"]), Some(2));
    assert_eq!(code(&["diff", GOOD, "samples"]), Some(2));
    for format in ["text", "markdown", "html", "json"] {
        let (shown, _) = said(&pakt(&["diff", GOOD, "samples/gmina", "--format", format]));
        assert!(shown.contains("Brzeziny Leśne"), "{format}: {shown}");
    }
}

#[test]
fn a_comparison_for_word_is_a_file_with_tracked_changes() {
    let folder = scratch("redline");
    let out = folder.to_string_lossy().into_owned();
    let arguments = ["diff", GOOD, "samples/gmina", "--to", "docx", "-o", &out, "--lang", "en"];
    let output = pakt(&arguments);
    let file = folder.join("gmina.changes.en.docx");
    assert_eq!((output.status.code(), said(&output).0.trim()), (Some(1), &*file.to_string_lossy()));
    let bytes = fs::read(&file).expect("it was written");
    pakt(&arguments);
    assert_eq!(bytes, fs::read(&file).expect("it was written"), "the same bytes each time");
    fs::remove_dir_all(folder).expect("it was made here");
}
