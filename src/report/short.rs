//! One line a finding, for editors and grep. In: a checked input. Out: `path:line:column: CODE message`.

use std::fmt::Write as _;

use super::Checked;
use crate::source::Position;

/// Returns one line a finding; columns count characters from 1.
pub fn short(checked: &Checked) -> String {
    let mut report = String::new();
    for finding in &checked.findings {
        let name = checked.sources.file(finding.span).map_or(checked.name.as_str(), |source| &source.name);
        let Position { line, column } =
            checked.sources.position(finding.span).unwrap_or(Position { line: 1, column: 1 });
        let diagnostic = &finding.diagnostic;
        let level = diagnostic.level.code();
        writeln!(report, "{name}:{line}:{column}: {level} {} {}", diagnostic.code, diagnostic.message)
            .expect("a string takes any text");
    }
    report
}
