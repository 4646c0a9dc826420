//! Dates of the project itself: milestones, reports, evaluation, ends. In: `Case`. Out: events.

use super::{Case, Duty, Event};
use crate::diagnostic::Place;
use crate::units::{Count, Date, Period};

pub(super) fn events(case: &Case) -> Vec<Event> {
    let application = case.facts.application;
    let days = [
        ("project-start", application.schedule.from.copied(), "schedule/from"),
        ("project-end", application.schedule.to.copied(), "schedule/to"),
        ("evaluation", application.monitoring.evaluation.date.copied(), "monitoring/evaluation/date"),
        ("pact-signing", application.pact.date.copied(), "pact/date"),
        ("pact-end", application.pact.validity.to.copied(), "pact/validity/to"),
        ("partnership-end", application.partnership.period.to.copied(), "partnership/period/to"),
    ];
    let mut events: Vec<Event> = days
        .into_iter()
        .filter(|(_, date, _)| date.is_some())
        .map(|(name, date, place)| {
            case.day(Duty { name, date, done: None, place: Place::parse(place), values: Vec::new() })
        })
        .collect();
    events.extend(named(case));
    events.extend(after_the_end(case));
    let monitoring = &application.monitoring;
    events.extend(repeated(case, "monitoring", monitoring.every_months.copied(), "monitoring/every_months"));
    let public = monitoring.public_report_months.copied();
    events.extend(repeated(case, "public-report", public, "monitoring/public_report_months"));
    events
}

/// Returns milestones, objectives and measurements, each by its name.
fn named(case: &Case) -> Vec<Event> {
    let facts = case.facts;
    let mut events = Vec::new();
    let mut add = |name, date: Option<Date>, place: Place, title: Option<String>, id: &str| {
        let values = vec![("name", title.unwrap_or_else(|| id.to_owned()))];
        let day = date.map(|day| case.day(Duty { name, date: Some(day), done: None, place, values }));
        events.extend(day);
    };
    for one in &facts.milestones {
        add("milestone", one.date.copied(), one.place.key("date"), case.say(one.title.get()), one.id);
    }
    for one in &facts.objectives {
        add("objective", one.by.copied(), one.place.key("by"), case.say(one.title.get()), one.id);
    }
    for one in &facts.indicators {
        add(
            "measurement",
            one.measured.copied(),
            one.place.key("measured"),
            case.say(one.entry.name.get()),
            one.id,
        );
    }
    events
}

/// Returns what follows the project's end, where the profile is one of a fund.
fn after_the_end(case: &Case) -> Vec<Event> {
    let Some(end) = case.facts.application.schedule.to.copied() else { return Vec::new() };
    let numbers = &case.profile.numbers;
    let place = || Place::parse("schedule/to");
    let mut events = Vec::new();
    if case.profile.is_a("esf-plus") {
        let date = Some(end.plus_days(28));
        let values = Vec::new();
        events.push(case.day(Duty { name: "results-on-leaving", date, done: None, place: place(), values }));
    }
    if let Some(until) = &numbers.eligible_until {
        let date = Some(until.value);
        events.push(case.day(Duty {
            name: "eligibility-end",
            date,
            done: None,
            place: place(),
            values: Vec::new(),
        }));
    }
    if let Some(years) = &numbers.retention_years {
        let year = i16::try_from(years.value.get()).ok().and_then(|years| end.year().checked_add(years));
        let date = year.and_then(|year| Date::new(year, 12, 31));
        let values = vec![("years", years.value.to_string())];
        events.push(case.day(Duty { name: "retention", date, done: None, place: place(), values }));
    }
    events
}

/// Returns a duty every so many months of the project, the last at its end.
fn repeated(case: &Case, name: &str, every: Option<Count>, place: &str) -> Vec<Event> {
    let day = |(number, piece): (usize, Period)| {
        let values = vec![("number", (number + 1).to_string())];
        let date = Some(piece.to);
        case.day(Duty { name, date, done: None, place: Place::parse(place), values })
    };
    case.facts.pieces(every).into_iter().enumerate().map(day).collect()
}
