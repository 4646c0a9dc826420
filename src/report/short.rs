//! One line a finding, for editors and grep. In: a checked input. Out: `path:line:column: CODE message`.

use std::fmt::Write as _;

use super::{Checked, level, worded};
use crate::diagnostic::Level;
use crate::source::Position;

/// Returns one line a finding for programs, of so many, the worst; columns count characters from 1.
pub fn short(checked: &Checked, limit: usize) -> String {
    lines(checked, limit, Level::code)
}

/// Returns the same for people, with the levels in their language.
pub fn brief(checked: &Checked) -> String {
    lines(checked, usize::MAX, |own| level(own, checked.lang))
}

fn lines(checked: &Checked, limit: usize, level: impl Fn(Level) -> &'static str) -> String {
    let mut report = String::new();
    for finding in checked.worst(limit) {
        let name = checked.sources.file(finding.span).map_or(checked.name.as_str(), |source| &source.name);
        let Position { line, column } =
            checked.sources.position(finding.span).unwrap_or(Position { line: 1, column: 1 });
        let diagnostic = &finding.diagnostic;
        let level = level(diagnostic.level);
        let message = worded(diagnostic, checked.lang).message;
        writeln!(report, "{name}:{line}:{column}: {level} {} {}", diagnostic.code, message)
            .expect("a string takes any text");
    }
    report
}
