//! Texts against each other, against the plan and against what belongs to the area. In: `Case`. Out: faults of LOGIC-03
//! to LOGIC-06 and EVID-11, whose words stand in `logic.md` and `evidence.md`.

use super::{Case, Faults, fault};
use crate::diagnostic::{Part, Place, Value};
use crate::prose;

pub(super) fn copied(case: &Case<'_>, faults: &mut Faults) {
    for copy in prose::copies(case.application()) {
        let words = shortened(&copy.text[copy.range.clone()]);
        fault!(faults at copy.place, words; also copy.also).part(Part::of(&copy.text, copy.range));
    }
}

/// Returns the beginning of a sentence for a message.
fn shortened(sentence: &str) -> String {
    const SHOWN: usize = 60;
    let sentence = sentence.trim();
    match sentence.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", sentence[..at].trim_end()),
        None => sentence.to_owned(),
    }
}

pub(super) fn left_over(case: &Case<'_>, faults: &mut Faults) {
    // What a call's own file says of its call is no leftover of the authors'.
    let of_call = case.root().call().here();
    let is_carried = |place: &Place| case.profile.is_one_call() && place.steps().starts_with(of_call.steps());
    for found in prose::leftovers(case.facts).into_iter().filter(|found| !is_carried(&found.place)) {
        let name = found.text[found.range.clone()].to_owned();
        fault!(faults at found.place, name, area = case.said(&case.application().area.name);
            also case.root().area().name()
        )
        .part(Part::of(&found.text, found.range));
    }
}

pub(super) fn other_count(case: &Case<'_>, faults: &mut Faults) {
    for found in case.compared().claimed.clone() {
        let figure = found.text[found.range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let plan: Value = match &found.planned {
            Some((value, id, _)) => Value::Phrase(
                ["w {id} jest {value}", "{id} has {value}"],
                vec![("id", id.clone().into()), ("value", (*value).into())],
            ),
            None => ["żadne pole takiej liczby nie podaje", "no field gives that number"].into(),
        };
        let draft = fault!(faults at found.place, figure, plan);
        let draft = match found.planned {
            Some((_, _, also)) => draft.also(also),
            None => draft,
        };
        draft.part(Part::of(&found.text, found.range));
    }
}

pub(super) fn other_parts(case: &Case<'_>, faults: &mut Faults) {
    for found in prose::wholes(case.facts) {
        let said = found.text[found.range.clone()].to_owned();
        let (pl, en, also) = match found.part {
            prose::Part::Partners => (
                ["partner", "partnerów", "partnerów"],
                ["partner", "partners"],
                case.root().partners().here(),
            ),
            prose::Part::Communes => (
                ["jednostka obszaru", "jednostki obszaru", "jednostek obszaru"],
                ["unit of the area", "units of the area"],
                case.root().area().units().here(),
            ),
            prose::Part::Sectors => {
                (["sektor", "sektory", "sektorów"], ["sector", "sectors"], case.root().partners().here())
            }
            prose::Part::Actions => {
                (["działanie", "działania", "działań"], ["action", "actions"], case.root().actions().here())
            }
            prose::Part::Months => {
                (["miesiąc", "miesiące", "miesięcy"], ["month", "months"], case.root().schedule().here())
            }
        };
        let there = Value::counted(found.there, pl, en);
        fault!(faults at found.place, said, there; also also).part(Part::of(&found.text, found.range));
    }
}

pub(super) fn misjudged(case: &Case<'_>, faults: &mut Faults) {
    for found in prose::misjudged(case.facts) {
        let said = found.text[found.range.clone()].to_owned();
        let against: Value = match found.reference {
            Some(reference) => Value::Phrase(
                ["{value} wobec {reference}", "{value} against {reference}"],
                vec![("value", found.value.into()), ("reference", reference.into())],
            ),
            None => found.value.into(),
        };
        fault!(faults at found.place, said, id = found.id, against; also found.also)
            .part(Part::of(&found.text, found.range));
    }
}
