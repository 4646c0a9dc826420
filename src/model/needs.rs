//! Needs. Out: `Need`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date, Number};

/// A need: a negative state, how large, why, with what effects, for whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Need {
    /// Its id, `N1`.
    pub id: Field<Id>,
    /// The need in one line.
    pub title: Field<Text>,
    /// The need at length.
    pub description: Field<Prose>,
    /// How large it is.
    pub scale: Quantity,
    /// Where it bites most.
    pub place: Field<Text>,
    /// Since when, and which way it goes.
    pub trend: Field<Text>,
    /// The sources that show it.
    pub evidence: List<Id>,
    /// Why it is so.
    pub causes: List<Text>,
    /// What follows from it.
    pub effects: List<Text>,
    /// Whom it touches.
    pub groups: List<Id>,
    /// How pressing it is, 1 the most.
    pub priority: Field<Count>,
    /// Whether the project answers it.
    pub status: Field<NeedStatus>,
    /// Why not.
    pub reason: Field<Prose>,
    /// Who found it and how.
    pub identified_by: Field<Text>,
    /// When it was researched.
    pub researched_on: Field<Date>,
    /// What is done about it already.
    pub existing_support: Field<Prose>,
    /// A version for forms with tight limits.
    pub short: Field<Prose>,
}

/// Whether the project answers a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NeedStatus {
    /// It does.
    #[serde(alias = "w_zakresie")]
    InScope,
    /// It does not, and says why.
    #[serde(alias = "poza_zakresem")]
    OutOfScope,
}

/// A value with its unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Quantity {
    /// How much.
    pub value: Field<Number>,
    /// Of what.
    pub unit: Field<Text>,
}
