//! Who watches, who is told. Words: `monitoring.md`.

use super::{Case, Family, Faults, Rule};
use crate::diagnostic::{Place, Value};
use crate::model::FeedbackDirection;

pub(super) const FAMILY: Family = Family {
    prefix: "MON",
    rules: &[
        Rule::error("MON-01", "nobody-monitors", nobody),
        Rule::warning("MON-02", "feedback-in-one-direction", one_way),
        Rule::warning("MON-03", "public-not-told", public_not_told),
        Rule::advice("MON-04", "no-evaluation", no_evaluation),
    ],
    text: include_str!("monitoring.md"),
};

fn nobody(case: &Case<'_>, faults: &mut Faults) {
    let monitoring = &case.application().monitoring;
    let missing = [
        ("responsible", monitoring.responsible.is_missing()),
        ("every_months", monitoring.every_months.is_missing()),
    ];
    let keys: Vec<&str> = missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    if let Some(first) = keys.first() {
        faults.at(Place::parse("monitoring").key(first)).with("fields", super::case::ticked(&keys));
    }
}

fn one_way(case: &Case<'_>, faults: &mut Faults) {
    let feedback = &case.application().monitoring.feedback;
    // A channel whose direction could not be read may be the one.
    if feedback.is_damaged() || feedback.iter().any(|way| way.direction.is_unreadable()) {
        return;
    }
    let ways = [
        (FeedbackDirection::ToCommunity, "to_community"),
        (FeedbackDirection::FromCommunity, "from_community"),
    ];
    let open = |direction: FeedbackDirection| {
        feedback.iter().any(|way| way.direction.get() == Some(&direction) && !way.channel.is_blank())
    };
    let closed: Vec<_> = ways.into_iter().filter(|(way, _)| !open(*way)).collect();
    let Some((first, code)) = closed.first() else { return };
    let names = Value::list(closed.iter().map(|(_, code)| super::case::label("feedback_directions", code)));
    let place = Place::parse("monitoring/feedback");
    let begun = feedback.placed(&place).find(|(_, way)| way.direction.get() == Some(first));
    faults
        .at(begun.map_or(place, |(entry, _)| entry.key("channel")))
        .with("directions", names)
        .with("code", *code);
}

fn public_not_told(case: &Case<'_>, faults: &mut Faults) {
    if case.application().monitoring.public_report_months.is_missing() {
        faults.at(Place::parse("monitoring/public_report_months"));
    }
}

fn no_evaluation(case: &Case<'_>, faults: &mut Faults) {
    let evaluation = &case.application().monitoring.evaluation;
    if evaluation.kind.is_missing() && evaluation.date.is_missing() && evaluation.text.is_blank() {
        faults.at(Place::parse("monitoring/evaluation"));
    }
}
