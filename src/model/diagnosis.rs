//! The diagnosis as a whole. Out: `Diagnosis` and how it was made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date};

/// What is wrong, how we know it, whom it touches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Diagnosis {
    /// The day it was finished.
    pub date: Field<Date>,
    /// How it was made.
    pub method: Method,
    /// Whom the partners asked.
    pub consultations: List<Consultation>,
    /// The state of the area.
    pub context: Field<Prose>,
    /// Strengths, weaknesses, opportunities, threats.
    pub swot: Swot,
    /// Who has a stake in the matter.
    pub stakeholders: List<Stakeholder>,
    /// Sources with their figures.
    pub evidence: List<Evidence>,
    /// Needs, in scope or not.
    pub needs: List<Need>,
    /// Target groups.
    pub groups: List<Group>,
    /// What follows from all of it for the project.
    pub conclusions: Field<Prose>,
}

/// How the diagnosis was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Method {
    /// The partners that made it together.
    pub joint: List<Id>,
    /// The techniques used.
    pub techniques: List<Technique>,
    /// How, in words.
    pub text: Field<Prose>,
}

/// A consultation with the local community.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Consultation {
    /// When.
    pub date: Field<Date>,
    /// In what form.
    pub form: Field<Text>,
    /// How many took part.
    pub participants: Field<Count>,
    /// The target groups that took part.
    pub groups: List<Id>,
    /// What came of it.
    pub result: Field<Prose>,
}

/// Strengths, weaknesses, opportunities, threats.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Swot {
    /// Strengths.
    pub strengths: List<Text>,
    /// Weaknesses.
    pub weaknesses: List<Text>,
    /// Opportunities.
    pub opportunities: List<Text>,
    /// Threats.
    pub threats: List<Text>,
}

/// Who has a stake in the matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Stakeholder {
    /// Who.
    pub name: Field<Text>,
    /// What they want.
    pub interest: Field<Text>,
    /// What they can do about it.
    pub influence: Field<Text>,
}
