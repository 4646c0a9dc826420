//! Objectives. Out: `Objective`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::Date;

/// An objective: a change of state by a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Objective {
    /// Its id, `O1`.
    pub id: Field<Id>,
    /// Main or specific.
    pub level: Field<ObjectiveLevel>,
    /// The objective it is part of.
    pub parent: Field<Id>,
    /// The objective in one line.
    pub title: Field<Text>,
    /// The objective at length.
    pub text: Field<Prose>,
    /// The needs it answers.
    pub needs: List<Id>,
    /// The day by which it is reached.
    pub by: Field<Date>,
    /// The aims of European policy it serves.
    pub aims: List<PolicyAim>,
    /// The partners that agreed on it.
    pub agreed_by: List<Id>,
    /// How its results last.
    pub durability: Field<Prose>,
    /// A version for forms with tight limits.
    pub short: Field<Prose>,
}

/// The level of an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObjectiveLevel {
    /// The one the project stands for.
    #[serde(alias = "główny")]
    Main,
    /// One of those it is made of.
    #[serde(alias = "szczegółowy")]
    Specific,
}
