//! How objectives and actions follow strategies, and with what argument. Words: `alignments.md`.

use std::collections::BTreeMap;

use super::{Case, Faults, Rule, family, fault, lacks, missing};
use crate::diagnostic::Value;
use crate::facts::{Kind, Placed, Strand};
use crate::lang::Lang;
use crate::model::{Alignment, Objective, ObjectiveLevel, StrategyLevel};

family! { "ALIGN", "alignments.md";
    Rule::missing("ALIGN-01", "objective-not-aligned", objective_not_aligned),
    Rule::missing("ALIGN-02", "alignment-without-argument", missing!(each alignments: argument)),
    Rule::warning("ALIGN-03", "argument-too-general", too_general),
    Rule::warning("ALIGN-04", "argument-used-twice", used_twice),
    Rule::advice("ALIGN-05", "alignment-carried-by-nothing", missing!(each alignments: via)),
    Rule::warning("ALIGN-06", "action-not-aligned", action_not_aligned),
    Rule::advice("ALIGN-07", "alignment-only-inherited", only_inherited),
    Rule::warning("ALIGN-08", "alignment-not-complete", missing!(each alignments: of, to)),
}

/// The two levels of slide 21.
const LEVELS: [(StrategyLevel, Strand); 2] =
    [(StrategyLevel::Regional, Strand::Regional), (StrategyLevel::National, Strand::National)];

fn is_main(objective: &Objective) -> bool {
    objective.level.get() == Some(&ObjectiveLevel::Main)
}

/// Tells whether an objective is tied to a strategy of this level; an alignment whose argument is still
/// missing counts, for ALIGN-02 speaks of it.
fn tied(case: &Case<'_>, id: &str, level: StrategyLevel) -> bool {
    case.facts.alignments_of(id).any(|alignment| case.facts.alignment_level(alignment) == Some(level))
}

/// Tells whether a link to a strategy of unknown level, or one that could not be read, may be the one.
fn unclear(case: &Case<'_>) -> bool {
    let alignments = &case.application().alignments;
    alignments.is_damaged()
        || alignments.iter().any(|alignment| {
            let target = alignment.to.get().map(|id| id.as_str());
            target.is_none_or(|id| !case.facts.is(id, Kind::StrategyObjective))
                || case.facts.alignment_level(alignment).is_none()
        })
}

fn objective_not_aligned(case: &Case<'_>, faults: &mut Faults) {
    if unclear(case) {
        return;
    }
    for (level, part) in LEVELS {
        let aligned = case.facts.with_below(|id| tied(case, id, level));
        // What all its parts serve, the main objective serves.
        let below = case.facts.with_above(|id| tied(case, id, level));
        for objective in case.facts.objectives.iter().filter(|objective| !objective.id.is_empty()) {
            if !(aligned.contains(objective.id) || is_main(objective) && below.contains(objective.id)) {
                lacks!(faults at objective.place.clone(),
                    id = objective.called(), level = Value::both(|lang| part.label(lang));
                    wants case.root().alignments()
                );
            }
        }
    }
}

fn too_general(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.argument_min_chars;
    for alignment in &case.facts.alignments {
        let arguments = case.each(alignment.entry.argument.get().map(|prose| &prose.0));
        let counted =
            arguments.map(|(lang, words)| (lang, words.trim(), words.trim().chars().count() as u64));
        let mut general = counted.filter(|(lang, argument, count)| {
            *count < limit.value.get() || repeats_titles(case, alignment, argument, *lang)
        });
        if let Some((.., count)) = general.next() {
            fault!(faults at alignment.argument(),
                id = alignment.called(), count = Value::characters(count), min = limit.value.to_string();
                by limit
            );
        }
    }
}

/// Tells whether nothing but the two titles is left of an argument: hardly a word of its own.
fn repeats_titles(case: &Case<'_>, alignment: &Placed<'_, Alignment>, argument: &str, lang: Lang) -> bool {
    let subject = alignment.of.get().map_or("", |id| id.as_str());
    let target = alignment.to.get().and_then(|id| case.facts.strategy_objective(id.as_str()));
    let objective = case.facts.objective(subject).map(|objective| &objective.entry.title);
    let action = case.facts.action(subject).map(|action| &action.entry.title);
    let quoted = target.map(|(_, objective)| &objective.entry.text);
    let mut rest = argument.to_lowercase();
    let titles = [objective, action, quoted].into_iter().flatten();
    for title in titles.map(|title| case.say(title.get(), lang)).filter(|title| !title.is_empty()) {
        rest = rest.replace(&title.to_lowercase(), "");
    }
    rest.chars().filter(|sign| sign.is_alphanumeric()).count() < 30
}

fn used_twice(case: &Case<'_>, faults: &mut Faults) {
    let mut known: BTreeMap<(Lang, &str), &Placed<'_, Alignment>> = BTreeMap::new();
    for alignment in &case.facts.alignments {
        let arguments = case.each(alignment.entry.argument.get().map(|prose| &prose.0));
        let own: Vec<_> = arguments.map(|(lang, words)| (lang, words.trim())).collect();
        if let Some(first) = own.iter().find_map(|argument| known.get(argument)) {
            fault!(faults at alignment.argument(),
                a = first.called(), b = alignment.called(); also first.argument()
            );
        }
        for argument in own {
            known.entry(argument).or_insert(alignment);
        }
    }
}

fn action_not_aligned(case: &Case<'_>, faults: &mut Faults) {
    if unclear(case) || case.facts.is_unread(Kind::Objective) {
        return;
    }
    for action in &case.facts.actions {
        // An objective that is not aligned is a matter of ALIGN-01.
        if action.objectives.is_damaged()
            || action.objectives.iter().any(|id| case.facts.objective(id.as_str()).is_some())
        {
            continue;
        }
        let missing = LEVELS.into_iter().filter(|(level, _)| !tied(case, action.id, *level));
        let missing: Vec<Value> = missing.map(|(_, part)| Value::both(|lang| part.label(lang))).collect();
        if !missing.is_empty() {
            lacks!(faults at action.place.clone(),
                id = action.called(), levels = Value::list(missing); wants case.root().alignments()
            );
        }
    }
}

fn only_inherited(case: &Case<'_>, faults: &mut Faults) {
    let own = |id: &str, level| !case.facts.argued(id, level).is_empty();
    let aligned = LEVELS.map(|(level, _)| case.facts.with_below(|id| own(id, level)));
    for objective in case.facts.objectives.iter().filter(|objective| !objective.id.is_empty()) {
        let has_own = LEVELS.iter().any(|(level, _)| own(objective.id, *level));
        if !is_main(objective) && !has_own && aligned.iter().any(|ids| ids.contains(objective.id)) {
            fault!(faults at objective.place.clone(), id = objective.called());
        }
    }
}
