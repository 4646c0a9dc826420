//! Duties and dates: what law and call ask, and when. In: `Facts`, `Profile`, a day. Out: `Calendar`.
//!
//! A duty has the last day on which it can be done in time; what is done late, or is not done after that
//! day, is late. Without a day taken for today nothing undone is late.

mod ics;
mod law;
mod plan;
#[cfg(test)]
mod tests;
mod text;

pub use ics::ics;
pub use text::text;

use std::sync::LazyLock;

use serde::Serialize;

use crate::diagnostic::{Entry, Place, Table, fill};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::Text;
use crate::profile::Profile;
use crate::units::Date;

/// What a calendar is made of.
#[derive(Clone, Copy, Debug)]
pub struct Case<'run> {
    /// The application's facts.
    pub facts: &'run Facts<'run>,
    /// The call's profile.
    pub profile: &'run Profile,
    /// The day taken for today.
    pub today: Option<Date>,
    /// The language of the words.
    pub lang: Lang,
}

/// Duties and dates of an application, the earliest first; what has no day yet comes last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Calendar {
    /// The day taken for today.
    pub today: Option<Date>,
    /// The entries.
    pub events: Vec<Event>,
}

/// A duty or a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// The stable name: `open-call`.
    pub duty: String,
    /// The day, or the last day in time; `None` while what it depends on is not known.
    pub date: Option<Date>,
    /// The day it was done.
    pub done: Option<Date>,
    /// How it stands.
    pub state: State,
    /// What it is.
    pub text: String,
    /// The law or the part of the application it follows from.
    pub basis: String,
    /// Where the application says so, or should.
    pub place: Place,
}

/// How a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Done in time.
    Done,
    /// Done too late, or not done after its last day.
    Late,
    /// To come, or nobody said whether it was done.
    Planned,
    /// A day that passed and that nothing has to be done on.
    Passed,
}

/// Returns duties and dates.
pub fn calendar(case: &Case) -> Calendar {
    let mut events = law::events(case);
    events.extend(plan::events(case));
    // Days without a date sort behind all days.
    events.sort_by_key(|event| (event.date.is_none(), event.date));
    Calendar { today: case.today, events }
}

impl Calendar {
    /// Returns what is late.
    pub fn late(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| event.state == State::Late)
    }
}

fn words(duty: &str) -> &'static Entry {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("duties.md")));
    TABLE.get(duty).expect("a test finds the words of every duty")
}

/// A duty whose state is still to be found.
struct Duty<'run> {
    name: &'run str,
    date: Option<Date>,
    done: Option<Date>,
    place: Place,
    values: Vec<(&'run str, String)>,
}

impl Case<'_> {
    /// Returns an event that somebody has to see to.
    fn duty(&self, duty: Duty) -> Event {
        let late = |day: Date| duty.date.is_some_and(|last| day > last);
        let state = match (duty.done, self.today) {
            (Some(done), _) if late(done) => State::Late,
            (Some(_), _) => State::Done,
            (None, Some(today)) if late(today) => State::Late,
            (None, _) => State::Planned,
        };
        self.event(duty, state)
    }

    /// Returns an event that comes by itself, or whose doing nobody records.
    fn day(&self, duty: Duty) -> Event {
        let passed = self.today.zip(duty.date).is_some_and(|(today, day)| day < today);
        self.event(duty, if passed { State::Passed } else { State::Planned })
    }

    fn event(&self, duty: Duty, state: State) -> Event {
        let words = words(duty.name);
        let values: Vec<(&str, &str)> =
            duty.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Event {
            duty: duty.name.to_owned(),
            date: duty.date,
            done: duty.done,
            state,
            text: fill(words.message(self.lang), &values),
            basis: words.basis(self.lang).to_owned(),
            place: duty.place,
        }
    }

    /// Returns a text in the calendar's language; the other one where it is missing.
    fn say(&self, text: Option<&Text>) -> Option<String> {
        let main = self.facts.application.meta.lang.copied().unwrap_or_default();
        text?.say(self.lang, main).map(|said| said.words.to_owned())
    }
}
