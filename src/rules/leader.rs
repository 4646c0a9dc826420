//! Who leads and how they came to it. Words: `leader.md`.

use super::{Case, Faults, Rule, family, fault, lacks, missing};
use crate::diagnostic::Value;
use crate::model::PartnerStatus;

family! { "LEAD", "leader.md";
    Rule::error("LEAD-01", "not-one-leader", not_one),
    Rule::error("LEAD-02", "leader-is-no-member", no_member),
    Rule::warning(
        "LEAD-03",
        "choice-of-leader-not-described",
        missing!(partnership.leader.selection.method, partnership.leader.selection.date),
    ),
    Rule::warning("LEAD-04", "leader-decides-alone", decides_alone),
    Rule::advice("LEAD-05", "nobody-coordinates", nobody_coordinates),
    Rule::error("LEAD-06", "leader-is-no-initiator", no_initiator),
    Rule::missing(
        "LEAD-07",
        "economic-potential-not-shown",
        missing!(partnership.leader.economic_potential),
    ),
    Rule::error("LEAD-08", "turnover-below-the-call", small_turnover),
}

fn not_one(case: &Case<'_>, faults: &mut Faults) {
    let partners = &case.facts.partners;
    let named = case.application().partnership.leader.partner.get().map(|id| id.as_str());
    let leaders: Vec<_> =
        partners.iter().filter(|partner| partner.status.get() == Some(&PartnerStatus::Leader)).collect();
    match leaders.as_slice() {
        [] if named.is_none() && !case.application().partners.is_damaged() => {
            lacks!(faults at case.root().partnership().leader().partner(), count = "0");
        }
        [] => {}
        [first, rest @ ..] => {
            for partner in rest {
                fault!(faults at partner.status(), count = leaders.len(); also first.status());
            }
            let other =
                named.filter(|id| rest.is_empty() && *id != first.id && case.facts.partner(id).is_some());
            if other.is_some() {
                fault!(faults at case.root().partnership().leader().partner(),
                    count = "2"; also first.status()
                );
            }
        }
    }
}

fn no_member(case: &Case<'_>, faults: &mut Faults) {
    let Some(id) = case.application().partnership.leader.partner.get() else { return };
    let associate = case
        .facts
        .partner(id.as_str())
        .is_some_and(|partner| partner.status.get() == Some(&PartnerStatus::Associate));
    if associate {
        fault!(faults at case.root().partnership().leader().partner(), id = id.as_str());
    }
}

fn decides_alone(case: &Case<'_>, faults: &mut Faults) {
    for body in &case.facts.bodies {
        if body.decision.get().is_some_and(|decision| decision.as_str() == "leader_decides") {
            fault!(faults at body.decision(), body = body.called());
        }
    }
}

fn nobody_coordinates(case: &Case<'_>, faults: &mut Faults) {
    let named = !case.application().partnership.leader.coordinator.is_missing();
    let office = case
        .facts
        .bodies
        .iter()
        .any(|body| body.kind.get().is_some_and(|kind| kind.as_str() == "coordination_office"));
    if !named && !office {
        lacks!(faults at case.root().partnership().leader().coordinator());
    }
}

fn no_initiator(case: &Case<'_>, faults: &mut Faults) {
    let initiator = &case.application().partnership.leader.initiator;
    let place = case.root().partnership().leader().initiator();
    if initiator.is_missing() {
        lacks!(faults at place);
    } else if initiator.copied() == Some(false) {
        faults.at(place);
    }
}

fn small_turnover(case: &Case<'_>, faults: &mut Faults) {
    let (Some(limit), Some(leader)) = (&case.profile.numbers.turnover_ratio_min, case.facts.leader()) else {
        return;
    };
    let Some(needed) = case.facts.yearly_spending().and_then(|spending| spending.times(limit.value)) else {
        return;
    };
    let turnover = leader.turnover.copied();
    if leader.turnover.is_missing() || turnover.is_some_and(|turnover| turnover < needed) {
        let stated = turnover.map(|turnover| Value::around(["jest {0}", "gives {0}"], turnover));
        let stated = stated.unwrap_or_else(|| ["go nie podano", "gives none"].into());
        let fault = fault!(faults at leader.turnover(),
            id = leader.called(), turnover = stated, needed, ratio = limit.value; by limit
        );
        fault.lacking_if(turnover.is_none());
    }
}
