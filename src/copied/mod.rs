//! What was copied from one application into another of the same run. In: the facts of both. Out: findings with the words
//! of `faults.md`.

use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Findings, Part, Place, Table, Value};
use crate::facts::Facts;
use crate::prose::{foreign, shared};

/// Another application of the run.
#[derive(Clone, Copy, Debug)]
pub struct Other<'run> {
    /// What the user called it.
    pub name: &'run str,
    /// What follows from it.
    pub facts: &'run Facts<'run>,
}

/// Returns the words of the faults.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns what an application has of another one; `is_common` tells which places hold what both take from one file.
pub fn copied(own: &Facts<'_>, other: Other<'_>, is_common: impl Fn(&Place, &Place) -> bool) -> Findings {
    let mut findings = Findings::default();
    let mut tell = |code: &str, place: Place, part: Part, there: &Place, said: &str| {
        let values = [("other", other.name)];
        let finding = Diagnostic { part: Some(part), ..Diagnostic::of(words(), code, place, &values) };
        let said = Value::quoted(shortened(said));
        findings.push(finding.with("there", there.to_string()).with("words", said));
    };
    for found in shared(own.application, other.facts.application) {
        if !is_common(&found.place, &found.there) {
            let said = &found.text[found.range.clone()];
            tell("COPY-01", found.place, Part::of(&found.text, found.range.clone()), &found.there, said);
        }
    }
    for found in foreign(own, other.facts) {
        let said = &found.text[found.range.clone()];
        tell("COPY-02", found.place, Part::of(&found.text, found.range.clone()), &found.there, said);
    }
    findings
}

/// How many letters of a sentence a message holds.
const LETTERS: usize = 80;

fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}
