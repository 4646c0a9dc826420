//! Sources and their figures. Out: `Evidence`, `Measurement`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date, Number, Teryt};

/// A source: what it is and what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Evidence {
    /// Its id, `E1`.
    pub id: Field<Id>,
    /// What kind.
    pub kind: Field<EvidenceKind>,
    /// Its title, with the table where there is one.
    pub title: Field<Text>,
    /// Who published it.
    pub publisher: Field<Text>,
    /// The day it speaks of, or the day it came out.
    pub date: Field<Date>,
    /// Its address.
    pub url: Field<String>,
    /// Page, table or point.
    pub page: Field<Text>,
    /// How own research was done.
    pub research: Research,
    /// Its figures.
    pub values: List<Measurement>,
    /// What it says beyond figures.
    pub findings: Field<Prose>,
    /// Marks an invented source or figure.
    pub fictional: Field<bool>,
}

/// How own research was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Research {
    /// By what method.
    pub method: Field<Text>,
    /// Among whom.
    pub population: Field<Text>,
    /// How many were asked.
    pub sample: Field<Count>,
    /// The first day.
    pub from: Field<Date>,
    /// The last day.
    pub to: Field<Date>,
    /// How the answers were worked on.
    pub analysis: Field<Text>,
}

/// A figure: one measure, one area, one day, one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Measurement {
    /// What is measured.
    #[serde(alias = "name")]
    pub measure: Field<Text>,
    /// The value, in the unit.
    pub value: Field<Number>,
    /// The unit.
    pub unit: Field<Text>,
    /// The day it holds for; the source's date when left out.
    pub as_of: Field<Date>,
    /// The area it holds for; the application's when left out.
    pub area: Field<Text>,
    /// That area's TERYT code.
    pub teryt: Field<Teryt>,
    /// What a percentage is a share of.
    pub base: Base,
    /// Whom it counts.
    pub sex: Field<Sex>,
    /// The project's own area, or one to compare with.
    pub role: Field<Role>,
    /// What follows from it.
    pub meaning: Field<Prose>,
    /// A value of another area, said shorter than by a figure of its own.
    pub reference: Reference,
    /// Marks an invented figure.
    pub fictional: Field<bool>,
}

/// What a percentage is a share of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Base {
    /// How much.
    pub value: Field<Number>,
    /// Of what.
    pub label: Field<Text>,
}

/// A value of another area on the same day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Reference {
    /// Which area.
    pub area: Field<Text>,
    /// The value, in the unit of the figure it goes with.
    pub value: Field<Number>,
}

/// Whom a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Women.
    #[serde(alias = "kobiety")]
    Women,
    /// Men.
    #[serde(alias = "mężczyźni")]
    Men,
}

/// What a figure is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It describes the project's own area.
    #[serde(alias = "własne")]
    Own,
    /// It is there to compare with.
    #[serde(alias = "porównanie")]
    Comparator,
}
