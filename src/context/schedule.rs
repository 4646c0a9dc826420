//! When. Out: `Schedule`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Days, Named};
use crate::diagnostic::Place;

/// The project's period and its milestones.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Schedule {
    /// The project's period.
    pub period: Option<Days>,
    /// Its length in months.
    pub months: Option<i32>,
    /// Days by which something must be there, the first one first.
    pub milestones: Vec<Milestone>,
    /// What shows early that it works.
    pub quick_wins: Vec<String>,
}

/// A day by which something must be there.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Milestone {
    /// Its id.
    pub id: String,
    /// The day.
    pub date: Option<String>,
    /// What must be there.
    pub title: Option<String>,
    /// The action it belongs to.
    pub action: Option<Named>,
}

impl Schedule {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let schedule = &voice.facts.application.schedule;
        let milestones = voice.facts.milestones.iter().map(|entry| Milestone {
            id: entry.id.to_owned(),
            date: voice.date(&entry.date),
            title: voice.text(&entry.title, &entry.place, "title"),
            action: voice.named_by(&entry.action),
        });
        let mut milestones: Vec<Milestone> = milestones.collect();
        // ISO dates sort as text; a milestone without a date comes last.
        milestones.sort_by_key(|milestone| (milestone.date.is_none(), milestone.date.clone()));
        Self {
            period: voice.span(&schedule.from, &schedule.to),
            months: voice.facts.project_period().map(|period| period.months()),
            milestones,
            quick_wins: voice.texts(&schedule.quick_wins, &Place::root().key("schedule"), "quick_wins"),
        }
    }
}
