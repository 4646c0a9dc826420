//! What a partner has of the whole. Out: `PartnerTask`, `Seat`, `PartnerMoney`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::facts::{Facts, Placed, Totals};
use crate::model::{self, BudgetLine};
use crate::units::{Count, Money, Share};

/// An action that a partner leads or joins in.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct PartnerTask {
    /// The action's id.
    pub id: String,
    /// The action in one line.
    pub title: String,
    /// Whether the partner answers for it.
    pub leads: bool,
    /// Its days.
    pub days: Option<Days>,
}

/// A seat in a body of the partnership.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Seat {
    /// The body's id.
    pub id: String,
    /// The body's name.
    pub title: String,
    /// Whether the partner is in the chair.
    pub chairs: bool,
    /// The partner's votes.
    pub votes: u64,
    /// The votes of all members.
    pub votes_of_all: u64,
}

/// A partner's part of the budget's lines.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct PartnerMoney {
    /// The partner.
    pub partner: Named,
    /// What it spends.
    pub total: Exact<Money>,
    /// How much of it is own contribution; none without.
    pub own: Option<Exact<Money>>,
    /// How much of it is passed on to the partner from the grant; none where the lines do not say which
    /// of them the own contribution pays.
    pub grant: Option<Exact<Money>>,
    /// Its share of the lines in percent.
    pub share: Option<Exact<Share>>,
    /// What it spends year by year, in the years of the budget; empty where lines name no years.
    pub years: Vec<Exact<Money>>,
}

/// What adds up over all partners: added up once, looked at for each of them.
pub(super) struct Sums<'app> {
    totals: Totals<'app>,
    own_on_lines: bool,
}

impl<'app> Sums<'app> {
    /// Adds up the budget.
    pub(super) fn of(facts: &Facts<'app>) -> Self {
        Self { totals: facts.totals(), own_on_lines: facts.is_own_on_lines() }
    }

    /// Returns what a partner spends; `None` for one without lines.
    pub(super) fn of_partner(&self, id: &str) -> Option<Money> {
        self.totals.by_partner.iter().find(|(partner, _)| *partner == id).map(|(_, sum)| *sum)
    }
}

impl PartnerTask {
    /// Returns what a partner leads, then what it joins in.
    pub(super) fn of(voice: &Voice<'_, '_>, id: &str) -> Vec<Self> {
        let of_role = |leads: bool| {
            let found = voice.facts.actions.iter().filter(move |action| {
                let is_lead = action.lead.get().is_some_and(|lead| lead.as_str() == id);
                let joins = action.partners.iter().any(|partner| partner.as_str() == id);
                if leads { is_lead } else { joins && !is_lead }
            });
            found.filter_map(move |action| {
                let named = voice.named(action.id)?;
                let days = voice.span(&action.from, &action.to);
                Some(Self { id: named.id, title: named.title, leads, days })
            })
        };
        of_role(true).chain(of_role(false)).collect()
    }
}

impl Seat {
    /// Returns the seats of a partner, in the order of the bodies.
    pub(super) fn of(voice: &Voice<'_, '_>, id: &str) -> Vec<Self> {
        let seat = |body: &Placed<'_, model::Body>| {
            let member = body.members.iter().find(|member| member.as_str() == id)?;
            let title = voice.text(&body.name, &body.place, "name")?;
            let votes = |member: &model::Id| Count::new(voice.facts.votes(body.entry, member));
            Some(Self {
                id: body.id.to_owned(),
                title,
                chairs: body.chair.get().is_some_and(|chair| chair == member),
                votes: votes(member).get(),
                votes_of_all: body.members.iter().map(votes).sum::<Count>().get(),
            })
        };
        voice.facts.bodies.iter().filter_map(seat).collect()
    }
}

impl PartnerMoney {
    /// Returns the part of each partner that spends, in the order of the partners.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let sums = Sums::of(voice.facts);
        voice.facts.partners.iter().filter_map(|partner| Self::of(voice, &sums, partner.id)).collect()
    }

    /// Returns the partners without lines, associates apart; none where there are no lines at all.
    pub(super) fn without(voice: &Voice<'_, '_>) -> Vec<Named> {
        let facts = voice.facts;
        let is_unpaid = |partner: &&Placed<'_, model::Partner>| facts.lines_with(partner.id).next().is_none();
        let unpaid = facts.members().filter(|_| !facts.lines.is_empty()).filter(is_unpaid);
        unpaid.filter_map(|partner| voice.named(partner.id)).collect()
    }

    /// Returns a partner's part; `None` for one without lines.
    pub(super) fn of(voice: &Voice<'_, '_>, sums: &Sums<'_>, id: &str) -> Option<Self> {
        let facts = voice.facts;
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
