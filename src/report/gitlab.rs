//! The report of GitLab on the quality of code. In: a checked input. Out: entries of a JSON list.
//! Source: GitLab, "Code Quality", "Import code quality results from a CI/CD job": the fields that must be there.

use serde::Serialize;

use super::{Checked, Worded, fingerprint, json, worded};
use crate::diagnostic::Level;

#[derive(Serialize)]
struct Entry<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Returns one entry a finding, of so many, the worst, with commas between.
pub(super) fn piece(checked: &Checked, limit: usize) -> String {
    let prints = fingerprint::fingerprints(checked);
    let entries = checked.worst_at(limit).into_iter().map(|at| {
        let found = &checked.findings[at];
        let own = &found.diagnostic;
        let Worded { message, help, .. } = worded(own, checked.lang);
        let description = if help.is_empty() { message } else { format!("{message}; {help}") };
        let at_lines = json::location(found.span, &checked.sources);
        let entry = Entry {
            description,
            check_name: own.code,
            fingerprint: &prints[at],
            severity: severity(own.level),
            location: Location {
                path: fingerprint::file(found, checked),
                lines: Lines { begin: at_lines.line, end: at_lines.end_line },
            },
        };
        json::within(&entry, 1)
    });
    entries.collect::<Vec<_>>().join(",")
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "critical",
        Level::Missing => "major",
        Level::Warning => "minor",
        Level::Advice => "info",
    }
}
