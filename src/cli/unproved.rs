//! A loss keeps the paper beside, names the field and the sign, and leaves all other files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{World, run};
use crate::planted::{SIGN, Stage, losing};

const YAML: &str = "meta: {title: Praca, lang: pl, summary: 'Opis § 3 projektu.'}\n\
    area: {name: gmina}\npartnership: {name: Most}\n";

fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("pakt-unproved-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(folder.join("a.yaml"), YAML).expect("the input can be written");
    folder
}

/// Builds two documents in two forms; returns the exit code and the report.
fn build(folder: &Path) -> (ExitCode, String) {
    let path = |name: &str| folder.join(name).display().to_string();
    let report = path("report.json");
    let args = [
        "pakt",
        "build",
        &path("a.yaml"),
        "--draft",
        // A loss is planted in one thread alone.
        "--jobs=1",
        "--document=summary,work-plan",
        "--to=html,txt",
        &format!("--out={}", path("out")),
        &format!("--report=json={report}"),
    ];
    let code = run(args.iter().map(Into::into).collect(), &mut World::real());
    (code, fs::read_to_string(report).expect("the report was written"))
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("out/a")).expect("the documents are there");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name != "manifest.json").collect();
    names.sort();
    names
}

#[test]
fn a_loss_keeps_the_paper_beside_and_leaves_the_others() {
    let all = ["summary.pl.html", "summary.pl.txt", "work-plan.pl.html", "work-plan.pl.txt"];
    for (stage, code, kept) in [
        (Stage::Html, "WRITE-03", &["summary.pl.html"][..]),
        (Stage::Typed, "WRITE-10", &["summary.pl.html", "summary.pl.txt"]),
    ] {
        let folder = scratch(&format!("{stage:?}"));
        let (_, whole) = build(&folder);
        assert!(!whole.contains(code), "{whole}");
        assert_eq!(files(&folder), all);
        let former = fs::read(folder.join("out/a/summary.pl.html")).expect("it is there");
        let (exit, told) = losing(stage, || build(&folder));
        assert_eq!(format!("{exit:?}"), format!("{:?}", ExitCode::from(1)));
        let told: serde_json::Value = serde_json::from_str(&told).expect("the report is JSON");
        let findings = told["inputs"][0]["findings"].as_array().expect("there are findings");
        let own = findings.iter().find(|own| own["code"] == code);
        let own = own.unwrap_or_else(|| panic!("{code} is not told: {told}"));
        assert_eq!(own["path"], "meta/summary");
        assert!(own["message"].as_str().is_some_and(|said| said.contains(SIGN)), "{own}");
        let beside = kept.iter().map(|name| format!("{name}.unproved"));
        let mut wanted: Vec<String> = all.iter().map(|name| (*name).to_owned()).chain(beside).collect();
        wanted.sort();
        assert_eq!(files(&folder), wanted);
        assert_eq!(fs::read(folder.join("out/a/summary.pl.html")).expect("it stays"), former);
        build(&folder);
        assert_eq!(files(&folder), all);
        fs::remove_dir_all(&folder).expect("the folder can be removed");
    }
}
