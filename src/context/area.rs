//! The area. Out: `Area`.

use super::shown::shown;
use crate::model;

shown! {
    /// The area the partnership works in.
    Area from (voice, area: model::Area) {
        /// Its name.
        name: Option<String> =
            voice.must(voice.example(voice.shown(area.name()), &area.fictional), area.name());
        /// The label of its level: `powiat`.
        level: Option<String>;
        /// What it lies in.
        parent: Option<String>;
        /// Its TERYT code.
        teryt: Option<String>;
        /// How many people live there.
        population: Option<u64>;
        /// Its communes, cities or counties.
        units: Vec<Unit>;
        /// Why the partnership works at this level, as Markdown.
        scale_reason: Option<String>;
        /// What it has to build on.
        resources: Vec<String>;
    }

    /// A commune, city or county of the area.
    Unit from (voice, unit: model::Unit) {
        /// Its name.
        name: Option<String>;
        /// The label of its level.
        level: Option<String>;
        /// How many people live there.
        population: Option<u64>;
        /// Its TERYT code.
        teryt: Option<String>;
    }
}
