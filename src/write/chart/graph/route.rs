//! Draws links that touch no box but their own two. In: a placed `Plan`. Out: curves with arrowheads.
//!
//! A link over several lanes passes each lane in between through a gap between its boxes.

use std::collections::BTreeMap;

use super::plan::Plan;
use crate::write::chart::Piece;

/// A drawn link.
pub(super) struct Route {
    pub(super) pieces: Vec<Piece>,
    pub(super) arrow: Vec<Piece>,
    pub(super) inherited: bool,
}

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
}

/// Returns the links' ways between the heights `top` and `bottom`.
pub(super) fn routes(plan: &Plan, top: f32, bottom: f32, em: f32) -> Vec<Route> {
    let ports = ports(plan);
    let passages = passages(plan, top, bottom, em);
    plan.links
        .iter()
        .enumerate()
        .map(|(index, link)| {
            let (leaves, arrives) = sides(plan, index);
            let x = |at: usize, side| {
                let left = plan.lane_left(plan.boxes[at].lane);
                if side == Side::Left { left } else { left + plan.lane_width }
            };
            let (start, end) =
                ((x(link.from, leaves), ports[index].0), (x(link.to, arrives), ports[index].1));
            // The arrowhead's tip touches the box; the line ends at its base.
            let (head, ahead) = (em * 0.42, if arrives == Side::Left { 1.0 } else { -1.0 });
            let base = (end.0 - head * ahead, end.1);
            let mut pieces = vec![Piece::Move(start.0, start.1)];
            let mut pen = start;
            for &(lane, y) in &passages[index] {
                let left = plan.lane_left(lane);
                pieces.push(curve(pen, (left, y), leaves, Side::Left, em));
                pen = (left + plan.lane_width, y);
                pieces.push(Piece::Line(pen.0, pen.1));
            }
            pieces.push(curve(pen, base, leaves, arrives, em));
            let arrow = vec![
                Piece::Move(end.0, end.1),
                Piece::Line(base.0, base.1 - head * 0.5),
                Piece::Line(base.0, base.1 + head * 0.5),
                Piece::Close,
            ];
            Route { pieces, arrow, inherited: link.inherited }
        })
        .collect()
}

/// Returns the sides on which a link leaves and arrives.
fn sides(plan: &Plan, link: usize) -> (Side, Side) {
    let link = &plan.links[link];
    match plan.boxes[link.from].lane.cmp(&plan.boxes[link.to].lane) {
        std::cmp::Ordering::Less => (Side::Right, Side::Left),
        // Right of the last lane there is no room.
        std::cmp::Ordering::Equal if plan.boxes[link.to].lane > 0 => (Side::Left, Side::Left),
        std::cmp::Ordering::Equal => (Side::Right, Side::Right),
        std::cmp::Ordering::Greater => (Side::Left, Side::Right),
    }
}

fn curve(from: (f32, f32), to: (f32, f32), leaves: Side, arrives: Side, em: f32) -> Piece {
    let reach = ((to.0 - from.0).abs() / 2.0).max(em * 0.9);
    let out = if leaves == Side::Right { reach } else { -reach };
    let back = if arrives == Side::Left { -reach } else { reach };
    Piece::Curve([from.0 + out, from.1, to.0 + back, to.1, to.0, to.1])
}

/// An end of a link on a side of a box.
struct Port {
    /// The height of the box at the other end.
    other: f32,
    link: usize,
    starts: bool,
}

/// Returns the heights at which each link leaves and arrives, spread over the sides of the boxes so that
/// links cross as little as they must.
fn ports(plan: &Plan) -> Vec<(f32, f32)> {
    let mut sides_of: BTreeMap<(usize, Side), Vec<Port>> = BTreeMap::new();
    for (index, link) in plan.links.iter().enumerate() {
        let (leaves, arrives) = sides(plan, index);
        let (from, to) = (plan.boxes[link.from].middle(), plan.boxes[link.to].middle());
        sides_of.entry((link.from, leaves)).or_default().push(Port { other: to, link: index, starts: true });
        sides_of.entry((link.to, arrives)).or_default().push(Port {
            other: from,
            link: index,
            starts: false,
        });
    }
    let mut ports = vec![(0.0, 0.0); plan.links.len()];
    for ((at, _), mut ends) in sides_of {
        ends.sort_by(|a, b| {
            a.other.total_cmp(&b.other).then(a.link.cmp(&b.link)).then(a.starts.cmp(&b.starts))
        });
        let (top, height, count) = (plan.boxes[at].top, plan.boxes[at].height, ends.len());
        for (place, Port { link, starts, .. }) in ends.into_iter().enumerate() {
            let y = top + height * (place + 1) as f32 / (count + 1) as f32;
            if starts {
                ports[link].0 = y;
            } else {
                ports[link].1 = y;
            }
        }
    }
    ports
}

/// Returns for each link the lanes it passes, with the height at which it passes them.
fn passages(plan: &Plan, top: f32, bottom: f32, em: f32) -> Vec<Vec<(usize, f32)>> {
    let mut passages = vec![Vec::new(); plan.links.len()];
    let gaps = gaps(plan, top, bottom);
    let mut users: BTreeMap<(usize, usize), Vec<(f32, usize)>> = BTreeMap::new();
    for (index, link) in plan.links.iter().enumerate() {
        let (from, to) = (&plan.boxes[link.from], &plan.boxes[link.to]);
        let mut y = from.middle();
        for (lane, gaps) in gaps.iter().enumerate().take(to.lane).skip(from.lane + 1) {
            let wish = y + (to.middle() - y) / (to.lane - lane + 1) as f32;
            let distance = |gap: &(f32, f32)| (wish - wish.clamp(gap.0, gap.1)).abs();
            let best = (0..gaps.len()).min_by(|&a, &b| distance(&gaps[a]).total_cmp(&distance(&gaps[b])));
            let best = best.expect("a lane has a gap above its first box");
            y = wish.clamp(gaps[best].0, gaps[best].1);
            users.entry((lane, best)).or_default().push((y, index));
        }
    }
    for ((lane, gap), mut users) in users {
        users.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let (low, high) = gaps[lane][gap];
        let room = (high - low) / (users.len() + 1) as f32;
        let step = room.min(em * 0.6);
        let span = step * (users.len() - 1) as f32;
        // As near to where they would like to pass as the gap allows.
        let wish = users.iter().map(|(y, _)| y).sum::<f32>() / users.len() as f32;
        let first = (wish - span / 2.0).min(high - step - span).max(low + step);
        for (place, (_, link)) in users.into_iter().enumerate() {
            passages[link].push((lane, first + step * place as f32));
        }
    }
    passages
}

/// Returns the free heights of each lane, from the top.
fn gaps(plan: &Plan, top: f32, bottom: f32) -> Vec<Vec<(f32, f32)>> {
    let mut gaps = vec![Vec::new(); plan.lanes];
    let mut lower = vec![top; plan.lanes];
    for thing in &plan.boxes {
        gaps[thing.lane].push((lower[thing.lane], thing.top));
        lower[thing.lane] = thing.top + thing.height;
    }
    for (gaps, y) in gaps.iter_mut().zip(lower) {
        gaps.push((y, bottom.max(y)));
    }
    gaps
}
