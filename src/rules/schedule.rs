//! The project's period, its milestones, and days that do not fit each other. Words: `schedule.md`.

use super::case::{AT_LEAST, AT_MOST};
use super::days::{Dated, of_measurement, of_research, of_the_past};
use super::{Case, Faults, Rule, family, fault, lacks, told_days};
use crate::described::At;
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::model::{Field, Milestone};
use crate::units::{Date, Period};

family! { "TIME", "schedule.md";
    Rule::error("TIME-01", "project-without-period", without_period),
    Rule::warning("TIME-02", "long-time-without-milestone", without_milestone),
    Rule::advice("TIME-03", "pact-holds-shortly", short_pact),
    Rule::error("TIME-04", "project-too-long-or-too-short", wrong_length),
    Rule::error("TIME-05", "project-ends-after-eligibility", too_late),
    Rule::error("TIME-06", "milestone-outside-period", milestone_outside),
    Rule::warning("TIME-07", "day-after-submission", after_submission),
    Rule::warning("TIME-08", "days-in-wrong-order", wrong_order),
    Rule::warning("TIME-09", "measured-before-the-start", before_start),
    Rule::error("TIME-10", "money-outside-the-project", money_outside),
    Rule::error("TIME-11", "project-over-before-submission", told_days::over_before_submission),
    Rule::warning("TIME-12", "work-told-after-the-end", told_days::after_the_end),
}

fn without_period(case: &Case<'_>, faults: &mut Faults) {
    let schedule = &case.application().schedule;
    faults.asks(case.root().schedule().from());
    faults.asks(case.root().schedule().to());
    let backwards = case.facts.project_period().is_some_and(|period| period.to <= period.from);
    if backwards || schedule.to.is_missing() {
        faults.at(case.root().schedule().to()).lacking_if(!backwards);
    } else if schedule.from.is_missing() {
        lacks!(faults at case.root().schedule().from());
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
    let number = |milestone: &Placed<'_, Milestone>| milestone.id.strip_prefix('M')?.parse::<u64>().ok();
    let mut free = case.facts.milestones.iter().filter_map(number).max().unwrap_or(0).saturating_add(1);
    for day in days {
        // Counted from the days after, so that from the end of February to the end of August it is six months.
        if last.plus_days(1).plus_months(months) < day.plus_days(1) {
            let gap = Period { from: last, to: day };
            lacks!(faults at case.root().schedule().milestones(),
                gap, months = Value::months(limit.value.get()), id = format!("M{free}"),
                date = last.plus_months(gap.months() / 2).to_string(); by limit
            );
            free = free.saturating_add(1);
        }
        last = day;
    }
}

fn short_pact(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.pact_validity_min_months;
    // A pact that ends before it begins is a matter of PACT-01.
    let Some(period) = case.facts.pact_period().filter(|period| period.from < period.to) else { return };
    let months = u64::try_from(period.whole_months()).unwrap_or_default();
    if months < limit.value.get() {
        fault!(faults at case.root().pact().validity().to(),
            length = Value::months(months), min = Value::months(limit.value.get()); by limit
        );
    }
}

fn wrong_length(case: &Case<'_>, faults: &mut Faults) {
    let Some(period) = case.facts.project_period() else { return };
    let [whole, begun] =
        [period.whole_months(), period.months()].map(|months| u64::try_from(months).unwrap_or_default());
    let numbers = &case.profile.numbers;
    let least = numbers.project_period_min_months.as_ref().filter(|least| whole < least.value.get());
    let most = numbers.project_period_max_months.as_ref().filter(|most| begun > most.value.get());
    for (limit, months, words) in [(least, whole, AT_LEAST), (most, begun, AT_MOST)] {
        if let Some(limit) = limit {
            fault!(faults at case.root().schedule().to(),
                length = Value::months(months),
                limit = Value::around(words, Value::months(limit.value.get())); by limit
            );
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
        fault!(faults at case.root().schedule().to(),
            end = end.to_string(), limit = limit.value.to_string(); by limit
        );
    }
}

fn milestone_outside(case: &Case<'_>, faults: &mut Faults) {
    let Some(period) = case.facts.project_period().filter(|period| period.from <= period.to) else { return };
    for milestone in &case.facts.milestones {
        if milestone.date.copied().is_some_and(|day| !period.contains(day)) {
            fault!(faults at milestone.date(), id = milestone.called(), period);
        }
    }
}

fn after_submission(case: &Case<'_>, faults: &mut Faults) {
    let Some(limit) = case.submission() else { return };
    let stated = case.application().call.submission.is_given();
    let words = if stated {
        ["dzień złożenia wniosku", "the day of submission"]
    } else {
        ["dzień, na który jest pisany wniosek", "the day as of which the application is written"]
    };
    for dated in of_the_past(case).into_iter().filter(|dated| dated.day > limit) {
        let fault = faults.at(dated.place);
        fault.with("what", dated.what).with("day", dated.day).with("limit", words).with("date", limit);
        if stated {
            fault.also(case.root().call().submission());
        }
    }
}

fn wrong_order(case: &Case<'_>, faults: &mut Faults) {
    let root = case.root();
    let day_of = |field: At<'_, Field<Date>>, what: [&'static str; 2]| {
        field.copied().map(|day| Dated { place: field.here(), what: what.into(), day })
    };
    let diagnosis = ["data zakończenia diagnozy", "the date of the diagnosis"];
    let diagnosis = || day_of(root.diagnosis().date(), diagnosis);
    let start = ["data rozpoczęcia projektu", "the start of the project"];
    let start = day_of(root.schedule().from(), start);
    let chosen = ["data wyboru lidera", "the date on which the leader was chosen"];
    let chosen = day_of(root.partnership().leader().selection().date(), chosen);
    let joined = case.facts.leader().and_then(|partner| {
        let what = ["data przystąpienia partnera, który prowadzi", "the date on which the leader joined"];
        day_of(partner.joined(), what)
    });
    let research = of_research(case).into_iter().map(|earlier| (Some(earlier), diagnosis()));
    let pairs = research.chain([(diagnosis(), start), (joined, chosen)]);
    // A month may end behind a day in it.
    for (earlier, later) in pairs.filter_map(|(earlier, later)| earlier.zip(later)) {
        // A day after submission has a finding of its own.
        let told = case.submission().is_some_and(|submission| earlier.day > submission);
        if earlier.day.stretch()[0] > later.day.stretch()[1] && !told {
            fault!(faults at earlier.place,
                what = earlier.what, day = earlier.day, limit = later.what, date = later.day; also later.place
            );
        }
    }
}

fn before_start(case: &Case<'_>, faults: &mut Faults) {
    let Some(start) = case.application().schedule.from.copied() else { return };
    for dated in of_measurement(case).into_iter().filter(|dated| dated.day.stretch()[1] < start) {
        fault!(faults at dated.place,
            what = dated.what, day = dated.day, start; also case.root().schedule().from()
        );
    }
}

fn money_outside(case: &Case<'_>, faults: &mut Faults) {
    let Some(period) = case.facts.project_period().filter(|period| period.from <= period.to) else { return };
    let years = i128::from(period.from.year())..=i128::from(period.to.year());
    for line in &case.facts.lines {
        let year = line.year.copied().filter(|year| !years.contains(&i128::from(year.get())));
        if let Some(year) = year {
            fault!(faults at line.year(),
                id = line.called(), year = year.to_string(), period; also case.root().schedule()
            );
        }
    }
}
