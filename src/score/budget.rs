//! Looks for what speaks for a criterion: money and the call's limits. In: a `Check`. Out: `Seen`.

use super::seen::{Seen, State, each};
use crate::facts::Facts;
use crate::profile::{Check, Profile};
use crate::units::{Count, Money};

pub(super) fn look(check: Check, facts: &Facts, profile: &Profile) -> Seen {
    let (root, numbers) = (facts.root(), &profile.numbers);
    let budget = &facts.application.budget;
    let money = State::of(&budget.total).or(State::of(&budget.lines));
    let lines = root.budget().lines();
    match check {
        Check::LineAction => each(check, &facts.lines, lines, |line| {
            let managed = line.management.copied() == Some(true);
            (line.action(), State::of(&line.action).or(managed).and(State::of(&line.partner)))
        }),
        Check::LineCalculation => each(check, &facts.lines, lines, |line| {
            let counted = State::of(&line.quantity).and(State::of(&line.unit_price));
            (line.calculation(), State::of(&line.calculation).or(counted))
        }),
        // Where the call names no border, a line without a source may be a small one.
        Check::LineEstimate => {
            let border = numbers.estimate_from.as_ref().map(|stated| stated.value);
            let large = facts.lines.iter().filter(|line| {
                border.is_none_or(|border| Facts::amount(line).is_some_and(|amount| amount >= border))
            });
            each(check, large, lines, |line| {
                let state = State::of(&line.estimate);
                (line.estimate(), if border.is_none() { state.min(State::Unsure) } else { state })
            })
        }
        Check::BudgetSum => Seen::one(check, root.budget().total(), adds_up(facts)),
        Check::GrantLimit => {
            let limit = numbers.grant_max.as_ref().map(|stated| stated.value);
            let within = facts.grant().zip(limit).map(|(grant, limit)| grant <= limit);
            Seen::one(check, root.budget().sources(), money.or(State::of(&budget.sources)).and(within))
        }
        Check::TotalLimit => {
            let (least, most) = (numbers.total_min.as_ref(), numbers.total_max.as_ref());
            let bounds = least.is_some() || most.is_some();
            let within = facts.project_total().filter(|_| bounds).map(|total| {
                least.is_none_or(|least| total >= least.value) && most.is_none_or(|most| total <= most.value)
            });
            Seen::one(check, root.budget().total(), money.and(within))
        }
        Check::ApplicantAllowed => match facts.leader() {
            Some(leader) => Seen::one(check, leader.place.clone(), profile.allows_applicant(facts)),
            None => Seen::one(check, root.partners(), false),
        },
        Check::PartnersAllowed => {
            let state = State::of(&facts.application.partners).and(profile.allows_partners(facts));
            Seen::one(check, root.partners(), state)
        }
        Check::AreaAllowed => {
            let state = State::of(&facts.application.area.teryt).and(profile.covers(facts));
            Seen::one(check, root.area().teryt(), state)
        }
        Check::FundingSplit => {
            let payers = profile.payers(facts);
            let fits = payers.iter().filter_map(|payer| Some(payer.share <= payer.most?));
            let fits = fits.reduce(|one, other| one && other);
            Seen::one(check, root.budget().sources(), State::of(&budget.sources).and(fits))
        }
        Check::Duration => {
            let limit = numbers.project_period_max_months.as_ref().map(|stated| stated.value);
            let months = facts.project_period().and_then(|period| u64::try_from(period.months()).ok());
            let within = months.zip(limit).map(|(months, limit)| Count::new(months) <= limit);
            let schedule = &facts.application.schedule;
            let given = State::of(&schedule.from).and(State::of(&schedule.to));
            Seen::one(check, root.schedule().to(), given.and(within))
        }
        Check::OwnContribution => {
            let least = numbers.own_contribution_min.as_ref().map(|stated| stated.value);
            let enough = facts.own_share().zip(least).map(|(share, least)| share >= least);
            Seen::one(check, root.budget().own(), money.and(enough))
        }
        // The other modules look for all other checks; a test runs every one of them.
        _ => Seen::none(check),
    }
}

/// Tells whether the declared total is the sum of the lines, with indirect costs where they are declared
/// beside them.
fn adds_up(facts: &Facts) -> State {
    let totals = facts.totals();
    let budget = &facts.application.budget;
    let with = |indirect: Money| totals.lines.checked_add(indirect);
    let indirect = budget.indirect.copied().and_then(with);
    let sum_is = |total: Money| total == totals.lines || Some(total) == indirect;
    let known = !totals.is_partial && !budget.indirect.is_unreadable();
    let same = budget.total.copied().filter(|_| known).map(sum_is);
    State::of(&budget.total).and(State::of(&budget.lines)).and(same)
}
