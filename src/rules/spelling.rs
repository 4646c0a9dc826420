//! Names of partners that a text spells another way by a slip. In: `Case`. Out: faults of a rule of
//! `partners`.

use serde_json::Value;

use super::{Case, Faults, texts};
use crate::prose::Names;

/// How many places of one spelling a finding points at beside the first.
const SHOWN: usize = 5;

pub(super) fn two_ways(case: &Case<'_>, faults: &mut Faults) {
    let Some(mut names) = Names::of(case.facts) else { return };
    texts::walk(case.facts, |way, value| {
        if let Value::String(text) = value {
            names.look(text, || way.place());
        }
    });
    for found in names.misspellings() {
        let Some((first, rest)) = found.places.split_first() else { continue };
        let fault = faults.at(first.clone());
        fault.with("id", found.partner.name()).with("spelt", &found.spelt).with("name", found.name);
        fault.also(found.partner.place.key("name"));
        for place in rest.iter().take(SHOWN) {
            fault.also(place.clone());
        }
    }
}
