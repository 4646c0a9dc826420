//! The area the partnership works in. Out: `Area`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Teryt};

/// A commune, a county, a region, or an area of one's own making.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Area {
    /// Its name.
    pub name: Field<Text>,
    /// The forms that running text needs.
    pub cases: Cases,
    /// Its level.
    pub level: Field<Scale>,
    /// The voivodeship or country it lies in.
    pub parent: Field<Text>,
    /// Its TERYT code: 2 digits a voivodeship, 4 a county, 6 or 7 a commune.
    pub teryt: Field<Teryt>,
    /// How many people live there.
    pub population: Field<Count>,
    /// Its communes, cities or counties.
    pub units: List<Unit>,
    /// Why the partnership works at this level.
    pub scale_reason: Field<Prose>,
    /// What the area has to build on.
    pub resources: List<Text>,
    /// Marks an invented area.
    pub fictional: Field<bool>,
}

/// A commune, city or county of the area.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Unit {
    /// Its name.
    pub name: Field<Text>,
    /// Its level.
    pub level: Field<Scale>,
    /// How many people live there.
    pub population: Field<Count>,
    /// Its TERYT code.
    pub teryt: Field<Teryt>,
}

/// Polish case forms of a name, for running text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Cases {
    /// Genitive: (kogo? czego?) „powiatu szydłowieckiego”.
    #[serde(alias = "gen")]
    pub genitive: Field<String>,
    /// Dative: (komu? czemu?).
    #[serde(alias = "dat")]
    pub dative: Field<String>,
    /// Accusative: (kogo? co?).
    #[serde(alias = "acc")]
    pub accusative: Field<String>,
    /// Instrumental: (z kim? z czym?).
    #[serde(alias = "ins")]
    pub instrumental: Field<String>,
    /// Locative: (o kim? o czym?) „powiecie szydłowieckim”.
    #[serde(alias = "loc")]
    pub locative: Field<String>,
}
