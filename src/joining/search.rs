//! Slips of structure, found by trial. In: the trials of a file. Out: `Search`: the mends that hold, what tells of them,
//! and where a slip is that nothing mends.

use std::collections::BTreeSet;

use super::alone::{Outcome, original};
use super::trials::{Trials, Window, edited};
use crate::diagnostic::{Diagnostic, Level, Mend, Patch, Span};
use crate::reading;
use crate::source::Source;
use crate::yaml::{Candidate, Edit, MISPLACED};

/// How many lines around a fault are looked at before one that leaves nothing to ask is taken: its own and its
/// neighbours.
const NEAR: usize = 3;

/// What was found in one file.
#[derive(Default)]
pub(super) struct Search {
    pub(super) mends: Vec<Vec<Edit>>,
    /// The same in the author's text.
    pub(super) edits: Vec<Edit>,
    pub(super) findings: Vec<Diagnostic>,
    /// Where a slip stands in the author's text that nothing mends.
    pub(super) unclear: Vec<usize>,
}

/// Tells whether a fault may be one of how lines stand, and not of a single value.
pub(super) fn is_structural(fault: &Diagnostic) -> bool {
    let is_shape = matches!(
        fault.code,
        "TYPE-31" | "TYPE-32" | "TYPE-33" | "TYPE-39" | "TYPE-44" | "TYPE-45" | "TYPE-46"
    );
    let is_notation =
        fault.code.starts_with("YAML-") && !matches!(fault.code, "YAML-01" | "YAML-02" | "YAML-15");
    fault.level == Level::Error && (is_notation || fault.code.starts_with("KEY-") || is_shape)
}

/// Looks for the slips of one file, from the top.
pub(super) fn search(trials: &mut Trials<'_>) -> Search {
    let mut search = Search::default();
    let Some(mut outcome) = trials.read(&trials.source.text) else { return search };
    let mut seen: BTreeSet<(usize, &'static str)> = BTreeSet::new();
    loop {
        let is_new =
            |fault: &&Diagnostic| is_structural(fault) && !seen.contains(&(outcome.line(fault), fault.code));
        let Some(fault) = outcome.faults.iter().find(is_new).cloned() else { break };
        seen.insert((outcome.line(&fault), fault.code));
        match best(trials, &outcome, &fault) {
            Best::One(candidate, after) => {
                search.take(candidate, &outcome, &after);
                outcome = *after;
            }
            Best::Own => {}
            Best::None if is_guess(&fault) => {
                search.unclear.push(search.back(fault.span.unwrap_or_default().from));
            }
            Best::None => {}
        }
    }
    search
}

/// What mends a fault best.
enum Best {
    /// A mend of structure, with which the file reads so.
    One(Candidate, Box<Outcome>),
    /// The mend that it has.
    Own,
    /// Nothing that holds, or several things of which nobody knows which is meant.
    None,
}

impl Search {
    /// Returns where a byte of the text as it is now stands in the author's.
    fn back(&self, byte: usize) -> usize {
        self.mends.iter().rev().fold(byte, |byte, edits| original(edits, byte))
    }

    /// Takes a mend, and tells of it where it stands in the author's file.
    fn take(&mut self, candidate: Candidate, before: &Outcome, after: &Outcome) {
        let place = |from, to| Span { file: 0, from: self.back(from), to: self.back(to) };
        let from = candidate.edits.first().map_or(candidate.mark.0, |edit| edit.0);
        let to = candidate.edits.last().map_or(candidate.mark.1, |edit| edit.1);
        let moved: Vec<Edit> =
            candidate.edits.iter().map(|(start, end, new)| (start - from, end - from, new.clone())).collect();
        let patch = Patch::form(place(from, to), edited(&before.source.text[from..to], &moved));
        let mut finding = reading::told(candidate.code, place(candidate.mark.0, candidate.mark.1));
        if candidate.code == MISPLACED {
            let line = before.source.position(candidate.mark.0).line;
            let (key, owner) = after.field_at(line).unwrap_or_default();
            finding = finding.with("key", key).with("owner", reading::owner(owner));
        }
        self.findings.push(Diagnostic { patch: Some(patch), ..finding.with("count", candidate.edits.len()) });
        let edits = candidate.edits.iter();
        let edits: Vec<Edit> =
            edits.map(|(from, to, new)| (self.back(*from), self.back(*to), new.clone())).collect();
        self.edits.extend(edits);
        self.edits.sort_by_key(|edit| (edit.0, edit.1));
        self.mends.push(candidate.edits);
    }
}

/// Returns the one mend of structure that holds at a fault. It is looked for among the sections around the fault, and tried
/// in the whole file.
fn best(trials: &mut Trials<'_>, before: &Outcome, fault: &Diagnostic) -> Best {
    let Some(Window { at, outcome, fault: inside }) = trials.window(before, fault) else {
        return best_in(trials, before, fault);
    };
    let found = match best_in(trials, &outcome, &inside) {
        Best::One(found, _) => found,
        other => return other,
    };
    let moved = |from: usize| from + at.start;
    let edits = found.edits.into_iter().map(|(from, to, new)| (moved(from), moved(to), new)).collect();
    let candidate = Candidate { mark: (moved(found.mark.0), moved(found.mark.1)), edits, ..found };
    match trials.better(before, fault, &candidate.edits) {
        Some(after) => Best::One(candidate, Box::new(after)),
        None => Best::None,
    }
}

/// Returns the one mend of structure that holds at a fault: the smallest of those that say the same. Where those that
/// hold say several things, one that keeps lines
/// apart as fields and items is meant rather than one that makes one text of them; else none.
fn best_in(trials: &mut Trials<'_>, before: &Outcome, fault: &Diagnostic) -> Best {
    let own = fault.patch.as_ref().filter(|patch| patch.kind == Mend::Form);
    let own = own.map(|patch| vec![(patch.span.from, patch.span.to, patch.text.clone())]);
    let own = own.and_then(|edits| trials.better(before, fault, &edits));
    let or_own = if own.is_some() { Best::Own } else { Best::None };
    if own.is_some() && !is_doubtful(fault, &before.source) || !may_be_of_lines(fault, &before.source) {
        return or_own;
    }
    let at = fault.span.unwrap_or_default().from;
    let mut good: Vec<(Candidate, Outcome)> = Vec::new();
    for (number, site) in reading::candidates(&before.source.text, at).into_iter().enumerate() {
        // Where faults of notation are left, a slip farther off may be behind them as well.
        if number >= NEAR && good.iter().any(|(_, after)| after.is_clean()) {
            break;
        }
        for candidate in site {
            good.extend(trials.better(before, fault, &candidate.edits).map(|after| (candidate, after)));
        }
    }
    let rank = |after: &Outcome| (after.errors(), usize::MAX - after.parts());
    let Some(first) = good.iter().map(|(_, after)| rank(after)).min() else { return or_own };
    good.retain(|(_, after)| rank(after) == first);
    let says_same = |other: &Outcome| good.iter().all(|(_, after)| after.says_same(other));
    // Where its own mend says the same, or keeps more, it is the one to be told.
    if own.as_ref().is_some_and(|own| rank(own) < first || rank(own) == first && says_same(own)) {
        return or_own;
    }
    let is_one = good.first().is_some_and(|(_, after)| says_same(after));
    match good.into_iter().min_by_key(|(candidate, _)| candidate.edits.len()) {
        Some((candidate, after)) if is_one => Best::One(candidate, Box::new(after)),
        _ => Best::None,
    }
}

/// Tells whether a mend of its own may be made of lines that merely stand in the wrong place.
fn is_doubtful(fault: &Diagnostic, source: &Source) -> bool {
    let spans_lines = || fault.patch.as_ref().is_some_and(|patch| patch.text.contains('\n'));
    let at = fault.span.unwrap_or_default().from;
    let start = source.text[..at].rfind('\n').map_or(0, |at| at + 1);
    // `tasks [{task: …}]`: what stands before the colon is more than a name.
    let name = source.text[start..at].trim_start_matches([' ', '-']).split(':').next().unwrap_or_default();
    match fault.code {
        "YAML-17" => spans_lines() || name.contains([' ', ';', '=']),
        "YAML-21" | "YAML-24" | "YAML-26" | "KEY-01" => true,
        _ => false,
    }
}

/// Tells whether what follows a fault was read by a guess, unless it is mended.
fn is_guess(fault: &Diagnostic) -> bool {
    matches!(
        fault.code,
        "YAML-10"
            | "YAML-13"
            | "YAML-17"
            | "YAML-18"
            | "YAML-21"
            | "YAML-22"
            | "YAML-23"
            | "YAML-24"
            | "YAML-26"
            | "YAML-28"
            | "YAML-31"
            | "YAML-34"
    )
}

/// Tells whether a fault may come of where lines stand: one of YAML that is not about the signs of a text, or one of
/// what a line opens with.
fn may_be_of_lines(fault: &Diagnostic, source: &Source) -> bool {
    if fault.code.starts_with("YAML-") {
        return !matches!(
            fault.code,
            "YAML-08"
                | "YAML-09"
                | "YAML-12"
                | "YAML-14"
                | "YAML-16"
                | "YAML-25"
                | "YAML-32"
                | "YAML-40"
                | "YAML-41"
                | "YAML-43"
                | "YAML-45"
                | "YAML-46"
                | "YAML-47"
        );
    }
    let span = fault.span.unwrap_or_default();
    let line = source.text[..span.from].rfind('\n').map_or(0, |at| at + 1);
    let opens = source.text[line..span.from].bytes().all(|sign| matches!(sign, b' ' | b'-'));
    let is_key =
        !matches!(fault.code, "KEY-01" | "KEY-02") || reading::is_field(&source.text[span.from..span.to]);
    let is_known = !fault.code.starts_with("KEY-")
        || matches!(fault.code, "KEY-01" | "KEY-02" | "KEY-03" | "KEY-04" | MISPLACED);
    opens && is_key && is_known
}
