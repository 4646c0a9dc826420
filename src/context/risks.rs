//! Risks. Out: `Risk`, the gravest first; `RiskRow`, likelihood × impact.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;
use super::voice::Voice;

/// A risk.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Risk {
    /// Its id.
    pub id: String,
    /// The label of its kind.
    pub kind: Option<String>,
    /// The risk in one line.
    pub title: Option<String>,
    /// The objectives and actions it threatens.
    pub threatens: Vec<Named>,
    /// How likely, 1 to 5.
    pub probability: Option<u64>,
    /// How bad, 1 to 5.
    pub impact: Option<u64>,
    /// Likelihood times impact, 1 to 25.
    pub weight: Option<u64>,
    /// The partner that watches it.
    pub owner: Option<Named>,
    /// What shows that it comes.
    pub trigger: Option<String>,
    /// What keeps it away, as Markdown.
    pub prevention: Option<String>,
    /// What is done when it comes, as Markdown.
    pub response: Option<String>,
    /// What stays of it.
    pub residual: Option<String>,
}

/// The risks of one likelihood, by impact.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct RiskRow {
    /// How likely, 5 to 1.
    pub probability: u64,
    /// The ids of the risks of impact 1 to 5.
    pub cells: Vec<Vec<String>>,
}

impl RiskRow {
    /// Lays risks out by likelihood and impact, the likeliest row first; empty where none has both.
    pub(super) fn matrix(risks: &[Risk]) -> Vec<Self> {
        let weighed = |risk: &&Risk| {
            let scale = 1..=5;
            risk.probability.is_some_and(|mark| scale.contains(&mark))
                && risk.impact.is_some_and(|mark| scale.contains(&mark))
        };
        let known: Vec<&Risk> = risks.iter().filter(weighed).collect();
        if known.is_empty() {
            return Vec::new();
        }
        let cell = |probability: u64, impact: u64| {
            let here = |risk: &&&Risk| risk.probability == Some(probability) && risk.impact == Some(impact);
            known.iter().filter(here).map(|risk| risk.id.clone()).collect()
        };
        let row = |probability| Self {
            probability,
            cells: (1..=5).map(|impact| cell(probability, impact)).collect(),
        };
        (1..=5).rev().map(row).collect()
    }
}

impl Risk {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let risks = voice.facts.risks.iter().map(|risk| {
            let (probability, impact) = (risk.probability.get(), risk.impact.get());
            let (probability, impact) =
                (probability.map(|count| count.get()), impact.map(|count| count.get()));
            let owner = voice.named_by(&risk.owner);
            let gap = || voice.must(None, "RISK-02").map(|title| Named { id: String::new(), title });
            Self {
                id: risk.id.to_owned(),
                kind: risk.kind.get().map(|kind| voice.label("risk_types", kind.as_str())),
                title: Some(voice.must_name(voice.text(risk.title()))),
                threatens: voice.all_named(&risk.threatens),
                probability,
                impact,
                weight: probability
                    .zip(impact)
                    .and_then(|(probability, impact)| probability.checked_mul(impact)),
                owner: owner.or_else(gap),
                trigger: voice.text(risk.trigger()),
                prevention: voice.prose(risk.prevention()),
                response: voice.must(voice.prose(risk.response()), "RISK-02"),
                residual: voice.text(risk.residual()),
            }
        });
        let mut risks: Vec<Self> = risks.collect();
        risks.sort_by_key(|risk| std::cmp::Reverse(risk.weight.unwrap_or_default()));
        risks
    }
}
