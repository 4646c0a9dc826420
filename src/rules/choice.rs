//! How the law on European funds wants partners to be chosen. Words: `choice.md`. Only profiles of the
//! fund ask these rules; all others set them off.

use std::collections::BTreeSet;

use super::{Case, Faults, Rule, family, fault};
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::model::Partner;

family! { "PARTNER", "choice.md";
    Rule::missing("PARTNER-22", "no-open-call", no_open_call),
    Rule::error("PARTNER-23", "open-call-too-short", too_short),
    Rule::error("PARTNER-24", "open-call-weighs-too-little", too_few_criteria),
    Rule::missing("PARTNER-25", "result-of-open-call-not-published", no_result),
    Rule::error("PARTNER-26", "partner-not-chosen-before-submission", chosen_late),
    Rule::error("PARTNER-27", "exclusion-not-declared", not_declared),
    Rule::error("PARTNER-28", "partners-are-related-undertakings", related),
}

/// How many things the choice of a partner has to weigh (art. 39(2)(2)).
const CRITERIA: usize = 3;

/// Returns the partners for whom an open call is due and was published.
fn called<'case, 'run>(case: &'case Case<'run>) -> impl Iterator<Item = &'case Placed<'run, Partner>> {
    let partners = case.facts.partners.iter();
    partners
        .filter(|partner| case.facts.needs_open_call(partner) && !partner.open_call.published.is_missing())
}

fn no_open_call(case: &Case<'_>, faults: &mut Faults) {
    for partner in case.facts.partners.iter().filter(|partner| case.facts.needs_open_call(partner)) {
        if let Some(fault) = faults.lacking(&[
            partner.open_call().url().gap(),
            partner.open_call().published().gap(),
            partner.open_call().deadline().gap(),
        ]) {
            fault.with("id", partner.called());
        }
    }
}

fn too_short(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.open_call_min_days;
    for partner in called(case) {
        let call = &partner.open_call;
        let (Some(from), Some(to)) = (call.published.copied(), call.deadline.copied()) else { continue };
        let days = u64::from(from.days_until(to).max(0).unsigned_abs());
        if days < limit.value.get() {
            faults
                .at(partner.open_call().deadline())
                .with("id", partner.called())
                .with("days", Value::counted(days, ["dzień", "dni", "dni"], ["day", "days"]))
                .with("min", limit.value.to_string())
                .by(&limit.origin)
                .also(partner.open_call().published());
        }
    }
}

fn too_few_criteria(case: &Case<'_>, faults: &mut Faults) {
    for partner in called(case) {
        let criteria = &partner.open_call.criteria;
        if criteria.len() < CRITERIA && !criteria.is_damaged() {
            let fault = fault!(faults at partner.open_call().criteria(), id = partner.called(), count = criteria.len());
            fault.lacking_if(criteria.is_missing());
        }
    }
}

fn no_result(case: &Case<'_>, faults: &mut Faults) {
    for partner in called(case) {
        let call = &partner.open_call;
        let open = case.today.zip(call.deadline.copied()).is_some_and(|(today, deadline)| today <= deadline);
        // Before the last day to come forward there is no result to publish.
        if !open
            && let Some(fault) = faults
                .lacking(&[partner.open_call().results_url().gap(), partner.open_call().results_on().gap()])
        {
            fault.with("id", partner.called());
        }
    }
}

fn chosen_late(case: &Case<'_>, faults: &mut Faults) {
    let Some(submission) = case.application().call.submission.copied() else { return };
    for partner in case.facts.partners.iter().filter(|partner| case.facts.is_chosen(partner)) {
        let what = match partner.selected.copied() {
            Some(day) if day > submission => {
                Value::around(["dzień wyboru to {0}", "the day of choice is {0}"], day.to_string())
            }
            None if partner.selected.is_missing() => {
                ["nie podano dnia wyboru", "no day of choice is given"].into()
            }
            _ => continue,
        };
        let fault = fault!(faults at partner.selected(),
            id = partner.called(), what, submission = submission.to_string()
        );
        fault.lacking_if(partner.selected.is_missing());
    }
}

fn not_declared(case: &Case<'_>, faults: &mut Faults) {
    for partner in case.facts.members() {
        let declared = &partner.exclusion_declared;
        if declared.is_missing() || declared.copied() == Some(false) {
            let fault = fault!(faults at partner.exclusion_declared(), id = partner.called());
            fault.lacking_if(declared.is_missing());
        }
    }
}

fn related(case: &Case<'_>, faults: &mut Faults) {
    let parties: BTreeSet<&str> =
        case.facts.members().map(|partner| partner.id).filter(|id| !id.is_empty()).collect();
    let mut told = BTreeSet::new();
    for partner in case.facts.members().filter(|partner| !partner.id.is_empty()) {
        for related in partner.related_to().each() {
            let other = related.entry.as_str();
            let pair = if partner.id < other { (partner.id, other) } else { (other, partner.id) };
            if other != partner.id && parties.contains(other) && told.insert(pair) {
                fault!(faults at related, id = partner.id, other);
            }
        }
    }
}
