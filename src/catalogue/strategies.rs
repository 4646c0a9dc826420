//! Strategic documents. In: `strategies.yaml`. Out: the documents by id, with what is known of their
//! being in force.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::Trust;
use crate::lang::Lang;
use crate::units::Date;

/// The catalogue of strategic documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strategies {
    /// The day for which the states hold.
    pub checked_on: Date,
    strategies: Vec<Strategy>,
    /// Where a document stands among them, by its plain titles.
    #[serde(skip)]
    by_title: OnceLock<HashMap<String, usize>>,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// The stable id: `pl-sor`.
    pub id: String,
    /// Whose policy it states.
    pub level: StrategyLevel,
    /// What kind of document it is.
    pub kind: StrategyKind,
    /// The Polish title.
    pub pl: String,
    /// The English title.
    pub en: String,
    /// Who issued it, in Polish.
    pub issuer: String,
    /// The first day it states for itself.
    #[serde(default)]
    pub from: Option<Date>,
    /// The last day it states for itself.
    #[serde(default)]
    pub to: Option<Date>,
    /// Where it was published, in Polish; empty when unknown.
    #[serde(default)]
    pub reference: String,
    /// Whether it is in force, as of the catalogue's day.
    pub state: State,
    /// How far title and reference can be relied on.
    pub trust: Trust,
    /// Where they were read; empty for nowhere.
    #[serde(default)]
    pub source: String,
    /// What to mind, in Polish; empty for nothing.
    #[serde(default)]
    pub note: String,
}

/// Whose policy a document states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StrategyLevel {
    /// The European Union's.
    Eu,
    /// The state's.
    National,
    /// A voivodeship's, or that of several.
    Regional,
    /// That of a county, a commune or their union.
    Local,
}

/// What kind of document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StrategyKind {
    /// A strategy.
    Strategy,
    /// A programme, also of funds.
    Programme,
    /// A plan.
    Plan,
    /// A law, a treaty or a convention.
    Law,
    /// Guidelines of a ministry.
    Guidelines,
}

/// Whether a document is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is.
    InForce,
    /// It was.
    Expired,
    /// It is not yet: its adoption was not seen.
    Draft,
    /// To be looked up before it is cited.
    Unknown,
}

impl State {
    /// Returns the word for people.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::InForce => lang.pick("obowiązuje", "in force"),
            Self::Expired => lang.pick("nie obowiązuje", "expired"),
            Self::Draft => lang.pick("projekt", "draft"),
            Self::Unknown => lang.pick("do sprawdzenia", "to be checked"),
        }
    }
}

impl Strategies {
    /// Returns a document by its id.
    pub fn get(&self, id: &str) -> Option<&Strategy> {
        self.strategies.iter().find(|strategy| strategy.id == id)
    }

    /// Returns all documents: Union, state, and below.
    pub fn all(&self) -> &[Strategy] {
        &self.strategies
    }

    /// Returns the document of this title in either language, upper and lower case alike.
    pub fn titled(&self, title: &str) -> Option<&Strategy> {
        let plain = |text: &str| text.to_lowercase().replace(['–', '„', '”', '"'], "-");
        let by_title = || {
            let titles = |(at, strategy): (usize, &Strategy)| {
                [&strategy.en, &strategy.pl].map(|said| (plain(said), at))
            };
            // Of two with one title the first counts.
            self.strategies.iter().enumerate().rev().flat_map(titles).collect()
        };
        let at = self.by_title.get_or_init(by_title).get(&plain(title.trim()))?;
        self.strategies.get(*at)
    }
}

impl Strategy {
    /// Returns the title in this language.
    pub fn title(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::strategies;

    #[test]
    fn documents_are_whole() {
        let all = strategies().all();
        assert!(all.len() >= 36, "{}", all.len());
        let ids: BTreeSet<&str> = all.iter().map(|strategy| strategy.id.as_str()).collect();
        assert_eq!(ids.len(), all.len());
        for strategy in all {
            assert!(!strategy.pl.is_empty() && !strategy.en.is_empty() && !strategy.issuer.is_empty());
            let sourced = !strategy.source.is_empty();
            assert_eq!(sourced, strategy.trust >= Trust::Part, "{}", strategy.id);
            if let Some((from, to)) = strategy.from.zip(strategy.to) {
                let period = crate::units::Period { from, to };
                assert!(period.from < period.to, "{}", strategy.id);
                let past = period.to < strategies().checked_on;
                assert!(!past || strategy.state != State::InForce, "{}", strategy.id);
            }
        }
    }

    #[test]
    fn the_lisbon_strategy_is_over() {
        let lisbon = strategies().titled("strategia lizbońska").expect("slide 10 cites it");
        assert_eq!((lisbon.id.as_str(), lisbon.state), ("eu-lisbon", State::Expired));
    }
}
