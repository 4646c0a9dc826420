//! What the deck, the law and the programmes enumerate, with codes, Polish and English words and
//! sources. In: nothing. Out: lists, strategies, regions, indicators and laws of the YAML files beside this
//! one, each read when it is first asked for.

mod acts;
mod changes;
mod clauses;
mod indicators;
mod lists;
mod phrase;
mod print;
mod regions;
mod spoken;
mod strategies;

pub use acts::{Act, Acts};
pub use changes::{Change, Changes};
pub use clauses::{Clause, ClauseSet, clause_set, clause_sets};
pub use indicators::{Indicator, IndicatorKind, Indicators, Origin, Split, Unit};
pub use lists::{Label, List, Lists, Term};
pub use print::{changes_text, list_json, list_text, names, overview, overview_json, slide_json, slide_text};
pub use regions::{Goals, Programme, Region, RegionalStrategy, Regions};
pub use spoken::Meant;
pub use strategies::{State, Strategies, Strategy, StrategyKind, StrategyLevel};

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::words::shipped;

/// How far an entry can be relied on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// Looked for and not found.
    Open,
    /// Expert memory, not verified.
    #[default]
    Memory,
    /// Part of it was read in a source.
    Part,
    /// Read in the source named.
    Seen,
}

impl Trust {
    /// Returns the word used in YAML and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Memory => "memory",
            Self::Part => "part",
            Self::Seen => "seen",
        }
    }
}

/// Returns the lists of the deck's 33 slides, 24 of them.
pub fn deck() -> &'static Lists {
    static DECK: LazyLock<Lists> = LazyLock::new(|| {
        let lists: Lists = shipped!("catalogue/deck.yaml");
        lists.with_points("principles", "principle_points")
    });
    &DECK
}

/// Returns the closed lists that the deck does not give: law, forms, and our own.
pub fn further() -> &'static Lists {
    static FURTHER: LazyLock<Lists> = LazyLock::new(|| shipped!("catalogue/further.yaml"));
    &FURTHER
}

/// Returns a list by its name, of the deck or further; `None` for an unknown name.
pub fn list(name: &str) -> Option<&'static List> {
    static BY_NAME: LazyLock<HashMap<&str, &List>> = LazyLock::new(|| {
        let lists = further().lists().iter().chain(deck().lists());
        lists.map(|list| (list.name.as_str(), list)).collect()
    });
    BY_NAME.get(name).copied()
}

/// Returns the strategic documents that applications cite.
pub fn strategies() -> &'static Strategies {
    static STRATEGIES: LazyLock<Strategies> = LazyLock::new(|| shipped!("catalogue/strategies.yaml"));
    &STRATEGIES
}

/// Returns the laws that texts still cite although others stand in their place.
pub fn acts() -> &'static Acts {
    static ACTS: LazyLock<Acts> = LazyLock::new(|| shipped!("catalogue/acts.yaml"));
    &ACTS
}

/// Returns what changed in law, by day.
pub fn changes() -> &'static Changes {
    static CHANGES: LazyLock<Changes> = LazyLock::new(|| shipped!("catalogue/changes.yaml"));
    &CHANGES
}

/// Returns the sixteen voivodeships with programme and strategy.
pub fn regions() -> &'static Regions {
    static REGIONS: LazyLock<Regions> = LazyLock::new(|| shipped!("catalogue/regions.yaml"));
    &REGIONS
}

/// Returns the ESF+ common indicators and some that calls add.
pub fn indicators() -> &'static Indicators {
    static INDICATORS: LazyLock<Indicators> = LazyLock::new(|| shipped!("catalogue/indicators.yaml"));
    &INDICATORS
}
