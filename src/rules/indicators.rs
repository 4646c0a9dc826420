//! Indicators: what is measured, from where to where, how. Words: `indicators.md`.

use super::lexicon::{Lexicon, holding, lexicon};
use super::targets::{self, of_kind};
use super::{Case, Faults, Rule, coded, family, fault, lacks, missing};
use crate::catalogue;
use crate::diagnostic::Value;
use crate::facts::{Kind, Placed};
use crate::lang::Lang;
use crate::model::{Direction, Field, Indicator, IndicatorKind, IndicatorOrigin};
use crate::units::Number;

family! { "IND", "indicators.md";
    Rule::missing("IND-01", "indicator-not-complete", not_complete),
    Rule::warning("IND-02", "indicator-without-baseline", missing!(each indicators: baseline)),
    Rule::error("IND-03", "target-does-not-improve", not_improving),
    Rule::advice("IND-05", "no-result-after-the-end", none_after_end),
    Rule::warning("IND-06", "persons-not-split-by-sex", not_split),
    Rule::warning("IND-07", "indicator-on-wrong-level", wrong_level),
    Rule::advice("IND-08", "measurement-not-described", not_described),
    Rule::warning("IND-09", "effort-passed-off-as-result", effort),
    Rule::advice("IND-10", "no-indicator-of-ones-own", none_own),
    Rule::warning("IND-11", "result-target-too-low", targets::too_low),
    Rule::error("IND-12", "indicator-does-not-add-up", targets::not_adding_up),
    Rule::missing("IND-13", "required-indicator-missing", required),
    Rule::error("IND-14", "participants-split-does-not-add-up", targets::split),
    Rule::error("IND-15", "groups-and-participants-differ", targets::groups),
    Rule::error("IND-16", "result-above-its-base", targets::above_base),
    Rule::advice("IND-17", "finished-training-only", finished_only),
    Rule::error("IND-18", "partners-parts-do-not-add-up", targets::parts),
    Rule::warning("IND-19", "indicator-without-day", missing!(each indicators: measured)),
    Rule::warning("IND-20", "code-of-another-indicator", coded::name_of_another),
    Rule::warning("IND-21", "part-above-its-whole", coded::above_another),
    Rule::warning("IND-22", "qualification-proved-by-attendance", coded::proved_by_attendance),
}

fn not_complete(case: &Case<'_>, faults: &mut Faults) {
    for indicator in &case.facts.indicators {
        if let Some(fault) = faults.lacking(&[
            indicator.kind().gap(),
            indicator.unit().gap(),
            indicator.target().gap(),
            indicator.source().gap(),
        ]) {
            fault.with("id", indicator.called());
        }
    }
}

fn not_improving(case: &Case<'_>, faults: &mut Faults) {
    for indicator in &case.facts.indicators {
        let (Some(baseline), Some(target)) = (indicator.baseline.copied(), indicator.target.copied()) else {
            continue;
        };
        let better = match indicator.direction {
            Field::Given(Direction::Down) => target < baseline,
            Field::Given(Direction::Up) | Field::Missing => target > baseline,
            Field::Unreadable => true,
        };
        // A mandatory indicator that does not apply is entered with 0.
        let not_applicable =
            target == Number::default() && baseline == Number::default() && indicator.code.is_given();
        if !better && !not_applicable {
            fault!(faults at indicator.target(),
                id = indicator.called(), target, baseline; also indicator.baseline()
            );
        }
    }
}

fn none_after_end(case: &Case<'_>, faults: &mut Faults) {
    let Some(end) = case.application().schedule.to.copied() else { return };
    let results: Vec<_> = of_kind(case, IndicatorKind::Result).collect();
    let late = |indicator: &&Placed<'_, Indicator>| indicator.measured.copied().is_some_and(|day| day > end);
    let unread = |indicator: &Indicator| indicator.kind.is_unreadable() || indicator.measured.is_unreadable();
    let indicators = &case.application().indicators;
    if indicators.is_damaged() || indicators.iter().any(unread) {
        return;
    }
    let latest = results.iter().max_by_key(|indicator| indicator.measured.copied());
    if let Some(latest) = latest.filter(|_| !results.iter().any(late)) {
        fault!(faults at latest.measured(), end = end.to_string());
    }
}

fn counts_people(case: &Case<'_>, indicator: &Placed<'_, Indicator>) -> bool {
    case.each(indicator.entry.unit.get()).any(|(_, unit)| holding(unit, &lexicon().people_units).is_some())
}

fn not_split(case: &Case<'_>, faults: &mut Faults) {
    for indicator in case.facts.indicators.iter().filter(|indicator| counts_people(case, indicator)) {
        let parts = indicator.women.target.is_given() && indicator.men.target.is_given();
        let is_split = parts || case.each(indicator.name.get()).any(|(_, name)| counts_one_sex(name));
        if indicator.by_sex.copied() != Some(true) && !is_split {
            lacks!(faults at indicator.by_sex(), id = indicator.called());
        }
    }
}

/// Tells whether the name of an indicator speaks of women alone, or of men.
fn counts_one_sex(name: &str) -> bool {
    let name = name.to_lowercase();
    let words = name.split(|sign: char| !sign.is_alphabetic());
    let says = |stem, word| words.clone().any(|own| own.starts_with(stem) || own == word);
    says("kobiet", "women") != says("mężczyzn", "men")
}

fn wrong_level(case: &Case<'_>, faults: &mut Faults) {
    for indicator in &case.facts.indicators {
        let (Some(kind), Some(of)) = (indicator.kind.copied(), indicator.of.get()) else { continue };
        let found = case.facts.find(of.as_str()).map(|found| found.kind);
        let words = match (kind, found) {
            (IndicatorKind::Output, Some(Kind::Objective)) => [
                "wskaźnik produktu mierzy cel, a nie działanie",
                "an output indicator measures an objective and not an action",
            ],
            (IndicatorKind::Result, Some(Kind::Action)) => [
                "wskaźnik rezultatu mierzy działanie, a nie cel",
                "a result indicator measures an action and not an objective",
            ],
            _ => continue,
        };
        fault!(faults at indicator.of(), id = indicator.called(), what = words);
    }
}

fn not_described(case: &Case<'_>, faults: &mut Faults) {
    for indicator in &case.facts.indicators {
        let often = indicator.every_months.is_missing() && indicator.frequency.is_blank();
        if let Some(fault) = faults.lacking(&[
            indicator.method().gap(),
            indicator.every_months().gap_where(often),
            indicator.responsible().gap(),
        ]) {
            fault.with("id", indicator.called());
        }
    }
}

fn effort(case: &Case<'_>, faults: &mut Faults) {
    for indicator in of_kind(case, IndicatorKind::Result) {
        let is_effort = |unit: &str| {
            let first =
                unit.split_whitespace().find(|word| !word.starts_with("liczb") && !word.starts_with("szt"));
            let counted = first.unwrap_or_default().to_lowercase();
            lexicon().effort_units.iter().any(|word| match word.as_str() {
                "h" => counted == "h",
                word => counted.starts_with(word),
            })
        };
        let unit = &indicator.entry.unit;
        if case.each(unit.get()).any(|(_, unit)| is_effort(unit)) {
            let fault = faults.at(indicator.unit()).with("id", indicator.called());
            fault.with("unit", case.said(unit));
        }
    }
}

fn none_own(case: &Case<'_>, faults: &mut Faults) {
    let indicators = &case.facts.indicators;
    let listed = |indicator: &Placed<'_, Indicator>| {
        matches!(indicator.origin.get(), Some(IndicatorOrigin::Mandatory | IndicatorOrigin::List))
            || (indicator.origin.is_missing() && indicator.code.is_given())
    };
    let unclear = case.application().indicators.is_damaged();
    if !unclear && !indicators.is_empty() && indicators.iter().all(listed) {
        lacks!(faults at case.root().indicators());
    }
}

fn required(case: &Case<'_>, faults: &mut Faults) {
    let required = &case.profile.indicators_required;
    if case.application().indicators.is_damaged() {
        return;
    }
    let own = case.profile.indicators.iter().flat_map(|stated| &stated.value);
    let own = own.filter(|own| own.required && !required.value.contains(&own.code)).map(|own| &own.code);
    for code in required.value.iter().chain(own).filter(|code| targets::coded(case, code).is_none()) {
        let known = || catalogue::indicators().get(code).map(|own| Value::both(|lang| own.name(lang)));
        let of_call = case.profile.own_indicator(code);
        let name = of_call.map(|own| Value::both(|lang| own.name.get(lang).to_owned())).or_else(known);
        lacks!(faults at case.root().indicators(), code, name; by required);
    }
}

fn finished_only(case: &Case<'_>, faults: &mut Faults) {
    let named = |lists: &[&[String]]| {
        let holds = |(_, name): (Lang, &str)| lists.iter().all(|list| holding(name, list).is_some());
        case.facts.indicators.iter().find(|indicator| case.each(indicator.entry.name.get()).any(holds))
    };
    let Lexicon { trainings, finished_training, gained_skills, .. } = lexicon();
    let finished = named(&[trainings, finished_training]);
    if let Some(indicator) = finished.filter(|_| named(&[gained_skills]).is_none()) {
        fault!(faults at indicator.name(), id = indicator.called());
    }
}

#[cfg(test)]
mod tests {
    use super::counts_one_sex;

    #[test]
    fn a_number_of_women_was_asked_for_its_split_by_sex() {
        assert!(counts_one_sex("Liczba kobiet, które poszukują pracy"));
        assert!(counts_one_sex("Number of men in training"));
        assert!(!counts_one_sex("liczba kobiet i mężczyzn") && !counts_one_sex("women and men in work"));
        assert!(!counts_one_sex("liczba osób") && !counts_one_sex("employment of residents"));
    }
}
