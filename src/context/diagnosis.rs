//! How the diagnosis was made. Out: `Diagnosis`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Exact, Named};
use crate::described::At;
use crate::model;
use crate::units::Date;

/// How the diagnosis was made, and what it says of the area.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Diagnosis {
    /// The day it was finished.
    pub date: Option<Exact<Date>>,
    /// The partners that made it together.
    pub joint: Vec<Named>,
    /// The labels of the techniques used.
    pub techniques: Vec<String>,
    /// How it was made, as Markdown.
    pub text: Option<String>,
    /// Consultations with the community.
    pub consultations: Vec<Consultation>,
    /// The state of the area, as Markdown.
    pub context: Option<String>,
    /// Strengths.
    pub strengths: Vec<String>,
    /// Weaknesses.
    pub weaknesses: Vec<String>,
    /// Opportunities.
    pub opportunities: Vec<String>,
    /// Threats.
    pub threats: Vec<String>,
    /// Who has a stake in the matter.
    pub stakeholders: Vec<Stakeholder>,
    /// What follows from all of it for the project, as Markdown.
    pub conclusions: Option<String>,
}

/// A consultation with the local community.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Consultation {
    /// When.
    pub date: Option<Exact<Date>>,
    /// In what form.
    pub form: Option<String>,
    /// How many took part.
    pub participants: Option<u64>,
    /// The target groups that took part.
    pub groups: Vec<Named>,
    /// What came of it, as Markdown.
    pub result: Option<String>,
}

/// Who has a stake in the matter.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Stakeholder {
    /// Who.
    pub name: Option<String>,
    /// What they want.
    pub interest: Option<String>,
    /// What they can do about it.
    pub influence: Option<String>,
}

impl Diagnosis {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let diagnosis = voice.facts.root().diagnosis();
        let (method, swot) = (diagnosis.method(), diagnosis.swot());
        let technique = |code: &model::Technique| voice.label("diagnosis_techniques", code.as_str());
        let consultation = |entry: At<'_, model::Consultation>| Consultation {
            date: voice.date(&entry.date),
            form: voice.text(entry.form()),
            participants: entry.participants.get().map(|count| count.get()),
            groups: voice.all_named(&entry.groups),
            result: voice.prose(entry.result()),
        };
        let stakeholder = |entry: At<'_, model::Stakeholder>| Stakeholder {
            name: voice.text(entry.name()),
            interest: voice.text(entry.interest()),
            influence: voice.text(entry.influence()),
        };
        Self {
            date: voice.date(&diagnosis.date),
            joint: voice.all_named(&method.joint),
            techniques: method.techniques.iter().map(technique).collect(),
            text: voice.prose(method.text()),
            consultations: diagnosis.consultations().each().map(consultation).collect(),
            context: voice.prose(diagnosis.context()),
            conclusions: voice.prose(diagnosis.conclusions()),
            strengths: voice.texts(swot.strengths()),
            weaknesses: voice.texts(swot.weaknesses()),
            opportunities: voice.texts(swot.opportunities()),
            threats: voice.texts(swot.threats()),
            stakeholders: diagnosis.stakeholders().each().map(stakeholder).collect(),
        }
    }
}
