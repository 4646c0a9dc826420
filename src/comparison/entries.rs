//! Which entry of the older list is which of the newer one. In: two lists. Out: pairs.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;

/// What entries are known by, the surest first.
const KNOWN_BY: [&str; 18] = [
    "id",
    "principle",
    "factor",
    "point",
    "task",
    "benefit",
    "criterion",
    "direction",
    "standard",
    "partner",
    "stage",
    "version",
    "rule",
    "measure",
    "name",
    "title",
    "text",
    "date",
];

/// An entry in both lists, in the older alone, or in the newer alone; each with its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    /// In both.
    Both(usize, usize),
    /// In the older one.
    Old(usize),
    /// In the newer one.
    New(usize),
}

/// Pairs entries with fields of their own: by what they are known by, then, where neither list grew, by
/// their order. What is gone stands first.
pub(super) fn paired(old: &[Value], new: &[Value]) -> Vec<Pair> {
    let mut waiting: BTreeMap<(String, usize), usize> = keys(old).into_iter().zip(0..).collect();
    let mut found: Vec<Option<usize>> = keys(new).into_iter().map(|key| waiting.remove(&key)).collect();
    let mut left: Vec<usize> = waiting.into_values().collect();
    left.sort_unstable();
    let fresh: Vec<usize> = (0..new.len()).filter(|index| found[*index].is_none()).collect();
    let has_id = |entries: &[Value]| entries.iter().any(|entry| entry["id"].is_string());
    if left.len() == fresh.len() && !has_id(old) && !has_id(new) {
        for (old, new) in left.drain(..).zip(fresh) {
            found[new] = Some(old);
        }
    }
    let gone = left.into_iter().map(Pair::Old);
    let there = found.iter().enumerate().map(|(new, old)| match old {
        Some(old) => Pair::Both(*old, new),
        None => Pair::New(new),
    });
    gone.chain(there).collect()
}

/// Returns what each entry is known by, numbered where several are alike.
fn keys(entries: &[Value]) -> Vec<(String, usize)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let key = |entry: &Value| {
        let known = KNOWN_BY.iter().find_map(|key| Some((key, entry.get(key).filter(|own| !own.is_null())?)));
        known.map_or_else(|| entry.to_string(), |(key, value)| format!("{key}={value}"))
    };
    let numbered = |entry: &Value| {
        let key = key(entry);
        let number = seen.entry(key.clone()).or_default();
        *number += 1;
        (key, *number)
    };
    entries.iter().map(numbered).collect()
}

/// Pairs plain values: the same words are the same entry, wherever they stand.
pub(super) fn paired_values(old: &[String], new: &[String]) -> Vec<Pair> {
    let mut waiting: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for (index, value) in old.iter().enumerate() {
        waiting.entry(value).or_default().push_back(index);
    }
    let mut pairs = Vec::new();
    for (index, value) in new.iter().enumerate() {
        match waiting.get_mut(value.as_str()).and_then(VecDeque::pop_front) {
            Some(at) => pairs.push(Pair::Both(at, index)),
            None => pairs.push(Pair::New(index)),
        }
    }
    let mut gone: Vec<usize> = waiting.into_values().flatten().collect();
    gone.sort_unstable();
    gone.into_iter().map(Pair::Old).chain(pairs).collect()
}
