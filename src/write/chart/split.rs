//! One drawing, as many scenes as it needs. In: a drawing, a frame, a height. Out: scenes that fit.

use std::ops::Range;

use super::{Frame, Scene, bars, gantt, graph, groups};
use crate::document::Drawing;

/// Returns the whole drawing, however high it gets; empty for a picture, which is drawn as it is.
pub fn scene(drawing: &Drawing, frame: &Frame) -> Scene {
    part(drawing, 0..rows(drawing), frame)
}

/// Returns the drawing in parts that are no higher than `height`, each with its heads and on the scale of
/// the whole; none for a picture. A row that is too high by itself is shrunk.
pub fn scenes(drawing: &Drawing, frame: &Frame, height: f32) -> Vec<Scene> {
    if let Drawing::Picture(_) = drawing {
        return Vec::new();
    }
    let whole = scene(drawing, frame);
    let all = rows(drawing);
    if whole.height <= height || all < 2 {
        return vec![shrunk(whole, height)];
    }
    // Rows of middling height share a page; a guess that is too large is cut until it fits.
    let guess = ((all as f32 * height / whole.height) as usize).clamp(1, all);
    let mut scenes = Vec::new();
    let mut start = 0;
    while start < all {
        let mut count = guess.min(all - start);
        let mut scene = part(drawing, start..start + count, frame);
        while scene.height > height && count > 1 {
            count -= (count / 6).max(1);
            scene = part(drawing, start..start + count, frame);
        }
        scenes.push(shrunk(scene, height));
        start += count;
    }
    scenes
}

/// Returns the width at which the drawing is comfortable: a graph with many lanes wants a wide page.
pub fn preferred_width(drawing: &Drawing, frame: &Frame) -> f32 {
    match drawing {
        Drawing::Graph(graph) => graph::preferred_width(graph, frame),
        Drawing::Gantt(gantt) => frame.size * (18.0 + 1.7 * gantt.columns.len() as f32).clamp(36.0, 72.0),
        Drawing::Bars(_) | Drawing::Groups { .. } | Drawing::Picture(_) => frame.size * 40.0,
    }
}

fn shrunk(mut scene: Scene, height: f32) -> Scene {
    let width = scene.width;
    scene.fit(width, height);
    scene
}

fn rows(drawing: &Drawing) -> usize {
    match drawing {
        Drawing::Bars(bars) => bars.bars.len(),
        Drawing::Groups { groups, .. } => groups.len(),
        Drawing::Gantt(gantt) => gantt.rows.len(),
        Drawing::Graph(graph) => graph.lanes.first().map_or(0, |lane| lane.vertices.len()),
        Drawing::Picture(_) => 0,
    }
}

fn part(drawing: &Drawing, rows: Range<usize>, frame: &Frame) -> Scene {
    match drawing {
        Drawing::Bars(bars) => bars::draw(bars, rows, frame),
        Drawing::Groups { series, groups } => groups::draw(series, groups, rows, frame),
        Drawing::Gantt(gantt) => gantt::draw(gantt, rows, frame),
        Drawing::Graph(graph) => graph::draw(graph, rows, frame),
        Drawing::Picture(_) => Scene::default(),
    }
}
