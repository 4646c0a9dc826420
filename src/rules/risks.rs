//! What may go wrong. Words: `risks.md`.

use super::{Case, Faults, Rule, family, fault, lacks, missing};
use crate::diagnostic::Value;

family! { "RISK", "risks.md";
    Rule::warning("RISK-01", "few-risks", few),
    Rule::missing("RISK-02", "risk-without-owner-or-response", missing!(each risks: owner, response)),
    Rule::advice("RISK-03", "discouraged-authorities-not-considered", no_authorities),
    Rule::error("RISK-04", "risk-off-the-scale", off_scale),
    Rule::warning("RISK-05", "risk-not-described", missing!(each risks: threatens, trigger, prevention)),
}

fn few(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.risks_min;
    let risks = &case.application().risks;
    let count = risks.len() as u64;
    if count < limit.value.get() && !risks.is_damaged() {
        lacks!(faults at case.root().risks(),
            count = Value::counted(count, ["ryzyko", "ryzyka", "ryzyk"], ["risk", "risks"]),
            min = limit.value.to_string(); by limit
        );
    }
}

fn no_authorities(case: &Case<'_>, faults: &mut Faults) {
    let risks = &case.facts.risks;
    let considered = risks
        .iter()
        .any(|risk| risk.kind.get().is_some_and(|kind| kind.as_str() == "authorities_discouraged"));
    let unclear = case.application().risks.is_damaged() || risks.iter().any(|risk| risk.kind.is_unreadable());
    if !unclear && !risks.is_empty() && !considered {
        lacks!(faults at case.root().risks());
    }
}

fn off_scale(case: &Case<'_>, faults: &mut Faults) {
    for risk in &case.facts.risks {
        for field in [risk.probability(), risk.impact()] {
            if let Some(mark) = field.copied().filter(|mark| !(1..=5).contains(&mark.get())) {
                fault!(faults at field,
                    id = risk.called(), field = field.field_key(), value = mark.to_string()
                );
            }
        }
    }
}
