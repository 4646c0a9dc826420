//! Who watches, who is told. Words: `monitoring.md`.

use super::{Case, Faults, Rule, family, lacks, missing};
use crate::diagnostic::Value;
use crate::model::FeedbackDirection;

family! { "MON", "monitoring.md";
    Rule::missing("MON-01", "nobody-monitors", missing!(monitoring.responsible, monitoring.every_months)),
    Rule::warning("MON-02", "feedback-in-one-direction", one_way),
    Rule::warning("MON-03", "public-not-told", missing!(monitoring.public_report_months)),
    Rule::advice("MON-04", "no-evaluation", no_evaluation),
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
    let place = case.root().monitoring().feedback();
    let begun = place.each().find(|way| way.direction.get() == Some(first));
    lacks!(faults at begun.map_or_else(|| place.here(), |way| way.channel().here()),
        directions = names, code = *code
    );
}

fn no_evaluation(case: &Case<'_>, faults: &mut Faults) {
    let evaluation = &case.application().monitoring.evaluation;
    if evaluation.kind.is_missing() && evaluation.date.is_missing() && evaluation.text.is_blank() {
        lacks!(faults at case.root().monitoring().evaluation());
    }
}
