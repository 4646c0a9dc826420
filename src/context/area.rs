//! The area. Out: `Area`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use crate::described::At;
use crate::model;

/// The area the partnership works in.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Area {
    /// Its name.
    pub name: Option<String>,
    /// The label of its level: `powiat`.
    pub level: Option<String>,
    /// What it lies in.
    pub parent: Option<String>,
    /// Its TERYT code.
    pub teryt: Option<String>,
    /// How many people live there.
    pub population: Option<u64>,
    /// Its communes, cities or counties.
    pub units: Vec<Unit>,
    /// Why the partnership works at this level, as Markdown.
    pub scale_reason: Option<String>,
    /// What it has to build on.
    pub resources: Vec<String>,
}

/// A commune, city or county of the area.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Unit {
    /// Its name.
    pub name: Option<String>,
    /// The label of its level.
    pub level: Option<String>,
    /// How many people live there.
    pub population: Option<u64>,
    /// Its TERYT code.
    pub teryt: Option<String>,
}

impl Area {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let area = voice.facts.root().area();
        let level = |level: &model::Scale| voice.label("pact_scales", level.as_str());
        let unit = |unit: At<'_, model::Unit>| Unit {
            name: voice.text(unit.name()),
            level: unit.level.get().map(level),
            population: unit.population.get().map(|count| count.get()),
            teryt: unit.teryt.get().map(ToString::to_string),
        };
        let name = voice.example(voice.text(area.name()), &area.fictional);
        Self {
            name: voice.must(name, "AREA-01"),
            level: area.level.get().map(level),
            parent: voice.text(area.parent()),
            teryt: area.teryt.get().map(ToString::to_string),
            population: area.population.get().map(|count| count.get()),
            units: area.units().each().map(unit).collect(),
            scale_reason: voice.prose(area.scale_reason()),
            resources: voice.texts(area.resources()),
        }
    }
}
