//! Who watches, and what stays. Out: `Monitoring`, `Sustainability`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date};

/// Who watches progress, how often, and who is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Monitoring {
    /// The partner that watches.
    pub responsible: Field<Id>,
    /// How often, in months.
    pub every_months: Field<Count>,
    /// How, in words.
    pub text: Field<Prose>,
    /// Who is told by what channel.
    pub feedback: List<Feedback>,
    /// How often the public is told, in months.
    pub public_report_months: Field<Count>,
    /// The evaluation.
    pub evaluation: Evaluation,
}

/// A channel in one direction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Feedback {
    /// From whom to whom.
    pub direction: Field<FeedbackDirection>,
    /// By what channel.
    pub channel: Field<Text>,
}

/// From whom to whom news goes (slide 17: a two-way process).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackDirection {
    /// From the partnership to the community.
    #[serde(alias = "do_społeczności")]
    ToCommunity,
    /// From the community to the partnership.
    #[serde(alias = "od_społeczności")]
    FromCommunity,
    /// Between partners.
    #[serde(alias = "między_partnerami")]
    BetweenPartners,
}

/// An evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Evaluation {
    /// From within or from outside.
    pub kind: Field<EvaluationKind>,
    /// When.
    pub date: Field<Date>,
    /// What it asks.
    pub text: Field<Prose>,
}

/// Who evaluates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvaluationKind {
    /// The partners themselves.
    #[serde(alias = "wewnętrzna")]
    Internal,
    /// Somebody from outside.
    #[serde(alias = "zewnętrzna")]
    External,
}

/// What stays when the money ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Sustainability {
    /// How the partners end or hand over their work.
    pub exit_strategy: Field<Prose>,
    /// How they know that it is done.
    pub completion: List<Text>,
    /// The partners that agreed on it.
    pub agreed_by: List<Id>,
    /// What shows only after years.
    pub long_term_effects: List<LongTermEffect>,
    /// Who takes results over.
    pub heirs: List<Heir>,
}

/// An effect after years.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LongTermEffect {
    /// The year.
    pub year: Field<Count>,
    /// What it is.
    pub text: Field<Text>,
}

/// Who takes a result over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Heir {
    /// The objective whose result it is.
    pub result: Field<Id>,
    /// The partner that takes it over.
    pub partner: Field<Id>,
    /// How.
    pub how: Field<Text>,
}
