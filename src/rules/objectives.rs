//! Objectives: a change of state, answered needs, a tree. Words: `objectives.md`.

use crate::lang::Lang;
use std::collections::BTreeSet;

use super::lexicon::{lexicon, opening};
use super::{Case, Faults, Rule, family, fault, lacks, missing, told_days};
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::model::{IndicatorKind, Objective, ObjectiveLevel, PolicyAim};

family! { "OBJ", "objectives.md";
    Rule::error("OBJ-01", "not-one-main-objective", not_one_main),
    Rule::missing("OBJ-02", "objective-without-need", missing!(each objectives: needs)),
    Rule::missing("OBJ-03", "objective-without-result", without_result),
    Rule::error("OBJ-04", "objectives-in-a-circle", circle),
    Rule::warning("OBJ-05", "objective-without-deadline", without_deadline),
    Rule::missing("OBJ-06", "objective-without-action", without_action),
    Rule::advice("OBJ-07", "aims-not-reconciled", aims),
    Rule::warning("OBJ-08", "objective-not-agreed", not_agreed),
    Rule::advice("OBJ-09", "objective-worded-as-activity", worded_as_activity),
    Rule::warning("OBJ-10", "objective-repeats-main", repeats_main),
    Rule::missing("OBJ-11", "objective-outside-tree", outside_tree),
    Rule::warning("OBJ-12", "main-objective-is-a-list", main_is_list),
    Rule::warning("OBJ-13", "deadline-told-otherwise", told_days::other_deadline),
}

fn of_level<'run>(
    case: &Case<'run>,
    level: ObjectiveLevel,
) -> impl Iterator<Item = &'run Placed<'run, Objective>> + use<'run> {
    case.facts.objectives.iter().filter(move |objective| objective.level.get() == Some(&level))
}

fn not_one_main(case: &Case<'_>, faults: &mut Faults) {
    let objectives = &case.application().objectives;
    let unclear =
        objectives.iter().any(|objective| !objective.level.is_missing() && !objective.level.is_given());
    if objectives.is_damaged() || unclear {
        return;
    }
    let main: Vec<_> = of_level(case, ObjectiveLevel::Main).collect();
    match main.as_slice() {
        [_] => {}
        [] => {
            lacks!(faults at case.root().objectives(), count = "0");
        }
        [first, rest @ ..] => {
            for objective in rest {
                fault!(faults at objective.level(), count = main.len(); also first.level());
            }
        }
    }
}

fn without_result(case: &Case<'_>, faults: &mut Faults) {
    let indicators = &case.application().indicators;
    if indicators.is_damaged() || indicators.iter().any(|indicator| indicator.of.is_unreadable()) {
        return;
    }
    for objective in case.facts.objectives.iter().filter(|objective| !objective.id.is_empty()) {
        // An indicator of an unreadable kind may be the one.
        let unclear =
            case.facts.indicators_measuring(objective.id).any(|indicator| indicator.kind.is_unreadable());
        let mut results = case.facts.indicators_of(objective.id, IndicatorKind::Result);
        if !unclear && !results.any(|indicator| !indicator.target.is_missing()) {
            lacks!(faults at objective.place.clone(), id = objective.called(); wants case.root().indicators());
        }
    }
}

fn circle(case: &Case<'_>, faults: &mut Faults) {
    for circle in case.facts.objective_cycles() {
        let Some(first) = circle.first().and_then(|id| case.facts.objective(id)) else { continue };
        // Of an objective that names itself one id says all.
        let back = circle.first().filter(|_| circle.len() > 1);
        let path = circle.iter().chain(back).copied().collect::<Vec<_>>().join(" → ");
        fault!(faults at first.parent(), path);
    }
}

fn without_deadline(case: &Case<'_>, faults: &mut Faults) {
    let period = case.facts.project_period().or(case.facts.partnership_period());
    for objective in &case.facts.objectives {
        let outside = objective.by.copied().zip(period).is_some_and(|(by, period)| !period.contains(by));
        if objective.by.is_missing() || outside {
            let fault = faults.at(objective.by());
            let last = period.or(case.facts.pact_period()).map(|period| period.to.to_string());
            let date = last.map_or_else(|| ["RRRR-MM-DD", "YYYY-MM-DD"].into(), Value::from);
            let period = period.map_or_else(|| "".into(), |period| Value::around([" ({0})"; 2], period));
            fault
                .with("id", objective.called())
                .with("period", period)
                .with("date", date)
                .lacking_if(!outside);
        }
    }
}

fn without_action(case: &Case<'_>, faults: &mut Faults) {
    let actions = &case.application().actions;
    if actions.is_damaged() || actions.iter().any(|action| action.objectives.is_damaged()) {
        return;
    }
    let acting = case.facts.with_above(|id| case.facts.actions_serving(id).next().is_some());
    for objective in of_level(case, ObjectiveLevel::Specific).filter(|objective| !objective.id.is_empty()) {
        if !acting.contains(objective.id) {
            lacks!(faults at objective.place.clone(), id = objective.called(); wants case.root().actions());
        }
    }
}

fn aims(case: &Case<'_>, faults: &mut Faults) {
    let objectives = &case.facts.objectives;
    let unclear = case.application().objectives.is_damaged()
        || objectives.iter().any(|objective| objective.aims.is_damaged());
    if objectives.is_empty() || unclear {
        return;
    }
    let served = |code: &&str| {
        objectives.iter().any(|objective| objective.aims.iter().any(|aim| aim.as_str() == *code))
    };
    let missing: Vec<&str> =
        ["european_social_model", "competitiveness"].into_iter().filter(|code| !served(code)).collect();
    let label = |code: &&str| super::case::label(PolicyAim::LIST, code);
    if !missing.is_empty() {
        lacks!(faults at case.root().objectives(),
            aims = Value::List(missing.iter().map(label).collect(), ["; "; 2]), codes = missing.join(", ")
        );
    }
}

fn not_agreed(case: &Case<'_>, faults: &mut Faults) {
    for objective in case.facts.objectives.iter().filter(|objective| !objective.agreed_by.is_damaged()) {
        let bound = case.facts.members().map(|partner| partner.id).filter(|id| !id.is_empty());
        let agreed = |id: &str| objective.agreed_by.iter().any(|agreed| agreed.as_str() == id);
        let mut open: Vec<&str> = bound.filter(|id| !agreed(id)).collect();
        open.dedup();
        if !open.is_empty() {
            lacks!(faults at objective.agreed_by(), id = objective.called(), partners = open.join(", "));
        }
    }
}

fn worded_as_activity(case: &Case<'_>, faults: &mut Faults) {
    for objective in &case.facts.objectives {
        let mut titles = case.each(objective.entry.title.get());
        if let Some(word) = titles.find_map(|(_, title)| opening(title, &lexicon().activities)) {
            fault!(faults at objective.title(), id = objective.called(), word);
        }
    }
}

/// Returns the words of a title without the short ones that any title holds.
fn weighty(title: &str) -> BTreeSet<String> {
    let words = title.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).collect()
}

fn repeats_main(case: &Case<'_>, faults: &mut Faults) {
    let Some(main) = of_level(case, ObjectiveLevel::Main).next() else { return };
    let main_words = Lang::ALL.map(|lang| weighty(case.say(main.entry.title.get(), lang)));
    for objective in of_level(case, ObjectiveLevel::Specific) {
        let repeats = |(lang, title): (Lang, &str)| {
            let ([pl, en], words) = (&main_words, weighty(title));
            let main_words = lang.pick(pl, en);
            // Four of five words in common, measured on the shorter of the two.
            let shorter = words.len().min(main_words.len());
            shorter > 1 && words.intersection(main_words).count() * 5 >= shorter * 4
        };
        if case.each(objective.entry.title.get()).any(repeats) {
            fault!(faults at objective.title(),
                id = objective.called(), main = main.called(); also main.title()
            );
        }
    }
}

fn outside_tree(case: &Case<'_>, faults: &mut Faults) {
    for objective in of_level(case, ObjectiveLevel::Specific) {
        if objective.parent.is_missing() {
            let main =
                of_level(case, ObjectiveLevel::Main).next().map_or_else(|| "O1".to_owned(), Placed::called);
            lacks!(faults at objective.parent(), id = objective.called(), main);
        }
    }
}

fn main_is_list(case: &Case<'_>, faults: &mut Faults) {
    for objective in of_level(case, ObjectiveLevel::Main) {
        let is_list = |title: &str| {
            let is_sentence = |part: &&str| part.chars().filter(|sign| sign.is_alphabetic()).count() > 3;
            title.split(['.', ';']).filter(is_sentence).count() > 1 || title.contains('\n')
        };
        if case.each(objective.entry.title.get()).any(|(_, title)| is_list(title)) {
            fault!(faults at objective.title(), id = objective.called());
        }
    }
}
