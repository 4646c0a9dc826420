//! Monitoring and evaluation. Out: `Monitoring`, with its calendar.

use std::collections::BTreeMap;

use super::shown::shown;
use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::model;
use crate::units::{Count, Date, Period};

shown! {
    /// Who watches progress, how often, and who is told.
    Monitoring from (voice, monitoring: model::Monitoring) {
        /// The partner that watches.
        responsible: Option<Named> = voice.must_named(voice.shown(monitoring.responsible()), monitoring.responsible());
        /// How often: `co trzy miesiące`.
        every: Option<String> = voice.must(voice.every(&monitoring.every_months), monitoring.every_months());
        /// How, as Markdown.
        text: Option<String>;
        /// Who is told by what channel.
        feedback: Vec<Feedback>;
        /// How often the public is told: `co rok`.
        public_report: Option<String> = voice.every(&monitoring.public_report_months);
        /// `internal` or `external`.
        evaluation: Option<String> = voice.code(monitoring.evaluation().kind());
        /// When the evaluation is made.
        evaluation_date: Option<Exact<Date>> = voice.shown(monitoring.evaluation().date());
        /// What it asks, as Markdown.
        evaluation_text: Option<String> = voice.shown(monitoring.evaluation().text());
        /// Reports, measurements and the evaluation by day, the earliest first.
        calendar: Vec<Occasion> = Occasion::all(voice);
        /// The years from the project's first day to the last measurement, at most ten.
        years: Vec<String> = years(voice);
    }

    /// A channel in one direction.
    Feedback from (voice, entry: model::Feedback) {
        /// `to_community`, `from_community` or `between_partners`.
        direction: Option<String> = voice.code(entry.direction());
        /// The label of the direction.
        label: Option<String> = voice.shown(entry.direction());
        /// The channel.
        channel: Option<String>;
    }
}

/// A day on which something of monitoring is due.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct Occasion {
    /// The day.
    pub date: Exact<Date>,
    /// `report`, `public_report`, `measurement` or `evaluation`.
    pub kind: String,
    /// The number of a report in its row, from 1.
    pub number: Option<usize>,
    /// What a report covers.
    pub covers: Option<Days>,
    /// The indicators measured for the last time.
    pub indicators: Vec<String>,
}

fn years(voice: &Voice<'_, '_>) -> Vec<String> {
    let Some(period) = voice.facts.project_period() else { return Vec::new() };
    let measured = voice.facts.indicators.iter().filter_map(|indicator| indicator.measured.copied());
    let last = measured.fold(period.to, Date::max).year();
    (period.from.year()..=last).take(10).map(|year| year.to_string()).collect()
}

impl Occasion {
    fn on(date: Exact<Date>, kind: &str) -> Self {
        Self { date, kind: kind.to_owned(), number: None, covers: None, indicators: Vec::new() }
    }

    fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let monitoring = voice.facts.root().monitoring();
        let mut all = Self::reports(voice, "report", monitoring.every_months.copied());
        all.extend(Self::reports(voice, "public_report", monitoring.public_report_months.copied()));
        let mut measured: BTreeMap<Exact<Date>, Vec<String>> = BTreeMap::new();
        for indicator in &voice.facts.indicators {
            if let Some(day) = voice.shown(indicator.measured()) {
                measured.entry(day).or_default().push(indicator.id.to_owned());
            }
        }
        let measured = measured.into_iter();
        all.extend(measured.map(|(day, indicators)| Self { indicators, ..Self::on(day, "measurement") }));
        all.extend(
            voice
                .shown::<_, Option<_>>(monitoring.evaluation().date())
                .map(|day| Self::on(day, "evaluation")),
        );
        // On one day a report of the partners comes before that to the public.
        all.sort_by_key(|occasion| occasion.date);
        all
    }

    fn reports(voice: &Voice<'_, '_>, kind: &str, every: Option<Count>) -> Vec<Self> {
        let report = |(at, piece): (usize, Period)| Self {
            number: Some(at + 1),
            covers: Some(Days { from: Some(Exact(piece.from)), to: Some(Exact(piece.to)) }),
            ..Self::on(Exact(piece.to), kind)
        };
        voice.facts.pieces(every).into_iter().enumerate().map(report).collect()
    }
}
