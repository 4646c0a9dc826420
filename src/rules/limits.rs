//! What a call allows money to be spent on, and how much of it. Words: `budget.md`.

use super::case::{AT_LEAST, AT_MOST};
use super::lexicon::{holding, lexicon, starting};
use super::targets::coded;
use super::{Case, Faults, fault};
use crate::diagnostic::Value;
use crate::facts::{Facts, Placed, is_grant};
use crate::model::{BudgetLine, Settlement};
use crate::profile::{Mark, ShareBase, ShareRule, Stated};
use crate::units::{Money, Number, Share};

/// Tells whether every line's amount is known, so that sums do not mislead.
fn whole(case: &Case<'_>) -> bool {
    let lines = &case.application().budget.lines;
    !lines.is_missing() && !lines.is_damaged() && lines.iter().all(|line| Facts::amount(line).is_some())
}

fn bears(line: &BudgetLine, mark: Mark) -> bool {
    let set = match mark {
        Mark::Staff => &line.staff,
        Mark::Outsourced => &line.outsourced,
        Mark::CrossFinancing => &line.cross_financing,
        Mark::FixedAsset => &line.fixed_asset,
        Mark::Management => &line.management,
    };
    set.copied() == Some(true)
}

pub(super) fn indirect_among_direct(case: &Case<'_>, faults: &mut Faults) {
    // Where nothing is settled at a flat rate, such a cost may well be a direct one.
    if case.profile.indirect_bands.is_none() && !case.application().budget.indirect.is_given() {
        return;
    }
    for line in &case.facts.lines {
        let texts = || case.each(line.text.get()).map(|(_, text)| text);
        let indirect = texts().find_map(|text| starting(text, &lexicon().indirect_costs));
        // A course of accounting is no bookkeeping of the project.
        let taught = || texts().any(|text| holding(text, &lexicon().trainings).is_some());
        if let Some(word) = indirect.filter(|_| !taught()) {
            fault!(faults at line.text(), id = line.called(), word);
        }
    }
}

pub(super) fn settled_at_cost(case: &Case<'_>, faults: &mut Faults) {
    let numbers = &case.profile.numbers;
    let (Some(limit), Some(rate)) = (&numbers.simplified_costs_up_to_eur, &numbers.euro_rate) else { return };
    let budget = &case.application().budget;
    let Some(total) =
        case.facts.project_total().filter(|_| budget.settlement.get() == Some(&Settlement::RealCosts))
    else {
        return;
    };
    let zloty = Money::from_grosze(100);
    let border = zloty.times(Number::from(limit.value)).and_then(|euros| euros.times(rate.value));
    if let Some(border) = border.filter(|border| total <= *border) {
        fault!(faults at case.root().budget().settlement(),
            total, euros = limit.value, limit = border; by limit; by rate
        );
    }
}

/// Up to how many zlotys a euro may be, so that a project above can be no small one; it was never as dear since 2004.
const DEAREST_EURO: i64 = 5;

pub(super) fn without_a_rate(case: &Case<'_>, faults: &mut Faults) {
    let numbers = &case.profile.numbers;
    let Some(limit) = numbers.simplified_costs_up_to_eur.as_ref().filter(|_| numbers.euro_rate.is_none())
    else {
        return;
    };
    if case.application().budget.settlement.get() != Some(&Settlement::RealCosts) {
        return;
    }
    let border = Money::from_grosze(100 * DEAREST_EURO).times(Number::from(limit.value));
    if let (Some(total), Some(border)) = (case.facts.project_total(), border)
        && total <= border
    {
        fault!(faults at case.root().budget().settlement(), total, euros = limit.value; by limit);
    }
}

/// Returns how many people the project supports: as the participants indicator says, else as its groups do,
/// where none overlaps and all are known.
fn participants(case: &Case<'_>) -> Option<u64> {
    let stated = || {
        let target = coded(case, "EECO01")?.target.copied()?;
        u64::try_from(target.decimal().normalize()).ok()
    };
    let groups = &case.facts.groups;
    let known = !case.application().diagnosis.groups.is_damaged()
        && groups
            .iter()
            .filter(|group| group.is_of_people())
            .all(|group| group.size.total.is_given() && group.overlaps.copied() != Some(true));
    let people = || Some(case.facts.totals().people.total).filter(|_| known);
    stated().or_else(people).filter(|people| *people > 0)
}

pub(super) fn too_dear_a_person(case: &Case<'_>, faults: &mut Faults) {
    let Some(limit) = &case.profile.numbers.cost_per_person_max else { return };
    let (Some(total), Some(people)) = (case.facts.project_total(), participants(case)) else { return };
    let each = Money::from_grosze(total.grosze() / i64::try_from(people).unwrap_or(i64::MAX));
    if each > limit.value {
        fault!(faults at case.root().budget().total(),
            cost = each, people = Value::counted(people, ["osoba", "osoby", "osób"], ["person", "people"]),
            limit = limit.value; by limit
        );
    }
}

fn of_mark<'run>(case: &Case<'run>, mark: Mark) -> impl Iterator<Item = &'run Placed<'run, BudgetLine>> {
    case.facts.lines.iter().filter(move |line| bears(line, mark))
}

/// Finds a share of marked lines in the total that is above its limit.
fn above(case: &Case<'_>, faults: &mut Faults, mark: Mark, limit: Option<&Stated<Share>>) {
    let (Some(limit), Some(total)) = (limit.filter(|_| whole(case)), case.facts.project_total()) else {
        return;
    };
    let sum: Money = of_mark(case, mark).filter_map(|line| Facts::amount(line)).sum();
    let Some(share) = Share::of(sum, total).filter(|share| *share > limit.value) else { return };
    let fault = faults.at(case.root().budget().lines());
    fault.with("sum", sum).with("share", share).with("limit", limit.value).by(&limit.origin);
    for line in of_mark(case, mark) {
        fault.also(line.place.clone());
    }
}

pub(super) fn too_much_management(case: &Case<'_>, faults: &mut Faults) {
    above(case, faults, Mark::Management, case.profile.numbers.management_max.as_ref());
}

pub(super) fn too_much_cross_financing(case: &Case<'_>, faults: &mut Faults) {
    above(case, faults, Mark::CrossFinancing, case.profile.numbers.cross_financing_max.as_ref());
}

/// Tells whether a share rule counts a line; one that names no lines counts all of them.
fn counts(rule: &ShareRule, line: &BudgetLine) -> bool {
    let marked = rule.marks.iter().any(|mark| bears(line, *mark));
    let named =
        |list: &[String], code: Option<&str>| code.is_some_and(|code| list.iter().any(|own| own == code));
    let category = named(&rule.categories, line.category.get().map(|category| category.as_str()));
    let partner = named(&rule.partners, line.partner.get().map(|id| id.as_str()));
    let any = rule.marks.is_empty() && rule.categories.is_empty() && rule.partners.is_empty();
    // A rule on indirect costs alone names no lines and counts none.
    marked || category || partner || any && !rule.indirect
}

/// Returns what a share rule takes the share of.
fn base(case: &Case<'_>, rule: &ShareRule) -> Option<Money> {
    match rule.of {
        ShareBase::Total => case.facts.project_total(),
        ShareBase::Direct => Some(case.facts.totals().lines),
        ShareBase::Grant => case.facts.grant(),
    }
}

pub(super) fn share_out_of_bounds(case: &Case<'_>, faults: &mut Faults) {
    let Some(rules) = case.profile.share_rules.as_ref().filter(|_| whole(case)) else { return };
    let indirect = case.application().budget.indirect.copied().unwrap_or_default();
    for rule in &rules.value {
        let lines = case.facts.lines.iter().filter(|line| counts(rule, line));
        let sum: Money = lines.filter_map(|line| Facts::amount(line)).sum();
        let sum = if rule.indirect { sum + indirect } else { sum };
        let Some(share) = base(case, rule).and_then(|base| Share::of(sum, base)) else { continue };
        if rule.min.is_some_and(|min| share < min) || rule.max.is_some_and(|max| share > max) {
            fault!(faults at case.root().budget().lines(),
                title = Value::both(|lang| rule.title.get(lang).to_owned()), share,
                of = Value::both(|lang| rule.of.words(lang)), bounds = Value::both(|lang| rule.bounds(lang));
                by rules
            );
        }
    }
}

pub(super) fn too_large_a_grant(case: &Case<'_>, faults: &mut Faults) {
    if let Some(limit) = &case.profile.numbers.grant_max {
        grant_above(case, faults, limit);
    }
}

pub(super) fn grant_above_average(case: &Case<'_>, faults: &mut Faults) {
    let numbers = &case.profile.numbers;
    // A grant that is too large has been told of.
    let allowed = |grant: Money| numbers.grant_max.as_ref().is_none_or(|most| grant <= most.value);
    if let Some(average) = &numbers.grant_average
        && case.facts.grant().is_some_and(allowed)
    {
        grant_above(case, faults, average);
    }
}

fn grant_above(case: &Case<'_>, faults: &mut Faults, limit: &Stated<Money>) {
    let Some(grant) = case.facts.grant().filter(|grant| *grant > limit.value) else { return };
    let grants: Vec<_> = case.root().budget().sources().each().filter(|source| is_grant(source)).collect();
    let place = match grants.as_slice() {
        [one] => one.amount().here(),
        [] => case.root().budget().total().here(),
        _ => case.root().budget().sources().here(),
    };
    fault!(faults at place, grant, limit = limit.value, excess = grant - limit.value; by limit);
}

pub(super) fn total_out_of_bounds(case: &Case<'_>, faults: &mut Faults) {
    let numbers = &case.profile.numbers;
    let Some(total) = case.facts.project_total() else { return };
    let least = numbers.total_min.as_ref().filter(|least| total < least.value);
    let most = numbers.total_max.as_ref().filter(|most| total > most.value);
    for (limit, words) in [(least, AT_LEAST), (most, AT_MOST)] {
        if let Some(limit) = limit {
            fault!(faults at case.root().budget().total(),
                total, limit = Value::around(words, limit.value); by limit
            );
        }
    }
}
