//! The golden thread as a whole: what the rules on single parts do not sum up. Words: `logic.md`.

use std::collections::BTreeSet;

use super::{Case, Faults, Rule, across, family, fault};
use crate::diagnostic::Value;
use crate::facts::Thread;

family! { "LOGIC", "logic.md";
    Rule::advice("LOGIC-01", "thread-not-whole", not_whole),
    Rule::warning("LOGIC-02", "action-for-a-need-left-out", for_need_left_out),
    Rule::advice("LOGIC-03", "sentence-in-two-places", across::copied),
    Rule::warning("LOGIC-04", "name-of-another-area", across::left_over),
    Rule::advice("LOGIC-05", "number-not-of-the-plan", across::other_count),
    Rule::advice("LOGIC-06", "parts-counted-otherwise", across::other_parts),
}

/// How many needs the message names.
const NAMED: usize = 6;

/// Tells whether a list that the thread runs through could not be read: its gaps may be none.
fn damaged(case: &Case<'_>) -> bool {
    let application = case.application();
    let lists = [
        application.partners.is_damaged(),
        application.diagnosis.needs.is_damaged(),
        application.diagnosis.evidence.is_damaged(),
        application.diagnosis.groups.is_damaged(),
        application.objectives.is_damaged(),
        application.actions.is_damaged(),
        application.indicators.is_damaged(),
        application.strategies.is_damaged(),
        application.alignments.is_damaged(),
        application.budget.lines.is_damaged(),
    ];
    lists.contains(&true)
}

fn not_whole(case: &Case<'_>, faults: &mut Faults) {
    if damaged(case) {
        return;
    }
    let coverage = case.facts.coverage();
    let read = |thread: &&Thread<'_>| {
        let need = thread.need.entry;
        (need.id.is_given() || need.id.is_missing())
            && !(need.evidence.is_damaged() || need.groups.is_damaged())
    };
    let torn: Vec<&Thread<'_>> =
        coverage.threads.iter().filter(read).filter(|thread| !thread.is_complete()).collect();
    // An application without objectives or actions has only begun, and is told so elsewhere.
    let begun = case.facts.objectives.is_empty() || case.facts.actions.is_empty();
    if torn.is_empty() || begun {
        return;
    }
    let named = torn.iter().take(NAMED).map(|thread| {
        let gaps = Value::list(thread.gaps().map(|part| Value::both(|lang| part.label(lang))));
        Value::Phrase(["{need} ({gaps})"; 2], vec![("need", thread.need.called().into()), ("gaps", gaps)])
    });
    let more = (torn.len() > NAMED).then(|| "…".into());
    let needs = Value::List(named.chain(more).collect(), ["; "; 2]);
    let place = match torn.as_slice() {
        [one] => one.need.place.clone(),
        _ => case.root().diagnosis().needs().here(),
    };
    fault!(faults at place, complete = coverage.complete(), count = coverage.threads.len(), needs);
}

fn for_need_left_out(case: &Case<'_>, faults: &mut Faults) {
    let facts = case.facts;
    if damaged(case) || facts.needs_in_scope().next().is_none() {
        return;
    }
    // The objectives that answer a need, with those above them.
    let around = |id: &str| {
        let named = facts.objectives_naming(id);
        let answering = facts.objectives_answering(id).into_iter().map(|(objective, _)| objective);
        let own: Vec<&str> = named.chain(answering).map(|objective| objective.id).collect();
        facts.up_from(own)
    };
    let answered: BTreeSet<&str> = facts.needs_in_scope().flat_map(|need| around(need.id)).collect();
    let places: BTreeSet<String> = facts.needs_in_scope().map(|need| need.place.to_string()).collect();
    let left_out: BTreeSet<&str> = facts
        .needs
        .iter()
        .filter(|need| !places.contains(&need.place.to_string()))
        .flat_map(|need| around(need.id))
        .collect();
    for action in &facts.actions {
        let mut objectives = action.entry.objectives.iter().map(|id| id.as_str()).peekable();
        // An action without an objective, and an objective without a need, have findings of their own.
        if objectives.peek().is_some() && objectives.all(|id| left_out.contains(id) && !answered.contains(id))
        {
            fault!(faults at action.objectives(), id = action.called());
        }
    }
}
