//! Annotations of a pull request. In: a checked input. Out: workflow commands.
//! Source: GitHub Actions, "Workflow commands", `error`, `warning`, `notice`.

use std::fmt::Write as _;

use super::{Checked, Worded, worded};
use crate::diagnostic::Level;
use crate::source::Position;

/// Returns one command a finding, of so many, the worst.
pub fn github(checked: &Checked, limit: usize) -> String {
    let mut report = String::new();
    for finding in checked.worst(limit) {
        let diagnostic = &finding.diagnostic;
        let command = match diagnostic.level {
            Level::Error => "error",
            Level::Missing | Level::Warning => "warning",
            Level::Advice => "notice",
        };
        let file = checked.sources.file(finding.span).map_or(checked.name.as_str(), |source| &source.name);
        let at = |byte| checked.sources.file(finding.span).map(|source| source.position(byte));
        let start = at(finding.span.from).unwrap_or(Position { line: 1, column: 1 });
        let end = at(finding.span.to).unwrap_or(start);
        let Worded { name, mut message, help, .. } = worded(diagnostic, checked.lang);
        if !help.is_empty() {
            message = format!("{message}\n{help}");
        }
        writeln!(
            report,
            "::{command} file={},line={},endLine={},col={},title={} {}::{}",
            property(file),
            start.line,
            end.line,
            start.column,
            property(diagnostic.code),
            property(name),
            data(&message),
        )
        .expect("a string takes any text");
    }
    report
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
