//! Names of partners that a text spells another way by a slip. In: `Case`. Out: faults of a rule of
//! `partners`.

use super::{Case, Faults};
use crate::described::{Step, visit};
use crate::prose::Names;

/// How many places of one spelling a finding points at beside the first.
const SHOWN: usize = 5;

pub(super) fn two_ways(case: &Case<'_>, faults: &mut Faults) {
    let Some(mut names) = Names::of(case.facts) else { return };
    visit(case.facts.application, &mut |spot| {
        for (lang, text) in spot.words() {
            names.look(spot, lang, text);
        }
        Step::Into
    });
    for found in names.misspellings() {
        let Some((first, rest)) = found.places.split_first() else { continue };
        let fault = faults.at(first.clone());
        fault.with("id", found.partner.called()).with("spelt", &found.spelt).with("name", found.name);
        fault.also(found.partner.name());
        for place in rest.iter().take(SHOWN) {
            fault.also(place.clone());
        }
    }
}
