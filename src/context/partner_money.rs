//! What a partner has of the budget. Out: `PartnerMoney`.

use super::shown::shown;
use super::voice::Voice;
use super::{Exact, Named};
use crate::facts::{Facts, Placed};
use crate::model::{self, BudgetLine};
use crate::units::{Money, Share};

shown! {
    /// A partner's part of the budget's lines.
    PartnerMoney {
        /// The partner.
        partner: Named;
        /// What it spends.
        total: Exact<Money>;
        /// How much of it is own contribution; none without.
        own: Option<Exact<Money>>;
        /// How much of it is passed on to the partner from the grant; none where the lines do not say which
        /// of them the own contribution pays.
        grant: Option<Exact<Money>>;
        /// Its share of the lines in percent.
        share: Option<Exact<Share>>;
        /// What it spends year by year, in the years of the budget; empty where lines name no years.
        years: Vec<Exact<Money>>;
    }
}

impl PartnerMoney {
    /// Returns the part of each partner that spends, in the order of the partners.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        voice.facts.partners.iter().filter_map(|partner| Self::of(voice, partner.id)).collect()
    }

    /// Returns the parties without lines and without a contribution, of their own or of a unit; none where there are no
    /// lines at all.
    pub(super) fn without(voice: &Voice<'_, '_>) -> Vec<Named> {
        let facts = voice.facts;
        let is_paid = |member: &&Placed<'_, model::Partner>| {
            facts.lines_with(member.id).next().is_some() || facts.own_of(member.id).is_some()
        };
        let unpaid = facts.parties().into_iter().filter(|_| !facts.lines.is_empty());
        let unpaid = unpaid.filter(|party| !party.iter().any(is_paid));
        voice.all_called(unpaid.filter_map(|party| party.first().copied()))
    }

    /// Returns a partner's part; `None` for one without lines.
    pub(super) fn of(voice: &Voice<'_, '_>, id: &str) -> Option<Self> {
        let (facts, sums) = (voice.facts, voice.sums());
        let totals = &sums.totals;
        let total = sums.of_partner(id)?;
        let lines = || facts.lines_with(id).map(|line| line.entry);
        let own: Money = lines().filter_map(|line| line.own.copied()).sum();
        let in_year = |year: u64| -> Money {
            let of_year = |line: &&BudgetLine| line.year.copied().is_some_and(|own| own.get() == year);
            lines().filter(of_year).filter_map(Facts::amount).sum()
        };
        Some(Self {
            partner: voice.named(id)?,
            total: Exact(total),
            own: (own > Money::ZERO).then_some(Exact(own)),
            grant: sums.own_on_lines.then(|| Exact(total - own)),
            share: Share::of(total, totals.lines).map(Exact),
            years: totals.by_year.iter().map(|(year, _)| Exact(in_year(*year))).collect(),
        })
    }
}
