//! Every number of a call's profile is asked for by somebody, or says why nobody can.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fs;
use std::path::Path;

use crate::borders::reasons;

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
pub(crate) fn numbers() -> Vec<(String, String)> {
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
    let (numbers, reasons) = (numbers(), reasons());
    assert!(numbers.len() > 35, "{numbers:?}");
    for (name, comment) in &numbers {
        let is_read = text.match_indices(&format!("numbers.{name}")).any(|(at, found)| {
            !text[at + found.len()..].starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '_')
        });
        // What is not read says so in `pakt profile show` as well.
        let said =
            reasons.get(name).filter(|reason| comment.contains(&format!("For `profile show`: {reason}.")));
        assert!(is_read == said.is_none(), "{name}: read or with a reason, and not both: {comment}");
    }
}
