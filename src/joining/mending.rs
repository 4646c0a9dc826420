//! Mends that hold. In: an application as read, with its faults. Out: the slips of structure that were found by trial,
//! and findings whose mends of form were tried.
//!
//! A mend is tried on its file alone: the text with it is read, and no rule is asked. It holds where fewer faults are
//! left and none is new.

use std::collections::{BTreeMap, BTreeSet};

use super::Loaded;
use super::alone::{Role, Seen, is_better};
use super::search::{is_structural, search};
use super::trials::{Left, Trials, edited, is_gone};
use crate::diagnostic::{Diagnostic, Findings, Mend, Patch, Span};
use crate::reading;
use crate::source::Source;
use crate::yaml::{Edit, Input};

/// How often one file is read for trial, and how many bytes in all.
const ALL: Left = Left { trials: 200, bytes: 12 << 20 };
/// What of that is kept for the mends that are offered; the rest looks for slips.
const KEPT: Left = Left { trials: 60, bytes: 2 << 20 };
/// How large a file may be for which there are trials.
const LARGEST: usize = 512 << 10;

/// Mends by the names of their files, each made in the text as the one before left it.
pub(super) type Mends = BTreeMap<String, Vec<Vec<Edit>>>;

/// What is done to the files of one application.
pub(super) struct Mending<'p> {
    parts: &'p [Input],
    /// How much work is left for each file.
    left: BTreeMap<String, Left>,
    /// The mends of structure, in the author's text.
    edits: BTreeMap<String, Vec<Edit>>,
}

/// What was found in all files.
#[derive(Default)]
pub(super) struct Found {
    pub(super) mends: Mends,
    /// What tells of the mends.
    pub(super) findings: Findings,
    /// The parts of files in which there is a slip of structure that nothing mends.
    pub(super) guessed: Vec<Span>,
}

impl<'p> Mending<'p> {
    /// Starts with the parts of an application.
    pub(super) fn new(parts: &'p [Input]) -> Self {
        Self { parts, left: BTreeMap::new(), edits: BTreeMap::new() }
    }

    fn trials<'f>(&self, source: &'f Source, faults: &[&Diagnostic]) -> Trials<'f> {
        let role = match self.parts.iter().position(|part| part.name == source.name) {
            Some(0) => Role::First,
            Some(_) => Role::Part,
            None => Role::Shared,
        };
        let slips = faults.iter().filter(|fault| fault.code.starts_with("YAML-")).count();
        let all = match source.text.len() > LARGEST || faults.iter().any(|fault| is_hopeless(fault)) {
            true => Left { trials: 0, bytes: 0 },
            false => ALL,
        };
        let left = self.left.get(&source.name).copied().unwrap_or(all);
        Trials { source, role, left, readings: slips + 1 }
    }

    /// Looks for slips of structure in the files that have faults.
    pub(super) fn find(&mut self, loaded: &Loaded) -> Found {
        let mut all = Found::default();
        for (file, source) in loaded.sources.files.iter().enumerate() {
            let own: Vec<&Diagnostic> =
                loaded.findings.0.iter().filter(|fault| span(loaded, fault).file == file).collect();
            if !own.iter().any(|fault| is_structural(fault)) {
                continue;
            }
            let mut trials = self.trials(source, &own);
            let kept = trials.left.kept(KEPT);
            let found = search(&mut trials);
            self.left.insert(source.name.clone(), trials.left.with(kept));
            all.findings.0.extend(found.findings.into_iter().map(|finding| of_file(finding, file)));
            all.guessed.extend(found.unclear.into_iter().map(|at| {
                let (from, to) = reading::part_at(&source.text, at);
                Span { file, from, to }
            }));
            if !found.mends.is_empty() {
                self.edits.insert(source.name.clone(), found.edits);
                all.mends.insert(source.name.clone(), found.mends);
            }
        }
        all.guessed.sort_unstable();
        all.guessed.dedup();
        all
    }

    /// Takes away the mends of form that do not hold; those for which no trial is left are proposals.
    pub(super) fn prove(&mut self, loaded: &mut Loaded) {
        for file in 0..loaded.sources.files.len() {
            let is_offered = |fault: &&mut Diagnostic| {
                fault.patch.as_ref().is_some_and(|patch| patch.span.file == file && patch.kind == Mend::Form)
            };
            let source = &loaded.sources.files[file];
            let all: Vec<&Diagnostic> = loaded
                .findings
                .0
                .iter()
                .filter(|fault| fault.span.is_some_and(|span| span.file == file))
                .collect();
            let mut trials = self.trials(source, &all);
            let own: Vec<&mut Diagnostic> = loaded.findings.0.iter_mut().filter(is_offered).collect();
            if own.is_empty() {
                continue;
            }
            let base = self.edits.get(&source.name).cloned().unwrap_or_default();
            Proof { trials: &mut trials, base: &base }.of(own);
            self.left.insert(source.name.clone(), trials.left);
        }
    }
}

/// What a set of mends is held against.
struct Proof<'f, 't> {
    trials: &'t mut Trials<'f>,
    /// The mends of structure, which are made in any case.
    base: &'t [Edit],
}

impl Proof<'_, '_> {
    /// Tries the mends of findings all at once, then half of them, down to each by itself.
    fn of(&mut self, findings: Vec<&mut Diagnostic>) {
        let source = self.trials.source;
        let Some(before) = self.trials.read(&edited(&source.text, self.base)) else {
            return findings.into_iter().for_each(doubt);
        };
        let before = before.seen(source, self.base);
        let mut left = vec![findings];
        while let Some(mut some) = left.pop() {
            match self.holds(&some, &before) {
                Some(true) => {}
                Some(false) if some.len() == 1 => some[0].patch = None,
                Some(false) => {
                    let half = some.split_off(some.len() / 2);
                    left.extend([half, some]);
                }
                None => some.into_iter().for_each(doubt),
            }
        }
    }

    /// Tells whether mends hold together: nothing is new, and what they mend is gone; `None` without a trial left.
    fn holds(&mut self, findings: &[&mut Diagnostic], before: &[Seen]) -> Option<bool> {
        let source = self.trials.source;
        let mut edits: Vec<Edit> = self.base.to_vec();
        let patches = findings.iter().filter_map(|finding| finding.patch.as_ref());
        edits.extend(patches.map(|patch| (patch.span.from, patch.span.to, patch.text.clone())));
        edits.sort_by_key(|edit| (edit.0, edit.1));
        if edits.is_sorted_by(|one, other| one.1 <= other.0) {
            let after = self.trials.read(&edited(&source.text, &edits))?.seen(source, &edits);
            let own = |finding: &Diagnostic| {
                Seen::of(finding, &source.text, source.position(finding.span.unwrap_or_default().from).line)
            };
            let are_gone = findings.iter().all(|finding| is_gone(&own(finding), &after, before));
            return Some(is_better(&after, before) && are_gone);
        }
        Some(false)
    }
}

/// Makes a proposal of a mend that could not be tried.
fn doubt(finding: &mut Diagnostic) {
    if let Some(patch) = &mut finding.patch {
        patch.kind = Mend::Content;
    }
}

/// Takes away what is told only because a part was read by a guess: of each such part the first fault of YAML is told
/// that nothing mends, and what can be mended.
pub(super) fn hush(loaded: &mut Loaded) {
    if loaded.guessed.is_empty() {
        return;
    }
    let mut findings = std::mem::take(&mut loaded.findings.0);
    findings.sort_by_key(|fault| span(loaded, fault));
    let mut told: BTreeSet<usize> = BTreeSet::new();
    findings.retain(|fault| {
        let own = span(loaded, fault);
        let is_in = |part: &Span| part.file == own.file && (part.from..part.to).contains(&own.from);
        let Some(part) = loaded.guessed.iter().position(is_in).filter(|_| is_structural(fault)) else {
            return true;
        };
        let is_mended = fault.patch.as_ref().is_some_and(|patch| patch.kind == Mend::Form);
        // That a file holds no fields comes of the slip.
        is_mended || fault.code.starts_with("YAML-") && fault.code != "YAML-11" && told.insert(part)
    });
    loaded.findings = Findings(findings);
}

/// Puts a finding of a file read by itself into the file's place among all.
fn of_file(mut finding: Diagnostic, file: usize) -> Diagnostic {
    let moved = |span: Span| Span { file, ..span };
    finding.span = finding.span.map(moved);
    finding.patch = finding.patch.map(|patch| Patch { span: moved(patch.span), ..patch });
    finding
}

fn span(loaded: &Loaded, fault: &Diagnostic) -> Span {
    fault.span.unwrap_or_else(|| loaded.span_of(&fault.place))
}

/// Tells whether a file is no text, or so large or broken that reading it again and again leads nowhere.
fn is_hopeless(fault: &Diagnostic) -> bool {
    matches!(fault.code, "YAML-03" | "YAML-04" | "YAML-05" | "YAML-06" | "YAML-27")
}
