//! Principles of partnership and of the programme. Out: `PrincipleMeasures`,
//! `HorizontalStatement`, `Gender`, `Assessment`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date};

/// How one of the ten principles is kept (slides 17 to 20).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PrincipleMeasures {
    /// Which.
    pub principle: Field<Principle>,
    /// How, point by point.
    pub measures: List<PrincipleMeasure>,
    /// The partners' own mark, 1 to 5.
    pub rating: Field<Count>,
    /// What would make it better.
    pub improvement: Field<Text>,
}

/// How a point of a principle is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PrincipleMeasure {
    /// Which point.
    pub point: Field<PrinciplePoint>,
    /// How.
    pub text: Field<Prose>,
}

/// How the programme's horizontal principles are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HorizontalStatement {
    /// Which.
    pub principle: Field<HorizontalPrinciple>,
    /// How, in words.
    pub text: Field<Prose>,
    /// By what measures.
    pub measures: List<Text>,
    /// A version for forms with tight limits.
    pub short: Field<Prose>,
}

/// The minimum standard of equality of women and men.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Gender {
    /// Barriers of equality in the project's field.
    pub barriers: List<GenderBarrier>,
    /// What shows that there are none.
    pub no_barriers: Field<Prose>,
    /// What keeps equality where there are none.
    pub preventive: Field<Prose>,
    /// How results lessen the barriers.
    pub result_effect: Field<Prose>,
    /// Equality in the project's management.
    pub management: Field<Prose>,
    /// Why the standard does not apply.
    pub exempt: Field<Text>,
}

/// A barrier of equality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GenderBarrier {
    /// What it is.
    pub text: Field<Text>,
    /// The sources that show it.
    pub evidence: List<Id>,
    /// The action that answers it.
    pub action: Field<Id>,
    /// How.
    pub answer: Field<Prose>,
}

/// What is done for an accessibility standard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccessibilityMeasure {
    /// Which standard.
    pub standard: Field<AccessibilityStandard>,
    /// What is done.
    pub measure: Field<Text>,
}

/// The partnership's view of itself (slides 30, 31).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Assessment {
    /// When.
    pub date: Field<Date>,
    /// Factor by factor.
    pub factors: List<FactorRating>,
    /// The partners that took part.
    pub by: List<Id>,
    /// How the partnership has the attributes of a pact, attribute by attribute.
    pub attributes: Map<PactAttribute, Prose>,
}

/// A mark for a success factor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FactorRating {
    /// Which.
    pub factor: Field<Factor>,
    /// The mark, 1 to 5.
    pub rating: Field<Count>,
    /// What it rests on.
    pub evidence: Field<Text>,
    /// What would make it better.
    pub improvement: Field<Text>,
}
