//! Annotations of a pull request. In: a checked input. Out: workflow commands.
//! Source: GitHub Actions, "Workflow commands", `error`, `warning`, `notice`.

use std::fmt::Write as _;

use super::{Checked, Worded, worded};
use crate::diagnostic::Level;
use crate::lang::{Lang, Noun};
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

/// How many errors, warnings and notices a step may show: the runner drops the others in silence. One notice is for
/// saying so.
const SHOWN: [usize; 3] = [10, 10, 9];

/// How much room is left for annotations.
#[derive(Clone, Debug, Default)]
pub(super) struct Room {
    taken: [usize; 3],
    left_out: usize,
}

impl Room {
    /// Returns the commands for which there is room.
    pub(super) fn of(&mut self, commands: &str) -> String {
        let mut fits = |line: &&str| {
            let kind = ["::error", "::warning"].iter().position(|kind| line.starts_with(kind)).unwrap_or(2);
            self.taken[kind] += 1;
            self.left_out += usize::from(self.taken[kind] > SHOWN[kind]);
            self.taken[kind] <= SHOWN[kind]
        };
        commands.split_inclusive('\n').filter(|line| fits(line)).collect()
    }

    /// Returns a notice of those for which there was none; empty where there are none.
    pub(super) fn left_out(&self, lang: Lang) -> String {
        if self.left_out == 0 {
            return String::new();
        }
        let noun = Noun(["uwaga", "uwagi", "uwag"], ["finding", "findings"]);
        let all = lang.counted(self.left_out as u64, noun);
        lang.pick(
            format!("::notice title=pakt::{all} bez adnotacji: GitHub pokazuje po 10 każdego rodzaju; wszystkie są w podsumowaniu kroku\n"),
            format!("::notice title=pakt::{all} without an annotation: GitHub shows 10 of each kind; the step's summary has them all\n"),
        )
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
