//! `pakt verify`: a set of papers is whole or says so.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::{GOOD, code, files, pakt, program, said, scratch};

/// A folder of papers in text, made of the good sample, and the arguments that make it again.
fn made(name: &str) -> (PathBuf, String, PathBuf) {
    let out = scratch(name);
    let folder = out.to_string_lossy().into_owned();
    build(&folder, &["-d", "summary,work-plan"]);
    let set = out.join("minimal");
    (out, folder, set)
}

fn build(folder: &str, more: &[&str]) -> String {
    let common = ["build", GOOD, "--to", "txt", "--limit", "1", "--out", folder];
    let output = pakt(&[common.as_slice(), more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output).0);
    said(&output).0
}

fn differences(folder: &str) -> serde_json::Value {
    let output = pakt(&["verify", folder, "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&said(&output).0).expect("JSON");
    let is_whole = found[0]["whole"] == true;
    assert_eq!(output.status.code(), Some(i32::from(!is_whole)));
    found[0]["differences"].clone()
}

#[test]
fn each_difference_is_named() {
    let (out, folder, set) = made("verify");
    assert_eq!(differences(&folder), serde_json::json!({}));
    fs::write(set.join("summary.pl.txt"), "…").expect("the file can be written");
    fs::remove_file(set.join("work-plan.pl.txt")).expect("the file can be removed");
    fs::write(set.join("scan.pdf"), "%PDF").expect("the folder can be written");
    let expected = serde_json::json!({"summary.pl.txt": "changed", "work-plan.pl.txt": "missing", "scan.pdf": "unlisted"});
    assert_eq!(differences(&folder), expected);
    let (text, _) = said(&pakt(&["verify", &folder, "--lang", "pl"]));
    assert!(text.contains("summary.pl.txt: zmieniony po zapisaniu") && text.contains("3 różnice"), "{text}");
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn papers_of_other_data_are_named_until_they_are_made_again() {
    let (out, folder, _) = made("verify-older");
    build(&folder, &["-d", "summary", "--date", "2026-12-01"]);
    assert_eq!(differences(&folder), serde_json::json!({"work-plan.pl.txt": "older"}));
    build(&folder, &["-d", "work-plan", "--date", "2026-12-01"]);
    assert_eq!(differences(&folder), serde_json::json!({}));
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn a_folder_without_a_list_is_no_whole_set() {
    let (out, folder, set) = made("verify-none");
    fs::remove_file(set.join("manifest.json")).expect("the list can be removed");
    assert_eq!(differences(&set.to_string_lossy()), serde_json::Value::Null);
    assert_eq!(code(&["verify", &format!("{folder}/nothing")]), Some(2));
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn files_of_earlier_sets_are_named_and_removed_when_asked() {
    let out = scratch("verify-left");
    let folder = out.to_string_lossy().into_owned();
    let set = out.join("minimal");
    let whole = |more: &[&str]| {
        let common = ["build", GOOD, "--limit", "1", "--out", &folder, "--lang", "pl"];
        said(&pakt(&[common.as_slice(), more].concat())).0
    };
    whole(&[]);
    // What the stage does not offer, made by name, is of no earlier set.
    build(&folder, &["-d", "employment-pact", "--draft"]);
    fs::write(set.join("own.txt"), "own").expect("the folder can be written");
    assert!(!whole(&["-d", "summary"]).contains("Z poprzednich zestawów"));
    let made = set.join("employment-pact.pl.txt");
    let text = whole(&[]);
    assert!(text.contains("Z poprzednich zestawów") && text.contains(&*made.to_string_lossy()), "{text}");
    assert!(!text.contains("own.txt") && made.exists());
    assert_eq!(differences(&folder)["employment-pact.pl.txt"], "left");
    assert!(whole(&["--clean"]).contains("Usunięto"));
    assert!(!made.exists() && set.join("own.txt").exists());
    fs::remove_file(set.join("own.txt")).expect("the file can be removed");
    assert_eq!(differences(&folder), serde_json::json!({}));
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn a_file_that_somebody_changed_is_not_removed() {
    let out = scratch("verify-changed");
    let folder = out.to_string_lossy().into_owned();
    build(&folder, &["-d", "employment-pact", "--draft"]);
    let made = out.join("minimal/employment-pact.pl.txt");
    fs::write(&made, "with my notes").expect("the file can be written");
    pakt(&["build", GOOD, "--limit", "1", "--out", &folder, "--clean"]);
    assert_eq!(fs::read_to_string(&made).ok().as_deref(), Some("with my notes"));
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn what_did_not_change_is_not_written_again() {
    let (out, folder, set) = made("verify-times");
    let times = || -> BTreeMap<PathBuf, std::time::SystemTime> {
        let time = |path: &PathBuf| fs::metadata(path).and_then(|data| data.modified()).expect("a time");
        files(&set).into_iter().map(|path| (path.clone(), time(&path))).collect()
    };
    let before = times();
    build(&folder, &["-d", "summary,work-plan"]);
    assert_eq!(times(), before);
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

/// Bytes by file.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let read = |path: PathBuf| (path.clone(), fs::read(path).unwrap_or_default());
    files(folder).into_iter().map(read).collect()
}

#[test]
fn a_run_that_was_killed_left_mixed_sets_and_parts_of_files() {
    let kills = if std::env::var_os("PAKT_FUZZ").is_some() { 60 } else { 3 };
    let out = scratch("verify-killed");
    let folder = out.to_string_lossy().into_owned();
    let (set, input) = (out.join("bid"), out.join("bid.yaml"));
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let path = input.to_string_lossy().into_owned();
    let arguments = ["build", &path, "--to", "txt,md", "--limit", "1", "--out", &folder];
    let whole = |text: &str| {
        fs::write(&input, text).expect("the folder can be written");
        assert_eq!(code(&arguments), Some(0));
        bytes(&set)
    };
    let other = text.replace("Razem", "Wspólnie");
    let (old, new) = (whole(&text), whole(&other));
    let changed: Vec<&PathBuf> = new.keys().filter(|path| old.get(*path) != new.get(*path)).collect();
    assert!(changed.len() > 3, "the name is printed in many papers");
    let mut mixed = 0;
    for kill in 0..kills {
        for (path, bytes) in &old {
            fs::write(path, bytes).expect("the folder can be written");
        }
        let mut child = program(&arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        // The papers are written in order; the run is killed after one or another of them.
        let after = changed[kill % changed.len()];
        while child.try_wait().expect("the program runs").is_none()
            && fs::read(after).ok().as_ref() == old.get(after)
        {}
        let _ = child.kill();
        let _ = child.wait();
        let left = bytes(&set);
        for (path, bytes) in &left {
            let is_torn = path.extension().is_some_and(|ending| ending == "part");
            assert!(
                is_torn || old.get(path) == Some(bytes) || new.get(path) == Some(bytes),
                "{path:?} is torn"
            );
        }
        if left != old && left != new {
            mixed += 1;
            assert_ne!(differences(&set.to_string_lossy()), serde_json::json!({}), "kill {kill}");
        }
        assert!(whole(&other) == new, "kill {kill}: the next run makes it whole, without leftovers");
        assert_eq!(differences(&set.to_string_lossy()), serde_json::json!({}));
    }
    assert!(mixed > 0, "at least one kill came between two files");
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn the_list_names_all_that_was_read() {
    let out = scratch("verify-inputs");
    let folder = out.to_string_lossy().into_owned();
    let arguments = [
        "build",
        "samples/szydlowiec",
        "-d",
        "board-note",
        "--to",
        "txt",
        "--templates",
        "samples/templates",
    ];
    let common = ["--doc-lang", "pl", "--limit", "1", "--out", &folder];
    assert_eq!(code(&[arguments.as_slice(), &common].concat()), Some(0));
    let list = fs::read(out.join("szydlowiec/manifest.json")).expect("the list is there");
    let list: serde_json::Value = serde_json::from_slice(&list).expect("JSON");
    let inputs = list["made_of"]["inputs"].as_object().expect("the inputs are listed");
    for name in [
        "pakt.yaml",
        "needs.yaml",
        "../library/strategies-mazowieckie.yaml",
        "../templates/board-note/pl/10-note.md",
    ] {
        let bytes = fs::read(Path::new("samples/szydlowiec").join(name)).expect("the input is there");
        assert_eq!(inputs[name]["bytes"], bytes.len(), "{name}");
    }
    assert!(inputs.keys().all(|name| !name.starts_with('/')), "{inputs:?}");
    fs::remove_dir_all(&out).expect("the folder can be removed");
}
