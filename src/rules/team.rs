//! The partnership's people: what they bring, and that nobody reads it of a person by name. Words:
//! `team.md`.

use std::collections::BTreeSet;

use super::{Case, Faults, Rule, family, fault, lacks};
use crate::catalogue;
use crate::diagnostic::Value;
use crate::model::Trait;

family! { "TRAIT", "team.md";
    Rule::advice("TRAIT-01", "trait-in-nobody", uncovered),
    Rule::error("TRAIT-02", "traits-of-a-named-person", named_person),
}

fn uncovered(case: &Case<'_>, faults: &mut Faults) {
    let team = &case.application().partnership.team;
    if team.is_damaged() || team.iter().any(|member| member.traits.is_damaged()) {
        return;
    }
    let brought: BTreeSet<&str> =
        team.iter().flat_map(|member| member.traits.iter().map(Trait::as_str)).collect();
    let all = catalogue::list(Trait::LIST).map_or(&[][..], catalogue::List::terms);
    let open: Vec<_> = all.iter().filter(|term| !brought.contains(term.code.as_str())).collect();
    // Whoever has not begun to list traits is not asked for them.
    if open.is_empty() || brought.is_empty() {
        return;
    }
    let labels = open.iter().map(|term| Value::both(|lang| term.label(lang))).collect();
    let codes: Vec<&str> = open.iter().map(|term| term.code.as_str()).collect();
    lacks!(faults at case.root().partnership().team(),
        traits = Value::List(labels, ["; "; 2]), codes = super::case::ticked(&codes)
    );
}

fn named_person(case: &Case<'_>, faults: &mut Faults) {
    for member in case.root().partnership().team().each() {
        let named = member.name.get().is_some_and(|name| !name.trim().is_empty());
        if !named || member.traits.is_missing() {
            continue;
        }
        // The report is no place for the name either.
        let number = member.ordinal().map_or_else(String::new, |number| format!("#{number}"));
        let who = case.said(&member.function).unwrap_or_else(|| number.into());
        fault!(faults at member.name(), who; also member.traits());
    }
}
