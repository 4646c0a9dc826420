//! The project's period and its milestones. Words: `schedule.md`.

use super::{Case, Family, Faults, Rule};
use crate::diagnostic::Place;
use crate::units::{Date, Period};

pub(super) const FAMILY: Family = Family {
    prefix: "TIME",
    rules: &[
        Rule::error("TIME-01", "project-without-period", without_period),
        Rule::warning("TIME-02", "long-time-without-milestone", without_milestone),
        Rule::advice("TIME-03", "pact-holds-shortly", short_pact),
        Rule::error("TIME-04", "project-too-long-or-too-short", wrong_length),
        Rule::error("TIME-05", "project-ends-after-eligibility", too_late),
        Rule::error("TIME-06", "milestone-outside-period", milestone_outside),
    ],
    text: include_str!("schedule.md"),
};

fn without_period(case: &Case<'_>, faults: &mut Faults) {
    let schedule = &case.application().schedule;
    let backwards = case.facts.project_period().is_some_and(|period| period.to <= period.from);
    if backwards || schedule.to.is_missing() {
        faults.at(Place::parse("schedule/to"));
    } else if schedule.from.is_missing() {
        faults.at(Place::parse("schedule/from"));
    }
}

fn without_milestone(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.milestone_gap_months;
    let milestones = &case.application().schedule.milestones;
    let Some(period) = case.facts.project_period().filter(|period| period.from < period.to) else { return };
    if milestones.is_damaged() || milestones.iter().any(|milestone| !milestone.date.is_given()) {
        return;
    }
    let months = i32::try_from(limit.value.get()).unwrap_or(i32::MAX);
    let mut days: Vec<Date> = milestones.iter().filter_map(|milestone| milestone.date.copied()).collect();
    days.retain(|day| period.contains(*day));
    days.push(period.to);
    days.sort_unstable();
    let mut last = period.from;
    for day in days {
        // Counted from the days after, so that from the end of February to the end of August it is six months.
        if last.plus_days(1).plus_months(months) < day.plus_days(1) {
            let gap = Period { from: last, to: day };
            faults
                .at(Place::parse("schedule/milestones"))
                .with("gap", gap.words(case.lang))
                .with("months", case.months(limit.value.get()))
                .by(&limit.origin);
        }
        last = day;
    }
}

fn short_pact(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.pact_validity_min_months;
    // A pact that ends before it begins is a matter of PACT-01.
    let Some(period) = case.facts.pact_period().filter(|period| period.from < period.to) else { return };
    let months = u64::try_from(period.months()).unwrap_or_default();
    if months < limit.value.get() {
        faults
            .at(Place::parse("pact/validity"))
            .with("length", case.months(months))
            .with("min", case.months(limit.value.get()))
            .by(&limit.origin);
    }
}

fn wrong_length(case: &Case<'_>, faults: &mut Faults) {
    let Some(period) = case.facts.project_period() else { return };
    let months = u64::try_from(period.months()).unwrap_or_default();
    let numbers = &case.profile.numbers;
    let least = numbers.project_period_min_months.as_ref().filter(|least| months < least.value.get());
    let most = numbers.project_period_max_months.as_ref().filter(|most| months > most.value.get());
    let limits = [(least, ("co najmniej", "at least")), (most, ("najwyżej", "at most"))];
    for (limit, words) in limits {
        if let Some(limit) = limit {
            faults
                .at(Place::parse("schedule/to"))
                .with("length", case.months(months))
                .with(
                    "limit",
                    format!("{} {}", case.lang.pick(words.0, words.1), case.months(limit.value.get())),
                )
                .by(&limit.origin);
        }
    }
}

fn too_late(case: &Case<'_>, faults: &mut Faults) {
    let (Some(limit), Some(end)) =
        (&case.profile.numbers.eligible_until, case.application().schedule.to.copied())
    else {
        return;
    };
    if end > limit.value {
        faults.at(Place::parse("schedule/to")).with("end", end).with("limit", limit.value).by(&limit.origin);
    }
}

fn milestone_outside(case: &Case<'_>, faults: &mut Faults) {
    let Some(period) = case.facts.project_period().filter(|period| period.from <= period.to) else { return };
    for milestone in &case.facts.milestones {
        if milestone.date.copied().is_some_and(|day| !period.contains(day)) {
            faults
                .at(milestone.place.key("date"))
                .with("id", milestone.name())
                .with("period", period.words(case.lang));
        }
    }
}
