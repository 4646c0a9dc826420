//! Calls that say whom they are for: the published ones in `samples/calls`, and `pakt matrix`.

use std::fs;

use crate::{GOOD, code, pakt, said, scratch};

const COMMUNES: &str = "samples/calls/fesw-09-04-001-23.yaml";
const NETWORKS: &str = "samples/calls/fers-04-12-sieci.yaml";

/// The codes of the errors that a check finds under a call.
fn errors(sample: &str, call: &str) -> Vec<String> {
    let report = said(&pakt(&["check", sample, "--profile", call, "--format", "short", "--limit", "0"])).0;
    let code =
        |line: &str| Some(line.split_once(": error ")?.1.split(':').next()?.split(' ').next()?.to_owned());
    let mut codes: Vec<String> =
        report.lines().filter_map(code).filter(|code| code.starts_with("ELIG")).collect();
    codes.sort();
    codes
}

#[test]
fn every_published_call_loads_and_lists_what_nobody_read() {
    let mut count = 0;
    for entry in fs::read_dir("samples/calls").expect("the calls are there") {
        let path = entry.expect("an entry").path().display().to_string();
        let output = pakt(&["profile", "show", &path, "--lang", "en"]);
        let (shown, complaint) = said(&output);
        assert_eq!((output.status.code(), complaint.as_str()), (Some(0), ""), "{path}");
        assert!(shown.contains("who may apply: ") && shown.contains("not given: nobody read it"), "{shown}");
        assert!(shown.contains("compared on 2026-11-30"), "{shown}");
        count += 1;
    }
    assert!(count >= 3, "{count}");
}

#[test]
fn a_call_for_communes_of_one_voivodeship_is_told_to_others_at_once() {
    assert_eq!(errors("samples/szydlowiec", COMMUNES), ["ELIG-01", "ELIG-04"]);
    assert_eq!(
        errors("samples/szydlowiec", "samples/calls/felu-08-05-004-24.yaml"),
        ["ELIG-01", "ELIG-04", "ELIG-06"]
    );
    // A national call for organisations bars none; who runs a network a person has to judge.
    assert_eq!(errors("samples/szydlowiec", NETWORKS), [""; 0]);
    assert_eq!(errors("samples/gmina", "samples/calls/fers-04-12-001-23.yaml"), ["ELIG-06"]);
}

#[test]
fn the_call_that_a_run_names_takes_the_place_of_the_applications() {
    let folder = scratch("replaced");
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let old = "call: {profile: neutral, number: FEMA.08.01-IP.01-001/24, programme: Stary program, submission: 2023-12-30}";
    let file = folder.join("bid.yaml").display().to_string();
    fs::write(&file, text.replace("call: {profile: neutral}", old)).expect("the folder can be written");
    let call = "samples/calls/fers-04-12-001-23.yaml";
    let report = said(&pakt(&[
        "check",
        &file,
        "--profile",
        call,
        "--format",
        "short",
        "--limit",
        "0",
        "--lang",
        "en",
    ]))
    .0;
    assert!(report.contains("advice CALL-25") && !report.contains("ELIG-06"), "{report}");
    let out = folder.join("out").display().to_string();
    let built = pakt(&[
        "build",
        &file,
        "--profile",
        call,
        "-d",
        "partnership-agreement",
        "--to",
        "txt",
        "--draft",
        "-o",
        &out,
        "--lang",
        "en",
    ]);
    let (told, complaint) = said(&built);
    let paper = fs::read_to_string(format!("{out}/bid/partnership-agreement.pl.txt"))
        .unwrap_or_else(|_| panic!("{told}{complaint}"));
    assert!(paper.contains("Fundusze Europejskie dla Rozwoju Społecznego"), "{paper}");
    assert!(!paper.contains("Stary program"), "{paper}");
}

#[test]
fn a_matrix_sets_partnerships_against_calls() {
    let run = |format: &str| {
        let arguments = ["matrix", "samples/szydlowiec", GOOD, "--date", "2026-11-30", "--lang", "en"];
        let more =
            ["--format", format, "--calls", COMMUNES, "samples/calls/felu-08-05-004-24.yaml", NETWORKS];
        pakt(&[&arguments[..], &more[..]].concat())
    };
    let text = run("text");
    assert_eq!(text.status.code(), Some(1));
    let (text, _) = said(&text);
    assert!(text.contains("FELU.08.05-IZ.00-004/24") && text.contains("718 days ago"), "{text}");
    let (html, _) = said(&run("html"));
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("May apply"), "{html}");
    let (json, _) = said(&run("json"));
    let data: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let rows = data["rows"].as_array().expect("rows");
    let column = |key: &str| -> Vec<&serde_json::Value> { rows.iter().map(|row| &row[key]).collect() };
    assert_eq!(rows.len(), 6);
    assert_eq!(column("may_apply")[..3], ["no", "no", "unknown"]);
    assert_eq!(column("application")[0], column("application")[2], "an application's rows stand together");
    assert_eq!(rows[1]["days"], -718);
    assert!(rows[2]["because"][0].as_str().expect("a reason").contains("union of organisations"), "{json}");
}

#[test]
fn a_matrix_without_a_call_or_with_a_missing_one_says_so() {
    assert_eq!(code(&["matrix", GOOD]), Some(2));
    assert_eq!(code(&["matrix", GOOD, "--calls", "nie-ma.yaml"]), Some(2));
    assert_eq!(code(&["matrix", "nie-ma.yaml", "--calls", COMMUNES]), Some(2));
}

#[test]
fn the_schema_of_a_call_knows_its_keys_in_both_languages() {
    let schema: serde_json::Value =
        serde_json::from_str(&said(&pakt(&["schema", "--call"])).0).expect("the schema is JSON");
    let own = &schema["properties"];
    assert_eq!(own["deadline"]["description"], "koniec naboru\n\nthe call closes");
    assert!(own["applicants"].is_object() && own["criteria"].is_object() && own["form"].is_object());
    let numbers = &schema["definitions"]["NumbersPart"]["properties"]["grant_max"];
    assert_eq!(numbers["description"], "dofinansowanie najwyżej\n\ngrant at most");
    let kinds = schema["definitions"]["Bodies"]["properties"]["kinds"].to_string();
    assert!(kinds.contains("local_authority"), "{kinds}");
}

#[test]
fn what_was_copied_from_one_application_into_another_is_told_when_asked_for() {
    let folder = scratch("copied");
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let first = folder.join("pierwszy.yaml").display().to_string();
    fs::write(&first, &text).expect("the folder can be written");
    let second = folder.join("drugi.yaml").display().to_string();
    let other = text.replace("gmina Przykładowo", "gmina Inne Miejsce");
    fs::write(&second, &other).expect("the folder can be written");
    let run = |more: &[&str]| {
        let arguments =
            ["check", first.as_str(), second.as_str(), "--format", "short", "--limit", "0", "--lang", "en"];
        said(&pakt(&[&arguments[..], more].concat())).0
    };
    assert!(!run(&[]).contains("COPY-"));
    let report = run(&["--compare"]);
    let copied: Vec<&str> = report.lines().filter(|line| line.contains("COPY-")).collect();
    assert!(!copied.is_empty() && copied.iter().all(|line| line.contains("drugi.yaml:")), "{report}");
    assert!(copied.iter().any(|line| line.contains("COPY-01") && line.contains("pierwszy.yaml")), "{report}");
}

#[test]
fn the_samples_have_nothing_of_each_other() {
    let arguments = [
        "check",
        "samples/gmina",
        "samples/szydlowiec",
        GOOD,
        "--compare",
        "--format",
        "short",
        "--limit",
        "0",
    ];
    let report = said(&pakt(&arguments)).0;
    let copied: Vec<&str> = report.lines().filter(|line| line.contains("COPY-")).collect();
    assert_eq!(copied, [""; 0]);
}

#[test]
fn changes_of_law_are_listed_since_a_day() {
    let run = |more: &[&str]| said(&pakt(&[&["catalogue", "changes", "--lang", "en"], more].concat())).0;
    assert!(run(&[]).contains("2025-06-01  the act of 20 March 2025"), "{}", run(&[]));
    let later = run(&["--since", "2025-12-01"]);
    assert!(later.starts_with("2026-01-29") && !later.contains("2025-06-01"), "{later}");
    assert_eq!(run(&["--since", "2999-01-01"]), "no changes since that day\n");
    assert_eq!(code(&["catalogue", "changes", "--since", "wczoraj"]), Some(2));
}
