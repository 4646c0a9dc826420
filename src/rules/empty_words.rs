//! Words that promise nothing, and words in place of an answer. In: `Case`. Out: faults of META-14 and META-15, whose
//! words stand in `meta.md`.

use super::lexicon::lexicon;
use super::worded::{Worded, all, prose, stretch, text};
use super::{Case, Faults, fault};
use crate::diagnostic::Part;

/// Returns the texts in which partners bind themselves: what stays, what is done against risks.
fn promises<'run>(case: &Case<'run>) -> Vec<Worded<'run>> {
    let root = case.root();
    let mut texts = prose(case, root.sustainability().exit_strategy());
    for heir in root.sustainability().heirs().each() {
        texts.extend(text(case, heir.how()));
    }
    for done in root.sustainability().completion().each() {
        texts.extend(all(case, &done.here(), Some(done.entry)));
    }
    for objective in &case.facts.objectives {
        texts.extend(prose(case, objective.durability()));
    }
    for risk in &case.facts.risks {
        texts.extend(prose(case, risk.prevention()));
        texts.extend(prose(case, risk.response()));
    }
    texts.extend(prose(case, root.monitoring().text()));
    texts.extend(prose(case, root.gender().management()));
    for own in root.accessibility().each() {
        texts.extend(text(case, own.measure()));
    }
    texts
}

/// Returns further texts that an assessor scores, in which nothing can stand for something.
fn answers<'run>(case: &Case<'run>) -> Vec<Worded<'run>> {
    let mut texts = promises(case);
    for risk in &case.facts.risks {
        texts.extend(text(case, risk.trigger()));
    }
    for action in &case.facts.actions {
        texts.extend(prose(case, action.text()));
        texts.extend(prose(case, action.innovation()));
        texts.extend(prose(case, action.justification()));
    }
    for group in &case.facts.groups {
        texts.extend(prose(case, group.features()));
        texts.extend(prose(case, group.justification()));
        texts.extend(prose(case, group.recruitment()));
        texts.extend(prose(case, group.interest()));
    }
    for need in &case.facts.needs {
        texts.extend(prose(case, need.description()));
    }
    for alignment in &case.facts.alignments {
        texts.extend(prose(case, alignment.argument()));
    }
    let recruitment = case.root().recruitment();
    texts.extend(prose(case, recruitment.equal_access()));
    texts.extend(prose(case, recruitment.shortfall()));
    texts
}

pub(super) fn hedged(case: &Case<'_>, faults: &mut Faults) {
    for Worded { place, words, .. } in promises(case) {
        let lower = words.to_lowercase();
        let Some(phrase) = lexicon().hedges.iter().find(|phrase| lower.contains(phrase.as_str())) else {
            continue;
        };
        let draft = fault!(faults at place, phrase);
        if let Some(range) = stretch(words, phrase) {
            draft.part(Part::of(words, range));
        }
    }
}

pub(super) fn nothing_said(case: &Case<'_>, faults: &mut Faults) {
    for Worded { place, words, .. } in answers(case) {
        let bare = words.trim().trim_end_matches(['.', ';', ',']).to_lowercase();
        if lexicon().nothings.contains(&bare) {
            fault!(faults at place, word = words.trim());
        }
    }
}
