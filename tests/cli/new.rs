//! `pakt new`.

use std::fs;

use crate::{code, pakt, said, scratch};

#[test]
fn a_new_application_has_no_fault_of_form() {
    for lang in ["pl", "en"] {
        let folder = scratch(&format!("new-{lang}"));
        let file = folder.join("pakt.yaml").to_string_lossy().into_owned();
        let made = pakt(&["new", &file, "--title", "Praca: \"blisko\"", "--yes", "--lang", lang]);
        assert_eq!(made.status.code(), Some(0), "{:?}", said(&made));
        let (report, _) = said(&pakt(&["check", &file, "--format", "short"]));
        for family in ["YAML-", "TYPE-", "KEY-01", "KEY-02"] {
            assert!(!report.contains(family), "{report}");
        }
        assert_eq!(code(&["new", &file, "--yes"]), Some(2), "an existing file stays");
        fs::remove_dir_all(folder).expect("the folder can be removed");
    }
}
