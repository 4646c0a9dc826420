//! How the diagnosis was made. Out: `Diagnosis`.

use super::shown::shown;
use super::{Exact, Named};
use crate::model;
use crate::units::Date;

shown! {
    /// How the diagnosis was made, and what it says of the area.
    Diagnosis from (voice, diagnosis: model::Diagnosis) {
        /// The day it was finished.
        date: Option<Exact<Date>>;
        /// The partners that made it together.
        joint: Vec<Named> = voice.shown(diagnosis.method().joint());
        /// The labels of the techniques used.
        techniques: Vec<String> = voice.shown(diagnosis.method().techniques());
        /// How it was made, as Markdown.
        text: Option<String> = voice.shown(diagnosis.method().text());
        /// Consultations with the community.
        consultations: Vec<Consultation>;
        /// The state of the area, as Markdown.
        context: Option<String>;
        /// Strengths.
        strengths: Vec<String> = voice.shown(diagnosis.swot().strengths());
        /// Weaknesses.
        weaknesses: Vec<String> = voice.shown(diagnosis.swot().weaknesses());
        /// Opportunities.
        opportunities: Vec<String> = voice.shown(diagnosis.swot().opportunities());
        /// Threats.
        threats: Vec<String> = voice.shown(diagnosis.swot().threats());
        /// Who has a stake in the matter.
        stakeholders: Vec<Stakeholder>;
        /// What follows from all of it for the project, as Markdown.
        conclusions: Option<String>;
    }

    /// A consultation with the local community.
    Consultation from (voice, entry: model::Consultation) {
        /// When.
        date: Option<Exact<Date>>;
        /// In what form.
        form: Option<String>;
        /// How many took part.
        participants: Option<u64>;
        /// The target groups that took part.
        groups: Vec<Named>;
        /// What came of it, as Markdown.
        result: Option<String>;
    }

    /// Who has a stake in the matter.
    Stakeholder from (voice, entry: model::Stakeholder) {
        /// Who.
        name: Option<String>;
        /// What they want.
        interest: Option<String>;
        /// What they can do about it.
        influence: Option<String>;
    }
}
