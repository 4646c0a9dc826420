//! The papers the partners sign. Out: `Pact`, `Agreement`, `Annex`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date};

/// The Local Employment Pact: an accord, no legal person and no contract on money.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Pact {
    /// Its title.
    pub title: Field<Text>,
    /// Its scale.
    pub scale: Field<Scale>,
    /// Why the scale differs from the area's level.
    pub scale_note: Field<Prose>,
    /// Common concern, context, values.
    pub preamble: Field<Prose>,
    /// What the partners publicly commit themselves to.
    pub declaration: Field<Prose>,
    /// European and national documents it stands under.
    pub policy_context: List<Id>,
    /// How long it holds.
    pub validity: Dates,
    /// Where it is signed.
    pub place: Field<Text>,
    /// When it is signed.
    pub date: Field<Date>,
    /// How many copies.
    pub copies: Field<Count>,
    /// Other pacts and strategies it belongs to.
    pub related: List<RelatedPact>,
    /// How it is changed.
    pub amendment: Field<Prose>,
    /// Which language version counts.
    pub language: Field<Text>,
}

/// Another pact or strategy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RelatedPact {
    /// Its name.
    pub name: Field<Text>,
    /// How the two belong together.
    pub relation: Field<Text>,
}

/// The partnership agreement of one project: a contract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Agreement {
    /// The lead partner.
    pub lead: Field<Id>,
    /// The law it stands on.
    pub legal_basis: Field<Text>,
    /// The day it was signed.
    pub date: Field<Date>,
    /// Where it is signed.
    pub place: Field<Text>,
    /// How many copies.
    pub copies: Field<Count>,
    /// Its clauses, by element.
    pub clauses: Map<AgreementElement, Prose>,
    /// The papers that belong to it.
    pub annexes: List<Text>,
}

/// A paper that goes with the application.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Annex {
    /// Its id, `X1`.
    pub id: Field<Id>,
    /// What kind.
    pub kind: Field<AnnexKind>,
    /// Its title.
    pub title: Field<Text>,
    /// The partners that sign it.
    pub signers: List<Id>,
    /// Its file.
    pub file: Field<String>,
}
