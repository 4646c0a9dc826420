//! One drawing, as many scenes as it needs. In: a drawing, a frame, a height. Out: scenes that fit.

use std::ops::Range;

use super::{Frame, Scene, bars, gantt, graph, groups, lines};
use crate::document::Drawing;

/// Returns the whole drawing, however high it gets.
pub fn scene(drawing: &Drawing, frame: &Frame) -> Scene {
    let chart = Chart::of(drawing, frame);
    chart.draw(0..chart.rows(), frame)
}

/// Returns the drawing in parts that are no higher than `height`, each with its heads and on the scale of
/// the whole. A row that is too high by itself is shrunk.
pub fn scenes(drawing: &Drawing, frame: &Frame, height: f32) -> Vec<Scene> {
    let chart = Chart::of(drawing, frame);
    let all = chart.rows();
    let whole = chart.draw(0..all, frame);
    if whole.height <= height || all < 2 {
        return vec![shrunk(whole, height)];
    }
    // Rows of middling height share a page; a guess that is too large is cut until it fits.
    let guess = ((all as f32 * height / whole.height) as usize).clamp(1, all);
    let mut scenes = Vec::new();
    let mut start = 0;
    while start < all {
        let mut count = guess.min(all - start);
        let mut scene = chart.draw(start..start + count, frame);
        while scene.height > height && count > 1 {
            count -= (count / 6).max(1);
            scene = chart.draw(start..start + count, frame);
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
        Drawing::Gantt(gantt) => frame.size * (18.0 + 1.9 * gantt.columns.len() as f32).clamp(36.0, 72.0),
        Drawing::Bars(_) | Drawing::Groups { .. } | Drawing::Lines(_) => frame.size * 40.0,
    }
}

/// Returns the width below which the drawing gets crowded, so that a page is better turned.
pub fn least_width(drawing: &Drawing, frame: &Frame) -> f32 {
    match drawing {
        Drawing::Graph(graph) => graph::least_width(graph, frame),
        Drawing::Gantt(gantt) => frame.size * (14.0 + 0.8 * gantt.columns.len() as f32).min(60.0),
        Drawing::Bars(_) | Drawing::Groups { .. } | Drawing::Lines(_) => frame.size * 24.0,
    }
}

fn shrunk(mut scene: Scene, height: f32) -> Scene {
    let width = scene.width;
    scene.fit(width, height);
    scene
}

/// A chart with what all its parts share, worked out once.
enum Chart<'a> {
    Bars(bars::Chart<'a>),
    Groups(groups::Chart<'a>),
    Lines(lines::Chart<'a>),
    Gantt(gantt::Chart<'a>),
    Graph(graph::Chart<'a>),
}

impl<'a> Chart<'a> {
    fn of(drawing: &'a Drawing, frame: &Frame) -> Self {
        match drawing {
            Drawing::Bars(bars) => Self::Bars(bars::Chart::of(bars, frame)),
            Drawing::Groups { series, groups } => Self::Groups(groups::Chart::of(series, groups, frame)),
            Drawing::Lines(lines) => Self::Lines(lines::Chart(lines)),
            Drawing::Gantt(gantt) => Self::Gantt(gantt::Chart::of(gantt, frame)),
            Drawing::Graph(graph) => Self::Graph(graph::Chart::of(graph)),
        }
    }

    /// Returns how many rows it may be split into.
    fn rows(&self) -> usize {
        match self {
            Self::Bars(chart) => chart.rows(),
            Self::Groups(chart) => chart.rows(),
            // Points over one axis are not parted.
            Self::Lines(_) => 1,
            Self::Gantt(chart) => chart.rows(),
            Self::Graph(chart) => chart.rows(),
        }
    }

    fn draw(&self, rows: Range<usize>, frame: &Frame) -> Scene {
        match self {
            Self::Bars(chart) => chart.draw(rows, frame),
            Self::Groups(chart) => chart.draw(rows, frame),
            Self::Lines(chart) => chart.draw(frame),
            Self::Gantt(chart) => chart.draw(rows, frame),
            Self::Graph(chart) => chart.draw(rows, frame),
        }
    }
}
