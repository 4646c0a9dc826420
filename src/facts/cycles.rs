//! Circles in links that must have none. In: `Facts`. Out: each circle once, as the ids on it.

use std::collections::{BTreeMap, BTreeSet};

use super::Facts;
use crate::model::Id;

impl<'app> Facts<'app> {
    /// Returns the circles of objectives that are part of each other, each from its first in the file.
    pub fn objective_cycles(&self) -> Vec<Vec<&'app str>> {
        cycles(
            &self
                .objectives
                .iter()
                .map(|objective| {
                    (objective.id, objective.entry.parent.get().map(Id::as_str).into_iter().collect())
                })
                .collect::<Vec<_>>(),
        )
    }

    /// Returns the circles of actions that wait for each other, each from its first in the file.
    pub fn action_cycles(&self) -> Vec<Vec<&'app str>> {
        cycles(
            &self
                .actions
                .iter()
                .map(|action| (action.id, action.entry.after.iter().map(Id::as_str).collect()))
                .collect::<Vec<_>>(),
        )
    }
}

/// Finds circles by a walk in depth that visits every vertex once; of circles that share a vertex it
/// may name only one, and the author sees the other when that one is mended.
fn cycles<'app>(edges: &[(&'app str, Vec<&'app str>)]) -> Vec<Vec<&'app str>> {
    let next: BTreeMap<&str, &[&'app str]> =
        edges.iter().rev().map(|(from, to)| (*from, to.as_slice())).collect();
    let mut done = BTreeSet::new();
    let mut found = Vec::new();
    for (start, _) in edges {
        // The path with, for each vertex on it, how many of its edges were followed.
        let mut path: Vec<(&str, usize)> = Vec::new();
        let mut on_path = BTreeSet::new();
        if !start.is_empty() && !done.contains(start) {
            path.push((start, 0));
            on_path.insert(*start);
        }
        while let Some((at, followed)) = path.last_mut() {
            let Some(to) = next.get(*at).and_then(|edges| edges.get(*followed)) else {
                done.insert(*at);
                on_path.remove(*at);
                path.pop();
                continue;
            };
            *followed += 1;
            if on_path.contains(to) {
                let from = path.iter().position(|(id, _)| id == to).unwrap_or_default();
                found.push(path[from..].iter().map(|(id, _)| *id).collect());
            } else if next.contains_key(to) && !done.contains(to) {
                path.push((to, 0));
                on_path.insert(*to);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn circles_are_found_once() {
        let edges =
            [("A1", vec!["A2"]), ("A2", vec!["A3", "A1"]), ("A3", vec!["A3", "A9"]), ("A4", vec!["A1"])];
        assert_eq!(cycles(&edges), [vec!["A3"], vec!["A1", "A2"]]);
        assert!(cycles(&[("A1", vec!["A2"]), ("A2", vec![]), ("", vec!["A1"])]).is_empty());
    }
}
