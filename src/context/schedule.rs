//! When. Out: `Schedule`.

use schemars::JsonSchema;
use serde::Serialize;

use super::gantt::Gantt;
use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::units::Date;

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
    /// The actions over time; none without days.
    pub gantt: Option<Gantt>,
    /// The years of the period, at most ten.
    pub years: Vec<String>,
    /// The year of the application's date where the project runs in it: that of a yearly report.
    pub report_year: Option<String>,
}

/// A day by which something must be there.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Milestone {
    /// Its id.
    pub id: String,
    /// The day.
    pub date: Option<Exact<Date>>,
    /// What must be there.
    pub title: Option<String>,
    /// The action it belongs to.
    pub action: Option<Named>,
}

impl Schedule {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let schedule = voice.facts.root().schedule();
        let milestones = voice.facts.milestones.iter().map(|entry| Milestone {
            id: entry.id.to_owned(),
            date: voice.date(&entry.date),
            title: Some(voice.must_name(voice.text(entry.title()))),
            action: voice.named_by(&entry.action),
        });
        let mut milestones: Vec<Milestone> = milestones.collect();
        // A milestone without a date comes last.
        milestones.sort_by_key(|milestone| (milestone.date.is_none(), milestone.date));
        Self {
            period: voice.span(&schedule.from, &schedule.to),
            months: voice.facts.project_period().map(|period| period.months()),
            milestones,
            gantt: Gantt::of(voice),
            years: years(voice),
            report_year: report_year(voice),
            quick_wins: voice.texts(schedule.quick_wins()),
        }
    }
}

fn years(voice: &Voice<'_, '_>) -> Vec<String> {
    let Some(period) = voice.facts.project_period() else { return Vec::new() };
    (period.from.year()..=period.to.year()).take(10).map(|year| year.to_string()).collect()
}

fn report_year(voice: &Voice<'_, '_>) -> Option<String> {
    let day = voice.facts.application.meta.date.copied()?;
    let period = voice.facts.project_period()?;
    let runs = period.from.year() <= day.year() && day.year() <= period.to.year() && day >= period.from;
    runs.then(|| day.year().to_string())
}
