//! The tables of an application. In: an application. Out: a workbook to calculate with; and back: a table that somebody has
//! changed becomes the smallest edits of the author's files.
//!
//! ```text
//! application → columns, values → sheets of entries ┐
//!               facts, form     → sheets of sums    ┴ Workbook → write::xlsx
//! table → read → heads → plan → put → edits of the author's files
//! ```
//!
//! The columns of a table follow from the declarations of the model, so that a field is written, read, headed and chosen
//! from a list as it is everywhere else.

mod columns;
mod entries;
mod faults;
mod form;
mod heads;
mod lists;
mod logframe;
mod plan;
mod proof;
mod put;
mod read;
mod scalar;
mod stand;
mod summary;
mod typed;
mod value;
mod worded;
mod workbook;

pub use faults::{Told, against_a_rule, not_understood, torn, words};
pub use plan::{Plan, plan};
pub use proof::{Proof, proof};
pub use read::LARGEST_TABLE;
pub use workbook::{Case, workbook};

use crate::described::{Entity, Entry as _, Fields, Kind, Member, View};
use crate::lang::Lang;
use crate::model::Application;
use crate::words::{fold, named};

named! {
    /// A table that can be read back, by the word of the command line.
    Subject {
        /// The lines of the budget.
        Budget = "budget", "budżet", "budget";
        /// The indicators.
        Indicators = "indicators", "wskaźniki", "indicators";
        /// Actions with their days, and milestones.
        Schedule = "schedule", "harmonogram", "schedule";
        /// The partners.
        Partners = "partners", "partnerzy", "partners";
        /// The risks.
        Risks = "risks", "ryzyka", "risks";
    }
}

impl Subject {
    /// Returns the one that a word of the command line means: its code or its name, with Polish letters or without.
    pub fn meant(word: &str) -> Option<Self> {
        let is = |known: &str| fold(known) == fold(word);
        let named = |own: &Self| is(own.code()) || Lang::ALL.iter().any(|lang| is(own.label(*lang)));
        Self::ALL.iter().copied().find(named)
    }

    /// Returns the kinds of entries that its tables hold, a sheet each.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Budget => &[Kind::Line],
            Self::Indicators => &[Kind::Indicator],
            Self::Schedule => &[Kind::Action, Kind::Milestone],
            Self::Partners => &[Kind::Partner],
            Self::Risks => &[Kind::Risk],
        }
    }
}

/// Returns what the sheet of entries of a kind is called.
fn sheet_name(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Line => lang.pick("Budżet", "Budget"),
        Kind::Indicator => lang.pick("Wskaźniki", "Indicators"),
        Kind::Action => lang.pick("Harmonogram", "Schedule"),
        Kind::Milestone => lang.pick("Kamienie milowe", "Milestones"),
        Kind::Partner => lang.pick("Partnerzy", "Partners"),
        Kind::Risk => lang.pick("Ryzyka", "Risks"),
        other => other.label(lang),
    }
}

/// Returns the steps to the list of entries of a kind.
fn steps(kind: Kind) -> impl Iterator<Item = &'static str> {
    kind.key().split('.')
}

/// Returns the same steps with the declarations of what stands there.
fn declared(kind: Kind) -> Vec<(&'static str, Option<&'static Member>)> {
    let mut above = Some(Application::ENTITY);
    let step = |step| {
        let member = above.and_then(|own| own.member(step));
        above = member.and_then(|member| member.shape.entity());
        (step, member)
    };
    steps(kind).map(step).collect()
}

/// Returns what an entry of a kind is.
fn entity(kind: Kind) -> &'static Entity {
    let last = declared(kind).pop().and_then(|(_, member)| member?.shape.entity());
    last.expect("the entries of a kind are an entity")
}

/// Returns the entries of a kind, each with its number in the list as it is written.
fn entries_of(application: &Application, kind: Kind) -> Vec<(usize, &dyn Fields)> {
    let mut view = View::Entity(application);
    for step in steps(kind) {
        let View::Entity(own) = view else { return Vec::new() };
        let member = own.entity().members.iter().position(|member| member.key == step);
        view = member.map_or(View::Missing, |member| own.value(member));
    }
    let View::List(entries) = view else { return Vec::new() };
    let fields = |(number, view)| match view {
        View::Entity(fields) => Some((number, fields)),
        _ => None,
    };
    entries.into_iter().filter_map(fields).collect()
}
