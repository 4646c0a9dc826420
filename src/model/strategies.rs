//! Strategies. Out: `Strategy`, `StrategyObjective`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Date, Teryt};

/// A document the application follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Strategy {
    /// Its id, `S1`.
    pub id: Field<Id>,
    /// Its entry in the catalogue, which fills what is left out here.
    pub catalogue: Field<String>,
    /// Its level.
    pub level: Field<StrategyLevel>,
    /// Its title.
    pub title: Field<Text>,
    /// Who adopted it.
    pub adopted_by: Field<Text>,
    /// The act that adopted it, with date and number.
    pub adopted: Field<Text>,
    /// How long it is in force.
    pub valid: Dates,
    /// The day somebody checked that it is in force.
    pub checked_on: Field<Date>,
    /// Its address.
    pub url: Field<String>,
    /// The voivodeship or area it is for.
    pub teryt: Field<Teryt>,
    /// The objectives of it that the application follows.
    pub objectives: List<StrategyObjective>,
    /// Marks an invented document or quotation.
    pub fictional: Field<bool>,
}

/// The level of a strategy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StrategyLevel {
    /// European Union.
    #[serde(alias = "ue")]
    Eu,
    /// The country.
    #[serde(alias = "krajowy", alias = "krajowa")]
    National,
    /// The voivodeship.
    #[serde(alias = "regionalny", alias = "regionalna")]
    Regional,
    /// The county or commune.
    #[serde(alias = "lokalny", alias = "lokalna")]
    Local,
}

/// An objective of a strategy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StrategyObjective {
    /// Its id, `S1.1`.
    pub id: Field<Id>,
    /// Its number in the document.
    pub code: Field<String>,
    /// Its wording.
    pub text: Field<Text>,
    /// Page or point.
    pub cite: Field<Text>,
    /// Marks an invented quotation.
    pub fictional: Field<bool>,
}
