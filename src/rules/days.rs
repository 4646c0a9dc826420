//! Days of which the application says that something was or will be done. In: the application. Out:
//! each day with its place and its words, for rules that compare days.

use super::Case;
use crate::described::At;
use crate::diagnostic::{Place, Value};
use crate::model::Field;
use crate::units::Date;

/// A day, where it stands and what it is called in messages: `data diagnozy`.
pub(super) struct Dated {
    pub place: Place,
    pub what: Value,
    pub day: Date,
}

/// Days in the order in which they are asked for.
struct Days {
    found: Vec<Dated>,
}

impl Days {
    fn add(&mut self, field: At<'_, Field<Date>>, pl: String, en: String) {
        if let Some(day) = field.copied() {
            self.found.push(Dated { place: field.here(), what: [pl, en].into(), day });
        }
    }
}

/// Returns the days of all that a diagnosis is made of.
pub(super) fn of_research(case: &Case<'_>) -> Vec<Dated> {
    let mut days = Days { found: Vec::new() };
    for (number, consultation) in (1..).zip(case.root().diagnosis().consultations().each()) {
        days.add(
            consultation.date(),
            format!("data konsultacji nr {number}"),
            format!("the date of consultation no. {number}"),
        );
    }
    for source in &case.facts.evidence {
        let name = source.called();
        days.add(source.date(), format!("data źródła {name}"), format!("the date of source {name}"));
        days.add(
            source.research().to(),
            format!("data końca badania {name}"),
            format!("the last day of research {name}"),
        );
    }
    for need in &case.facts.needs {
        let name = need.called();
        days.add(
            need.researched_on(),
            format!("data zbadania potrzeby {name}"),
            format!("the date of research into need {name}"),
        );
    }
    days.found
}

/// Returns the days of all that is done when an application is handed in.
pub(super) fn of_the_past(case: &Case<'_>) -> Vec<Dated> {
    let mut days = Days { found: of_research(case) };
    days.add(
        case.root().diagnosis().date(),
        "data diagnozy".to_owned(),
        "the date of the diagnosis".to_owned(),
    );
    days.add(
        case.root().partnership().leader().selection().date(),
        "data wyboru lidera".to_owned(),
        "the date on which the leader was chosen".to_owned(),
    );
    for partner in &case.facts.partners {
        let name = partner.called();
        days.add(
            partner.joined(),
            format!("data przystąpienia partnera {name}"),
            format!("the date on which partner {name} joined"),
        );
    }
    days.add(
        case.root().assessment().date(),
        "data samooceny".to_owned(),
        "the date of the self-assessment".to_owned(),
    );
    days.found
}

/// Returns the days on which the project's effects are looked at.
pub(super) fn of_measurement(case: &Case<'_>) -> Vec<Dated> {
    let mut days = Days { found: Vec::new() };
    days.add(
        case.root().monitoring().evaluation().date(),
        "data ewaluacji".to_owned(),
        "the date of the evaluation".to_owned(),
    );
    for indicator in &case.facts.indicators {
        let name = indicator.called();
        days.add(
            indicator.measured(),
            format!("data pomiaru wskaźnika {name}"),
            format!("the date on which indicator {name} is measured"),
        );
    }
    days.found
}
