//! The texts in which authors argue with figures. In: `Facts`. Out: `Passage`s.

use super::records::Aspect;
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
    let application = facts.application;
    let mut add = |place: Place, text: Option<&'run Text>, against| {
        found.extend(text.map(|text| Passage { place, text, against }));
    };
    let prose = |field: &'run Field<Prose>| field.get().map(|prose| &prose.0);
    add(Place::parse("meta/summary"), prose(&application.meta.summary), BOTH);
    add(Place::parse("partnership/justification"), prose(&application.partnership.justification), BOTH);
    add(Place::parse("diagnosis/context"), prose(&application.diagnosis.context), EVIDENCE);
    for objective in &facts.objectives {
        add(objective.place.key("title"), objective.entry.title.get(), PLAN);
        add(objective.place.key("text"), prose(&objective.entry.text), PLAN);
    }
    for need in &facts.needs {
        let entry = need.entry;
        add(need.place.key("title"), entry.title.get(), EVIDENCE);
        add(need.place.key("description"), prose(&entry.description), EVIDENCE);
        for (key, list) in [("causes", &entry.causes), ("effects", &entry.effects)] {
            list.placed(&need.place.key(key)).for_each(|(place, text)| add(place, Some(text), EVIDENCE));
        }
    }
    for group in &facts.groups {
        for (key, text) in
            [("features", &group.entry.features), ("justification", &group.entry.justification)]
        {
            add(group.place.key(key), prose(text), EVIDENCE);
        }
    }
    for action in &facts.actions {
        for (key, text) in [("text", &action.entry.text), ("justification", &action.entry.justification)] {
            add(action.place.key(key), prose(text), EVIDENCE);
        }
    }
    for alignment in &facts.alignments {
        add(alignment.place.key("argument"), prose(&alignment.entry.argument), EVIDENCE);
    }
    found
}
