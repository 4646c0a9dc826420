//! The YAML test suite against the loader: no panic, every invalid case refused at a place.
//!
//! `YAML_SUITE` names the folder of its cases, which `.ci/yaml-suite` fetches; without it the test says
//! that it was skipped. `TestSuite` cases are no applications, so only faults of YAML itself count.

use std::fs;
use std::path::Path;

use pakt::inside::lang::Lang;
use serde_json::Value;

use super::{lines, one};

/// Invalid cases that are read all the same, with the reason.
const READ_ALL_THE_SAME: &[(&str, &str)] = &[
    (
        "9C9N",
        "items of a bracketed list that are not indented: what is meant is plain, and other readers take it",
    ),
    ("QB6E", "lines of a quoted text that are not indented: as above"),
    ("DK95-1", "a tab before the second line of a quoted text: white space there is folded anyway"),
];

/// What pakt refuses although YAML allows it: more than one document, keys that are no words, files
/// that hold no fields, types of one's own.
const OURS: [&str; 4] = ["YAML-02", "YAML-10", "YAML-11", "YAML-14"];

#[test]
fn the_yaml_test_suite_is_read_or_refused() {
    let Some(folder) = std::env::var_os("YAML_SUITE") else {
        println!("skipped: YAML_SUITE is not set");
        return;
    };
    let cases = cases(Path::new(&folder));
    let (mut invalid, mut valid, mut accepted, mut refused) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for (id, text, fails) in &cases {
        let loaded = one(text.as_bytes(), Lang::En);
        let yaml: Vec<_> =
            loaded.findings.0.iter().filter(|finding| finding.code.starts_with("YAML-")).collect();
        let placed = yaml.iter().all(|finding| finding.span.is_some());
        if *fails {
            invalid += 1;
            let refused = placed && yaml.iter().any(|finding| finding.code != "YAML-11");
            let listed = READ_ALL_THE_SAME.iter().any(|(known, _)| known == id);
            if refused == listed {
                wrong.push(format!(
                    "{id} is invalid; refused: {refused}, listed: {listed}\n{text}\n{}",
                    lines(&loaded)
                ));
            }
        } else {
            valid += 1;
            accepted += usize::from(yaml.iter().all(|finding| finding.code == "YAML-11"));
            refused += usize::from(yaml.iter().any(|finding| !OURS.contains(&finding.code.as_str())));
            if yaml.iter().any(|finding| !OURS.contains(&finding.code.as_str())) {
                println!("{id} is valid:\n{}", lines(&loaded));
            }
        }
    }
    println!(
        "{} cases found: {invalid} invalid, {} of them read all the same",
        cases.len(),
        READ_ALL_THE_SAME.len()
    );
    let ours = valid - accepted - refused;
    println!("{valid} valid: {accepted} accepted, {ours} refused by pakt's own rules, {refused} for syntax");
    for (id, reason) in READ_ALL_THE_SAME {
        println!("{id} is read: {reason}");
    }
    assert!(cases.len() > 350, "the suite is not whole");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the cases: id, text, and whether it is invalid. A case without a text has the one before.
fn cases(folder: &Path) -> Vec<(String, String, bool)> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the entry can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "js") && !path.ends_with("index.js"));
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let script = fs::read_to_string(&path).expect("the file can be read");
        let start = script.find("export default").expect("the file exports a case") + "export default".len();
        let json = script[start..].trim().trim_end_matches(';');
        let file: Value = serde_json::from_str(json).expect("the case is JSON");
        let id = file["id"].as_str().unwrap_or_default();
        let mut text = "";
        for (number, case) in file["cases"].as_array().into_iter().flatten().enumerate() {
            text = case["yaml"].as_str().unwrap_or(text);
            let name = if number == 0 { id.to_owned() } else { format!("{id}-{number}") };
            cases.push((name, text.to_owned(), case["fail"].as_bool().unwrap_or(false)));
        }
    }
    cases
}
