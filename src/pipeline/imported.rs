//! A changed table on the line. In: the files of an application, a table, how they are read. Out: the files with the
//! smallest edits, or why there are none.
//!
//! What was edited is read again before anything is written: it must say what the table says, and nothing that was right may
//! be wrong afterwards.

use super::Run;
use crate::diagnostic::{Diagnostic, Findings, Level, Place};
use crate::edit::edited;
use crate::report::worded;
use crate::tables::{self, Plan, Subject, Told};
use crate::yaml::Input;

/// Files with what a table brought.
#[derive(Debug)]
pub struct Imported {
    /// The files, in their order; unchanged where something stops it.
    pub parts: Vec<Input>,
    /// What is wrong, and what the reader should know.
    pub told: Vec<Told>,
    /// How many cells changed entries, and how many entries are new.
    pub changed: [usize; 2],
}

impl Imported {
    /// Tells whether something is wrong for which nothing may be written.
    pub fn stops(&self) -> bool {
        self.told.iter().any(Told::stops)
    }
}

/// Brings a table over; `read` reads the application with other contents of its files.
pub fn imported(
    parts: &[Input],
    (name, bytes): (&str, &[u8]),
    subject: Subject,
    read: &mut dyn FnMut(&[Input]) -> Run,
) -> Imported {
    let before = read(parts);
    let stays = |told: Vec<Told>| Imported { parts: parts.to_vec(), told, changed: [0, 0] };
    if before.loaded.findings.worst() == Some(Level::Error) {
        return stays(vec![tables::torn()]);
    }
    let mut plan = tables::plan(&before.loaded, (name, bytes), subject);
    if plan.stops() || plan.is_empty() {
        return stays(plan.told);
    }
    let Some(after) = put(parts, &before, &plan) else {
        plan.told.push(plan.unwritable());
        return stays(plan.told);
    };
    let run = read(&after);
    let wrong = wrong(&before, &run, &plan);
    plan.told.extend(wrong);
    // The application says now what the table says, or the edits are not those that were meant.
    let again = tables::plan(&run.loaded, (name, bytes), subject);
    if !plan.stops() && (!again.is_empty() || again.stops()) {
        plan.told.push(again.unwritable());
    }
    if plan.stops() {
        return stays(plan.told);
    }
    Imported { parts: after, changed: [plan.changed, plan.added], told: plan.told }
}

/// Returns the files with the edits; `None` where one is of a file that is not the application's own.
fn put(parts: &[Input], run: &Run, plan: &Plan) -> Option<Vec<Input>> {
    let mut after = parts.to_vec();
    for (file, edits) in &plan.edits {
        let name = &run.loaded.sources.files.get(*file)?.name;
        let part = after.iter_mut().find(|part| part.name == *name)?;
        part.bytes = edited(&part.bytes, edits)?;
    }
    Some(after)
}

/// Returns what is wrong with changed cells that was not wrong before.
fn wrong(before: &Run, after: &Run, plan: &Plan) -> Vec<Told> {
    let check = |run: &Run| run.check(Findings::default(), run.loaded.sources.clone());
    let (old, new) = (check(before), check(after));
    let is_new = |own: &Diagnostic| {
        let same = |other: &Diagnostic| other.code == own.code && other.place == own.place;
        !old.findings.iter().any(|found| same(&found.diagnostic))
    };
    let mut told: Vec<Told> = Vec::new();
    for found in new.findings.iter().filter(|found| found.diagnostic.level == Level::Error) {
        let place = place_of(after, &found.diagnostic, plan).filter(|_| is_new(&found.diagnostic));
        let Some(at) = place.and_then(|place| plan.cell_of(&place)) else { continue };
        let words = worded(&found.diagnostic, after.lang);
        // What only a rule holds against a value may be on its way to being right.
        let is_of_form = after.loaded.findings.0.iter().any(|own| own.code == found.diagnostic.code);
        told.push(match is_of_form {
            true => tables::not_understood(at, words.message, words.help),
            false => tables::against_a_rule(at, words.message, words.help),
        });
    }
    told
}

/// Returns the changed place that a finding is about: by its own place, or by the bytes that it shows.
fn place_of(run: &Run, finding: &Diagnostic, plan: &Plan) -> Option<Place> {
    let by_place = plan.places().find(|place| finding.place.is_within(place) && **place != Place::root());
    let by_bytes = || {
        let span = finding.span?;
        plan.places().find(|place| {
            let own = run.loaded.span_of(place);
            own.file == span.file && own.from <= span.from && span.from < own.to.max(own.from + 1)
        })
    };
    by_place.or_else(by_bytes).cloned()
}
