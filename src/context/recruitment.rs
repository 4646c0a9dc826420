//! How people come to the project. Out: `Recruitment`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use crate::model;

/// How people come to the project.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Recruitment {
    /// The stages, in order.
    pub stages: Vec<String>,
    /// Where.
    pub place: Option<String>,
    /// When.
    pub time: Option<String>,
    /// The labels of where people hear of it.
    pub channels: Vec<String>,
    /// Conditions that must be met.
    pub conditions: Vec<String>,
    /// Criteria with points.
    pub criteria: Vec<Criterion>,
    /// What gives everybody the same chance, as Markdown.
    pub equal_access: Option<String>,
    /// What is done when too few come, as Markdown.
    pub shortfall: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
}

/// A criterion with points.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Criterion {
    /// What it is.
    pub text: Option<String>,
    /// The points.
    pub points: u64,
}

impl Recruitment {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let recruitment = voice.facts.root().recruitment();
        let mut conditions = Vec::new();
        let mut criteria = Vec::new();
        for entry in recruitment.criteria().each() {
            let text = voice.text(entry.text());
            match entry.points.get() {
                Some(points) => criteria.push(Criterion { text, points: points.get() }),
                None => conditions.extend(text),
            }
        }
        let channel = |code: &model::RecruitmentChannel| voice.label("recruitment_channels", code.as_str());
        Self {
            stages: voice.texts(recruitment.stages()),
            place: voice.text(recruitment.place()),
            time: voice.text(recruitment.time()),
            channels: recruitment.channels.iter().map(channel).collect(),
            conditions,
            criteria,
            equal_access: voice.prose(recruitment.equal_access()),
            shortfall: voice.prose(recruitment.shortfall()),
            short: voice.short(recruitment.short()),
        }
    }
}
