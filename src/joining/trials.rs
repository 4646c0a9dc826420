//! Trials of one file: how it reads with edits. In: the file and how many trials are left for it. Out: `Outcome`s that are
//! the better for them.

use super::alone::{self, Outcome, Role, Seen, has_new, is_better};
use crate::diagnostic::Diagnostic;
use crate::source::Source;
use crate::yaml::Edit;

/// The trials of one file.
pub(super) struct Trials<'f> {
    pub(super) source: &'f Source,
    pub(super) role: Role,
    pub(super) left: usize,
}

impl Trials<'_> {
    /// Reads a text in the file's place, unless it was tried too often.
    pub(super) fn read(&mut self, text: &str) -> Option<Outcome> {
        self.left = self.left.checked_sub(1)?;
        alone::read(&self.source.name, text, self.role, |_| true)
    }

    /// Returns how a text reads with these edits, where it is the better for it: in its YAML, if the `fault` is one of
    /// YAML, and in all.
    pub(super) fn better(&mut self, before: &Outcome, fault: &Diagnostic, edits: &[Edit]) -> Option<Outcome> {
        let source = &before.source;
        let known = before.seen(source, &[]);
        self.left = self.left.checked_sub(1)?;
        let text = edited(&source.text, edits);
        let is_of_yaml = fault.code.starts_with("YAML-");
        let mends_yaml = |faults: &[Diagnostic]| {
            let known: Vec<Seen> =
                known.iter().filter(|seen| seen.code.starts_with("YAML-")).cloned().collect();
            let after = alone::seen(faults, &text, source, edits);
            if is_of_yaml { is_better(&after, &known) } else { !has_new(&after, &known) }
        };
        let after = alone::read(&self.source.name, &text, self.role, mends_yaml)?;
        let seen = after.seen(source, edits);
        let own = Seen::of(fault, &source.text, before.line(fault));
        (is_better(&seen, &known) && is_gone(&own, &seen, &known)).then_some(after)
    }
}

/// Tells whether a fault is there less often than before.
pub(super) fn is_gone(fault: &Seen, after: &[Seen], before: &[Seen]) -> bool {
    let count = |all: &[Seen]| all.iter().filter(|other| *other == fault).count();
    count(after) == 0 || count(after) < count(before)
}

/// Returns a text with edits.
pub(super) fn edited(text: &str, edits: &[Edit]) -> String {
    let (mut done, mut new) = (0, String::with_capacity(text.len()));
    for (from, to, words) in edits {
        let (from, to) = (*from.max(&done), *to.max(&done));
        new.push_str(&text[done..from]);
        new.push_str(words);
        done = to;
    }
    new + &text[done..]
}
