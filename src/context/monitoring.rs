//! Monitoring and evaluation. Out: `Monitoring`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;
use super::voice::Voice;
use crate::diagnostic::Place;
use crate::model::{self, EvaluationKind, FeedbackDirection};

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
    pub evaluation_date: Option<String>,
    /// What it asks, as Markdown.
    pub evaluation_text: Option<String>,
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
        let monitoring = &voice.facts.application.monitoring;
        let at = Place::root().key("monitoring");
        let feedback = |(place, entry): (Place, &model::Feedback)| {
            let direction = entry.direction.get().map(|direction| match direction {
                FeedbackDirection::ToCommunity => "to_community",
                FeedbackDirection::FromCommunity => "from_community",
                FeedbackDirection::BetweenPartners => "between_partners",
            });
            Feedback {
                direction: direction.map(str::to_owned),
                label: direction.map(|code| voice.label("feedback_directions", code)),
                channel: voice.text(&entry.channel, &place, "channel"),
            }
        };
        let kind = monitoring.evaluation.kind.get().map(|kind| match kind {
            EvaluationKind::Internal => "internal",
            EvaluationKind::External => "external",
        });
        let every = |count: &crate::units::Count| voice.every(count.get());
        let gap = || voice.must(None, "MON-01");
        Self {
            responsible: voice
                .named_by(&monitoring.responsible)
                .or_else(|| gap().map(|title| Named { id: String::new(), title })),
            every: monitoring.every_months.get().map(every).or_else(gap),
            text: voice.prose(&monitoring.text, &at, "text"),
            feedback: monitoring.feedback.placed(&at.key("feedback")).map(feedback).collect(),
            public_report: monitoring.public_report_months.get().map(every),
            evaluation: kind.map(str::to_owned),
            evaluation_date: voice.date(&monitoring.evaluation.date),
            evaluation_text: voice.prose(&monitoring.evaluation.text, &at.key("evaluation"), "text"),
        }
    }
}
