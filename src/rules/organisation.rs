//! How the partnership is organised: bodies, period, stages, ways in and out. Words: `organisation.md`.

use crate::lang::Lang;
use std::collections::BTreeMap;

use super::{Case, Faults, Rule, family, fault, features, lacks, missing, stages};
use crate::diagnostic::{Place, Value};
use crate::facts::Placed;
use crate::model::Body;

family! { "ORG", "organisation.md";
    Rule::missing("ORG-01", "nobody-decides", nobody_decides),
    Rule::warning("ORG-02", "body-meets-seldom", meets_seldom),
    Rule::warning("ORG-03", "competence-of-two-bodies", two_bodies),
    Rule::advice("ORG-04", "more-bodies-than-partners", many_bodies),
    Rule::warning(
        "ORG-05",
        "no-way-in-or-out",
        missing!(partnership.openness.accession, partnership.openness.withdrawal),
    ),
    Rule::warning(
        "ORG-06",
        "role-of-local-authorities-not-defined",
        missing!(partnership.local_authority_role),
    ),
    Rule::error("ORG-07", "partnership-without-period", without_period),
    TOO_EARLY,
    Rule::advice("ORG-09", "feature-not-shown", features::not_shown),
    Rule::warning("ORG-10", "partnership-shorter-than-project", shorter_than_project),
    Rule::warning("ORG-11", "stages-out-of-order", stages::out_of_order),
    Rule::warning("ORG-12", "stage-contradicts-history", stages::contradicting),
    Rule::warning("ORG-13", "one-legal-person-two-votes", two_votes),
}

/// Only `build` knows which documents are asked for, so `check` never has a finding of it.
pub(super) const TOO_EARLY: Rule = Rule::warning("ORG-08", "document-asked-for-too-early", stages::too_early);

fn nobody_decides(case: &Case<'_>, faults: &mut Faults) {
    let bodies = &case.facts.bodies;
    let decided = bodies.iter().any(|body| !body.decision.is_missing());
    if !decided && !case.application().partnership.bodies.is_damaged() {
        let first = bodies.first().map(|body| body.decision().here());
        lacks!(faults at first.unwrap_or_else(|| case.root().partnership().bodies().here()));
    }
}

fn meets_seldom(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.meeting_max_months;
    for body in &case.facts.bodies {
        // An office works every day and need not meet.
        let office = body.kind.get().is_some_and(|kind| kind.as_str() == "coordination_office");
        let seldom = body.meets_months.copied().filter(|months| *months > limit.value);
        let what = if let Some(months) = seldom {
            Value::around(["zbiera się co {0}", "meets every {0}"], Value::months(months.get()))
        } else if body.meets_months.is_missing() && !office {
            ["nie ma ustalonego odstępu między posiedzeniami", "has no meeting interval"].into()
        } else {
            continue;
        };
        let fault = fault!(faults at body.meets_months(),
            body = body.called(), what, most = Value::months(limit.value.get()); by limit
        );
        fault.lacking_if(seldom.is_none());
    }
}

fn two_bodies(case: &Case<'_>, faults: &mut Faults) {
    let mut seen: BTreeMap<(Lang, String), (&Placed<'_, Body>, Place)> = BTreeMap::new();
    for body in &case.facts.bodies {
        for competence in body.competences().each() {
            let mut other = None;
            for (lang, words) in case.each(Some(competence.entry)) {
                let first = seen.entry((lang, words.trim().to_lowercase()));
                let (first, at) = first.or_insert_with(|| (body, competence.here()));
                let told = (words.trim(), *first, at.clone());
                other = other.or_else(|| Some(told).filter(|(_, first, _)| first.place != body.place));
            }
            if let Some((words, first, at)) = other {
                fault!(faults at competence,
                    competence = words, first = first.called(), body = body.called(); also at
                );
            }
        }
    }
}

fn many_bodies(case: &Case<'_>, faults: &mut Faults) {
    let (bodies, partners) = (case.facts.bodies.len() as u64, case.facts.partners.len() as u64);
    if partners > 0 && bodies > partners && !case.application().partners.is_damaged() {
        fault!(faults at case.root().partnership().bodies(),
            bodies = Value::counted(bodies, ["organ", "organy", "organów"], ["body", "bodies"]),
            partners =
                Value::counted(partners, ["partnera", "partnerów", "partnerów"], ["partner", "partners"])
        );
    }
}

/// Units of one body and that body are one partner: where each partner has a vote, they have one together.
fn two_votes(case: &Case<'_>, faults: &mut Faults) {
    let parties = case.facts.parties();
    for body in &case.facts.bodies {
        if body.decision.get().is_none_or(|decision| decision.as_str() != "one_partner_one_vote") {
            continue;
        }
        for party in parties.iter().filter(|party| party.len() > 1) {
            let members = || party.iter().filter(|own| body.members.names(own.id));
            let ids = || body.members.iter().filter(|id| party.iter().any(|own| own.id == id.as_str()));
            let votes = ids().fold(0_u64, |sum, id| sum.saturating_add(case.facts.votes(body, id)));
            let unclear = ids().any(|id| !body.votes.lacks(id) && body.votes.get(id).is_none())
                || members().any(|own| own.votes.is_unreadable());
            if votes > 1 && members().count() > 1 && !unclear {
                let place = if body.votes.is_missing() { body.members().here() } else { body.votes().here() };
                let ids: Vec<String> = members().map(|own| own.called()).collect();
                fault!(faults at place, body = body.called(), ids = ids.join(", "), votes);
            }
        }
    }
}

fn without_period(case: &Case<'_>, faults: &mut Faults) {
    let period = &case.application().partnership.period;
    let place = case.root().partnership().period();
    faults.asks(place.from());
    faults.asks(place.to());
    let backwards = case.facts.partnership_period().is_some_and(|period| period.to <= period.from);
    if backwards || period.to.is_missing() {
        faults.at(place.to()).lacking_if(!backwards);
    } else if period.from.is_missing() {
        lacks!(faults at place.from());
    }
}

fn shorter_than_project(case: &Case<'_>, faults: &mut Faults) {
    let (Some(own), Some(project)) = (case.facts.partnership_period(), case.facts.project_period()) else {
        return;
    };
    // A period that runs backwards has a finding of its own.
    let forwards = own.from < own.to && project.from < project.to;
    if forwards && !own.covers(project) {
        let (period, schedule) = (case.root().partnership().period(), case.root().schedule());
        let late = own.to < project.to;
        fault!(faults at if late { period.to() } else { period.from() },
            own, project; also if late { schedule.to() } else { schedule.from() }
        );
    }
}
