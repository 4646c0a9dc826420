//! Needs. Out: `Need` by urgency, `LeftOut`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;
use super::evidence;
use super::quantity;
use super::voice::Voice;
use crate::facts::Placed;
use crate::model::{self, NeedStatus};
use crate::prose;

/// A need that the project answers.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Need {
    /// Its id.
    pub id: String,
    /// The need in one line.
    pub title: Option<String>,
    /// The need at length, as Markdown.
    pub description: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
    /// How large it is, with its unit.
    pub scale: Option<String>,
    /// Where it bites most.
    pub place: Option<String>,
    /// Since when, and which way it goes.
    pub trend: Option<String>,
    /// The ids of the sources that show it.
    pub evidence: Vec<String>,
    /// The ids of those that hold the very number of its scale.
    pub scale_evidence: Vec<String>,
    /// The other sources in words, each as title, publisher and day: what stands once after the need.
    pub other_sources: Vec<String>,
    /// Why it is so.
    pub causes: Vec<String>,
    /// What follows from it.
    pub effects: Vec<String>,
    /// Whom it touches.
    pub groups: Vec<Named>,
    /// How pressing it is, 1 the most.
    pub priority: Option<u64>,
    /// Who found it and how.
    pub identified_by: Option<String>,
    /// What is done about it already, as Markdown.
    pub existing_support: Option<String>,
    /// The objectives that answer it.
    pub objectives: Vec<Named>,
    /// The actions that serve those objectives.
    pub actions: Vec<Named>,
}

/// A need that the project does not answer.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct LeftOut {
    /// Its id.
    pub id: String,
    /// The need in one line.
    pub title: Option<String>,
    /// Why not, as Markdown.
    pub reason: Option<String>,
    /// How large it is, with its unit.
    pub scale: Option<String>,
    /// Its causes.
    pub causes: Vec<String>,
    /// Its effects.
    pub effects: Vec<String>,
}

fn is_left_out(need: &model::Need) -> bool {
    need.status.get() == Some(&NeedStatus::OutOfScope)
}

/// Says how large a need is, with its unit.
fn scale(voice: &Voice<'_, '_>, need: &Placed<'_, model::Need>) -> Option<String> {
    let unit = voice.words(need.scale().unit()).unwrap_or_default();
    need.scale.value.get().map(|value| quantity::words(*value, &unit, voice.lang))
}

impl Need {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let needs = voice.facts.needs.iter().filter(|need| !is_left_out(need));
        let mut needs: Vec<Self> = needs.map(|need| Self::one(voice, need)).collect();
        needs.sort_by_key(|need| need.priority.unwrap_or(u64::MAX));
        needs
    }

    fn one(voice: &Voice<'_, '_>, need: &Placed<'_, model::Need>) -> Self {
        let objectives: Vec<&str> = voice
            .facts
            .objectives_answering(need.id)
            .into_iter()
            .map(|(objective, _)| objective.id)
            .collect();
        let serves = |action: &&Placed<'_, model::Action>| {
            action.objectives.iter().any(|id| objectives.contains(&id.as_str()))
        };
        let actions = voice.facts.actions.iter().filter(serves);
        let holders = prose::holders(voice.facts, &need.evidence, &need.scale);
        let is_other = |id: &str| {
            need.evidence.iter().any(|own| own.as_str() == id) && holders.iter().all(|source| source.id != id)
        };
        Self {
            id: need.id.to_owned(),
            title: voice.name(need.title()),
            description: voice.words(need.description()),
            short: voice.short(need.short()),
            scale: voice.must(scale(voice, need), "NEED-05"),
            place: voice.words(need.place()),
            trend: voice.words(need.trend()),
            evidence: voice.shown(need.evidence()),
            scale_evidence: holders.iter().map(|source| source.id.to_owned()).collect(),
            other_sources: evidence::credits(voice, is_other),
            causes: voice.must_list(voice.shown(need.causes()), "NEED-06"),
            effects: voice.must_list(voice.shown(need.effects()), "NEED-07"),
            groups: voice.shown(need.groups()),
            priority: need.priority.get().map(|count| count.get()),
            identified_by: voice.words(need.identified_by()),
            existing_support: voice.words(need.existing_support()),
            objectives: objectives.iter().filter_map(|id| voice.named(id)).collect(),
            actions: actions.filter_map(|action| voice.named(action.id)).collect(),
        }
    }
}

impl LeftOut {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let needs = voice.facts.needs.iter().filter(|need| is_left_out(need));
        let one = |need: &Placed<'_, model::Need>| Self {
            id: need.id.to_owned(),
            title: voice.name(need.title()),
            reason: voice.must(voice.words(need.reason()), "NEED-14"),
            scale: scale(voice, need),
            causes: voice.shown(need.causes()),
            effects: voice.shown(need.effects()),
        };
        needs.map(one).collect()
    }
}
