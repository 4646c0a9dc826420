//! Monitoring and evaluation. Out: `Monitoring`, with its calendar.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::described::At;
use crate::model::{self};
use crate::units::{Count, Date, Period};

/// Who watches progress, how often, and who is told.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Monitoring {
    /// The partner that watches.
    pub responsible: Option<Named>,
    /// How often: `co 3 miesiące`.
    pub every: Option<String>,
    /// How, as Markdown.
    pub text: Option<String>,
    /// Who is told by what channel.
    pub feedback: Vec<Feedback>,
    /// How often the public is told: `co rok`.
    pub public_report: Option<String>,
    /// `internal` or `external`.
    pub evaluation: Option<String>,
    /// When the evaluation is made.
    pub evaluation_date: Option<Exact<Date>>,
    /// What it asks, as Markdown.
    pub evaluation_text: Option<String>,
    /// Reports, measurements and the evaluation by day, the earliest first.
    pub calendar: Vec<Occasion>,
    /// The years from the project's first day to the last measurement, at most ten.
    pub years: Vec<String>,
}

/// A day on which something of monitoring is due.
#[derive(Clone, Debug, Serialize, JsonSchema)]
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

/// A channel in one direction.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Feedback {
    /// `to_community`, `from_community` or `between_partners`.
    pub direction: Option<String>,
    /// The label of the direction.
    pub label: Option<String>,
    /// The channel.
    pub channel: Option<String>,
}

impl Monitoring {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let monitoring = voice.facts.root().monitoring();
        let feedback = |entry: At<'_, model::Feedback>| {
            let direction = entry.direction.get().map(|direction| direction.code());
            Feedback {
                direction: direction.map(str::to_owned),
                label: direction.map(|code| voice.label("feedback_directions", code)),
                channel: voice.text(entry.channel()),
            }
        };
        let kind = monitoring.evaluation.kind.get().map(|kind| kind.code());
        let every = |count: &Count| voice.every(count.get());
        let gap = || voice.must(None, "MON-01");
        Self {
            responsible: voice
                .named_by(&monitoring.responsible)
                .or_else(|| gap().map(|title| Named { id: String::new(), title })),
            every: monitoring.every_months.get().map(every).or_else(gap),
            text: voice.prose(monitoring.text()),
            feedback: monitoring.feedback().each().map(feedback).collect(),
            public_report: monitoring.public_report_months.get().map(every),
            evaluation: kind.map(str::to_owned),
            evaluation_date: voice.date(&monitoring.evaluation.date),
            evaluation_text: voice.prose(monitoring.evaluation().text()),
            calendar: Occasion::all(voice),
            years: years(voice),
        }
    }
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
            if let Some(day) = voice.date(&indicator.measured) {
                measured.entry(day).or_default().push(indicator.id.to_owned());
            }
        }
        let measured = measured.into_iter();
        all.extend(measured.map(|(day, indicators)| Self { indicators, ..Self::on(day, "measurement") }));
        all.extend(voice.date(&monitoring.evaluation.date).map(|day| Self::on(day, "evaluation")));
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
