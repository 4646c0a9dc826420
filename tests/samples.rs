//! The samples say what they should: each with its expected findings beside it. `UPDATE=1` rewrites them.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn pakt(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    let settings = ["PAKT_FORMAT", "PAKT_LANG", "GITHUB_ACTIONS", "SOURCE_DATE_EPOCH", "NO_COLOR"];
    settings.iter().for_each(|name| {
        command.env_remove(name);
    });
    command.args(arguments).output().expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the program prints UTF-8")
}

/// Compares a text with its file; the difference is the reviewer's to read.
fn assert_file(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, text).expect("the expected file can be written");
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(expected == text, "{} differs; UPDATE=1 rewrites it. Now:\n{text}", path.display());
}

/// The samples that must be clean: every YAML file and folder of `samples/`, but `faulty` and what is
/// only a part of others.
fn clean_samples() -> Vec<PathBuf> {
    let entries = fs::read_dir("samples").expect("the samples are there");
    let mut samples: Vec<PathBuf> = entries.map(|entry| entry.expect("the entry is there").path()).collect();
    samples.retain(|path| {
        path.extension().is_some_and(|ending| ending == "yaml") || path.join("pakt.yaml").is_file()
    });
    samples.retain(|path| !path.ends_with("faulty"));
    samples.sort();
    assert!(samples.len() >= 2, "{samples:?}");
    samples
}

#[test]
fn clean_samples_have_no_error_and_only_the_findings_listed_beside_them() {
    for sample in clean_samples() {
        let name = sample.to_string_lossy().into_owned();
        let output = pakt(&["check", &name, "--format", "short", "--limit", "0"]);
        let report = stdout(&output);
        let beside =
            if sample.is_dir() { sample.join("expected.txt") } else { sample.with_extension("expected.txt") };
        assert_file(&beside, &report);
        assert!(!report.contains(": error "), "{report}");
        assert_eq!(output.status.code(), Some(0), "{name}");
    }
}

#[test]
fn the_faulty_sample_gives_its_whole_report_and_fails() {
    for lang in ["pl", "en"] {
        let output = pakt(&["check", "samples/faulty", "--lang", lang, "--limit", "0", "--color", "never"]);
        assert_file(Path::new(&format!("samples/faulty/expected.{lang}.txt")), &stdout(&output));
        assert_eq!(output.status.code(), Some(1));
    }
}

/// A remark above a line of the faulty sample announces a fault; the report must have one there.
#[test]
fn every_planted_fault_is_found() {
    let text = fs::read_to_string("samples/faulty/pakt.yaml").expect("the sample is there");
    let report = stdout(&pakt(&["check", "samples/faulty", "--format", "short", "--limit", "0"]));
    let found: Vec<usize> = report.lines().filter_map(|line| line.split(':').nth(1)?.parse().ok()).collect();
    let lines: Vec<&str> = text.lines().collect();
    let is_remark = |line: &&str| line.trim_start().starts_with('#');
    let mut planted = 0;
    for (number, line) in (1..).zip(&lines).skip(2).filter(|(_, line)| is_remark(line)) {
        // The fault stands between this remark and the next one, or the next blank line.
        let below =
            lines[number..].iter().take_while(|line| !is_remark(line) && !line.trim().is_empty()).count();
        let span = number + 1..=number + below.max(1);
        let hit = found.iter().any(|line| span.contains(line));
        assert!(hit, "nothing was found below line {number}: {line}\n{report}");
        planted += 1;
    }
    assert!(planted >= 30, "only {planted} faults are planted");
}

#[test]
fn documents_of_clean_samples_are_built_the_same_twice() {
    let folder = std::env::temp_dir().join(format!("pakt-samples-{}", std::process::id()));
    let mut runs = Vec::new();
    for run in ["first", "second"] {
        let out = folder.join(run);
        for sample in clean_samples() {
            let sample = sample.to_string_lossy().into_owned();
            let output = pakt(&["build", &sample, "--out", &out.to_string_lossy()]);
            assert_eq!(output.status.code(), Some(0), "{sample}: {}", stdout(&output));
        }
        let mut files = Vec::new();
        collect(&out, &mut files);
        let contents = files.iter().map(|path| {
            let name = path.strip_prefix(&out).expect("it lies below").to_owned();
            (name, fs::read(path).expect("it was written"))
        });
        runs.push(contents.collect::<Vec<_>>());
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
    assert!(runs[0].len() >= 12, "{}", runs[0].len());
    assert!(runs[0] == runs[1], "two runs gave other bytes");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder was made");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the entry is there").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}
