//! What holds for every verb: exit codes, help, files that cannot be read, data for other programs.

use std::fs;
use std::process::Command;

use crate::{GOOD, code, pakt, said, scratch};

#[test]
fn exit_codes_tell_clean_from_findings_from_failure() {
    assert_eq!(code(&["check", GOOD]), Some(0));
    assert_eq!(code(&["check", GOOD, "--fail-on", "warning"]), Some(1));
    assert_eq!(code(&["check", GOOD, "--fail-on", "warning", "--exit-zero"]), Some(0));
    assert_eq!(code(&["check", "samples/faulty"]), Some(1));
    assert_eq!(code(&["check", "no-such-file.yaml"]), Some(2));
    assert_eq!(code(&["check", "no-such-*.yaml"]), Some(2));
    assert_eq!(code(&["check"]), Some(2));
    assert_eq!(code(&["--help"]), Some(0));
    assert_eq!(code(&["coverage", "samples/szydlowiec", "--min", "100"]), Some(0));
    assert_eq!(code(&["coverage", "samples/faulty", "--min", "1"]), Some(1));
    assert_eq!(code(&["explain", "NEED-02"]), Some(0));
    assert_eq!(code(&["explain", "NEED-99"]), Some(2));
}

#[test]
fn help_and_usage_errors_speak_both_languages() {
    let (help, _) = said(&pakt(&["check", "--help"]));
    assert!(help.contains("Użycie: ") && help.contains("Opcje:"), "{help}");
    let (help, _) = said(&pakt(&["check", "--help", "--lang", "en"]));
    assert!(help.contains("Usage: ") && help.contains("Options:"), "{help}");
    let (_, complaint) = said(&pakt(&["chekc"]));
    assert!(
        complaint.starts_with("błąd: nie ma polecenia „chekc”\n  czy chodziło o: pakt check?\n"),
        "{complaint}"
    );
    let (_, complaint) = said(&pakt(&["chek", "--lang", "en"]));
    assert!(
        complaint.starts_with("error: there is no command “chek”\n  did you mean: pakt check?\n"),
        "{complaint}"
    );
    let (_, complaint) = said(&pakt(&["check", "--limt", "3", GOOD]));
    assert!(complaint.contains("nie ma opcji „--limt”"), "{complaint}");
}

#[test]
fn verbs_were_silent_about_files_they_could_not_read() {
    let folder = scratch("unread");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("the folder can be written");
        path.to_string_lossy().into_owned()
    };
    let good = fs::read_to_string(GOOD).expect("the sample is there");
    let holed = good.replacen("needs", "needs\0", 1);
    let cases = [
        (file("empty.yaml", b""), 2),
        (file("binary.yaml", &[0x93, 0x00, 0xff, 0x01, 0x02].repeat(80)), 2),
        (file("nul.yaml", holed.as_bytes()), 1),
        (file("two.yaml", format!("{good}\n---\n{good}").as_bytes()), 1),
        (file("form.yaml", good.replacen("meta:", "metka: 7\nmeta:", 1).as_bytes()), 1),
    ];
    let verbs: [&[&str]; 5] = [
        &["coverage"],
        &["score"],
        &["calendar"],
        &["templates", "check"],
        &["profile", "diff", "pact", "pact"],
    ];
    for (path, expected) in &cases {
        for verb in verbs {
            let output = pakt(&[verb, &[path]].concat());
            let (told, complaint) = said(&output);
            assert_eq!(output.status.code(), Some(*expected), "{verb:?} {path}: {told}{complaint}");
            assert!(complaint.contains(": błąd "), "{verb:?} {path}: {complaint}");
            assert!(!complaint.contains(": ostrzeżenie "), "{verb:?} {path}: {complaint}");
            assert!(!told.contains("100%"), "{verb:?} {path}: {told}");
        }
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn small_slips_in_arguments_were_taken() {
    let folder = scratch("slips");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (json, short) = (format!("json={}", path("r.json")), format!("short={}", path("./r.json")));
    assert_eq!(code(&["check", GOOD, "--report", &json, "--report", &short]), Some(2));
    assert!(!folder.join("r.json").exists());
    let new = pakt(&["new", &path("a.yaml"), "--yes", "--date", "12.2026"]);
    assert_eq!(new.status.code(), Some(2));
    assert!(said(&new).1.contains("31.01.2027"), "{:?}", said(&new));
    assert!(!folder.join("a.yaml").exists());
    let (told, _) = said(&pakt(&["check", "no-such-file.yaml"]));
    assert_eq!(told, "");
    for verb in [["coverage", GOOD], ["diff", GOOD]] {
        let more: &[&str] =
            if verb[0] == "diff" { &[GOOD, "--tag", "x"] } else { &["--tag", "x", "--profile", "pact"] };
        assert_eq!(code(&[verb.as_slice(), more].concat()), Some(0), "{verb:?}");
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[cfg(unix)]
#[test]
fn a_named_pipe_was_waited_for_without_end() {
    let folder = scratch("pipe");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let made = Command::new("mkfifo").arg(path("ff.yaml")).status().expect("mkfifo starts");
    assert!(made.success());
    let using = fs::read_to_string(GOOD).expect("the sample is there") + "\nuse: [ff.yaml, none.yaml]\n";
    fs::write(folder.join("using.yaml"), using).expect("the folder can be written");
    fs::create_dir_all(folder.join("own/summary/pl")).expect("the folder can be made");
    let pipe = folder.join("own/summary/pl/10-summary.md");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo starts").success());

    for (lang, told) in [("pl", "to nie jest plik"), ("en", "this is no file")] {
        let output = pakt(&["check", &path("ff.yaml"), "--lang", lang]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).1.contains(told), "{:?}", said(&output));
    }
    let output = pakt(&["check", &path("using.yaml"), "--format", "short"]);
    let (report, _) = said(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(report.contains("KEY-10") && report.contains("to nie jest plik"), "{report}");
    assert!(report.contains("nie ma takiego pliku") && !report.contains("os error"), "{report}");
    assert_eq!(code(&["build", GOOD, "--templates", &path("own"), "--out", &path("made")]), Some(1));
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn what_is_asked_for_as_data_is_data() {
    let asked: [&[&str]; 8] = [
        &["score", "samples/szydlowiec", "--format", "json"],
        &["calendar", "samples/szydlowiec", "--format", "json"],
        &["catalogue", "--format", "json"],
        &["catalogue", "strategies", "--format", "json"],
        &["catalogue", "--slide", "17", "--format", "json"],
        &["profile", "show", "esf-plus", "--format", "json"],
        &["profile", "diff", "neutral", "esf-pokl-2007", "samples/szydlowiec", "--format", "json"],
        &["check", "samples/szydlowiec", "--summary=json"],
    ];
    for arguments in asked {
        let (text, _) = said(&pakt(arguments));
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{arguments:?}: {text}");
    }
    let (ics, _) = said(&pakt(&["calendar", "samples/szydlowiec", "--format", "ics"]));
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n"), "{ics}");
}
