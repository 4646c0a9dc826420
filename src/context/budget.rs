//! Money. Out: `Budget`, with its sums.

use schemars::JsonSchema;
use serde::Serialize;

use super::partner_money::PartnerMoney;
use super::voice::Voice;
use super::{Exact, Named};
use crate::described::At;
use crate::facts::Placed;
use crate::model::{self};
use crate::units::{Money, Number, Share};

/// What the project costs and who pays.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Budget {
    /// The total: as declared, else the sum of the lines.
    pub total: Option<Exact<Money>>,
    /// The grant asked for: as the sources say, else the total without the own contribution.
    pub grant: Option<Exact<Money>>,
    /// The own contribution: as declared, else by the sources, else by the lines.
    pub own: Option<Exact<Money>>,
    /// Its share of the total in percent.
    pub own_share: Option<Exact<Share>>,
    /// In what form it is given, as Markdown.
    pub own_form: Option<String>,
    /// The rate of indirect costs in percent.
    pub indirect_rate: Option<Exact<Share>>,
    /// Indirect costs.
    pub indirect: Option<Exact<Money>>,
    /// The code of how the project is settled.
    pub settlement_code: Option<String>,
    /// How the project is settled.
    pub settlement: Option<String>,
    /// Why spending is needed, as Markdown.
    pub justification: Option<String>,
    /// The lines.
    pub lines: Vec<Line>,
    /// The sum of the lines.
    pub lines_total: Option<Exact<Money>>,
    /// Who pays.
    pub sources: Vec<Source>,
    /// The sum of the sources.
    pub sources_total: Option<Exact<Money>>,
    /// Money by action.
    pub by_action: Vec<Amount>,
    /// Money by partner.
    pub by_partner: Vec<Amount>,
    /// Money by partner, with its own contribution and its part of the grant.
    pub parties: Vec<PartnerMoney>,
    /// The own contribution on the lines; none without.
    pub lines_own: Option<Exact<Money>>,
    /// The lines without the own contribution on them; none without lines, and where the own
    /// contribution stands elsewhere.
    pub lines_grant: Option<Exact<Money>>,
    /// The part of the grant that pays indirect costs; none without indirect costs.
    pub indirect_grant: Option<Exact<Money>>,
    /// The partners without money in the lines, associates apart; empty without lines.
    pub unpaid: Vec<Named>,
    /// Money by year: as the lines say, else as declared.
    pub by_year: Vec<Amount>,
    /// The sum of the years.
    pub years_total: Option<Exact<Money>>,
}

/// A line of the budget.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// The action it pays.
    pub action: Option<Named>,
    /// The partner that spends it.
    pub partner: Option<Named>,
    /// The label of its category.
    pub category: Option<String>,
    /// What is bought.
    pub text: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// How many units.
    pub quantity: Option<Exact<Number>>,
    /// What a unit costs.
    pub unit_price: Option<Exact<Money>>,
    /// How the amount comes about.
    pub calculation: Option<String>,
    /// The amount.
    pub amount: Option<Exact<Money>>,
    /// Whether it stands under cross-financing.
    pub is_cross_financing: bool,
    /// The year.
    pub year: Option<u64>,
    /// Where the price comes from.
    pub estimate: Option<String>,
    /// Why it is needed, as Markdown.
    pub justification: Option<String>,
}

/// Money from one source.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Source {
    /// The label of its kind.
    pub kind: Option<String>,
    /// The partner that gives it.
    pub partner: Option<Named>,
    /// How much.
    pub amount: Option<Exact<Money>>,
    /// Its share of all sources in percent.
    pub share: Option<Exact<Share>>,
}

/// A sum of money.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Amount {
    /// The id of what it is for; the year for a year.
    pub id: String,
    /// What it is for.
    pub title: String,
    /// How much.
    pub amount: Exact<Money>,
    /// Its share of the lines in percent.
    pub share: Option<Exact<Share>>,
}

impl Budget {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let facts = voice.facts;
        let budget = facts.root().budget();
        let totals = facts.totals();
        let sum = |id: &str, title: String, money: Money| Amount {
            id: id.to_owned(),
            title,
            amount: Exact(money),
            share: Share::of(money, totals.lines).map(Exact),
        };
        let named = |id: &str, money: Money| voice.named(id).map(|named| sum(id, named.title, money));
        let years = years(voice, &totals.by_year);
        let years_total: Money = years.iter().map(|(_, money)| *money).sum();
        let settlement = budget.settlement.get().map(|way| way.code());
        let grant = facts.grant();
        let is_split = !facts.lines.is_empty() && facts.is_own_on_lines();
        let lines_grant = is_split.then(|| totals.lines - totals.own_on_lines);
        let to_indirect = grant.zip(lines_grant).map(|(grant, lines)| grant - lines);
        let to_indirect = to_indirect.filter(|rest| *rest > Money::ZERO && budget.indirect.is_given());
        Self {
            total: facts.project_total().map(Exact),
            own: facts.own().map(Exact),
            own_share: facts.own_share().map(Exact),
            own_form: voice.prose(budget.own().form()),
            indirect_rate: budget.indirect_rate.copied().map(Exact),
            indirect: budget.indirect.copied().map(Exact),
            settlement_code: settlement.map(str::to_owned),
            settlement: settlement.map(|code| voice.label("settlements", code)),
            justification: voice.prose(budget.justification()),
            lines: facts.lines.iter().map(|line| Line::one(voice, line)).collect(),
            lines_total: (!facts.lines.is_empty()).then_some(Exact(totals.lines)),
            sources: sources(voice, totals.sources),
            sources_total: (totals.sources > Money::ZERO).then_some(Exact(totals.sources)),
            by_action: totals.by_action.iter().filter_map(|(id, money)| named(id, *money)).collect(),
            by_partner: totals.by_partner.iter().filter_map(|(id, money)| named(id, *money)).collect(),
            parties: PartnerMoney::all(voice),
            lines_own: (totals.own_on_lines > Money::ZERO).then_some(Exact(totals.own_on_lines)),
            lines_grant: lines_grant.map(Exact),
            grant: grant.map(Exact),
            indirect_grant: to_indirect.map(Exact),
            unpaid: PartnerMoney::without(voice),
            by_year: years
                .iter()
                .map(|(year, money)| Amount {
                    id: year.to_string(),
                    title: year.to_string(),
                    amount: Exact(*money),
                    share: Share::of(*money, years_total).map(Exact),
                })
                .collect(),
            years_total: (!years.is_empty()).then_some(Exact(years_total)),
        }
    }
}

/// Returns what is spent by year: as the lines say, else as declared.
fn years(voice: &Voice<'_, '_>, by_lines: &[(u64, Money)]) -> Vec<(u64, Money)> {
    if !by_lines.is_empty() {
        return by_lines.to_vec();
    }
    let declared = voice.facts.application.budget.years.iter();
    let mut years: Vec<(u64, Money)> =
        declared.filter_map(|entry| Some((entry.year.get()?.get(), entry.amount.copied()?))).collect();
    years.sort_unstable();
    years
}

fn sources(voice: &Voice<'_, '_>, whole: Money) -> Vec<Source> {
    let source = |source: At<'_, model::Funding>| Source {
        kind: source.kind.get().map(|kind| voice.label("funding_sources", kind.as_str())),
        partner: voice.named_by(&source.partner),
        amount: source.amount.copied().map(Exact),
        share: source.amount.copied().and_then(|amount| Share::of(amount, whole)).map(Exact),
    };
    voice.facts.root().budget().sources().each().map(source).collect()
}

impl Line {
    fn one(voice: &Voice<'_, '_>, line: &Placed<'_, model::BudgetLine>) -> Self {
        Self {
            id: line.id.to_owned(),
            action: voice.named_by(&line.action),
            partner: voice.named_by(&line.partner),
            category: line.category.get().map(|code| voice.label("budget_categories", code.as_str())),
            text: voice.text(line.text()),
            unit: voice.text(line.unit()),
            quantity: line.quantity.copied().map(Exact),
            unit_price: line.unit_price.copied().map(Exact),
            calculation: voice.text(line.calculation()),
            amount: line.amount.copied().map(Exact),
            is_cross_financing: line.cross_financing.copied().unwrap_or_default(),
            year: line.year.get().map(|count| count.get()),
            estimate: voice.text(line.estimate()),
            justification: voice.prose(line.justification()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::context::{Context, Mode};
    use crate::facts::Facts;
    use crate::lang::Lang;
    use crate::model::Application;

    #[test]
    fn money_is_printed_as_the_rules_count_it() {
        for (budget, own, grant) in [
            ("lines: [{id: B1, amount: 100, own: 20}]", "20.00", "80.00"),
            ("sources: [{kind: grant, amount: 70}, {kind: other, amount: 30}]", "", "70.00"),
        ] {
            let text = format!("budget: {{total: 100, {budget}}}");
            let application: Application = serde_yaml::from_str(&text).expect("an application");
            let facts = Facts::of(&application);
            let (context, _) = Context::of(&facts, Lang::En, Mode::Final);
            let said = [context.budget.own, context.budget.grant].map(|sum| sum.map(|sum| sum.to_string()));
            assert_eq!(said.map(Option::unwrap_or_default), [own, grant], "{budget}");
        }
    }
}
