//! Who is in the partnership. Out: `Partner` and what belongs to one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date, Krs, Money, Nip, Pkd, Regon};

/// A partner: its identity, its role, what it brings and gains, how it was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Partner {
    /// Its id, `P1`.
    pub id: Field<Id>,
    /// Its full name.
    pub name: Field<Text>,
    /// A short name.
    pub short: Field<Text>,
    /// The forms that running text needs.
    pub cases: Cases,
    /// What kind of body it is.
    pub kind: Field<PartnerKind>,
    /// What kind, in words, for `other`.
    pub kind_label: Field<Text>,
    /// Its sector; stated, never guessed from the kind.
    pub sector: Field<Sector>,
    /// Leader, partner or associate.
    pub status: Field<PartnerStatus>,
    /// Whether it founded the partnership.
    pub founding: Field<bool>,
    /// When it joined.
    pub joined: Field<Date>,
    /// Its legal form.
    pub legal_form: Field<Text>,
    /// Its numbers in public registers.
    pub registers: Registers,
    /// Its address.
    pub address: Field<Text>,
    /// How to reach it.
    pub contact: Field<Text>,
    /// Who acts for it.
    pub representatives: List<Representative>,
    /// Whether its representatives sign together.
    pub joint_representation: Field<bool>,
    /// What it does in the partnership.
    pub role: Field<Prose>,
    /// Its role in a version for forms with tight limits.
    pub role_short: Field<Prose>,
    /// What the others expect of it.
    pub expectations: Field<Prose>,
    /// Why this partner.
    pub why: Field<Prose>,
    /// What it has done before.
    pub experience: Field<Prose>,
    /// Its people for the work.
    pub team: List<Competence>,
    /// What it brings.
    pub brings: List<Contribution>,
    /// What it gains.
    pub gains: List<Text>,
    /// The target groups it speaks for.
    pub represents: List<Id>,
    /// Its votes; one when left out.
    pub votes: Field<Count>,
    /// How it was chosen, in words.
    pub selection: Field<Prose>,
    /// The open call by which it was chosen (art. 39(2) of the act of 28 April 2022).
    pub open_call: OpenCall,
    /// The day it was chosen.
    pub selected: Field<Date>,
    /// Whether it is a contracting authority under the public procurement law; a public body is when left out.
    pub contracting_authority: Field<bool>,
    /// Whether its seat is abroad.
    pub foreign: Field<bool>,
    /// Whether it has declared that it is not excluded from funding.
    pub exclusion_declared: Field<bool>,
    /// Partners it is a related undertaking of (annex I to regulation 651/2014).
    pub related_to: List<Id>,
    /// Its own main activity by the Polish Classification of Activities; the project's stands in `meta`.
    pub pkd: Field<Pkd>,
    /// Its status for VAT.
    pub vat: Field<Text>,
    /// Its yearly turnover.
    pub turnover: Field<Money>,
    /// Marks an invented body.
    pub fictional: Field<bool>,
}

/// The three sectors (slide 16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// Administration, schools, offices.
    #[serde(alias = "publiczny")]
    Public,
    /// Firms and their bodies.
    #[serde(alias = "biznes", alias = "prywatny")]
    Business,
    /// Civil society.
    #[serde(alias = "społeczny")]
    Social,
}

/// How close a partner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartnerStatus {
    /// Leads.
    #[serde(alias = "lider")]
    Leader,
    /// Shares in the work.
    Partner,
    /// Supports from outside.
    #[serde(alias = "wspierający")]
    Associate,
}

/// Numbers in public registers, with their zeros.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Registers {
    /// The tax number.
    pub nip: Field<Nip>,
    /// The statistical number.
    pub regon: Field<Regon>,
    /// The court register's number.
    pub krs: Field<Krs>,
}

/// Who acts for a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Representative {
    /// Their name; personal data.
    pub name: Field<String>,
    /// Their function.
    pub function: Field<Text>,
    /// The basis of representation: register entry, resolution, power of attorney.
    pub mandate: Field<Text>,
    /// Whether they sign.
    pub signs: Field<bool>,
}

/// A function and what the person can do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Competence {
    /// The function.
    pub function: Field<Text>,
    /// What the person can do.
    pub competence: Field<Text>,
}

/// What a partner brings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Contribution {
    /// The kind of resource.
    pub resource: Field<Resource>,
    /// What it is.
    pub text: Field<Text>,
    /// What it is worth.
    pub value: Field<Money>,
}

/// An open call for partners.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OpenCall {
    /// The notice.
    pub url: Field<String>,
    /// The day of the notice.
    pub published: Field<Date>,
    /// The last day to come forward.
    pub deadline: Field<Date>,
    /// What the choice weighed.
    pub criteria: List<Text>,
    /// Where the result was published.
    pub results_url: Field<String>,
    /// When the result was published.
    pub results_on: Field<Date>,
    /// Why no open call was needed: special or exclusive rights (art. 39(3)).
    pub exception: Field<Text>,
}
