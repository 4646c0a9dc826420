//! Looks for what speaks for a criterion: money and the call's limits. In: a `Check`. Out: `Seen`.

use super::seen::{Seen, each};
use crate::facts::Facts;
use crate::profile::{Check, Profile};
use crate::units::{Count, Money};

pub(super) fn look(check: Check, facts: &Facts, profile: &Profile) -> Seen {
    let lines = || facts.lines.iter();
    let (root, numbers) = (facts.root(), &profile.numbers);
    match check {
        Check::LineAction => each(check, lines(), root.budget().lines(), |line| {
            (line.action(), {
                let paid = line.action.is_given() || line.management.copied() == Some(true);
                paid && line.partner.is_given()
            })
        }),
        Check::LineCalculation => each(check, lines(), root.budget().lines(), |line| {
            (
                line.calculation(),
                !line.calculation.is_blank() || (line.quantity.is_given() && line.unit_price.is_given()),
            )
        }),
        Check::LineEstimate => {
            let least = numbers.estimate_from.as_ref().map_or(Money::ZERO, |stated| stated.value);
            let large = lines().filter(|line| Facts::amount(line).is_some_and(|amount| amount >= least));
            each(check, large, root.budget().lines(), |line| (line.estimate(), !line.estimate.is_blank()))
        }
        Check::BudgetSum => Seen::one(check, root.budget().total(), adds_up(facts)),
        Check::GrantLimit => {
            let limit = numbers.grant_max.as_ref().map(|stated| stated.value);
            let within = facts.grant().is_some_and(|grant| limit.is_none_or(|limit| grant <= limit));
            Seen::one(check, root.budget().sources(), within)
        }
        Check::Duration => {
            let limit = numbers.project_period_max_months.as_ref().map(|stated| stated.value);
            let months = facts.project_period().and_then(|period| u64::try_from(period.months()).ok());
            let within = months.is_some_and(|months| limit.is_none_or(|limit| Count::new(months) <= limit));
            Seen::one(check, root.schedule().to(), within)
        }
        Check::OwnContribution => {
            let least = numbers.own_contribution_min.as_ref().map(|stated| stated.value);
            let share = facts.own_share();
            let enough = least.is_none_or(|least| share.is_some_and(|share| share >= least));
            Seen::one(check, root.budget().own(), enough)
        }
        // The other modules look for all other checks; a test runs every one of them.
        _ => Seen::none(check),
    }
}

/// Tells whether the declared total is the sum of the lines, with indirect costs where they are declared
/// beside them.
fn adds_up(facts: &Facts) -> bool {
    let totals = facts.totals();
    let budget = &facts.application.budget;
    let with = |indirect: Money| totals.lines.checked_add(indirect);
    budget.total.copied().is_some_and(|total| {
        let indirect = budget.indirect.copied().and_then(with);
        !totals.is_partial && (total == totals.lines || Some(total) == indirect)
    })
}
