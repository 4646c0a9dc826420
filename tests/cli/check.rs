//! `pakt check`: what it takes and how it tells.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use crate::{GOOD, code, pakt, program, said, scratch};

#[test]
fn a_missing_file_does_not_keep_the_others_back() {
    let output = pakt(&["check", "no-such-file.yaml", GOOD, "--format", "short"]);
    let (report, complaint) = said(&output);
    assert!(report.contains("samples/minimal.yaml:"), "{report}");
    assert_eq!(complaint, "błąd: nie ma takiego pliku ani folderu: no-such-file.yaml\n");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn globs_and_folders_name_many_applications() {
    let (report, _) = said(&pakt(&["check", "samples/min*.yaml", "samples/szydlowiec", "--lang", "en"]));
    assert!(report.contains("2 applications: "), "{report}");
}

/// Returns code and place of all that a check finds, by the input's name.
fn found(inputs: &[&str], lang: &str) -> Vec<(String, String, String)> {
    let asked = [&["check", "--format", "json", "--limit", "0", "--lang", lang], inputs].concat();
    let report: serde_json::Value = serde_json::from_slice(&pakt(&asked).stdout).expect("the report is JSON");
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let inputs = report["inputs"].as_array().expect("a list of inputs").iter();
    let found = inputs.flat_map(|input| {
        let findings = input["findings"].as_array().expect("a list of findings").iter();
        findings.map(|one| (word(&input["name"]), word(&one["code"]), one["location"].to_string()))
    });
    found.collect()
}

#[test]
fn the_language_of_messages_decides_nothing() {
    let inputs =
        ["samples/*", "tests/faults/*/input.yaml", "tests/faults/*/input", "tests/faults/*/overlay.yaml"];
    let polish = found(&inputs, "pl");
    assert!(polish.len() > 1000, "{}", polish.len());
    assert_eq!(polish, found(&inputs, "en"));
}

#[test]
fn a_report_is_in_one_language() {
    let folder = scratch("languages");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let english = path("english.yaml");
    fs::write(&english, "schema: pakt/9\nmeta: {lang: en, title: Work}\n").expect("the file can be written");
    fs::write(path("silent.yaml"), "schema: pakt/9\nmeta: {title: Work}\n").expect("the file can be written");
    let report = |arguments: &[&str], around: &str| {
        said(&program(arguments).env("LANG", around).output().expect("the program starts")).0
    };
    let is_polish = |report: &str| {
        let polish = ["błąd", "pomoc:", "ostrzeżenie"].iter().any(|word| report.contains(word));
        let english = ["error[", "help:", "warning"].iter().any(|word| report.contains(word));
        assert_ne!(polish, english, "{report}");
        polish
    };
    for around in ["pl_PL.UTF-8", "en_GB.UTF-8"] {
        let own = |file: &str, more: &[&str]| is_polish(&report(&[&["check", file], more].concat(), around));
        assert!(own("samples/faulty", &[]));
        assert!(!own(&english, &[]));
        assert!(!own("samples/faulty", &["--lang", "en"]));
        assert!(own(&english, &["--lang", "pl"]));
        assert_eq!(own(&path("silent.yaml"), &[]), around.starts_with("pl"));
        // Each report is in its own language, the closing line in the one around.
        let both = report(&["check", "samples/faulty", &english], around);
        let (of_all, line) = both.trim_end().rsplit_once('\n').expect("a report has lines");
        let [first, second] = [of_all.find("błąd["), of_all.find("error[")];
        assert!(first.is_some() && first < second, "{both}");
        let opening = if around.starts_with("pl") { "2 wnioski: " } else { "2 applications: " };
        assert!(line.starts_with(opening), "{line}");
    }
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn the_standard_input_is_an_application_too() {
    let mut child = program(&["check", "-", "--format", "short"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("the input is a pipe");
    input.write_all(b"meta: {titel: A}\n").expect("the program reads");
    drop(input);
    let output = child.wait_with_output().expect("the program ends");
    let (report, _) = said(&output);
    assert!(report.contains("-:1:8: error KEY-01 "), "{report}");
}

#[test]
fn json_goes_to_a_file_beside_the_text() {
    let folder = scratch("report");
    let file = folder.join("report.json");
    let output = pakt(&["check", GOOD, "--report", &format!("json={}", file.display())]);
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(&file).expect("the report was written")).expect("it is JSON");
    assert_eq!(report["schema"], "pakt-report/1");
    assert_eq!(report["inputs"][0]["name"], GOOD);
    assert!(said(&output).0.contains("samples/minimal.yaml: "));
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn a_section_longer_than_the_call_allows_is_an_error() {
    let folder = scratch("limits");
    let sample = fs::read_to_string(GOOD).expect("the sample is there");
    for (limit, code) in [(100, 1), (100_000, 0)] {
        let call = format!("call: {{profile: neutral, limits: {{needs: {limit}}}}}");
        let file = folder.join(format!("{limit}.yaml"));
        fs::write(&file, sample.replace("call: {profile: neutral}", &call)).expect("the file can be written");
        let output = pakt(&["check", &file.to_string_lossy(), "--format", "short"]);
        let (report, _) = said(&output);
        assert_eq!(report.contains(" error META-04 "), code == 1, "{report}");
        assert_eq!(output.status.code(), Some(code));
    }
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn texts_without_a_translation_are_listed() {
    let (full, _) = said(&pakt(&["check", "samples/szydlowiec", "--lang-coverage", "--exit-zero"]));
    assert!(full.contains("komplet\n  en: "), "{full}");
    let (small, _) = said(&pakt(&["check", GOOD, "--lang-coverage", "--exit-zero"]));
    assert!(small.contains("    samples/minimal.yaml:4  meta/title\n"), "{small}");
    let (data, _) = said(&pakt(&["check", GOOD, "--lang-coverage=json", "--exit-zero"]));
    let data: serde_json::Value = serde_json::from_str(&data).expect("it is JSON");
    assert_eq!(data[0]["coverage"]["languages"][1]["lang"], "en");
    assert_eq!(code(&["check", GOOD, "--lang-coverage", "--summary"]), Some(2));
}

#[test]
fn chains_and_rings_of_objectives_took_hours() {
    let folder = scratch("chains");
    for (name, last) in [("chain.yaml", ""), ("ring.yaml", ", parent: O0")] {
        let mut typed =
            "meta: {title: x}\ndiagnosis: {needs: [{id: N1, title: a}]}\nobjectives:\n".to_owned();
        for number in 0..4000 {
            let parent = if number < 3999 { format!(", parent: O{}", number + 1) } else { last.to_owned() };
            typed += &format!("  - {{id: O{number}, title: c, level: specific, needs: [N1]{parent}}}\n");
        }
        let path = folder.join(name);
        fs::write(&path, typed).expect("the file can be written");
        let started = std::time::Instant::now();
        for verb in [&["check", "--limit", "1"][..], &["coverage"], &["score"]] {
            assert_ne!(code(&[verb, &[&path.to_string_lossy()]].concat()), Some(2), "{verb:?}");
        }
        assert!(started.elapsed().as_secs() < 40, "{name}: {:?}", started.elapsed());
    }
}

#[test]
fn a_limit_was_one_for_people_only() {
    let report = |format: &str, more: &[&str]| {
        said(&pakt(&[&["check", "samples/faulty", "--format", format], more].concat())).0
    };
    let limit = ["--limit", "3"];
    for (format, most) in [("short", usize::MAX), ("github", 30)] {
        assert_eq!(report(format, &limit).lines().count(), 3, "{format}");
        let all = report(format, &[]).lines().count();
        assert!(all > most.min(101) - 1 && all <= most, "{format} {all}");
    }
    assert!(report("short", &limit).lines().all(|line| line.contains(": error ")));
    let read = |more: &[&str]| -> serde_json::Value {
        serde_json::from_str(&report("json", more)).expect("the report is JSON")
    };
    let (few, all) = (read(&limit), read(&[]));
    assert_eq!(few["inputs"][0]["findings"].as_array().map(Vec::len), Some(3));
    assert_eq!(few["summary"], all["summary"]);
}
