//! Sums: money, people, votes. In: `Facts`. Out: `Totals`.

use super::Facts;
use crate::model::*;
use crate::units::{Count, Money, Share};

/// What adds up in an application. Sums take what could be read; where [`Totals::is_partial`] says so,
/// something is missing from them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals<'app> {
    /// All budget lines.
    pub lines: Money,
    /// Budget lines by action, in the order of the actions; actions without money are left out.
    pub by_action: Vec<(&'app str, Money)>,
    /// Budget lines by partner, in the order of the partners; partners without money are left out.
    pub by_partner: Vec<(&'app str, Money)>,
    /// Budget lines by year, the earliest first; lines without a year are left out.
    pub by_year: Vec<(u64, Money)>,
    /// All sources of money.
    pub sources: Money,
    /// Sources of money by kind, in the order of their first mention.
    pub by_source: Vec<(&'app str, Money)>,
    /// The own contribution on budget lines.
    pub own_on_lines: Money,
    /// The own contribution among the sources, in cash and in kind.
    pub own_in_sources: Money,
    /// People in all target groups, added up even where groups overlap.
    pub people: People,
    /// Whether an amount, or a whole entry, could not be read.
    pub is_partial: bool,
}

/// A number of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// All.
    pub total: u64,
    /// Women.
    pub women: u64,
    /// Men.
    pub men: u64,
}

impl<'app> Facts<'app> {
    /// Adds up money and people.
    pub fn totals(&self) -> Totals<'app> {
        let budget = &self.application.budget;
        let sum =
            |lines: &mut dyn Iterator<Item = &BudgetLine>| lines.filter_map(Self::amount).sum::<Money>();
        let by_action = self.actions.iter().filter(|action| self.lines_of(action.id).next().is_some());
        let by_partner = self.partners.iter().filter(|partner| self.lines_with(partner.id).next().is_some());
        let mut totals = Totals {
            lines: sum(&mut budget.lines.iter()),
            by_action: by_action
                .map(|action| (action.id, sum(&mut self.lines_of(action.id).map(|line| line.entry))))
                .collect(),
            by_partner: by_partner
                .map(|partner| (partner.id, sum(&mut self.lines_with(partner.id).map(|line| line.entry))))
                .collect(),
            own_on_lines: budget.lines.iter().filter_map(|line| line.own.copied()).sum(),
            people: self.people(),
            is_partial: budget.lines.is_damaged()
                || budget.sources.is_damaged()
                || self.lines.iter().any(|line| Self::amount(line).is_none())
                || budget.sources.iter().any(|source| !source.amount.is_given()),
            ..Totals::default()
        };
        for line in budget.lines.iter() {
            if let (Some(year), Some(amount)) = (line.year.copied(), Self::amount(line)) {
                add(&mut totals.by_year, year.get(), amount);
            }
        }
        totals.by_year.sort_unstable();
        for source in budget.sources.iter() {
            let Some(amount) = source.amount.copied() else { continue };
            totals.sources = totals.sources + amount;
            let kind = source.kind.get().map_or("", FundingSource::as_str);
            add(&mut totals.by_source, kind, amount);
            if is_own(source) {
                totals.own_in_sources = totals.own_in_sources + amount;
            }
        }
        totals
    }

    /// Tells whether the lines say all of the own contribution, so that the rest of each is grant.
    pub fn is_own_on_lines(&self) -> bool {
        let totals = self.totals();
        self.own().unwrap_or_default() == totals.own_on_lines && !totals.is_partial
    }

    /// Adds up the people of all target groups; entities are none.
    fn people(&self) -> People {
        let add = |sum: u64, count: &Field<Count>| sum.saturating_add(count.copied().map_or(0, Count::get));
        let of_people = self.groups.iter().filter(|group| group.is_of_people());
        of_people.fold(People::default(), |sum, group| People {
            total: add(sum.total, &group.size.total),
            women: add(sum.women, &group.size.women),
            men: add(sum.men, &group.size.men),
        })
    }

    /// Returns the total of the project: as declared, else the sum of the lines where all were read.
    pub fn project_total(&self) -> Option<Money> {
        let totals = || Some(self.totals()).filter(|totals| !totals.is_partial && !self.lines.is_empty());
        match &self.application.budget.total {
            Field::Given(total) => Some(*total),
            Field::Missing => totals().map(|totals| totals.lines),
            Field::Unreadable => None,
        }
    }

    /// Returns what the project spends in its dearest year: by its lines where each has a year, else the total
    /// spread over its months, a whole year at least. `None` where that cannot be told.
    pub fn yearly_spending(&self) -> Option<Money> {
        const MONTHS: i128 = 12;
        let totals = self.totals();
        let by_year = !totals.is_partial && self.lines.iter().all(|line| line.year.is_given());
        let dearest = totals.by_year.iter().map(|(_, spending)| *spending).max().filter(|_| by_year);
        dearest.or_else(|| {
            let months = i128::from(self.project_period()?.months()).max(MONTHS);
            let total = i128::from(self.project_total()?.grosze());
            i64::try_from(total * MONTHS / months).ok().map(Money::from_grosze)
        })
    }

    /// Returns the own contribution of a partner: as its lines say, else as the sources that name it; `None` for one
    /// without.
    pub fn own_of(&self, partner: &str) -> Option<Money> {
        let on_lines: Money = self.lines_with(partner).filter_map(|line| line.own.copied()).sum();
        let sources = self.application.budget.sources.iter();
        let given = sources
            .filter(|source| is_own(source) && source.partner.get().is_some_and(|id| id.as_str() == partner));
        let of_sources: Money = given.filter_map(|source| source.amount.copied()).sum();
        [on_lines, of_sources].into_iter().find(|own| *own > Money::ZERO)
    }

    /// Returns the own contribution: as declared, else by the sources, else by the lines; `None` where
    /// nothing says of any.
    pub fn own(&self) -> Option<Money> {
        let totals = self.totals();
        let found = [totals.own_in_sources, totals.own_on_lines];
        let known = found.into_iter().find(|own| *own > Money::ZERO);
        self.application.budget.own.total.copied().or(known)
    }

    /// Returns the share of the own contribution in the whole, where that is known.
    pub fn own_share(&self) -> Option<Share> {
        Share::of(self.own().unwrap_or_default(), self.project_total()?)
    }

    /// Returns the grant asked for: as the sources say, else the total without the own contribution; `None`
    /// where an amount that it is made of could not be read.
    pub fn grant(&self) -> Option<Money> {
        let budget = &self.application.budget;
        let is_grant = |source: &&Funding| is_grant(source);
        if budget.sources.iter().any(|source| is_grant(&source)) {
            let whole = !budget.sources.is_damaged()
                && budget.sources.iter().filter(is_grant).all(|source| source.amount.is_given());
            let amounts = budget.sources.iter().filter(is_grant).filter_map(|source| source.amount.copied());
            return whole.then(|| amounts.sum());
        }
        Some(self.project_total()? - self.own().unwrap_or_default())
    }

    /// Returns the partners of a sector.
    pub fn partners_in(&self, sector: Sector) -> impl Iterator<Item = &super::Placed<'app, Partner>> {
        self.partners.iter().filter(move |partner| partner.sector.get() == Some(&sector))
    }

    /// Returns the votes that a member has in a body: as the body says, else as the partner says, else one.
    pub fn votes(&self, body: &Body, member: &Id) -> u64 {
        let own = || self.partner(member.as_str()).and_then(|partner| partner.votes.copied());
        body.votes.get(member).copied().or_else(own).map_or(1, Count::get)
    }
}

/// Tells whether money is part of the grant: undivided, of the European funds or of the state budget.
pub fn is_grant(source: &Funding) -> bool {
    let kind = source.kind.get().map(FundingSource::as_str);
    matches!(kind, Some("grant" | "grant_eu" | "grant_state"))
}

/// Tells whether money is a partner's own.
fn is_own(source: &Funding) -> bool {
    matches!(source.kind.get().map(FundingSource::as_str), Some("own_cash" | "own_in_kind"))
}

fn add<K: PartialEq>(sums: &mut Vec<(K, Money)>, key: K, amount: Money) {
    match sums.iter_mut().find(|(known, _)| *known == key) {
        Some((_, sum)) => *sum = *sum + amount,
        None => sums.push((key, amount)),
    }
}
