//! What may go wrong. Out: `Risk`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::Count;

/// A risk: what, how likely, how bad, who watches, what is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Risk {
    /// Its id, `R1`.
    pub id: Field<Id>,
    /// What kind.
    #[serde(rename = "type")]
    pub kind: Field<RiskType>,
    /// The risk in one line.
    pub title: Field<Text>,
    /// The objectives and actions it threatens.
    pub threatens: List<Id>,
    /// How likely, 1 to 5.
    pub probability: Field<Count>,
    /// How bad, 1 to 5.
    pub impact: Field<Count>,
    /// The partner that watches it.
    pub owner: Field<Id>,
    /// What shows that it comes.
    pub trigger: Field<Text>,
    /// What keeps it away.
    pub prevention: Field<Prose>,
    /// What is done when it comes.
    pub response: Field<Prose>,
    /// What stays of it.
    pub residual: Field<Text>,
}
