//! For how much. Out: `Budget`, `BudgetLine`, `Funding`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Money, Number, Share};

/// What the project costs and who pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Budget {
    /// The currency; PLN when left out.
    pub currency: Field<String>,
    /// Everything.
    pub total: Field<Money>,
    /// The lines.
    pub lines: List<BudgetLine>,
    /// Who pays.
    pub sources: List<Funding>,
    /// What is spent year by year, where the lines do not say so.
    pub years: List<YearAmount>,
    /// The own contribution.
    pub own: OwnContribution,
    /// The flat rate of indirect costs.
    pub indirect_rate: Field<Share>,
    /// Indirect costs.
    pub indirect: Field<Money>,
    /// How the project is settled.
    pub settlement: Field<Settlement>,
    /// Why spending is needed, in words.
    pub justification: Field<Prose>,
}

/// What is spent in a year, indirect costs with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct YearAmount {
    /// The year.
    pub year: Field<Count>,
    /// How much.
    pub amount: Field<Money>,
}

/// A line of the budget.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BudgetLine {
    /// Its id, `B1`.
    pub id: Field<Id>,
    /// The action it pays.
    pub action: Field<Id>,
    /// The partner that spends it.
    pub partner: Field<Id>,
    /// What kind of cost it is.
    pub category: Field<BudgetCategory>,
    /// What is bought.
    pub text: Field<Text>,
    /// The unit.
    pub unit: Field<Text>,
    /// How many units.
    pub quantity: Field<Number>,
    /// What a unit costs.
    pub unit_price: Field<Money>,
    /// How the amount comes about (`12 h × 100 zł`).
    pub calculation: Field<Text>,
    /// The amount.
    pub amount: Field<Money>,
    /// The year it is spent in.
    pub year: Field<Count>,
    /// How much of it is own contribution.
    pub own: Field<Money>,
    /// The form of that contribution.
    pub own_kind: Field<OwnKind>,
    /// Staff cost.
    pub staff: Field<bool>,
    /// A task given to somebody outside.
    pub outsourced: Field<bool>,
    /// Cross-financing.
    pub cross_financing: Field<bool>,
    /// A fixed asset.
    pub fixed_asset: Field<bool>,
    /// Management and not an action.
    pub management: Field<bool>,
    /// Who is paid, where that is a partner.
    pub supplier: Field<Id>,
    /// Where the price comes from.
    pub estimate: Field<Text>,
    /// Why it is needed.
    pub justification: Field<Prose>,
}

/// Money from one source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Funding {
    /// What kind.
    pub kind: Field<FundingSource>,
    /// The partner that gives it.
    pub partner: Field<Id>,
    /// How much.
    pub amount: Field<Money>,
}

/// The own contribution as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OwnContribution {
    /// All of it.
    pub total: Field<Money>,
    /// The part that is not money.
    pub in_kind: Field<Money>,
    /// In what form it is given.
    pub form: Field<Prose>,
}

/// The form of an own contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnKind {
    /// Money.
    #[serde(alias = "finansowy")]
    Cash,
    /// Things, rooms, work.
    #[serde(alias = "niepieniężny", alias = "rzeczowy")]
    InKind,
}

/// How a project is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// By what was spent.
    #[serde(alias = "koszty_rzeczywiste")]
    RealCosts,
    /// By what was delivered.
    #[serde(alias = "kwoty_ryczałtowe")]
    LumpSums,
    /// By units.
    #[serde(alias = "stawki_jednostkowe")]
    UnitCosts,
}
