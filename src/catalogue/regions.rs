//! The sixteen voivodeships. In: `regions.yaml`. Out: their programme and strategy by TERYT code.

use serde::{Deserialize, Serialize};

use super::Trust;
use crate::units::{Date, Teryt};
use crate::words::plain;

/// The voivodeships, by code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    /// The day on which the list was compiled.
    pub checked_on: Date,
    /// Where names and amounts of the programmes were read.
    pub source: String,
    regions: Vec<Region>,
}

/// One voivodeship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its code, two digits.
    pub teryt: Teryt,
    /// Its Polish name as an adjective: `dolnośląskie`.
    pub pl: String,
    /// Its English name as an adjective: `Lower Silesian`.
    pub en: String,
    /// Its programme of European funds 2021–2027.
    pub programme: Programme,
    /// Its development strategy.
    pub strategy: RegionalStrategy,
}

/// A regional programme of European funds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// The Polish name.
    pub pl: String,
    /// The code in numbers of calls and projects: `FEDS`.
    pub code: String,
    /// How far the code can be relied on.
    pub code_trust: Trust,
    /// Its size in millions of euros.
    pub million_eur: u32,
}

/// A voivodeship's development strategy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionalStrategy {
    /// The Polish title.
    pub pl: String,
    /// When the assembly adopted it; `None` when the day is not known.
    #[serde(default)]
    pub adopted: Option<Date>,
    /// The resolution; empty when unknown.
    #[serde(default)]
    pub reference: String,
    /// How far date and resolution can be relied on.
    pub trust: Trust,
    /// Where they were read; empty for nowhere.
    #[serde(default)]
    pub source: String,
    /// What to mind, in Polish; empty for nothing.
    #[serde(default)]
    pub note: String,
    /// Its goals, in Polish; empty when they were not read.
    #[serde(default)]
    pub goals: Vec<String>,
    /// Whether all goals are there; `None` when there is none.
    #[serde(default)]
    pub goals_listed: Option<Goals>,
}

/// How much of the goals is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goals {
    /// All of them.
    Whole,
    /// The first ones.
    Begun,
}

impl Regions {
    /// Returns all sixteen, by code.
    pub fn all(&self) -> &[Region] {
        &self.regions
    }

    /// Returns the voivodeship that a word names: its Polish or English adjective, with or without `województwo`, or
    /// the two digits of its TERYT code.
    pub fn named(&self, word: &str) -> Option<&Region> {
        let word = plain(word.trim());
        let bare = word.strip_prefix("wojewodztwo ").unwrap_or(&word);
        let is = |region: &&Region| {
            bare == region.teryt.as_str() || bare == plain(&region.pl) || bare == plain(&region.en)
        };
        self.regions.iter().find(is)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::regions;

    #[test]
    fn there_are_sixteen_voivodeships() {
        let codes: Vec<&str> = regions().all().iter().map(|region| region.teryt.as_str()).collect();
        let expected: Vec<String> = (1..=16).map(|half| format!("{:02}", half * 2)).collect();
        assert_eq!(codes, expected);
        for region in regions().all() {
            let strategy = &region.strategy;
            assert!(region.programme.code.starts_with("FE") && region.programme.code.len() == 4);
            assert!(region.programme.pl.ends_with("2021–2027") && region.programme.million_eur > 900);
            assert_eq!(!strategy.source.is_empty(), strategy.trust >= Trust::Part, "{}", region.pl);
            assert_eq!(strategy.goals.is_empty(), strategy.goals_listed.is_none(), "{}", region.pl);
        }
    }

    #[test]
    fn a_commune_lies_in_its_voivodeship() {
        let commune = Teryt::parse("1430011").expect("a commune");
        assert_eq!(
            regions()
                .all()
                .iter()
                .find(|region| commune.is_within(&region.teryt))
                .map(|region| region.pl.as_str()),
            Some("mazowieckie")
        );
    }
}
