//! Faults as assessors find them, put one at a time into sound applications: each is told by the rule named, at the
//! place named, whatever the language of messages; what is sound stays silent.
//!
//! `faults.yaml` holds those of the application in `base`, `others.yaml` those of the samples.

#![expect(clippy::disallowed_methods, reason = "tests read and write files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

/// A fault, or the control, whose change is none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    name: String,
    /// The application it is put into; `tests/seeded/base` when left out.
    #[serde(rename = "in", default = "base")]
    into: PathBuf,
    /// The rule that must tell of it.
    #[serde(default)]
    gives: String,
    /// Where.
    #[serde(default)]
    at: String,
    /// Why no rule tells of it.
    #[serde(default)]
    left: String,
    /// Whether nothing may be told.
    #[serde(default)]
    control: bool,
    put: Vec<Put>,
}

/// A change of a file: what stands there once, and what is put in its place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Put {
    file: PathBuf,
    old: String,
    new: String,
}

fn base() -> PathBuf {
    "tests/seeded/base".into()
}

fn faults() -> Vec<Fault> {
    let files = ["tests/seeded/faults.yaml", "tests/seeded/others.yaml"];
    let read = |path| fs::read_to_string(path).expect("the faults are there");
    files.into_iter().flat_map(|path| serde_yaml::from_str::<Vec<Fault>>(&read(path)).expect(path)).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    if from.is_file() {
        fs::copy(from, to.join("pakt.yaml")).expect("a file can be copied");
        return;
    }
    for entry in fs::read_dir(from).expect("the folder is there") {
        let path = entry.expect("the entry is there").path();
        fs::copy(&path, to.join(path.file_name().expect("an entry has a name")))
            .expect("a file can be copied");
    }
}

/// Lays an application out with the library beside it, changed.
fn lay(into: &Path, puts: &[Put], to: &Path) {
    let library = if into == base() { "tests/seeded/library" } else { "samples/library" };
    copy(into, &to.join("s"));
    copy(Path::new(library), &to.join("library"));
    for put in puts {
        let path = to.join("s").join(&put.file);
        let text = fs::read_to_string(&path).expect("the file to change is there");
        assert_eq!(text.matches(&put.old).count(), 1, "{}: {}", path.display(), put.old);
        fs::write(&path, text.replace(&put.old, &put.new)).expect("a file can be written");
    }
}

/// What is told of an application: code and place.
type Told = BTreeSet<(String, String)>;

/// Checks all applications of a folder; returns what is told of each, by the name of its folder.
fn check(folder: &Path, names: &[String], lang: &str) -> BTreeMap<String, Told> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    command.current_dir(folder).arg("check").args(names.iter().map(|name| format!("{name}/s")));
    let output = command.args(["--lang", lang, "--format", "json", "--limit", "0"]).output();
    let report: Value =
        serde_json::from_slice(&output.expect("the program starts").stdout).expect("the report is JSON");
    let inputs = report["inputs"].as_array().expect("the report lists inputs");
    assert_eq!(inputs.len(), names.len());
    let told = |input: &Value| {
        let all = input["findings"].as_array().expect("an input has findings").iter();
        let said = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        all.map(|finding| (said(finding, "code"), said(finding, "path"))).collect()
    };
    names.iter().cloned().zip(inputs.iter().map(told)).collect()
}

#[test]
fn each_fault_is_told_at_its_place() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("seeded-{}", std::process::id()));
    let faults = faults();
    let mut names = Vec::new();
    let bases: BTreeSet<&PathBuf> = faults.iter().map(|fault| &fault.into).collect();
    for (number, into) in bases.iter().enumerate() {
        names.push(format!("sound-{number}"));
        lay(into, &[], &folder.join(format!("sound-{number}")));
    }
    for (number, fault) in faults.iter().enumerate() {
        names.push(format!("fault-{number:03}"));
        lay(&fault.into, &fault.put, &folder.join(format!("fault-{number:03}")));
    }
    let [polish, english] = ["pl", "en"].map(|lang| check(&folder, &names, lang));
    fs::remove_dir_all(&folder).expect("the folder can be removed");
    let (mut found, mut wrong) = (0, Vec::new());
    for (number, fault) in faults.iter().enumerate() {
        let (name, sound) = (format!("fault-{number:03}"), bases.iter().position(|own| **own == fault.into));
        let sound = format!("sound-{}", sound.expect("each fault has a base"));
        let new: Told = polish[&name].difference(&polish[&sound]).cloned().collect();
        if polish[&name] != english[&name] {
            wrong.push(format!("{}: the language of messages decides", fault.name));
        }
        let is_told = new.contains(&(fault.gives.clone(), fault.at.clone()));
        found += usize::from(is_told);
        match (fault.control, fault.left.is_empty()) {
            (true, _) if !new.is_empty() => wrong.push(format!("{}: {new:?}", fault.name)),
            (false, true) if !is_told => {
                wrong.push(format!("{}: {} {} not in {new:?}", fault.name, fault.gives, fault.at))
            }
            (false, false) if !new.is_empty() => wrong.push(format!("{}: found, by {new:?}", fault.name)),
            _ => {}
        }
    }
    println!("{found} of {} faults found", faults.iter().filter(|fault| !fault.control).count());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
