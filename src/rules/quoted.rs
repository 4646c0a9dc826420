//! Figures in prose that the application's records contradict. In: `Case`. Out: faults of `EVID-08`.

use super::{Case, Faults};
use crate::prose::{self, Class};

pub(super) fn differs(case: &Case<'_>, faults: &mut Faults) {
    for found in prose::contradictions(case.facts) {
        let unit = match found.unit {
            Class::Percent => case.lang.pick("\u{a0}%", "%"),
            Class::Money => case.lang.pick("\u{a0}zł", " zlotys"),
            Class::Things => "",
        };
        faults
            .at(found.place)
            .with("figure", found.figure)
            .with("measure", found.measure)
            .with("id", found.id)
            .with("recorded", format!("{}{unit}", found.recorded.words(case.lang)))
            .also(found.also);
    }
}
