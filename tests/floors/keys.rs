//! What is shipped as data has a reader: each key of a catalogue's or a profile's file is asked for in the code of some
//! rule, document or command, or its command is named here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_yaml::Value;

use crate::{code, files};

/// Keys whose value is only shown, each with the command that shows it.
const SHOWN: [(&str, &str); 16] = [
    ("applications_max", "pakt profile show: an application knows nothing of the applicant's other ones"),
    (
        "buys_from_parties",
        "pakt catalogue: what a set of clauses assumes, compared by the library's own tests",
    ),
    ("checked_on", "pakt catalogue --format json"),
    ("claims", "pakt catalogue: what a set of clauses assumes, compared by the library's own tests"),
    (
        "competition_from",
        "pakt profile show: budget lines are gross, and one purchase may be several of them",
    ),
    ("gender_exemptions", "pakt profile show: which exemption holds is for a person to say"),
    ("goals", "pakt catalogue regions --format json"),
    ("goals_listed", "pakt catalogue regions --format json"),
    ("issuer", "pakt catalogue strategies --format json"),
    ("million_eur", "pakt catalogue regions --format json"),
    ("preparation_max_months", "pakt profile show: actions do not say which stage they belong to"),
    ("service_min_months", "pakt profile show: actions do not say which of them are the service"),
    ("term_days", "pakt catalogue: what a set of clauses assumes, compared by the library's own tests"),
    ("testing_max_months", "pakt profile show: actions do not say which stage they belong to"),
    ("title_slide", "pakt catalogue --slide"),
    ("vat_up_to_eur", "pakt profile show: budget lines do not say what of them is tax"),
];

/// Keys under which the keys are codes of rules, of sections or of questions.
const OF_CODES: [&str; 3] = ["levels", "limits", "gender_points"];

fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Mapping(fields) => {
            for (key, value) in fields {
                let key = key.as_str().unwrap_or_default();
                found.insert(key.to_owned());
                if !OF_CODES.contains(&key) {
                    keys(value, found);
                }
            }
        }
        Value::Sequence(entries) => entries.iter().for_each(|entry| keys(entry, found)),
        _ => {}
    }
}

/// Returns the keys of the files of a folder, each with the files that have it.
fn of_folder(folder: &str, known: &mut BTreeMap<String, BTreeSet<String>>) {
    for entry in fs::read_dir(folder).expect(folder) {
        let path = entry.expect("the entry is there").path();
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("the file can be read");
        let mut found = BTreeSet::new();
        keys(&serde_yaml::from_str(&text).expect("the file is YAML"), &mut found);
        for key in found {
            known.entry(key).or_default().insert(path.display().to_string());
        }
    }
}

#[test]
fn every_key_of_the_shipped_data_has_a_reader() {
    let mut known = BTreeMap::new();
    ["src/catalogue", "src/profile", "samples/calls"].iter().for_each(|folder| of_folder(folder, &mut known));
    assert!(known.len() > 100, "{}", known.len());
    let mut paths = Vec::new();
    files(Path::new("src"), &mut paths);
    let mut read = BTreeSet::new();
    for path in paths.iter().filter(|path| !path.ends_with("tests.rs")) {
        let text = fs::read_to_string(path).expect("the file can be read");
        for (at, _) in code(&text).match_indices('.') {
            let rest = &text[at + 1..];
            let end = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(rest.len());
            read.insert(rest[..end].to_owned());
        }
    }
    let shown: BTreeMap<&str, &str> = SHOWN.into_iter().collect();
    let unread: Vec<_> =
        known.iter().filter(|(key, _)| !read.contains(*key) && !shown.contains_key(key.as_str())).collect();
    assert!(unread.is_empty(), "nobody reads {unread:#?}");
    let stale: Vec<_> =
        shown.keys().filter(|key| !known.contains_key(**key) || read.contains(**key)).collect();
    assert!(stale.is_empty(), "{stale:?} are read, or there no more");
}
