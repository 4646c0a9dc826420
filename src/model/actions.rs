//! Actions. Out: `Action`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date};

/// An action: what is done, for whom, by whom, when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Action {
    /// Its id, `A1`.
    pub id: Field<Id>,
    /// The action in one line.
    pub title: Field<Text>,
    /// The action at length.
    pub text: Field<Prose>,
    /// What kind it is.
    #[serde(rename = "type")]
    pub kind: Field<ActionType>,
    /// The module of the Local Partnership Model it belongs to.
    pub module: Field<Module>,
    /// The objectives it serves.
    pub objectives: List<Id>,
    /// The groups it reaches.
    pub groups: List<Id>,
    /// How many people it supports.
    pub participants: Field<Count>,
    /// The partner that answers for it.
    pub lead: Field<Id>,
    /// The partners that join in.
    pub partners: List<Id>,
    /// Its first day.
    pub from: Field<Date>,
    /// Its last day.
    pub to: Field<Date>,
    /// The actions that must come first.
    pub after: List<Id>,
    /// The actions it adds to.
    pub complements: List<Id>,
    /// How far it reaches.
    pub reach: Field<Prose>,
    /// What is new about it.
    pub innovation: Field<Prose>,
    /// Other ways that were weighed.
    pub alternatives: Field<Prose>,
    /// Whether it costs nothing.
    pub costless: Field<bool>,
    /// Where it is done.
    pub place: Field<Text>,
    /// Why it is needed.
    pub justification: Field<Prose>,
    /// A version for forms with tight limits.
    pub short: Field<Prose>,
}
