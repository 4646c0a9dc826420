//! What a call asks for that no shipped list has: its own indicators, annexes, principles and points of the agreement.
//! In: a profile's `indicators:` and `own_terms:`. Out: `OwnIndicator`, `OwnTerm`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::{IndicatorKind, Label};

/// How the code of a call's own term begins, so that it is never taken for a slip of a shipped one.
pub const OWN: &str = crate::reading::OWN;

/// An indicator of the call's own list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnIndicator {
    /// Its code: `PLFCO02`.
    pub code: String,
    /// Its name, as the call gives it.
    pub name: Label,
    /// What is counted: `osoby`; empty where the call does not say.
    #[serde(default)]
    pub unit: Label,
    /// What it measures.
    #[serde(default)]
    pub kind: Option<IndicatorKind>,
    /// Whether every application has it, 0 allowed.
    #[serde(default)]
    pub required: bool,
}

/// A term that a call adds to a shipped list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnTerm {
    /// The list that it is added to.
    pub list: OwnList,
    /// Its code, which begins with `own_`.
    pub code: String,
    /// Its name for people.
    pub name: Label,
    /// Whether the application must have it.
    #[serde(default = "yes")]
    pub required: bool,
}

/// A list that a call may add terms to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnList {
    /// Points of the partnership agreement.
    AgreementElements,
    /// Annexes.
    AnnexKinds,
    /// Horizontal principles.
    HorizontalPrinciples,
}

fn yes() -> bool {
    true
}

impl OwnList {
    /// Returns the name of the list.
    pub fn name(self) -> &'static str {
        match self {
            Self::AgreementElements => "agreement_elements",
            Self::AnnexKinds => "annex_kinds",
            Self::HorizontalPrinciples => "horizontal_principles",
        }
    }
}
