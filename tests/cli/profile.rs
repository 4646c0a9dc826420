//! `pakt profile`, and files in the place of a profile.

use std::fs;

use crate::{GOOD, code, pakt, said, scratch};

#[test]
fn a_file_that_extends_nothing_is_compared_on_top_of_the_other_profile() {
    let folder = std::env::temp_dir().join(format!("pakt-diff-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the test");
    let file = folder.join("call.yaml");
    fs::write(&file, "numbers: {grant_max: 600 000}\nlimits: {summary: 3000}\n").expect("a file");
    let file = file.to_string_lossy().into_owned();
    let diff = said(&pakt(&["profile", "diff", "esf-plus", &file, "--lang", "en"])).0;
    assert_eq!(
        diff,
        "esf-plus → call\n  grant at most: none → PLN\u{a0}600,000.00\n  character limit of summary: none → 3,000\n"
    );
    let back = said(&pakt(&["profile", "diff", &file, "esf-plus", "--lang", "en"])).0;
    assert_eq!(back.lines().nth(1), Some("  grant at most: PLN\u{a0}600,000.00 → none"), "{back}");
    let shown = said(&pakt(&["profile", "show", &file, "--lang", "en"])).0;
    assert!(shown.ends_with("used in an application, on the one that `call.profile` names\n"), "{shown}");
    fs::remove_dir_all(&folder).expect("the folder can go");
}

#[test]
fn a_file_may_stand_where_a_profile_may() {
    let folder = scratch("call");
    let path = |name: &str| folder.join(name).display().to_string();
    let application = fs::read_to_string(GOOD).expect("the sample is there");
    assert!(application.contains("call: {profile: neutral}"));
    let named = application.replace("call: {profile: neutral}", "call: {profile: neutral, file: call.yaml}");
    fs::create_dir(folder.join("bid")).expect("the folder can be made");
    fs::write(folder.join("bid/pakt.yaml"), named).expect("the folder can be written");
    fs::write(folder.join("bid/call.yaml"), "numbers: {partners_min: 9}\n")
        .expect("the folder can be written");
    fs::write(folder.join("call.yaml"), "extends: pact\nnumbers: {partners_min: 4}\n")
        .expect("the folder can be written");
    fs::write(folder.join("wrong.yaml"), "extends: pact\nnumbers: {partners_min: four, risks_min: 7}\n")
        .expect("the folder can be written");

    let (own, _) = said(&pakt(&["profile", "show", &path("call.yaml"), "--lang", "en"]));
    assert!(own.contains("call ← pact ← neutral") && own.contains("partners at least: 4"), "{own}");
    let diff = pakt(&["profile", "diff", "pact", &path("call.yaml"), GOOD, "--lang", "en"]);
    let (told, complaint) = said(&diff);
    assert!(told.contains("partners at least: 3 → 4"), "{told}{complaint}");

    let wrong = pakt(&["profile", "show", &path("wrong.yaml"), "--lang", "en"]);
    let (shown, complaint) = said(&wrong);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(shown.contains("risks in the register at least: 7"), "{shown}");
    assert!(complaint.contains("TYPE-08") && complaint.contains("wrong.yaml:2:25"), "{complaint}");

    let checked = pakt(&["check", GOOD, "--profile", &path("wrong.yaml"), "--format", "short"]);
    let (report, _) = said(&checked);
    assert_eq!(checked.status.code(), Some(1));
    assert!(report.contains("wrong.yaml:2:25: error TYPE-08"), "{report}");
    let (_, complaint) = said(&pakt(&["score", GOOD, "--profile", &path("wrong.yaml"), "--lang", "en"]));
    assert!(complaint.contains("the call's demands have errors"), "{complaint}");
    assert_eq!(code(&["check", GOOD, "--profile", &path("none.yaml")]), Some(2));

    // Beside the application the file counts, and is no part of it.
    let (report, _) = said(&pakt(&["check", &path("bid"), "--format", "short"]));
    assert!(!report.contains("KEY-07"), "{report}");
    let out = path("out");
    let built = pakt(&["build", GOOD, "--profile", &path("wrong.yaml"), "-o", &out, "--to", "md"]);
    assert_eq!(built.status.code(), Some(1));
    assert!(!folder.join("out").exists(), "documents were written under a faulty profile");
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}
