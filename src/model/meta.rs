//! What the application says of itself and of the call. Out: `Meta`, `Call`, `Acceptance`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::lang::Lang;
use crate::units::{Count, Date, Pkd, Share};

/// Title, date, language, authors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Meta {
    /// The project's title.
    pub title: Field<Text>,
    /// The day the application speaks of as today.
    pub date: Field<Date>,
    /// The main language, in which texts without a language are written.
    pub lang: Field<Lang>,
    /// The languages of the documents; the main one when left out.
    pub languages: List<Lang>,
    /// Who wrote it.
    pub authors: List<String>,
    /// The version of the text.
    pub version: Field<String>,
    /// What changed from version to version.
    pub changes: List<Change>,
    /// A short description of the project.
    pub summary: Field<Prose>,
    /// What the project does by the Polish Classification of Activities; the applicant's own stands with it.
    pub pkd: Field<Pkd>,
}

/// A change of the application.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Change {
    /// The version it led to.
    pub version: Field<String>,
    /// When.
    pub date: Field<Date>,
    /// What.
    pub text: Field<Text>,
}

/// What the grantor demands; a profile supplies the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Call {
    /// The call's profile (`esf-plus`, `pact`, `neutral` …).
    pub profile: Field<ProfileId>,
    /// A profile of one's own beside the application.
    pub file: Field<String>,
    /// The programme.
    pub programme: Field<Text>,
    /// The programme's priority.
    pub priority: Field<Text>,
    /// The programme's measure.
    pub measure: Field<Text>,
    /// The programme's specific objective that the project serves.
    pub specific_objective: Field<Text>,
    /// The number of the call.
    pub number: Field<String>,
    /// The institution that runs the call.
    pub institution: Field<Text>,
    /// The day the application is handed in.
    pub submission: Field<Date>,
    /// The least own contribution.
    pub own_contribution_min: Field<Share>,
    /// How many characters a section may have, by section.
    pub limits: Map<String, Count>,
    /// Horizontal principles the call asks for.
    pub horizontal_required: List<HorizontalPrinciple>,
    /// How old evidence may be, in months.
    pub evidence_max_age_months: Field<Count>,
    /// How long the project may last, in months.
    pub project_period_max_months: Field<Count>,
}

/// A finding the authors accept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Acceptance {
    /// The rule's code.
    pub rule: Field<RuleCode>,
    /// An id (`N3`) or a place (`needs/2/scale`); the whole application when left out.
    pub place: Field<String>,
    /// Why it is right as it is.
    pub because: Field<Text>,
}
