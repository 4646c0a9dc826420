//! Target groups. Words: `groups.md`.

use super::{Case, Faults, Rule, family, fault, group_facts, lacks, missing};
use crate::catalogue::{self, Meant};
use crate::diagnostic::Value;
use crate::words::fold;

family! { "GROUP", "groups.md";
    Rule::missing("GROUP-01", "group-without-size", without_size),
    Rule::warning("GROUP-02", "group-not-split-by-sex", not_split),
    Rule::missing("GROUP-03", "group-not-reached", not_reached),
    Rule::error("GROUP-04", "group-does-not-add-up", not_adding_up),
    Rule::error("GROUP-05", "group-not-allowed", not_allowed),
    Rule::advice("GROUP-06", "group-not-justified", not_justified),
    Rule::advice("GROUP-07", "group-not-described", missing!(each groups: needs, barriers, expectations)),
    Rule::error("GROUP-08", "group-larger-than-population", too_large),
    Rule::advice("GROUP-09", "barrier-not-answered", barrier_not_answered),
    Rule::advice("GROUP-10", "interest-not-shown", missing!(each groups: interest)),
    Rule::advice("GROUP-11", "no-marginalised-group", no_marginalised),
    Rule::warning("GROUP-12", "ages-of-a-group-contradict", group_facts::other_ages),
    Rule::warning("GROUP-13", "barrier-answered-for-others", group_facts::answered_for_others),
    Rule::advice("GROUP-14", "one-barrier-answered-two-ways", group_facts::same_barrier),
    Rule::warning("GROUP-15", "more-interested-than-asked", group_facts::more_than_asked),
}

fn without_size(case: &Case<'_>, faults: &mut Faults) {
    for group in &case.facts.groups {
        faults.missing(&[group.size().total().gap()]).map(|fault| fault.with("id", group.called()));
    }
}

fn not_split(case: &Case<'_>, faults: &mut Faults) {
    for group in case.facts.groups.iter().filter(|group| group.is_of_people()) {
        if group.size.total.is_given() && (group.size.women.is_missing() || group.size.men.is_missing()) {
            lacks!(faults at group.size(), id = group.called());
        }
    }
}

fn not_reached(case: &Case<'_>, faults: &mut Faults) {
    let actions = &case.application().actions;
    if actions.is_damaged() || actions.iter().any(|action| action.groups.is_damaged()) {
        return;
    }
    for group in case.facts.groups.iter().filter(|group| !group.id.is_empty()) {
        if case.facts.actions_reaching(group.id).next().is_none() {
            lacks!(faults at group.place.clone(), id = group.called(); wants case.root().actions());
        }
    }
}

fn not_adding_up(case: &Case<'_>, faults: &mut Faults) {
    for group in &case.facts.groups {
        for size in [group.size(), group.population()] {
            let (Some(total), Some(women), Some(men)) =
                (size.total.copied(), size.women.copied(), size.men.copied())
            else {
                continue;
            };
            let sum = women.get().saturating_add(men.get());
            if sum != total.get() {
                fault!(faults at size.total(),
                    id = group.called(), field = size.field_key(), women = women.to_string(),
                    men = men.to_string(), sum, total = total.to_string()
                );
            }
        }
    }
}

fn not_allowed(case: &Case<'_>, faults: &mut Faults) {
    let Some(allowed) = &case.profile.groups_allowed else { return };
    for group in &case.facts.groups {
        let category = group.category.get().map_or("", String::as_str);
        let known = allowed.value.iter().any(|known| is_same_category(known, category));
        if !known && (group.category.is_missing() || !category.is_empty()) {
            let codes: Vec<&str> = allowed.value.iter().map(String::as_str).collect();
            fault!(faults at group.category(),
                id = group.called(), allowed = super::case::ticked(&codes); by allowed
            );
        }
    }
}

/// Tells whether two words mean one category of the list: `bezrobotni`, `unemployed`; words that are not on it are
/// compared as they stand.
fn is_same_category(one: &str, other: &str) -> bool {
    let meant = |word: &str| match catalogue::list("group_categories").map(|list| list.meant(word)) {
        Some(Meant::One(term)) => Some(term.code.as_str()),
        _ => None,
    };
    match (meant(one), meant(other)) {
        (Some(one), Some(other)) => one == other,
        _ => fold(one) == fold(other),
    }
}

fn not_justified(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.description_min_chars;
    for group in &case.facts.groups {
        let count = case.length(&group.entry.justification);
        let short = group.justification.is_given() && count < limit.value.get();
        if short || group.justification.is_missing() {
            let fault = fault!(faults at group.justification(),
                id = group.called(), count = Value::characters(count), min = limit.value.to_string(); by limit
            );
            fault.lacking_if(!short);
        }
    }
}

fn too_large(case: &Case<'_>, faults: &mut Faults) {
    for group in &case.facts.groups {
        let (Some(size), Some(population)) = (group.size.total.copied(), group.population.total.copied())
        else {
            continue;
        };
        if size > population {
            fault!(faults at group.size().total(),
                id = group.called(), size = size.to_string(), population = population.to_string();
                also group.population().total()
            );
        }
    }
}

fn barrier_not_answered(case: &Case<'_>, faults: &mut Faults) {
    for group in &case.facts.groups {
        for barrier in group.barriers().each() {
            if barrier.answered_by.is_missing() {
                lacks!(faults at barrier, id = group.called(), barrier = case.said(&barrier.text));
            }
        }
    }
}

fn no_marginalised(case: &Case<'_>, faults: &mut Faults) {
    let groups = &case.facts.groups;
    // Whoever answers "no" for every group has thought about it.
    let open = groups.iter().any(|group| group.marginalised.is_missing());
    let unclear = case.application().diagnosis.groups.is_damaged()
        || groups.iter().any(|group| group.marginalised.is_unreadable());
    if open && !unclear && !groups.iter().any(|group| group.marginalised.copied() == Some(true)) {
        lacks!(faults at case.root().diagnosis().groups());
    }
}
