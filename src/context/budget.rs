//! Money. Out: `Budget`, with its sums.

use super::partner_money::PartnerMoney;
use super::shown::shown;
use super::voice::Voice;
use super::{Exact, Named};
use crate::model;
use crate::units::{Money, Number, Share};

shown! {
    /// What the project costs and who pays.
    Budget {
        /// The total: as declared, else the sum of the lines.
        total: Option<Exact<Money>>;
        /// The grant asked for: as the sources say, else the total without the own contribution.
        grant: Option<Exact<Money>>;
        /// The own contribution: as declared, else by the sources, else by the lines.
        own: Option<Exact<Money>>;
        /// Its share of the total in percent.
        own_share: Option<Exact<Share>>;
        /// In what form it is given, as Markdown.
        own_form: Option<String>;
        /// The rate of indirect costs in percent.
        indirect_rate: Option<Exact<Share>>;
        /// Indirect costs.
        indirect: Option<Exact<Money>>;
        /// The code of how the project is settled.
        settlement_code: Option<String>;
        /// How the project is settled.
        settlement: Option<String>;
        /// Why spending is needed, as Markdown.
        justification: Option<String>;
        /// The lines.
        lines: Vec<Line>;
        /// The sum of the lines.
        lines_total: Option<Exact<Money>>;
        /// Who pays.
        sources: Vec<Source>;
        /// The sum of the sources.
        sources_total: Option<Exact<Money>>;
        /// Money by action.
        by_action: Vec<Amount>;
        /// Money by partner.
        by_partner: Vec<Amount>;
        /// Money by partner, with its own contribution and its part of the grant.
        parties: Vec<PartnerMoney>;
        /// The own contribution on the lines; none without.
        lines_own: Option<Exact<Money>>;
        /// The lines without the own contribution on them; none without lines, and where the own
        /// contribution stands elsewhere.
        lines_grant: Option<Exact<Money>>;
        /// The part of the grant that pays indirect costs; none without indirect costs.
        indirect_grant: Option<Exact<Money>>;
        /// The partners without money in the lines, associates apart; empty without lines.
        unpaid: Vec<Named>;
        /// Money by year: as the lines say, else as declared.
        by_year: Vec<Amount>;
        /// The sum of the years.
        years_total: Option<Exact<Money>>;
    }

    /// A line of the budget.
    Line from (voice, line: model::BudgetLine) {
        /// Its id.
        id: String;
        /// The action it pays.
        action: Option<Named>;
        /// The partner that spends it.
        partner: Option<Named>;
        /// The label of its category.
        category: Option<String>;
        /// What is bought.
        text: Option<String>;
        /// The unit.
        unit: Option<String>;
        /// How many units.
        quantity: Option<Exact<Number>>;
        /// What a unit costs.
        unit_price: Option<Exact<Money>>;
        /// How the amount comes about.
        calculation: Option<String>;
        /// The amount.
        amount: Option<Exact<Money>>;
        /// Whether it stands under cross-financing.
        is_cross_financing: bool = voice.shown(line.cross_financing());
        /// The year.
        year: Option<u64>;
        /// Where the price comes from.
        estimate: Option<String>;
        /// Why it is needed, as Markdown.
        justification: Option<String>;
    }

    /// Money from one source.
    Source from (voice, source: model::Funding) {
        /// The label of its kind.
        kind: Option<String>;
        /// The partner that gives it.
        partner: Option<Named>;
        /// How much.
        amount: Option<Exact<Money>>;
        /// Its share of all sources in percent.
        share: Option<Exact<Share>> =
            source.amount.copied().and_then(|amount| Share::of(amount, voice.sums().totals.sources)).map(Exact);
    }

    /// A sum of money.
    Amount {
        /// The id of what it is for; the year for a year.
        id: String;
        /// What it is for.
        title: String;
        /// How much.
        amount: Exact<Money>;
        /// Its share of the lines in percent.
        share: Option<Exact<Share>>;
    }
}

impl Budget {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let facts = voice.facts;
        let budget = facts.root().budget();
        let totals = &voice.sums().totals;
        let sum = |id: &str, title: String, money: Money| Amount {
            id: id.to_owned(),
            title,
            amount: Exact(money),
            share: Share::of(money, totals.lines).map(Exact),
        };
        let named = |id: &str, money: Money| voice.named(id).map(|named| sum(id, named.title, money));
        let years = years(voice, &totals.by_year);
        let years_total: Money = years.iter().map(|(_, money)| *money).sum();
        let grant = facts.grant();
        let is_split = !facts.lines.is_empty() && voice.sums().own_on_lines;
        let lines_grant = is_split.then(|| totals.lines - totals.own_on_lines);
        let to_indirect = grant.zip(lines_grant).map(|(grant, lines)| grant - lines);
        let to_indirect = to_indirect.filter(|rest| *rest > Money::ZERO && budget.indirect.is_given());
        Self {
            total: facts.project_total().map(Exact),
            own: facts.own().map(Exact),
            own_share: facts.own_share().map(Exact),
            own_form: voice.shown(budget.own().form()),
            indirect_rate: voice.shown(budget.indirect_rate()),
            indirect: voice.shown(budget.indirect()),
            settlement_code: voice.code(budget.settlement()),
            settlement: voice.shown(budget.settlement()),
            justification: voice.shown(budget.justification()),
            lines: voice.all(&facts.lines),
            lines_total: (!facts.lines.is_empty()).then_some(Exact(totals.lines)),
            sources: voice.shown(budget.sources()),
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
