//! Figures in prose that the application's records contradict. In: `Case`. Out: faults of `EVID-08`.

use super::{Case, Faults, fault};
use crate::diagnostic::Value;
use crate::prose::Class;

pub(super) fn differs(case: &Case<'_>, faults: &mut Faults) {
    for found in case.compared().contradictions.clone() {
        let recorded = match found.unit {
            Class::Percent => Value::around(["{0}\u{a0}%", "{0}%"], found.recorded),
            Class::Money => Value::around(["{0}\u{a0}zł", "{0} zlotys"], found.recorded),
            Class::Things => found.recorded.into(),
        };
        fault!(faults at found.place,
            figure = found.figure, measure = found.measure, id = found.id, recorded; also found.also
        );
    }
}
