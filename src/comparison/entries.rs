//! Which entry of the older list is which of the newer one. In: two lists. Out: pairs.

use std::collections::{BTreeMap, VecDeque};

use super::values;
use crate::described::{Fields, View};
use crate::lang::Lang;

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
pub(super) fn paired(old: &[&dyn Fields], new: &[&dyn Fields]) -> Vec<Pair> {
    let mut waiting: BTreeMap<(String, usize), usize> = keys(old).into_iter().zip(0..).collect();
    let mut found: Vec<Option<usize>> = keys(new).into_iter().map(|key| waiting.remove(&key)).collect();
    let mut left: Vec<usize> = waiting.into_values().collect();
    left.sort_unstable();
    let fresh: Vec<usize> = (0..new.len()).filter(|index| found[*index].is_none()).collect();
    let has_id = |entries: &[&dyn Fields]| entries.iter().any(|entry| !entry.id().is_empty());
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

/// Returns what each entry is known by, numbered where several are alike: its first field that says anything.
fn keys(entries: &[&dyn Fields]) -> Vec<(String, usize)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let numbered = |entry: &&dyn Fields| {
        let mut said = (0..entry.entity().members.len()).map(|number| known_by(&entry.value(number)));
        let key = said.find(|said| !said.is_empty()).unwrap_or_default();
        let number = seen.entry(key.clone()).or_default();
        *number += 1;
        (key, *number)
    };
    entries.iter().map(numbered).collect()
}

/// Returns a value as entries are compared by it: a text in all its languages.
fn known_by(view: &View<'_>) -> String {
    match view {
        View::Text(text, _) => text.all().into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n"),
        view => values::words(view, Lang::En),
    }
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
