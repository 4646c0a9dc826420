//! The pact: how long it holds, what it declares, when it is signed. Words: `pact.md`.
//!
//! Asked only of those who write a pact.

use super::{Case, Family, Faults, Rule};
use crate::described::is_begun;
use crate::diagnostic::Place;
use crate::model::Pact;

pub(super) const FAMILY: Family = Family {
    prefix: "PACT",
    rules: &[
        Rule::error("PACT-01", "pact-without-term", without_term),
        Rule::warning("PACT-02", "pact-without-declaration", without_declaration),
        Rule::error("PACT-03", "pact-without-day-of-signing", without_signing),
    ],
    text: include_str!("pact.md"),
};

/// Returns the pact, where one is written: under the profile of pacts, or because its section was begun.
pub(super) fn written<'run>(case: &Case<'run>) -> Option<&'run Pact> {
    let pact = &case.application().pact;
    (case.profile.is_a("pact") || is_begun(pact)).then_some(pact)
}

fn without_term(case: &Case<'_>, faults: &mut Faults) {
    let Some(pact) = written(case) else { return };
    let backwards = case.facts.pact_period().is_some_and(|period| period.to <= period.from);
    if pact.validity.from.is_missing() {
        faults.at(Place::parse("pact/validity/from"));
    } else if pact.validity.to.is_missing() || backwards {
        faults.at(Place::parse("pact/validity/to"));
    }
}

fn without_declaration(case: &Case<'_>, faults: &mut Faults) {
    if written(case).is_some_and(|pact| pact.declaration.is_blank()) {
        faults.at(Place::parse("pact/declaration"));
    }
}

fn without_signing(case: &Case<'_>, faults: &mut Faults) {
    let Some(pact) = written(case) else { return };
    let missing = [("date", pact.date.is_missing()), ("place", pact.place.is_blank())];
    let keys: Vec<&str> = missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    if let Some(first) = keys.first() {
        faults.at(Place::parse("pact").key(first)).with("fields", super::case::ticked(&keys));
    }
}
