//! Groups of horizontal bars, one colour and hatch a series. In: series and groups. Out: a scene.

use std::ops::Range;

use super::bars::Columns;
use super::frame::Label;
use super::scale::Scale;
use super::scene::{Dash, Scene, Stroke, Weight};
use super::{Frame, Role, hatch};
use crate::document::Group;

/// How thick a bar is, in font sizes.
const THICK: f32 = 1.1;

/// A grouped bar chart with what all its parts share.
pub(super) struct Chart<'a> {
    series: &'a [String],
    groups: &'a [Group],
    columns: Columns,
    scale: Scale,
}

impl<'a> Chart<'a> {
    pub(super) fn of(series: &'a [String], groups: &'a [Group], frame: &Frame) -> Self {
        let bars = groups.iter().flat_map(|group| &group.bars);
        let labels = groups.iter().map(|group| &group.label);
        let columns = Columns::of(labels, bars.clone().map(|bar| &bar.words), frame);
        let scale = Scale::over(bars.map(|bar| bar.value), columns.left, columns.plot);
        Self { series, groups, columns, scale }
    }

    pub(super) fn rows(&self) -> usize {
        self.groups.len()
    }

    /// Draws some of the groups, on the scale of all.
    pub(super) fn draw(&self, rows: Range<usize>, frame: &Frame) -> Scene {
        let (em, scale, columns) = (frame.size, &self.scale, &self.columns);
        let mut scene = Scene { width: frame.width, height: 0.0, shapes: Vec::new() };
        let top = legend(&mut scene, self.series, frame);
        let mut y = top + em * 0.6;
        let mut words: Vec<(Label, f32, f32)> = Vec::new();
        for group in &self.groups[rows] {
            let label = frame.label(&group.label, columns.label, Weight::Regular);
            let values: Vec<Label> = group
                .bars
                .iter()
                .map(|bar| frame.label(&bar.words, columns.value, weight(bar.strong)))
                .collect();
            let heights: Vec<f32> =
                values.iter().map(|value| value.height().max(em * (THICK + 0.15))).collect();
            let stack: f32 = heights.iter().sum();
            let height = stack.max(label.height());
            words.push((label, 0.0, y + height / 2.0));
            let mut line = y + (height - stack) / 2.0;
            for (index, ((bar, value), step)) in group.bars.iter().zip(values).zip(heights).enumerate() {
                let middle = line + step / 2.0;
                let (zero, end) = (scale.zero(), scale.at(bar.value));
                let area = [zero.min(end), middle - em * THICK / 2.0, (end - zero).abs(), em * THICK];
                hatch::fill(&mut scene, area, index, em * 0.45);
                words.push((value, zero.max(end) + em * 0.4, middle));
                line += step;
            }
            y += height + em * 0.85;
        }
        scene.height = y - em * 0.35;
        let axis = Stroke { role: Role::Muted, width: em * 0.08, dash: Dash::Solid };
        scene.line(&[(scale.zero(), top + em * 0.35), (scale.zero(), scene.height - em * 0.25)], axis);
        for (label, x, middle) in words {
            scene.text(label.beside(x, middle, Role::Ink));
        }
        scene
    }
}

fn weight(strong: bool) -> Weight {
    if strong { Weight::Bold } else { Weight::Regular }
}

/// Adds the names of the series with their looks, as many a line as there is room, and returns its lower edge.
fn legend(scene: &mut Scene, series: &[String], frame: &Frame) -> f32 {
    let em = frame.size;
    let swatch = em * 1.6;
    let (mut x, mut y, mut line) = (0.0_f32, 0.0_f32, 0.0_f32);
    for (index, name) in series.iter().enumerate() {
        let label = frame.label(name, frame.width - swatch - em * 0.5, Weight::Regular);
        let width = swatch + em * 0.5 + label.width;
        if x > 0.0 && x + width > frame.width {
            (x, y, line) = (0.0, y + line + em * 0.2, 0.0);
        }
        let middle = y + em * 0.61;
        hatch::fill(scene, [x, middle - em * 0.45, swatch, em * 0.9], index, em * 0.45);
        line = line.max(label.height());
        scene.put(label, x + swatch + em * 0.5, y, Role::Ink);
        x += width + em * 1.6;
    }
    y + line
}
