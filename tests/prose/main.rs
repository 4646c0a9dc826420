//! How often the advice that reads prose is wrong. Every finding of it in the samples and in the texts beside
//! this file has a verdict in `verdicts.yaml`; one without a verdict, or a verdict without its finding, fails.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

/// The rules that read figures, days, ages, names and phrases out of prose, and what compares applications.
const READERS: [&str; 16] = [
    "EVID-08",
    "PARTNER-20",
    "ACT-16",
    "EVID-11",
    "GROUP-12",
    "LOGIC-03",
    "LOGIC-04",
    "LOGIC-05",
    "LOGIC-06",
    "META-13",
    "META-14",
    "META-15",
    "OBJ-13",
    "TIME-12",
    "COPY-01",
    "COPY-02",
];

/// The most false findings, as a share in percent.
const FALSE_AT_MOST: usize = 10;

/// What a person says of a finding.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Verdict {
    file: PathBuf,
    rule: String,
    place: String,
    /// The words in question, as the message quotes them.
    says: String,
    is_true: bool,
    because: String,
}

impl Verdict {
    fn is_of(&self, file: &Path, finding: &Value) -> bool {
        let said = |key: &str| finding[key].as_str().unwrap_or_default();
        let same = said("code") == self.rule && said("path") == self.place;
        same && self.file == file && said("message").contains(&format!("„{}”", self.says))
    }
}

/// Returns the applications that are read: the samples, and what people wrote on their own.
fn corpus() -> Vec<PathBuf> {
    let entries = ["samples", "tests/prose"].map(|folder| fs::read_dir(folder).expect("the folder is there"));
    let mut paths: Vec<PathBuf> =
        entries.into_iter().flatten().map(|entry| entry.expect("the entry is there").path()).collect();
    paths.retain(|path| {
        path.join("pakt.yaml").is_file() || path.extension().is_some_and(|ending| ending == "yaml")
    });
    paths.retain(|path| !path.ends_with("verdicts.yaml"));
    paths.sort();
    paths
}

/// Returns the findings of these rules, each with the application it is of; all are read in one run and compared.
fn findings(paths: &[PathBuf]) -> Vec<(PathBuf, Value)> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    command.arg("check").args(paths).args(["--compare", "--lang", "pl", "--format", "json", "--limit", "0"]);
    let output = command.output().expect("the program starts");
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let inputs = report["inputs"].as_array().expect("the report lists applications");
    assert_eq!(inputs.len(), paths.len());
    let of_input = |(path, input): (&PathBuf, &Value)| {
        let all = input["findings"].as_array().expect("the report lists findings").clone();
        assert!(!all.iter().any(|finding| finding["code"] == "IO-01"), "{} is not read", path.display());
        let own = all.into_iter().filter(|finding| READERS.iter().any(|code| finding["code"] == *code));
        own.map(|finding| (path.clone(), finding)).collect::<Vec<_>>()
    };
    paths.iter().zip(inputs).flat_map(of_input).collect()
}

#[test]
fn false_alarms_are_few() {
    let text = fs::read_to_string("tests/prose/verdicts.yaml").expect("the verdicts are there");
    let verdicts: Vec<Verdict> = serde_yaml::from_str(&text).expect("the verdicts are read");
    let corpus = corpus();
    assert!(corpus.len() > 6, "{corpus:?}");
    let found = findings(&corpus);
    for (path, finding) in &found {
        let known = verdicts.iter().any(|verdict| verdict.is_of(path, finding));
        assert!(known, "no verdict on {} in {}", finding, path.display());
    }
    for verdict in &verdicts {
        let is_found = found.iter().any(|(path, finding)| verdict.is_of(path, finding));
        assert!(is_found && !verdict.because.is_empty(), "{verdict:?}");
    }
    for rule in READERS {
        let of_rule = || verdicts.iter().filter(|verdict| verdict.rule == rule);
        let (all, wrong) = (of_rule().count(), of_rule().filter(|verdict| !verdict.is_true).count());
        let share = (wrong * 100).checked_div(all).unwrap_or_default();
        println!("{rule}: {all} findings in {} applications, {wrong} false ({share} %)", corpus.len());
        assert!(all > 0, "nothing is measured of {rule}");
        assert!(share <= FALSE_AT_MOST, "{rule}: {wrong} of {all} findings are false");
    }
}
