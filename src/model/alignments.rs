//! How objectives and actions follow strategies. Out: `Alignment`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

/// A link from an objective or action to an objective of a strategy, with the argument for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Alignment {
    /// Its id, `L1`.
    pub id: Field<Id>,
    /// The objective or action.
    pub of: Field<Id>,
    /// The objective of a strategy.
    pub to: Field<Id>,
    /// How close the link is.
    pub strength: Field<Strength>,
    /// The needs and indicators that carry it.
    pub via: List<Id>,
    /// Why and how the one serves the other.
    pub argument: Field<Prose>,
    /// A version for forms with tight limits.
    pub short: Field<Prose>,
}

/// How close an alignment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// The objective is one of the strategy's own.
    #[serde(alias = "bezpośrednie")]
    Direct,
    /// It helps on the way.
    #[serde(alias = "pośrednie")]
    Indirect,
}
