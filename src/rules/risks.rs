//! What may go wrong. Words: `risks.md`.

use super::{Case, Family, Faults, Rule};
use crate::diagnostic::{Place, Value};

pub(super) const FAMILY: Family = Family {
    prefix: "RISK",
    rules: &[
        Rule::warning("RISK-01", "few-risks", few),
        Rule::error("RISK-02", "risk-without-owner-or-response", not_owned),
        Rule::advice("RISK-03", "discouraged-authorities-not-considered", no_authorities),
        Rule::error("RISK-04", "risk-off-the-scale", off_scale),
        Rule::warning("RISK-05", "risk-not-described", not_described),
    ],
    text: include_str!("risks.md"),
};

fn few(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.risks_min;
    let risks = &case.application().risks;
    let count = risks.len() as u64;
    if count < limit.value.get() && !risks.is_damaged() {
        faults
            .at(Place::parse("risks"))
            .with("count", Value::counted(count, ["ryzyko", "ryzyka", "ryzyk"], ["risk", "risks"]))
            .with("min", limit.value.to_string())
            .by(&limit.origin);
    }
}

fn not_owned(case: &Case<'_>, faults: &mut Faults) {
    for risk in &case.facts.risks {
        let missing = [("owner", risk.owner.is_missing()), ("response", risk.response.is_blank())];
        let keys: Vec<&str> =
            missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
        if let Some(first) = keys.first() {
            faults
                .at(risk.place.key(first))
                .with("id", risk.called())
                .with("fields", super::case::ticked(&keys));
        }
    }
}

fn no_authorities(case: &Case<'_>, faults: &mut Faults) {
    let risks = &case.facts.risks;
    let considered = risks
        .iter()
        .any(|risk| risk.kind.get().is_some_and(|kind| kind.as_str() == "authorities_discouraged"));
    let unclear = case.application().risks.is_damaged() || risks.iter().any(|risk| risk.kind.is_unreadable());
    if !unclear && !risks.is_empty() && !considered {
        faults.at(Place::parse("risks"));
    }
}

fn off_scale(case: &Case<'_>, faults: &mut Faults) {
    for risk in &case.facts.risks {
        for (key, mark) in [("probability", risk.probability.copied()), ("impact", risk.impact.copied())] {
            if let Some(mark) = mark.filter(|mark| !(1..=5).contains(&mark.get())) {
                faults
                    .at(risk.place.key(key))
                    .with("id", risk.called())
                    .with("field", key)
                    .with("value", mark.to_string());
            }
        }
    }
}

fn not_described(case: &Case<'_>, faults: &mut Faults) {
    for risk in &case.facts.risks {
        let missing = [
            ("threatens", risk.threatens.is_missing()),
            ("trigger", risk.trigger.is_blank()),
            ("prevention", risk.prevention.is_blank()),
        ];
        let keys: Vec<&str> =
            missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
        if let Some(first) = keys.first() {
            faults
                .at(risk.place.key(first))
                .with("id", risk.called())
                .with("fields", super::case::ticked(&keys));
        }
    }
}
