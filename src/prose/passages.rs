//! The texts in which authors argue with figures. In: `Facts`. Out: `Passage`s.

use super::records::Aspect;
use crate::described::At;
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::model::{Field, Prose, Text};

/// A text with what its figures may be held against.
pub(super) struct Passage<'run> {
    pub(super) place: Place,
    pub(super) text: &'run Text,
    pub(super) against: &'static [Aspect],
}

const EVIDENCE: &[Aspect] = &[Aspect::Evidence];
const PLAN: &[Aspect] = &[Aspect::Plan];
const BOTH: &[Aspect] = &[Aspect::Evidence, Aspect::Plan];

/// Returns the texts in which authors argue with figures.
pub(super) fn passages<'run>(facts: &Facts<'run>) -> Vec<Passage<'run>> {
    let mut found: Vec<Passage<'run>> = Vec::new();
    let root = facts.root();
    let mut add = |(place, text): (Place, Option<&'run Text>), against| {
        found.extend(text.map(|text| Passage { place, text, against }));
    };
    let text = |field: At<'run, Field<Text>>| (field.here(), field.entry.get());
    let prose = |field: At<'run, Field<Prose>>| (field.here(), field.entry.get().map(|prose| &prose.0));
    add(prose(root.meta().summary()), BOTH);
    add(prose(root.partnership().justification()), BOTH);
    add(prose(root.diagnosis().context()), EVIDENCE);
    for objective in &facts.objectives {
        add(text(objective.title()), PLAN);
        add(prose(objective.text()), PLAN);
    }
    for need in &facts.needs {
        add(text(need.title()), EVIDENCE);
        add(prose(need.description()), EVIDENCE);
        for text in need.causes().each().chain(need.effects().each()) {
            add((text.here(), Some(text.entry)), EVIDENCE);
        }
    }
    for group in &facts.groups {
        add(prose(group.features()), EVIDENCE);
        add(prose(group.justification()), EVIDENCE);
    }
    for action in &facts.actions {
        add(prose(action.text()), EVIDENCE);
        add(prose(action.justification()), EVIDENCE);
    }
    for alignment in &facts.alignments {
        add(prose(alignment.argument()), EVIDENCE);
    }
    found
}
