//! Indicators that programmes know. In: `indicators.yaml`. Out: the indicators by code, and how their
//! values hang together.

use serde::{Deserialize, Serialize};

use super::Trust;
use crate::lang::Lang;
use crate::units::Date;

/// The catalogue of indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicators {
    /// The day on which the list was compiled.
    pub checked_on: Date,
    indicators: Vec<Indicator>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The code: `EECO02`; a word of our own where no code is known.
    pub code: String,
    /// Who asks for it.
    #[serde(default)]
    pub origin: Origin,
    /// What it measures.
    pub kind: IndicatorKind,
    /// The Polish name.
    pub pl: String,
    /// The English name.
    pub en: String,
    /// What is counted.
    #[serde(default)]
    pub unit: Unit,
    /// The split of the participants that it is a part of.
    #[serde(default)]
    pub split: Option<Split>,
    /// The code of the indicator whose value it cannot exceed.
    #[serde(default)]
    pub at_most: Option<String>,
    /// The codes of the indicators whose persons a result is measured on; their sum bounds it.
    #[serde(default)]
    pub base: Vec<String>,
    /// How far the Polish name can be relied on.
    pub trust: Trust,
    /// Where it was read; empty for nowhere.
    #[serde(default)]
    pub source: String,
}

/// Who asks for an indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The ESF+ regulation, annex I.
    #[default]
    Common,
    /// A programme.
    Programme,
    /// Every call, 0 allowed.
    Horizontal,
}

/// What an indicator measures.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// What the project delivers.
    Output,
    /// What changes, measured upon leaving.
    Result,
    /// What changes, measured six months after leaving.
    ResultLong,
}

/// What an indicator counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Persons.
    #[default]
    Persons,
    /// Bodies, facilities or projects.
    Entities,
}

/// A split of all participants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// By status on the labour market; adds up to all.
    Status,
    /// By age; stays within all, since some ages are in no part.
    Age,
    /// By education; adds up to all.
    Education,
}

impl Indicators {
    /// Returns an indicator by its code.
    pub fn get(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == code)
    }

    /// Returns all indicators, the common ones first.
    pub fn all(&self) -> &[Indicator] {
        &self.indicators
    }

    /// Returns the parts of a split.
    pub fn parts(&self, split: Split) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.split == Some(split))
    }
}

impl Indicator {
    /// Returns the name in this language.
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::indicators;

    #[test]
    fn there_are_25_common_indicators() {
        let common = indicators().all().iter().filter(|indicator| indicator.origin == Origin::Common);
        assert_eq!(common.count(), 25);
        let codes: BTreeSet<&str> =
            indicators().all().iter().map(|indicator| indicator.code.as_str()).collect();
        assert_eq!(codes.len(), indicators().all().len());
        for indicator in indicators().all() {
            let named = indicator.at_most.iter().chain(&indicator.base);
            for code in named {
                assert!(codes.contains(code.as_str()), "{} names {code}", indicator.code);
            }
            assert_eq!(!indicator.source.is_empty(), indicator.trust >= Trust::Part, "{}", indicator.code);
            assert_eq!(
                !indicator.base.is_empty(),
                indicator.kind != IndicatorKind::Output,
                "{}",
                indicator.code
            );
        }
    }

    #[test]
    fn participants_split_by_status_and_education() {
        let codes = |split| -> Vec<&str> {
            indicators().parts(split).map(|indicator| indicator.code.as_str()).collect()
        };
        assert_eq!(codes(Split::Status), ["EECO02", "EECO04", "EECO05"]);
        assert_eq!(codes(Split::Education), ["EECO09", "EECO10", "EECO11"]);
        assert_eq!(codes(Split::Age), ["EECO06", "EECO07", "EECO08"]);
    }
}
