//! Names without which a document says nothing: of entries and of the partnership. In: the application.
//! Out: the faults of META-10, whose words stand in `meta.md`.

use super::{Case, Faults, lacks};
use crate::described::At;
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::model::{Field, Text};

/// Tells of every name that is empty, blank or missing. One whose key is required and not there has been told
/// of by the loader, to which it is unreadable.
pub(super) fn nameless(case: &Case<'_>, faults: &mut Faults) {
    let facts = case.facts;
    let partnership = &case.application().partnership;
    if case.is_shared() && partnership.name.is_blank() {
        let name = ["partnerstwo", "the partnership"];
        lacks!(faults at case.root().partnership().name(), what = name, key = "name");
    }
    each(faults, &facts.partners, ["partner {0}"; 2], |entry| entry.name());
    each(faults, &facts.bodies, ["organ {0}", "body {0}"], |entry| entry.name());
    each(faults, &facts.needs, ["potrzeba {0}", "need {0}"], |entry| entry.title());
    each(faults, &facts.groups, ["grupa {0}", "group {0}"], |entry| entry.name());
    each(faults, &facts.objectives, ["cel {0}", "objective {0}"], |entry| entry.title());
    each(faults, &facts.actions, ["działanie {0}", "action {0}"], |entry| entry.title());
    each(faults, &facts.indicators, ["wskaźnik {0}", "indicator {0}"], |entry| entry.name());
    each(faults, &facts.strategies, ["strategia {0}", "strategy {0}"], |entry| entry.title());
    each(faults, &facts.risks, ["ryzyko {0}", "risk {0}"], |entry| entry.title());
    each(faults, &facts.milestones, ["kamień milowy {0}", "milestone {0}"], |entry| entry.title());
    measures(case, faults);
}

fn each<T>(
    faults: &mut Faults,
    entries: &[Placed<'_, T>],
    words: [&'static str; 2],
    name: for<'e> fn(&'e Placed<'_, T>) -> At<'e, Field<Text>>,
) {
    for entry in entries {
        let name = name(entry);
        faults.asks(name);
        if name.is_blank() {
            let what = Value::around(words, entry.called());
            lacks!(faults at name, what, key = name.field_key());
        }
    }
}

fn measures(case: &Case<'_>, faults: &mut Faults) {
    for source in &case.facts.evidence {
        let values = (1..).zip(source.values().each());
        for (number, value) in values.filter(|(_, value)| value.measure.is_blank()) {
            let (number, source): (usize, String) = (number, source.called());
            let words = ["wartość {number} ze źródła {source}", "value {number} of source {source}"];
            let what = Value::Phrase(words, vec![("number", number.into()), ("source", source.into())]);
            lacks!(faults at value.measure(), what, key = value.measure().field_key());
        }
    }
}
