//! Every number of a call's profile is asked for by somebody, or says why nobody can.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fs;
use std::path::Path;

/// Numbers that `pakt profile show` tells and nothing checks, each with the reason.
const TOLD_ONLY: [(&str, &str); 6] = [
    ("vat_up_to_eur", "budget lines do not say what of them is tax"),
    ("competition_from", "budget lines are gross, and one purchase may be several of them"),
    ("preparation_max_months", "actions do not say which stage they belong to"),
    ("testing_max_months", "actions do not say which stage they belong to"),
    ("service_min_months", "actions do not say which of them are the service"),
    ("applications_max", "an application knows nothing of the applicant's other ones"),
];

/// Returns the code of a folder of `src`, with all below it, tests left out.
fn code(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("tests") {
            text += &code(&path);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            let code = fs::read_to_string(&path).expect("code is text");
            text += code.split("#[cfg(test)]").next().unwrap_or_default();
        }
    }
    text
}

/// Returns the names of all numbers with the comments above each.
fn numbers() -> Vec<(String, String)> {
    let text = fs::read_to_string("src/profile/numbers.rs").expect("the numbers are there");
    let (_, list) = text.split_once("always {\n        /// How old").expect("the list of numbers");
    let (mut found, mut comment) = (Vec::new(), String::new());
    for line in list.lines().map(str::trim) {
        if let Some(said) = line.strip_prefix("///") {
            comment += said;
        } else if let Some((name, _)) = line.strip_suffix(',').and_then(|line| line.split_once(": ")) {
            found.push((name.to_owned(), std::mem::take(&mut comment)));
        }
    }
    found
}

#[test]
fn a_number_of_a_call_is_checked_or_says_why_not() {
    let folders = ["rules", "score", "calendar", "portal"];
    let text: String = folders.map(|folder| code(&Path::new("src").join(folder))).concat();
    let numbers = numbers();
    assert!(numbers.len() > 35, "{numbers:?}");
    for (name, comment) in &numbers {
        let is_read = text.match_indices(&format!("numbers.{name}")).any(|(at, found)| {
            !text[at + found.len()..].starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '_')
        });
        match TOLD_ONLY.iter().find(|(told, _)| told == name) {
            Some((_, reason)) => {
                assert!(!is_read, "{name} is read, and listed as not");
                assert!(comment.contains(&format!("For `profile show`: {reason}.")), "{name}: {comment}");
            }
            None => assert!(is_read, "nothing reads the number {name} of a profile"),
        }
    }
    for (name, _) in TOLD_ONLY {
        assert!(numbers.iter().any(|(known, _)| known == name), "there is no number {name}");
    }
}
