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
    /// Whether it is where an assessor looks for sources; a title or a summary is none.
    pub(super) is_argued: bool,
}

pub(super) const NOTHING: &[Aspect] = &[];
pub(super) const EVIDENCE: &[Aspect] = &[Aspect::Evidence];
pub(super) const PLAN: &[Aspect] = &[Aspect::Plan];
pub(super) const BOTH: &[Aspect] = &[Aspect::Evidence, Aspect::Plan];

/// Returns the texts in which authors argue with figures.
pub(super) fn passages<'run>(facts: &Facts<'run>) -> Vec<Passage<'run>> {
    let mut found: Vec<Passage<'run>> = Vec::new();
    let root = facts.root();
    let mut add = |(place, text): (Place, Option<&'run Text>), against, is_argued| {
        found.extend(text.map(|text| Passage { place, text, against, is_argued }));
    };
    let text = |field: At<'run, Field<Text>>| (field.here(), field.entry.get());
    let prose = |field: At<'run, Field<Prose>>| (field.here(), field.entry.get().map(|prose| &prose.0));
    add(prose(root.meta().summary()), BOTH, false);
    add(prose(root.partnership().justification()), BOTH, true);
    add(prose(root.diagnosis().context()), EVIDENCE, true);
    add(prose(root.diagnosis().conclusions()), NOTHING, true);
    for objective in &facts.objectives {
        add(text(objective.title()), PLAN, false);
        add(prose(objective.text()), PLAN, false);
    }
    for need in &facts.needs {
        add(text(need.title()), EVIDENCE, false);
        add(prose(need.description()), EVIDENCE, true);
        add(text(need.trend()), NOTHING, true);
        add(prose(need.existing_support()), NOTHING, true);
        for text in need.causes().each().chain(need.effects().each()) {
            add((text.here(), Some(text.entry)), EVIDENCE, true);
        }
    }
    for group in &facts.groups {
        add(prose(group.features()), EVIDENCE, true);
        add(prose(group.justification()), EVIDENCE, true);
        add(prose(group.interest()), NOTHING, true);
    }
    for action in &facts.actions {
        add(prose(action.text()), EVIDENCE, true);
        add(prose(action.justification()), EVIDENCE, true);
    }
    for alignment in &facts.alignments {
        add(prose(alignment.argument()), EVIDENCE, true);
        add(prose(alignment.short()), NOTHING, false);
    }
    found
}
