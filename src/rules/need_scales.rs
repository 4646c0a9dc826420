//! The scale of a need against the sources it names. In: `Case`. Out: faults of NEED-22 and NEED-23, whose words stand in
//! `needs.md`.

use super::{Case, Faults, fault};
use crate::diagnostic::Value;
use crate::facts::Kind;
use crate::model::Evidence;
use crate::prose;
use crate::units::Date;

pub(super) fn differs(case: &Case<'_>, faults: &mut Faults) {
    for need in case.facts.needs_in_scope() {
        let unclear = need.evidence.is_damaged() || case.facts.is_unread(Kind::Evidence);
        let Some(value) = need.scale.value.copied().filter(|_| !unclear) else { continue };
        let Some(found) = prose::differing(case.facts, &need.evidence, &need.scale) else { continue };
        let measured = &found.value;
        fault!(faults at need.scale(),
            id = need.called(), value, unit = case.said(&need.entry.scale.unit), source = found.source.called(),
            measure = case.said(&measured.entry.measure), recorded = measured.value.copied(),
            of = case.said(&measured.entry.unit); also measured.value()
        );
    }
}

pub(super) fn old(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.evidence_max_age_months;
    let Some(submission) = case.submission() else { return };
    let oldest = submission.plus_months(-i32::try_from(limit.value.get()).unwrap_or(i32::MAX));
    for need in case.facts.needs_in_scope() {
        let holders = prose::holders(case.facts, &need.evidence, &need.scale);
        let days: Option<Vec<_>> = holders.iter().map(|source| Some((newest(source)?, *source))).collect();
        let Some((day, source)) = days.and_then(|days| days.into_iter().max_by_key(|(day, _)| *day)) else {
            continue;
        };
        // Where all sources of a need are old, NEED-03 says so.
        let named = need.evidence.iter().filter_map(|id| case.facts.source(id.as_str()));
        let others_are_new = named.filter_map(|source| newest(source)).any(|day| day >= oldest);
        if day < oldest && others_are_new {
            fault!(faults at need.scale(),
                id = need.called(), source = source.called(), day, age = Value::months(limit.value.get());
                also source.date(); by limit
            );
        }
    }
}

/// Returns the last day of which a source speaks.
pub(super) fn newest(source: &Evidence) -> Option<Date> {
    let days = source.values.iter().filter_map(|value| value.as_of.copied());
    days.chain(source.date.copied()).max()
}
