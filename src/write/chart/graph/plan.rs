//! Which things a drawing shows, and how large. In: a `Web`, some of its first lane. Out: `Plan`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::web::Web;
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
    pub(super) fn of(web: &Web, rows: Range<usize>, frame: &Frame) -> Self {
        let em = frame.size;
        // A single lane has its gutter too, for links inside it.
        let gutters = web.lanes.saturating_sub(1).max(1) as f32;
        let gutter = (em * GUTTER).min(frame.width * 0.3 / gutters);
        let lane_width = ((frame.width - gutter * gutters) / web.lanes.max(1) as f32).max(em);
        let pad = em * 0.4;

        let part = web.part(rows);
        let place: BTreeMap<usize, usize> = part.iter().enumerate().map(|(at, &index)| (index, at)).collect();
        let mut boxes = Vec::new();
        let mut links = Vec::new();
        for (at, &index) in part.iter().enumerate() {
            let (lane, thing) = web.things[index];
            let id = frame.small(&thing.id, lane_width - 2.0 * pad, Weight::Bold);
            let label = frame.small(&thing.label, lane_width - 2.0 * pad, Weight::Regular);
            let height = id.height() + label.height() + 2.0 * pad;
            boxes.push(Thing { lane, id, label, gap: thing.gap, top: 0.0, height });
            for (to, inherited) in &web.links[index] {
                links.push(Link { from: at, to: place[to], inherited: *inherited });
            }
        }
        Self { boxes, links, lanes: web.lanes, lane_width, step: lane_width + gutter, pad }
    }

    pub(super) fn lane_left(&self, lane: usize) -> f32 {
        self.step * lane as f32
    }
}
