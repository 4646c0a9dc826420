//! Trials of one file: how it reads with edits. In: the file and how much work is left for it. Out: `Outcome`s that are
//! the better for them.

use std::ops::Range;

use super::alone::{self, Outcome, Role, Seen, has_new, is_better};
use crate::diagnostic::{Diagnostic, Level};
use crate::source::Source;
use crate::yaml::Edit;

/// How much work is left for the trials of one file.
#[derive(Clone, Copy)]
pub(super) struct Left {
    pub(super) trials: usize,
    pub(super) bytes: usize,
}

impl Left {
    /// Takes a trial of a text, unless too much was tried.
    fn take(&mut self, bytes: usize) -> Option<()> {
        let left = Self { trials: self.trials.checked_sub(1)?, bytes: self.bytes.checked_sub(bytes)? };
        *self = left;
        Some(())
    }

    /// Puts work aside, and returns as much of it as there is.
    pub(super) fn kept(&mut self, wanted: Self) -> Self {
        let kept = Self { trials: self.trials.min(wanted.trials), bytes: self.bytes.min(wanted.bytes) };
        *self = Self { trials: self.trials - kept.trials, bytes: self.bytes - kept.bytes };
        kept
    }

    /// Returns this and what was put aside.
    pub(super) fn with(self, kept: Self) -> Self {
        Self { trials: self.trials + kept.trials, bytes: self.bytes + kept.bytes }
    }
}

/// The trials of one file, or of a window in it.
pub(super) struct Trials<'f> {
    pub(super) source: &'f Source,
    pub(super) role: Role,
    pub(super) left: Left,
    /// How often one trial reads a text: once, and once more for each slip that is repaired on the way.
    pub(super) readings: usize,
}

/// The sections around a fault, read by themselves: what is tried there costs less than in the whole file.
pub(super) struct Window {
    /// The bytes of the file.
    pub(super) at: Range<usize>,
    pub(super) outcome: Outcome,
    /// The fault as it is told there.
    pub(super) fault: Diagnostic,
}

impl Trials<'_> {
    /// Reads a text in the file's place, unless too much was tried.
    pub(super) fn read(&mut self, text: &str) -> Option<Outcome> {
        self.left.take(text.len() * self.readings)?;
        alone::read(&self.source.name, text, self.role, |_| true)
    }

    /// Returns the section of a fault with its neighbours, where they tell the same faults as in the whole file; none where
    /// lines may belong to what stands farther off.
    pub(super) fn window(&mut self, before: &Outcome, fault: &Diagnostic) -> Option<Window> {
        let text = &before.source.text;
        let byte = |fault: &Diagnostic| fault.span.unwrap_or_default().from;
        let is_of_use = |at: &Range<usize>| before.is_clean() && at.len() * 2 < text.len();
        let at = around(text, byte(fault)).filter(is_of_use)?;
        let outcome = self.read(&text[at.clone()])?;
        let own = |faults: &[Diagnostic], from: usize| -> Vec<(&'static str, usize)> {
            let told = faults.iter().filter(|fault| fault.level >= Level::Missing);
            told.map(|fault| (fault.code, byte(fault) - from)).collect()
        };
        let inside: Vec<Diagnostic> =
            before.faults.iter().filter(|fault| at.contains(&byte(fault))).cloned().collect();
        if own(&inside, at.start) != own(&outcome.faults, 0) {
            return None;
        }
        let same = |other: &&Diagnostic| other.code == fault.code && byte(other) + at.start == byte(fault);
        let fault = outcome.faults.iter().find(same)?.clone();
        Some(Window { at, outcome, fault })
    }

    /// Returns how a text reads with these edits, where it is the better for it: in its YAML, if the `fault` is one of
    /// YAML, and in all.
    pub(super) fn better(&mut self, before: &Outcome, fault: &Diagnostic, edits: &[Edit]) -> Option<Outcome> {
        let source = &before.source;
        let known = before.seen(source, &[]);
        let text = edited(&source.text, edits);
        self.left.take(text.len() * self.readings)?;
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

/// Returns the bytes of the section in which one stands, and of the ones before and behind it.
fn around(text: &str, byte: usize) -> Option<Range<usize>> {
    let lines = || {
        text.split_inclusive('\n').scan(0, |from, line| {
            let own = *from;
            *from += line.len();
            Some((own, line))
        })
    };
    let opens = |line: &str| !line.starts_with([' ', '\t', '#', '\n', '\r', '-', '.', ']', '}']);
    // A part of a folder may be a list.
    let is_list =
        lines().map(|(_, line)| line).find(|line| opens(line) || line.starts_with("- "))?.starts_with('-');
    let starts: Vec<usize> = lines()
        .filter(|(_, line)| if is_list { line.starts_with("- ") } else { opens(line) })
        .map(|(from, _)| from)
        .collect();
    let own = starts.partition_point(|start| *start <= byte);
    let from = own.checked_sub(2).map_or(0, |before| starts[before]);
    Some(from..starts.get(own + 1).copied().unwrap_or(text.len()))
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
