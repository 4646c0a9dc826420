//! Who leads to whom. In: `Graph`. Out: `Web`, and what a part of the first lane leads to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::document::{Graph, Vertex};

/// The things of a graph with their links by index.
pub(super) struct Web<'a> {
    /// The things with their lanes, lane by lane, from the top.
    pub(super) things: Vec<(usize, &'a Vertex)>,
    /// Where the links of each thing lead, and whether they are inherited.
    pub(super) links: Vec<Vec<(usize, bool)>>,
    /// How many things the first lane has; their indices come first.
    pub(super) first_lane: usize,
    /// How many lanes there are.
    pub(super) lanes: usize,
    /// What nothing of the first lane leads to.
    apart: Vec<usize>,
}

impl<'a> Web<'a> {
    pub(super) fn of(graph: &'a Graph) -> Self {
        let lanes = graph.lanes.iter().enumerate();
        let things: Vec<_> =
            lanes.flat_map(|(lane, of)| of.vertices.iter().map(move |thing| (lane, thing))).collect();
        let mut by_id = BTreeMap::new();
        for (index, (_, thing)) in things.iter().enumerate() {
            by_id.entry(thing.id.as_str()).or_insert(index);
        }
        let mut links = vec![Vec::new(); things.len()];
        for edge in &graph.edges {
            // A link to what is not shown has nowhere to end.
            if let (Some(&from), Some(&to)) = (by_id.get(edge.from.as_str()), by_id.get(edge.to.as_str())) {
                links[from].push((to, edge.inherited));
            }
        }
        let first_lane = graph.lanes.first().map_or(0, |lane| lane.vertices.len());
        let mut web = Self { things, links, first_lane, lanes: graph.lanes.len(), apart: Vec::new() };
        let led_to = web.reached((0..first_lane).collect());
        web.apart = (0..web.things.len()).filter(|index| !led_to.contains(index)).collect();
        web
    }

    /// Returns what is shown for some things of the first lane, in order.
    pub(super) fn part(&self, rows: Range<usize>) -> BTreeSet<usize> {
        let last = rows.end == self.first_lane;
        let mut from: Vec<usize> = rows.collect();
        if last {
            from.extend(&self.apart);
        }
        self.reached(from)
    }

    fn reached(&self, mut open: Vec<usize>) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        while let Some(index) = open.pop() {
            if reached.insert(index) {
                open.extend(self.links[index].iter().map(|(to, _)| to));
            }
        }
        reached
    }
}
