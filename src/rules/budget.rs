//! Money: sums, lines, sources, own contribution. Words: `budget.md`.

use super::case::{AT_LEAST, AT_MOST};
use super::{Case, Faults, Rule, below_zero, calculation, capacity, family, fault, lacks, limits, rates};
use crate::diagnostic::Value;
use crate::facts::Facts;
use crate::model::{Funding, FundingSource, OwnKind};
use crate::units::Money;

family! { "BUD", "budget.md";
    Rule::error("BUD-01", "lines-do-not-make-the-total", lines_and_total),
    Rule::missing("BUD-02", "line-without-action-or-partner", line_not_tied),
    Rule::error("BUD-03", "sources-do-not-make-the-total", sources_and_total),
    Rule::error("BUD-04", "own-contribution-out-of-bounds", own_share),
    Rule::warning("BUD-05", "need-without-money", need_without_money),
    Rule::advice("BUD-06", "volunteers-not-recognised", volunteers),
    Rule::error("BUD-07", "price-times-quantity-differs", arithmetic),
    Rule::error("BUD-08", "own-contribution-does-not-add-up", own_and_lines),
    Rule::error("BUD-09", "staff-or-cash-as-contribution-in-kind", in_kind),
    Rule::error("BUD-10", "partner-pays-partner", partner_pays_partner),
    Rule::missing("BUD-11", "spending-not-justified", not_justified),
    Rule::warning("BUD-12", "marks-of-a-line-contradict", contradicting),
    Rule::error("BUD-13", "indirect-costs-off-the-flat-rate", indirect),
    Rule::warning("BUD-14", "large-line-without-estimate", without_estimate),
    Rule::error("BUD-15", "contribution-in-kind-does-not-add-up", in_kind_sum),
    Rule::advice("BUD-16", "indirect-cost-among-direct-ones", limits::indirect_among_direct),
    Rule::error("BUD-17", "small-project-settled-at-cost", limits::settled_at_cost),
    Rule::warning("BUD-18", "cost-per-person-too-high", limits::too_dear_a_person),
    Rule::warning("BUD-19", "management-too-expensive", limits::too_much_management),
    Rule::error("BUD-20", "share-out-of-bounds", limits::share_out_of_bounds),
    Rule::error("BUD-21", "cross-financing-over-limit", limits::too_much_cross_financing),
    Rule::error("BUD-22", "grant-over-limit", limits::too_large_a_grant),
    Rule::error("BUD-23", "total-out-of-bounds", limits::total_out_of_bounds),
    Rule::advice("BUD-24", "grant-above-average", limits::grant_above_average),
    Rule::error("BUD-25", "amount-below-zero", below_zero::below_zero),
    Rule::error("BUD-26", "budget-in-another-currency", other_currency),
    Rule::warning("BUD-27", "calculation-makes-another-amount", calculation::differs),
    Rule::warning("BUD-28", "paid-longer-than-the-action-lasts", calculation::paid_too_long),
    Rule::warning("BUD-29", "paid-for-other-people-than-planned", calculation::other_people),
    Rule::warning("BUD-30", "indirect-costs-off-the-declared-rate", calculation::other_rate),
    Rule::warning("BUD-31", "price-by-a-partner", capacity::own_price_list),
    Rule::advice("BUD-32", "limit-in-euros-without-a-rate", limits::without_a_rate),
    Rule::warning("BUD-33", "price-off-the-rates", rates::off_the_rates),
}

fn lines_and_total(case: &Case<'_>, faults: &mut Faults) {
    let budget = &case.application().budget;
    let Some(total) = budget.total.copied().filter(|_| !budget.lines.is_missing()) else { return };
    let whole = !budget.lines.is_damaged()
        && !budget.indirect.is_unreadable()
        && budget.lines.iter().all(|line| Facts::amount(line).is_some());
    let sum = case.facts.totals().lines + budget.indirect.copied().unwrap_or_default();
    if whole && sum != total {
        fault!(faults at case.root().budget().total(), sum, total, exact = sum.to_string());
    }
}

fn line_not_tied(case: &Case<'_>, faults: &mut Faults) {
    for line in &case.facts.lines {
        let general = line.management.copied() == Some(true);
        if let Some(fault) = faults.lacking(&[line.action().gap().when(!general), line.partner().gap()]) {
            fault.with("id", line.called());
        }
    }
}

fn sources_and_total(case: &Case<'_>, faults: &mut Faults) {
    let budget = &case.application().budget;
    let whole = !budget.sources.is_damaged() && budget.sources.iter().all(|source| source.amount.is_given());
    let Some(total) = case.facts.project_total().filter(|_| whole && !budget.sources.is_missing()) else {
        return;
    };
    let sum = case.facts.totals().sources;
    if sum != total {
        fault!(faults at case.root().budget().sources(), sum, total; also case.root().budget().total());
    }
}

fn own_share(case: &Case<'_>, faults: &mut Faults) {
    let numbers = &case.profile.numbers;
    let Some(share) = case.facts.own_share() else { return };
    let least = numbers.own_contribution_min.as_ref().filter(|least| share < least.value);
    let most = numbers.own_contribution_max.as_ref().filter(|most| share > most.value);
    for (limit, words) in [(least, AT_LEAST), (most, AT_MOST)] {
        if let Some(limit) = limit {
            fault!(faults at case.root().budget().own(),
                share, limit = Value::around(words, limit.value); by limit
            );
        }
    }
}

fn need_without_money(case: &Case<'_>, faults: &mut Faults) {
    let lines = &case.application().budget.lines;
    if lines.is_missing() || lines.is_damaged() {
        return;
    }
    for need in case.facts.needs_in_scope().filter(|need| !need.id.is_empty()) {
        let answering = case.facts.objectives_answering(need.id).into_iter();
        let own: Vec<&str> = answering.map(|(objective, _)| objective.id).collect();
        let below = case.facts.below(own.iter().copied()).into_iter().map(|child| child.id);
        let actions: Vec<_> =
            below.chain(own.iter().copied()).flat_map(|id| case.facts.actions_serving(id)).collect();
        let paid = actions.iter().any(|action| {
            action.costless.copied() == Some(true) || case.facts.lines_of(action.id).next().is_some()
        });
        // A need without any action has findings of its own.
        if !actions.is_empty() && !paid {
            lacks!(faults at need.place.clone(), id = need.called(); wants case.root().budget().lines());
        }
    }
}

fn volunteers(case: &Case<'_>, faults: &mut Faults) {
    let volunteering = &case.application().partnership.volunteering;
    let works = volunteering.hours.copied().is_some_and(|hours| hours.get() > 0);
    if works && volunteering.recognition.is_missing() {
        lacks!(faults at case.root().partnership().volunteering().recognition());
    }
}

fn arithmetic(case: &Case<'_>, faults: &mut Faults) {
    for line in &case.facts.lines {
        let (Some(quantity), Some(price), Some(amount)) =
            (line.quantity.copied(), line.unit_price.copied(), line.amount.copied())
        else {
            continue;
        };
        let Some(product) = price.times(quantity).filter(|product| *product != amount) else { continue };
        fault!(faults at line.amount(),
            id = line.called(), quantity, price, product, amount, exact = product.to_string()
        );
    }
}

fn own_and_lines(case: &Case<'_>, faults: &mut Faults) {
    let budget = &case.application().budget;
    let Some(declared) = budget.own.total.copied() else { return };
    let totals = case.facts.totals();
    let sources = &budget.sources;
    // Private and other money may be part of the own contribution, or may not.
    let plain = |kind: &FundingSource| {
        matches!(kind.as_str(), "grant" | "grant_eu" | "grant_state" | "own_cash" | "own_in_kind")
    };
    let plain = |source: &Funding| source.amount.is_given() && source.kind.get().is_some_and(plain);
    let lines = !budget.lines.is_damaged() && !budget.lines.is_missing();
    let sources = !sources.is_damaged() && !sources.is_missing() && sources.iter().all(plain);
    let sums = [
        (lines, case.root().budget().lines().here(), ["w pozycjach", "the lines"], totals.own_on_lines),
        (
            sources,
            case.root().budget().sources().here(),
            ["w źródłach finansowania", "the sources of funding"],
            totals.own_in_sources,
        ),
    ];
    for (_, place, words, sum) in sums.into_iter().filter(|(whole, .., sum)| *whole && *sum != declared) {
        fault!(faults at case.root().budget().own().total(), declared, where = words, sum; also place);
    }
}

fn in_kind(case: &Case<'_>, faults: &mut Faults) {
    for line in case.facts.lines.iter().filter(|line| line.own_kind.get() == Some(&OwnKind::InKind)) {
        let salary = line.category.get().is_some_and(|category| category.as_str() == "staff");
        if salary || line.staff.copied() == Some(true) {
            fault!(faults at line.own_kind(), id = line.called());
        }
    }
}

fn partner_pays_partner(case: &Case<'_>, faults: &mut Faults) {
    for line in &case.facts.lines {
        let supplier = line.supplier.get().and_then(|id| case.facts.partner(id.as_str()));
        if let Some(supplier) = supplier {
            fault!(faults at line.supplier(),
                id = line.called(), partner = supplier.called(); also supplier.place.clone()
            );
        }
    }
}

fn not_justified(case: &Case<'_>, faults: &mut Faults) {
    for line in &case.facts.lines {
        let marks = [
            ("outsourced", line.outsourced.copied()),
            ("fixed_asset", line.fixed_asset.copied()),
            ("cross_financing", line.cross_financing.copied()),
        ];
        let set: Vec<&str> =
            marks.into_iter().filter(|(_, set)| *set == Some(true)).map(|(mark, _)| mark).collect();
        if !set.is_empty() && line.justification.is_blank() {
            lacks!(faults at line.justification(), id = line.called(), marks = super::case::ticked(&set));
        }
    }
}

fn contradicting(case: &Case<'_>, faults: &mut Faults) {
    for line in &case.facts.lines {
        if line.staff.copied() == Some(true) && line.outsourced.copied() == Some(true) {
            fault!(faults at line.outsourced(), id = line.called(); also line.staff());
        }
    }
}

fn indirect(case: &Case<'_>, faults: &mut Faults) {
    let budget = &case.application().budget;
    let direct = case.facts.totals().lines;
    let whole = !budget.lines.is_damaged() && budget.lines.iter().all(|line| Facts::amount(line).is_some());
    let (Some(declared), Some(bands)) = (budget.indirect.copied(), &case.profile.indirect_bands) else {
        return;
    };
    let Some(rate) = case.profile.indirect_rate(direct).filter(|_| whole) else { return };
    let due = direct.part(rate);
    if due != declared {
        fault!(faults at case.root().budget().indirect(),
            declared, due, rate, direct, exact = due.to_string(); by bands
        );
    }
}

fn without_estimate(case: &Case<'_>, faults: &mut Faults) {
    let Some(limit) = &case.profile.numbers.estimate_from else { return };
    for line in &case.facts.lines {
        if Facts::amount(line).is_some_and(|amount| amount >= limit.value) && line.estimate.is_blank() {
            lacks!(faults at line.estimate(), id = line.called(), limit = limit.value; by limit);
        }
    }
}

fn in_kind_sum(case: &Case<'_>, faults: &mut Faults) {
    let budget = &case.application().budget;
    let Some(declared) = budget.own.in_kind.copied().filter(|_| !budget.lines.is_damaged()) else { return };
    let in_kind = budget.lines.iter().filter(|line| line.own_kind.get() == Some(&OwnKind::InKind));
    let sum: Money = in_kind.filter_map(|line| line.own.copied()).sum();
    if !budget.lines.is_missing() && sum != declared {
        fault!(faults at case.root().budget().own().in_kind(),
            declared, sum; also case.root().budget().lines()
        );
    }
}

/// What names the one currency of an application: `PLN`, `zł`, `złoty polski`, `zlotys`.
const ZLOTY: [&str; 3] = ["pln", "zł", "zlot"];

fn other_currency(case: &Case<'_>, faults: &mut Faults) {
    let currency = case.root().budget().currency();
    let is_zloty = |word: &str| ZLOTY.iter().any(|name| word.to_lowercase().contains(name));
    let other = currency.get().filter(|word| !word.trim().is_empty() && !is_zloty(word));
    if let Some(word) = other {
        fault!(faults at currency, currency = word.trim());
    }
}
