//! Sets the heights at which things stand. In: a `Plan`. Out: the same, placed.
//!
//! The order inside a lane is the author's. A thing would like to stand beside the things it is linked
//! with; the fullest lane sets the height of all.

use super::plan::Plan;

/// Places all boxes from `top` downwards, at least `gap` apart, and returns the height they take.
pub(super) fn place(plan: &mut Plan, top: f32, gap: f32) -> f32 {
    let mut lanes = vec![Vec::new(); plan.lanes];
    for (index, thing) in plan.boxes.iter().enumerate() {
        lanes[thing.lane].push(index);
    }
    let height = lanes.iter().map(|lane| stack(plan, lane, gap)).fold(0.0, f32::max);
    let mut linked = vec![Vec::new(); plan.boxes.len()];
    for link in &plan.links {
        linked[link.from].push(link.to);
        linked[link.to].push(link.from);
    }
    for lane in &lanes {
        spread(plan, lane, top, height);
    }
    let rightwards = 0..lanes.len();
    for lane in rightwards.clone().chain(rightwards.clone().rev()).chain(rightwards) {
        settle(plan, &lanes[lane], &linked, Room { top, height, gap });
    }
    height
}

#[derive(Clone, Copy)]
struct Room {
    top: f32,
    height: f32,
    gap: f32,
}

/// Returns the height of a lane whose boxes stand as close as they may.
fn stack(plan: &Plan, lane: &[usize], gap: f32) -> f32 {
    let boxes: f32 = lane.iter().map(|&index| plan.boxes[index].height).sum();
    boxes + gap * lane.len().saturating_sub(1) as f32
}

/// Shares the free height out evenly.
fn spread(plan: &mut Plan, lane: &[usize], top: f32, height: f32) {
    let free = (height - stack(plan, lane, 0.0)) / (lane.len() + 1) as f32;
    let mut y = top;
    for &index in lane {
        plan.boxes[index].top = y + free;
        y += free + plan.boxes[index].height;
    }
}

/// Moves each box of a lane towards the middle of those it is linked with, as far as the order allows.
fn settle(plan: &mut Plan, lane: &[usize], linked: &[Vec<usize>], room: Room) {
    let mut least = room.top;
    let mut left = stack(plan, lane, room.gap);
    for &index in lane {
        let most = room.top + room.height - left;
        let own = &plan.boxes[index];
        let beside: Vec<f32> = linked[index]
            .iter()
            .filter(|&&other| plan.boxes[other].lane != own.lane)
            .map(|&other| plan.boxes[other].middle())
            .collect();
        let wish = if beside.is_empty() {
            own.top
        } else {
            beside.iter().sum::<f32>() / beside.len() as f32 - own.height / 2.0
        };
        let height = own.height;
        plan.boxes[index].top = wish.min(most).max(least);
        least = plan.boxes[index].top + height + room.gap;
        left -= height + room.gap;
    }
}
