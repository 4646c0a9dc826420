//! Ids and what they name. Words: `references.md`.

use super::{Case, Faults, Rule, family, fault};
use crate::diagnostic::{Place, Step, Value};
use crate::facts::{Kind, Reference};
use crate::words::meant;

family! { "REF", "references.md";
    Rule::error("REF-01", "unknown-id", unknown),
    Rule::error("REF-02", "id-used-twice", twice),
    Rule::error("REF-03", "id-of-wrong-kind", wrong_kind),
    Rule::error("REF-04", "unknown-source-in-text", super::marks::unknown),
}

/// How many ids a help text lists.
const LISTED: usize = 8;

fn unknown(case: &Case<'_>, faults: &mut Faults) {
    // What could not be read may be what is named.
    let open = |kinds: &[Kind]| kinds.iter().any(|kind| case.facts.is_unread(*kind));
    let unknown = |reference: &&Reference<'_>| case.facts.find(reference.id).is_none();
    let unknown = case.facts.references.iter().filter(unknown);
    for reference in unknown.filter(|reference| !open(reference.expected)) {
        let ids = || case.facts.ids(reference.expected);
        let near = meant(reference.id, ids());
        let others = ids().filter(|id| Some(*id) != near);
        let known: Vec<&str> = near.into_iter().chain(others).take(LISTED).collect();
        let known = if known.is_empty() {
            ["(jeszcze żaden)", "(none yet)"].into()
        } else {
            Value::from(super::case::ticked(&known))
        };
        fault!(faults at reference.place.clone(),
            field = field(&reference.place), id = reference.id, known, keys = keys(reference.expected)
        );
    }
}

fn twice(case: &Case<'_>, faults: &mut Faults) {
    for (id, kind, place) in case.facts.repeated() {
        let Some(first) = case.facts.find(id) else { continue };
        fault!(faults at place.key("id"),
            id = *id, kind = Value::both(|lang| kind.label(lang)),
            first = Value::both(|lang| first.kind.label(lang)), free = free(case, *kind);
            also first.place.key("id")
        );
    }
}

/// Returns an id of this kind that nobody uses: one number after the last.
fn free(case: &Case<'_>, kind: Kind) -> String {
    let letters = kind.code().trim_end_matches(|sign: char| sign.is_ascii_digit());
    let kinds = [kind];
    let numbers = case.facts.ids(&kinds).filter_map(|id| id.strip_prefix(letters)?.parse::<u32>().ok());
    format!("{letters}{}", numbers.max().unwrap_or_default().saturating_add(1))
}

fn wrong_kind(case: &Case<'_>, faults: &mut Faults) {
    for reference in &case.facts.references {
        let Some(found) = case.facts.find(reference.id) else { continue };
        if !reference.expected.contains(&found.kind) {
            let samples: Vec<String> =
                reference.expected.iter().map(|kind| format!("`{}`", kind.code())).collect();
            fault!(faults at reference.place.clone(),
                field = field(&reference.place), id = reference.id,
                found = Value::both(|lang| found.kind.label(lang)), expected = expected(reference.expected),
                samples = samples.join(", "); also found.place.key("id")
            );
        }
    }
}

/// Returns the key of the field in which a reference stands.
fn field(place: &Place) -> &str {
    let mut keys = place.steps().iter().rev().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    // The key of a vote is itself the reference; its field is the one above.
    keys.nth(usize::from(place.is_at_key())).unwrap_or_default()
}

fn keys(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| format!("`{}`", kind.key())).collect::<Vec<_>>().join(", ")
}

fn expected(kinds: &[Kind]) -> Value {
    let labels = kinds.iter().map(|kind| Value::both(|lang| kind.label(lang)));
    Value::List(labels.collect(), [" albo ", " or "])
}
