//! Dates of the project itself: milestones, reports, evaluation, ends. In: `Case`. Out: events.

use super::{Case, Duty, Event};
use crate::described::At;
use crate::model::{Field, Text};
use crate::units::{Count, Date, Period};

pub(super) fn events(case: &Case) -> Vec<Event> {
    let root = case.facts.root();
    let (schedule, pact, monitoring) = (root.schedule(), root.pact(), root.monitoring());
    let days = [
        ("project-start", schedule.from()),
        ("project-end", schedule.to()),
        ("evaluation", monitoring.evaluation().date()),
        ("pact-signing", pact.date()),
        ("pact-end", pact.validity().to()),
        ("partnership-end", root.partnership().period().to()),
    ];
    let mut events: Vec<Event> = days
        .into_iter()
        .filter(|(_, day)| day.is_given() && !day.copied().is_some_and(Date::is_open))
        .map(|(name, day)| {
            let (date, place) = (day.copied(), day.here());
            case.day(Duty { name, date, done: None, place, values: Vec::new() })
        })
        .collect();
    events.extend(named(case));
    events.extend(after_the_end(case));
    events.extend(repeated(case, "monitoring", monitoring.every_months()));
    events.extend(repeated(case, "public-report", monitoring.public_report_months()));
    events
}

/// Returns milestones, objectives and measurements, each by its name.
fn named(case: &Case) -> Vec<Event> {
    let facts = case.facts;
    let mut events = Vec::new();
    let mut add = |name, day: At<'_, Field<Date>>, title: &Field<Text>| {
        let Some(date) = day.copied() else { return };
        let values = vec![("name", case.say(title.get()).unwrap_or_else(|| day.id.to_owned()))];
        events.push(case.day(Duty { name, date: Some(date), done: None, place: day.here(), values }));
    };
    for one in &facts.milestones {
        add("milestone", one.date(), &one.title);
    }
    for one in &facts.objectives {
        add("objective", one.by(), &one.title);
    }
    for one in &facts.indicators {
        add("measurement", one.measured(), &one.name);
    }
    events
}

/// Returns what follows the project's end, where the profile is one of a fund.
fn after_the_end(case: &Case) -> Vec<Event> {
    let day = case.facts.root().schedule().to();
    let Some(end) = day.copied() else { return Vec::new() };
    let numbers = &case.profile.numbers;
    let mut events = Vec::new();
    if case.profile.is_a("esf-plus") {
        let date = Some(end.plus_days(28));
        let values = Vec::new();
        events.push(case.day(Duty {
            name: "results-on-leaving",
            date,
            done: None,
            place: day.here(),
            values,
        }));
    }
    if let Some(until) = &numbers.eligible_until {
        let date = Some(until.value);
        events.push(case.day(Duty {
            name: "eligibility-end",
            date,
            done: None,
            place: day.here(),
            values: Vec::new(),
        }));
    }
    if let Some(years) = &numbers.retention_years {
        let year = i16::try_from(years.value.get()).ok().and_then(|years| end.year().checked_add(years));
        let date = year.and_then(|year| Date::new(year, 12, 31));
        let values = vec![("years", years.value.to_string())];
        events.push(case.day(Duty { name: "retention", date, done: None, place: day.here(), values }));
    }
    events
}

/// Returns a duty every so many months of the project, the last at its end.
fn repeated(case: &Case, name: &str, every: At<'_, Field<Count>>) -> Vec<Event> {
    let day = |(number, piece): (usize, Period)| {
        let values = vec![("number", (number + 1).to_string())];
        let date = Some(piece.to);
        case.day(Duty { name, date, done: None, place: every.here(), values })
    };
    case.facts.pieces(every.copied()).into_iter().enumerate().map(day).collect()
}
