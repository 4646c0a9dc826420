//! Duties before submission and at the start: partners, agreement, notices. In: `Case`. Out: events.

use super::{Case, Duty, Event};
use crate::described::At;
use crate::facts::{Facts, Placed};
use crate::model::{Field, Partner};
use crate::units::Date;

pub(super) fn events(case: &Case) -> Vec<Event> {
    let mut events = Vec::new();
    // A pact is no project: nothing is handed in and no open call is due.
    let last = case.facts.root().call().submission();
    let submission = last.copied();
    for partner in &case.facts.partners {
        events.extend(open_call(case, partner, submission));
        events.extend(chosen(case, partner, submission));
        events.extend(notice(case, partner));
    }
    let signed = case.facts.root().agreement().date();
    if submission.is_some() || signed.is_given() {
        events.push(case.duty(Duty {
            name: "agreement",
            date: submission,
            done: signed.copied(),
            place: signed.here(),
            values: Vec::new(),
        }));
    }
    events.extend(submission.map(|day| {
        case.day(Duty {
            name: "submission",
            date: Some(day),
            done: None,
            place: last.here(),
            values: Vec::new(),
        })
    }));
    events
}

/// Returns the duties of an open call: of a partner from outside chosen by a contracting authority that
/// initiates the project, and of any partner for whom a call was published.
fn open_call(case: &Case, partner: &Placed<Partner>, submission: Option<Date>) -> Vec<Event> {
    let own = partner.open_call();
    let due = case.facts.needs_open_call(partner);
    if (!due || submission.is_none()) && !own.published.is_given() {
        return Vec::new();
    }
    let days = case.profile.numbers.open_call_min_days.value;
    let least = i32::try_from(days.get()).unwrap_or(i32::MAX);
    let values = || vec![("name", name(case, partner)), ("days", days.to_string())];
    let duty = |name, date, done, at: At<'_, Field<Date>>, values| Duty {
        name,
        date,
        done,
        place: at.here(),
        values,
    };
    let published = own.published.copied();
    let latest = submission.map(|day| day.plus_days(-least));
    let mut events = vec![case.duty(duty("open-call", latest, published, own.published(), values()))];
    let earliest = published.map(|day| day.plus_days(least));
    match (own.deadline.copied(), published) {
        (Some(deadline), Some(start)) if start.days_until(deadline) < least => {
            let mut values = values();
            values.push(("given", start.days_until(deadline).max(0).to_string()));
            let mut short = case.duty(duty("open-call-short", earliest, None, own.deadline(), values));
            short.state = super::State::Late;
            events.push(short);
        }
        (deadline, _) => {
            let day = deadline.or(earliest);
            events.extend(
                day.map(|day| case.day(duty("open-call-end", Some(day), None, own.deadline(), values()))),
            );
        }
    }
    events.push(case.duty(duty(
        "open-call-result",
        submission,
        own.results_on.copied(),
        own.results_on(),
        values(),
    )));
    events
}

fn chosen(case: &Case, partner: &Placed<Partner>, submission: Option<Date>) -> Option<Event> {
    if submission.is_none() || !case.facts.is_chosen(partner) {
        return None;
    }
    Some(case.duty(Duty {
        name: "partner-chosen",
        date: submission,
        done: partner.selected.copied(),
        place: partner.selected().here(),
        values: vec![("name", name(case, partner))],
    }))
}

/// Returns the notice of a contracting authority that joins a project it did not initiate.
fn notice(case: &Case, partner: &Placed<Partner>) -> Option<Event> {
    if Facts::is_contracting(partner) != Some(true) || case.facts.is_leader(partner) {
        return None;
    }
    case.facts.application.call.submission.copied()?;
    Some(case.day(Duty {
        name: "bip-notice",
        date: case.facts.application.schedule.from.copied(),
        done: None,
        place: partner.place.clone(),
        values: vec![("name", name(case, partner))],
    }))
}

fn name(case: &Case, partner: &Placed<Partner>) -> String {
    let said = case.say(partner.short.get()).or_else(|| case.say(partner.name.get()));
    said.unwrap_or_else(|| partner.called())
}
