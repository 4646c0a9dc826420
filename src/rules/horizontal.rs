//! Principles that a programme asks every project to keep. Words: `horizontal.md`.

use super::lexicon::{holding, lexicon, starting};
use super::{Case, Faults, Rule, family, fault, lacks};
use crate::described::{At, is_begun};
use crate::diagnostic::Value;
use crate::lang::Lang;
use crate::model::{Gender, HorizontalStatement};
use crate::units::Count;

family! { "HOR", "horizontal.md";
    Rule::missing("HOR-01", "gender-barriers-not-shown", barriers_not_shown),
    Rule::warning("HOR-02", "gender-barrier-without-data", barrier_without_data),
    Rule::missing("HOR-03", "gender-barrier-without-answer", barrier_without_answer),
    Rule::missing("HOR-04", "no-preventive-action", no_preventive),
    Rule::missing("HOR-05", "equality-in-management-not-described", management),
    Rule::advice("HOR-06", "equality-only-declared", only_declared),
    Rule::error("HOR-07", "gender-standard-not-met", standard_not_met),
    Rule::missing("HOR-08", "no-accessibility-standard", no_standard),
    Rule::missing("HOR-09", "accessibility-standard-without-measure", standard_without_measure),
    Rule::advice("HOR-10", "no-ground-of-discrimination-named", no_ground),
}

/// Returns what the application says under the minimum standard, where the call asks for it, no exception
/// is claimed and everything of it could be read.
fn standard<'run>(case: &Case<'run>) -> Option<At<'run, Gender>> {
    let own = case.root().gender();
    let asked = case.profile.gender_points.is_some() && own.exempt.is_blank();
    (asked && !own.barriers.is_damaged()).then_some(own)
}

/// Returns what is said of a principle.
fn statement<'run>(case: &Case<'run>, principle: &str) -> Option<At<'run, HorizontalStatement>> {
    case.root()
        .horizontal()
        .each()
        .find(|own| own.principle.get().is_some_and(|code| code.as_str() == principle))
}

fn asks(case: &Case<'_>, principle: &str) -> bool {
    case.profile.horizontal_required.value.iter().any(|code| code == principle)
}

fn barriers_not_shown(case: &Case<'_>, faults: &mut Faults) {
    let Some(own) = standard(case) else { return };
    if own.barriers.is_missing() && own.no_barriers.is_blank() {
        lacks!(faults at case.root().gender().barriers());
    }
}

fn barrier_without_data(case: &Case<'_>, faults: &mut Faults) {
    let Some(own) = standard(case) else { return };
    for barrier in own.barriers().each() {
        if barrier.evidence.is_missing() {
            lacks!(faults at barrier.evidence(), barrier = case.said(&barrier.text));
        }
    }
}

fn barrier_without_answer(case: &Case<'_>, faults: &mut Faults) {
    let Some(own) = standard(case) else { return };
    for barrier in own.barriers().each() {
        if barrier.action.is_missing() && barrier.answer.is_blank() {
            lacks!(faults at barrier.action(), barrier = case.said(&barrier.text));
        }
    }
}

fn no_preventive(case: &Case<'_>, faults: &mut Faults) {
    let Some(own) = standard(case) else { return };
    let none_found = own.barriers.is_missing() && !own.no_barriers.is_blank();
    if none_found && own.preventive.is_blank() {
        lacks!(faults at case.root().gender().preventive());
    }
}

fn management(case: &Case<'_>, faults: &mut Faults) {
    if standard(case).is_some_and(|own| own.management.is_blank()) {
        lacks!(faults at case.root().gender().management());
    }
}

fn only_declared(case: &Case<'_>, faults: &mut Faults) {
    let Some(own) = standard(case) else { return };
    for text in [own.management(), own.preventive()] {
        let mut texts = case.each(text.get().map(|prose| &prose.0));
        if let Some(words) = texts.find_map(|(_, text)| holding(text, &lexicon().slogans)) {
            fault!(faults at text, words);
        }
    }
}

fn standard_not_met(case: &Case<'_>, faults: &mut Faults) {
    let (Some(points), Some(pass)) = (&case.profile.gender_points, &case.profile.gender_pass) else { return };
    if standard(case).is_none() {
        return;
    }
    let worth = |code: &str| points.value.get(code).copied().unwrap_or_default();
    let answers = case.facts.gender_answers();
    let reached: Count =
        answers.iter().filter(|answer| answer.answered).map(|answer| worth(&answer.question.code)).sum();
    if reached >= pass.value {
        return;
    }
    let open: Vec<_> = answers
        .iter()
        .filter(|answer| !answer.answered && worth(&answer.question.code) > Count::default())
        .collect();
    let numbers: Vec<String> =
        open.iter().filter_map(|answer| answer.question.no).map(|number| number.to_string()).collect();
    let fault = faults.at(case.root().gender());
    fault
        .lacking_if(!is_begun(&case.application().gender))
        .with("reached", Value::counted(reached.get(), ["punkt", "punkty", "punktów"], ["point", "points"]))
        .with("pass", pass.value.to_string())
        .with("questions", numbers.join(", "))
        .by(&pass.origin)
        .by(&points.origin);
    for answer in open {
        fault.also(answer.place.clone());
    }
}

fn no_standard(case: &Case<'_>, faults: &mut Faults) {
    if asks(case, "accessibility") && case.application().accessibility.is_missing() {
        lacks!(faults at case.root().accessibility()).by(&case.profile.horizontal_required.origin);
    }
}

fn standard_without_measure(case: &Case<'_>, faults: &mut Faults) {
    if !asks(case, "accessibility") {
        return;
    }
    for own in case.root().accessibility().each() {
        if own.measure.is_blank() {
            let standard = own.standard.get().map_or("–", |standard| standard.as_str());
            lacks!(faults at own.measure(), standard; by case.profile.horizontal_required);
        }
    }
}

fn no_ground(case: &Case<'_>, faults: &mut Faults) {
    if !asks(case, "equal_opportunities") {
        return;
    }
    let Some(own) = statement(case, "equal_opportunities") else { return };
    let texts = own.text.get().map(|prose| &prose.0).into_iter().chain(own.measures.iter());
    let mut texts = texts.flat_map(|text| case.each(Some(text))).peekable();
    let named = |(_, text): (Lang, &str)| starting(text, &lexicon().grounds).is_some();
    if texts.peek().is_some() && !texts.any(named) {
        faults.at(own.text());
    }
}
