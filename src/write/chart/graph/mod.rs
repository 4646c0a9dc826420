//! Things in lanes and the links between them. In: `Graph`. Out: a scene.
//!
//! ```text
//! Graph → Web (who leads to whom) → Plan (which things, how large) → place (heights) → route (links) → Scene
//! ```

mod legend;
mod place;
mod plan;
mod route;
mod web;

use std::ops::Range;

use super::scene::{Dash, Scene, Stroke, Weight, rectangle};
use super::{Frame, Role};
use crate::document::Graph;
use plan::Plan;
use web::Web;

/// A graph with what all its parts share.
pub(super) struct Chart<'a> {
    graph: &'a Graph,
    web: Web<'a>,
}

impl<'a> Chart<'a> {
    pub(super) fn of(graph: &'a Graph) -> Self {
        Self { graph, web: Web::of(graph) }
    }

    pub(super) fn rows(&self) -> usize {
        self.web.first_lane
    }

    /// Draws what some things of the first lane lead to; things that none of the first lane leads to stand
    /// with the last ones.
    pub(super) fn draw(&self, rows: Range<usize>, frame: &Frame) -> Scene {
        let em = frame.size;
        let mut scene = Scene { width: frame.width, height: 0.0, shapes: Vec::new() };
        let mut plan = Plan::of(&self.web, rows, frame);
        let heads: Vec<_> = self
            .graph
            .lanes
            .iter()
            .map(|lane| frame.label(&lane.label, plan.lane_width, Weight::Bold))
            .collect();
        let top = heads.iter().map(|head| head.height()).fold(0.0, f32::max) + em * 1.1;
        let bottom = top + place::place(&mut plan, top, em * 0.95);

        for link in route::routes(&plan, top - em * 0.5, bottom + em * 0.5, em) {
            let (role, dash) =
                if link.inherited { (Role::Muted, Dash::Dashed) } else { (Role::Accent, Dash::Solid) };
            scene.path(link.pieces, None, Some(Stroke { role, width: em * 0.1, dash }));
            scene.path(link.arrow, Some(role), None);
        }
        let mut boxes = plan.boxes.iter().peekable();
        for (lane, head) in heads.into_iter().enumerate() {
            let x = plan.lane_left(lane);
            let rule = Stroke { role: Role::Accent, width: em * 0.12, dash: Dash::Solid };
            scene.line(&[(x, top - em * 0.75), (x + plan.lane_width, top - em * 0.75)], rule);
            let rise = top - em * 1.0 - head.height();
            scene.put(head, x, rise, Role::Ink);
            while let Some(thing) = boxes.next_if(|thing| thing.lane == lane) {
                let area = [x, thing.top, plan.lane_width, thing.height];
                let (fill, role, dash) = if thing.gap {
                    (Role::Paper, Role::Reference, Dash::Dashed)
                } else {
                    (Role::Wash, Role::Calm, Dash::Solid)
                };
                scene.path(rectangle(area), Some(fill), Some(Stroke { role, width: em * 0.09, dash }));
                let ink = if thing.gap { Role::Reference } else { Role::Ink };
                let below = thing.top + plan.pad + thing.id.height();
                scene.text(thing.id.clone().at(x + plan.pad, thing.top + plan.pad, ink));
                scene.text(thing.label.clone().at(x + plan.pad, below, Role::Ink));
            }
        }
        scene.height = legend::draw(&mut scene, &plan, bottom + em * 0.7, frame);
        scene
    }
}

/// Returns the width at which the lanes hold their words without breaking them.
pub(super) fn preferred_width(graph: &Graph, frame: &Frame) -> f32 {
    let lane = (widest(graph, frame) + frame.size).clamp(frame.size * 10.0, frame.size * 16.0);
    total(graph, lane, frame).max(frame.size * 24.0)
}

/// Returns the width below which the lanes break too many words.
pub(super) fn least_width(graph: &Graph, frame: &Frame) -> f32 {
    // Words in boxes are set smaller, and the boxes have their padding.
    let lane = (widest(graph, frame) * 0.88 + frame.size * 0.9).clamp(frame.size * 6.0, frame.size * 10.0);
    total(graph, lane, frame)
}

fn total(graph: &Graph, lane: f32, frame: &Frame) -> f32 {
    let count = graph.lanes.len() as f32;
    count * lane + (count - 1.0).max(0.0) * frame.size * plan::GUTTER
}

fn widest(graph: &Graph, frame: &Frame) -> f32 {
    let labels = graph.lanes.iter().flat_map(|lane| lane.vertices.iter().map(|thing| thing.label.as_str()));
    let words = labels.flat_map(|label| label.split_whitespace());
    words.map(|word| frame.wide(word, Weight::Regular)).fold(0.0, f32::max)
}
