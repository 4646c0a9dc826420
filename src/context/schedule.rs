//! When. Out: `Schedule`.

use super::gantt::Gantt;
use super::shown::shown;
use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::model;
use crate::units::Date;

shown! {
    /// The project's period and its milestones.
    Schedule from (voice, schedule: model::Schedule) {
        /// The project's period.
        period: Option<Days> = voice.span(&schedule.from, &schedule.to);
        /// Its length in months.
        months: Option<i32> = voice.facts.project_period().map(|period| period.months());
        /// Days by which something must be there, the first one first.
        milestones: Vec<Milestone> = milestones(voice);
        /// What shows early that it works.
        quick_wins: Vec<String>;
        /// The actions over time; none without days.
        gantt: Option<Gantt> = Gantt::of(voice);
        /// The years of the period, at most ten.
        years: Vec<String> = years(voice);
        /// The year of the application's date where the project runs in it: that of a yearly report.
        report_year: Option<String> = report_year(voice);
    }

    /// A day by which something must be there.
    Milestone from (voice, entry: model::Milestone) {
        /// Its id.
        id: String;
        /// The day.
        date: Option<Exact<Date>>;
        /// What must be there.
        title: Option<String> = voice.name(entry.title());
        /// The action it belongs to.
        action: Option<Named>;
    }
}

fn milestones(voice: &Voice<'_, '_>) -> Vec<Milestone> {
    let mut milestones: Vec<Milestone> = voice.all(&voice.facts.milestones);
    // A milestone without a date comes last.
    milestones.sort_by_key(|milestone| (milestone.date.is_none(), milestone.date));
    milestones
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
