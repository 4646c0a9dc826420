//! The pact: how long it holds, what it declares, when it is signed. Words: `pact.md`.
//!
//! Asked only of those who write a pact.

use super::{Case, Faults, Rule, family, lacks};
use crate::described::is_begun;
use crate::model::Pact;

family! { "PACT", "pact.md";
    Rule::error("PACT-01", "pact-without-term", without_term),
    Rule::warning("PACT-02", "pact-without-declaration", without_declaration),
    Rule::missing("PACT-03", "pact-without-day-of-signing", without_signing),
}

/// Returns the pact, where one is written: under the profile of pacts, or because its section was begun.
pub(super) fn written<'run>(case: &Case<'run>) -> Option<&'run Pact> {
    let pact = &case.application().pact;
    (case.profile.is_a("pact") || is_begun(pact)).then_some(pact)
}

fn without_term(case: &Case<'_>, faults: &mut Faults) {
    let Some(pact) = written(case) else { return };
    let backwards = case.facts.pact_period().is_some_and(|period| period.to <= period.from);
    if pact.validity.from.is_missing() {
        lacks!(faults at case.root().pact().validity().from());
    } else if pact.validity.to.is_missing() || backwards {
        faults.at(case.root().pact().validity().to()).lacking_if(!backwards);
    }
}

fn without_declaration(case: &Case<'_>, faults: &mut Faults) {
    if written(case).is_some_and(|pact| pact.declaration.is_blank()) {
        lacks!(faults at case.root().pact().declaration());
    }
}

fn without_signing(case: &Case<'_>, faults: &mut Faults) {
    let Some(_pact) = written(case) else { return };
    faults.lacking(&[case.root().pact().date().gap(), case.root().pact().place().gap()]);
}
