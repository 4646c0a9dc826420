//! Findings that the authors accept, each with a reason. In: findings. Out: fewer of them, and one for
//! every acceptance that silences nothing.

use super::Case;
use super::case::{self, Faults};
use super::meta::UNUSED;
use super::organisation::TOO_EARLY;
use crate::diagnostic::{Findings, Place, Step};
use crate::model::{Acceptance, RuleCode};

/// Removes what is accepted with a reason; adds a finding for every acceptance that was not needed.
pub(super) fn silence(case: &Case<'_>, findings: &mut Findings) {
    let accepted: Vec<Accepted> = acceptances(case)
        .filter(|(_, acceptance)| acceptance.because.get().is_some_and(|reason| !reason.is_blank()))
        .filter_map(|(place, acceptance)| Accepted::of(case, place, acceptance))
        .collect();
    let mut used = vec![false; accepted.len()];
    findings.0.retain(|finding| {
        let hits = accepted
            .iter()
            .zip(&mut used)
            .filter(|(accepted, _)| accepted.rule == finding.code && finding.place.is_within(&accepted.what));
        hits.fold(true, |_, (_, used)| {
            *used = true;
            false
        })
    });
    if let Some(level) = case::level(&UNUSED, case) {
        // Whether that one is needed shows only when the document is asked for.
        let unknown = |accepted: &Accepted| accepted.rule == TOO_EARLY.code;
        let idle = accepted.iter().zip(used).filter(|(accepted, used)| !used && !unknown(accepted));
        let idle = idle.map(|(accepted, _)| accepted);
        let mut faults = Faults::default();
        for accepted in idle {
            faults.at(accepted.place.clone()).with("rule", accepted.rule);
        }
        case::tell(&UNUSED, level, case, faults, findings);
    }
}

/// Returns the acceptances with their places.
pub(super) fn acceptances<'run>(
    case: &Case<'run>,
) -> impl Iterator<Item = (Place, &'run Acceptance)> + use<'run> {
    case.application().accept.placed(&Place::root().key("accept"))
}

struct Accepted<'run> {
    rule: &'run str,
    what: Place,
    place: Place,
}

impl<'run> Accepted<'run> {
    /// Returns `None` for an acceptance of a rule that does not exist, which has a finding of its own.
    fn of(case: &Case<'_>, place: Place, acceptance: &'run Acceptance) -> Option<Self> {
        let rule = acceptance.rule.get().map(RuleCode::as_str).filter(|code| super::rule(code).is_some())?;
        let what = acceptance.place.get().map_or_else(Place::root, |what| resolve(case, what));
        Some(Self { rule, what, place })
    }
}

/// Returns the place that an id or a route names; parts of the diagnosis may be named without it.
fn resolve(case: &Case<'_>, what: &str) -> Place {
    if let Some(found) = case.facts.find(what) {
        return found.place.clone();
    }
    let place = Place::parse(&what.replace('.', "/"));
    match place.steps().first() {
        Some(Step::Key(key)) if matches!(key.as_str(), "needs" | "groups" | "evidence") => {
            Place::parse(&format!("diagnosis/{place}"))
        }
        _ => place,
    }
}
