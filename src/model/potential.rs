//! Who can carry the project out, and how people come to it. Out: `Potential`, `Recruitment`, `RelatedProject`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Money, Teryt};

/// Experience, management, staff and means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Potential {
    /// Projects done before.
    pub experience: List<Experience>,
    /// How the project is managed.
    pub management: Management,
    /// Who works in it.
    pub staff: List<StaffRole>,
    /// Rooms, equipment, software.
    pub technical: Field<Prose>,
    /// Own money.
    pub financial: Field<Prose>,
    /// What is given in kind.
    pub in_kind: Field<Prose>,
    /// The project's office.
    pub office: Office,
}

/// A project done before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Experience {
    /// Whose.
    pub partner: Field<Id>,
    /// Its title.
    pub title: Field<Text>,
    /// In what field.
    pub field: Field<Text>,
    /// For whom.
    pub group: Field<Text>,
    /// Where.
    pub place: Field<Text>,
    /// That place's TERYT code.
    pub teryt: Field<Teryt>,
    /// When.
    pub period: Dates,
    /// For how much.
    pub value: Field<Money>,
    /// What came of it.
    pub result: Field<Prose>,
    /// A version for forms with tight limits.
    pub short: Field<Prose>,
    /// Marks an invented project.
    pub fictional: Field<bool>,
}

/// How the project is managed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Management {
    /// Structure and roles.
    pub structure: Field<Prose>,
    /// How decisions are taken.
    pub decisions: Field<Prose>,
    /// How people keep each other informed.
    pub communication: Field<Prose>,
    /// All of it in a version for forms with tight limits.
    pub short: Field<Prose>,
}

/// A role in the project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StaffRole {
    /// What it is.
    pub role: Field<Text>,
    /// At which partner.
    pub partner: Field<Id>,
    /// For which actions.
    pub actions: List<Id>,
    /// Hours a month.
    pub hours_month: Field<Count>,
    /// What the person must be able to do.
    pub competence: Field<Text>,
}

/// The project's office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Office {
    /// Its address.
    pub address: Field<Text>,
    /// Its TERYT code.
    pub teryt: Field<Teryt>,
}

/// How people come to the project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Recruitment {
    /// The stages, in order.
    pub stages: List<Text>,
    /// Where.
    pub place: Field<Text>,
    /// When.
    pub time: Field<Text>,
    /// Where people hear of it.
    pub channels: List<RecruitmentChannel>,
    /// Who is let in, with points.
    pub criteria: List<RecruitmentCriterion>,
    /// What gives everybody the same chance.
    pub equal_access: Field<Prose>,
    /// What is done when too few come.
    pub shortfall: Field<Prose>,
    /// All of it in a version for forms with tight limits.
    pub short: Field<Prose>,
}

/// A criterion of recruitment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RecruitmentCriterion {
    /// What it is.
    pub text: Field<Text>,
    /// Points; none for a condition that must be met.
    pub points: Field<Count>,
}

/// Another project that this one adds to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RelatedProject {
    /// Its title.
    pub title: Field<Text>,
    /// Whose.
    pub owner: Field<Text>,
    /// How the two add to each other.
    pub text: Field<Prose>,
    /// A version for forms with tight limits.
    pub short: Field<Prose>,
    /// Marks an invented project.
    pub fictional: Field<bool>,
}
