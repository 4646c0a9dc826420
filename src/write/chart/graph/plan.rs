//! Which things a drawing shows, and how large. In: `Graph`, some of its first lane. Out: `Plan`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::Graph;
use crate::write::chart::frame::Label;
use crate::write::chart::{Frame, Weight};

/// The space between lanes, in font sizes, where there is room.
pub(super) const GUTTER: f32 = 3.0;

/// The things and links of one drawing.
pub(super) struct Plan {
    /// The things, lane by lane, from the top.
    pub(super) boxes: Vec<Thing>,
    /// The links, by index of the boxes.
    pub(super) links: Vec<Link>,
    pub(super) lanes: usize,
    pub(super) lane_width: f32,
    /// From one lane's left edge to the next one's.
    pub(super) step: f32,
    /// The space inside a box.
    pub(super) pad: f32,
}

/// A box.
pub(super) struct Thing {
    pub(super) lane: usize,
    pub(super) id: Label,
    pub(super) label: Label,
    pub(super) gap: bool,
    pub(super) top: f32,
    pub(super) height: f32,
}

/// A link between two boxes.
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) inherited: bool,
}

impl Thing {
    pub(super) fn middle(&self) -> f32 {
        self.top + self.height / 2.0
    }
}

impl Plan {
    pub(super) fn of(graph: &Graph, rows: Range<usize>, frame: &Frame) -> Self {
        let em = frame.size;
        let lanes = graph.lanes.len();
        // A single lane has its gutter too, for links inside it.
        let gutters = lanes.saturating_sub(1).max(1) as f32;
        let gutter = (em * GUTTER).min(frame.width * 0.3 / gutters);
        let lane_width = ((frame.width - gutter * gutters) / lanes.max(1) as f32).max(em);
        let pad = em * 0.4;

        let things: Vec<_> = graph
            .lanes
            .iter()
            .enumerate()
            .flat_map(|(lane, of)| of.vertices.iter().map(move |thing| (lane, thing)))
            .collect();
        let mut by_id = BTreeMap::new();
        for (index, (_, thing)) in things.iter().enumerate() {
            by_id.entry(thing.id.as_str()).or_insert(index);
        }
        let links: Vec<Link> = graph
            .edges
            .iter()
            .filter_map(|edge| {
                let (from, to) = (*by_id.get(edge.from.as_str())?, *by_id.get(edge.to.as_str())?);
                Some(Link { from, to, inherited: edge.inherited })
            })
            .collect();

        let shown =
            shown(things.len(), &links, graph.lanes.first().map_or(0, |lane| lane.vertices.len()), rows);
        let mut place = vec![None; things.len()];
        let mut boxes = Vec::new();
        for (index, &(lane, thing)) in things.iter().enumerate().filter(|(index, _)| shown[*index]) {
            place[index] = Some(boxes.len());
            let id = frame.small(&thing.id, lane_width - 2.0 * pad, Weight::Bold);
            let label = frame.small(&thing.label, lane_width - 2.0 * pad, Weight::Regular);
            let height = id.height() + label.height() + 2.0 * pad;
            boxes.push(Thing { lane, id, label, gap: thing.gap, top: 0.0, height });
        }
        let links = links
            .into_iter()
            .filter_map(|link| Some(Link { from: place[link.from]?, to: place[link.to]?, ..link }))
            .collect();
        Self { boxes, links, lanes, lane_width, step: lane_width + gutter, pad }
    }

    pub(super) fn lane_left(&self, lane: usize) -> f32 {
        self.step * lane as f32
    }
}

/// Returns which things are shown for the chosen ones of the first lane, whose indices come first.
fn shown(count: usize, links: &[Link], first_lane: usize, rows: Range<usize>) -> Vec<bool> {
    if rows.len() >= first_lane {
        return vec![true; count];
    }
    let mut next = vec![Vec::new(); count];
    for link in links {
        next[link.from].push(link.to);
    }
    let mut from: Vec<usize> = rows.clone().collect();
    if rows.end == first_lane {
        let led_to = reached(&next, (0..first_lane).collect());
        from.extend((0..count).filter(|&index| !led_to[index]));
    }
    reached(&next, from)
}

fn reached(next: &[Vec<usize>], mut open: Vec<usize>) -> Vec<bool> {
    let mut reached = vec![false; next.len()];
    while let Some(index) = open.pop() {
        if !std::mem::replace(&mut reached[index], true) {
            open.extend(&next[index]);
        }
    }
    reached
}
