//! Horizontal bars with reference values. In: `Bars`. Out: a scene.

use std::ops::Range;

use super::frame::Label;
use super::scale::Scale;
use super::scene::{Dash, Scene, Stroke, Weight};
use super::{Frame, Role};
use crate::document::{Bars, Reference};

/// How thick a bar is, in font sizes.
const THICK: f32 = 1.25;

/// A bar chart with what all its parts share.
pub(super) struct Chart<'a> {
    bars: &'a Bars,
    columns: Columns,
    scale: Scale,
    flags: Vec<Flag>,
}

impl<'a> Chart<'a> {
    pub(super) fn of(bars: &'a Bars, frame: &Frame) -> Self {
        let (labels, words) =
            (bars.bars.iter().map(|bar| &bar.label), bars.bars.iter().map(|bar| &bar.words));
        let columns = Columns::of(labels, words, frame);
        let values = bars.bars.iter().map(|bar| bar.value);
        let values = values.chain(bars.references.iter().map(|one| one.value));
        let scale = Scale::over(values, columns.left, columns.plot);
        let flags = flags(&bars.references, &scale, columns.left, frame);
        Self { bars, columns, scale, flags }
    }

    pub(super) fn rows(&self) -> usize {
        self.bars.bars.len()
    }

    /// Draws some of the bars, on the scale of all.
    pub(super) fn draw(&self, rows: Range<usize>, frame: &Frame) -> Scene {
        let (em, scale, columns) = (frame.size, &self.scale, &self.columns);
        let top = self.flags.iter().map(|flag| flag.bottom).fold(0.0, f32::max);
        let mut scene = Scene { width: frame.width, height: 0.0, shapes: Vec::new() };
        let mut words = Vec::new();
        let mut y = top + em * 0.5;
        for bar in &self.bars.bars[rows] {
            let weight = if bar.strong { Weight::Bold } else { Weight::Regular };
            let label = frame.label(&bar.label, columns.label, weight);
            let value = frame.label(&bar.words, columns.value, weight);
            let height = label.height().max(value.height()).max(em * THICK);
            let middle = y + height / 2.0;
            let (from, to) = (scale.zero().min(scale.at(bar.value)), scale.zero().max(scale.at(bar.value)));
            let role = if bar.strong { Role::Accent } else { Role::Calm };
            scene.area([from, middle - em * THICK / 2.0, to - from, em * THICK], role);
            // The value of a bar below zero stands on the free side, right of zero.
            words.push((middle, label, value, to + em * 0.45));
            y += height + em * 0.55;
        }
        scene.height = y;

        let axis = Stroke { role: Role::Muted, width: em * 0.08, dash: Dash::Solid };
        scene.line(&[(scale.zero(), top + em * 0.25), (scale.zero(), y - em * 0.3)], axis);
        for (flag, reference) in self.flags.iter().zip(&self.bars.references) {
            let x = scale.at(reference.value);
            let stroke = Stroke { role: Role::Reference, width: em * 0.13, dash: Dash::Dashed };
            scene.line(&[(x, flag.top + flag.label.size * 0.2), (x, y - em * 0.3)], stroke);
        }
        for (middle, label, value, x) in words {
            scene.text(label.beside(0.0, middle, Role::Ink));
            halo(&mut scene, &value, x, middle - value.height() / 2.0);
            scene.text(value.beside(x, middle, Role::Ink));
        }
        for flag in &self.flags {
            halo(&mut scene, &flag.label, flag.x, flag.top);
            scene.put(flag.label.clone(), flag.x, flag.top, Role::Reference);
        }
        scene
    }
}

/// Adds a ground for words that may stand over a line.
fn halo(scene: &mut Scene, label: &Label, x: f32, y: f32) {
    let pad = label.size * 0.15;
    if !label.lines.is_empty() {
        let right = (x + label.width + pad).min(scene.width);
        scene.area([x - pad, y, right - x + pad, label.height()], Role::Paper);
    }
}

/// The widths of a bar chart's columns: labels, bars, values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub(super) label: f32,
    /// Where the bars' column starts.
    pub(super) left: f32,
    pub(super) plot: f32,
    pub(super) value: f32,
}

impl Columns {
    /// Returns the columns that suit these labels and values.
    pub(super) fn of<'a>(
        labels: impl Iterator<Item = &'a String>,
        values: impl Iterator<Item = &'a String>,
        frame: &Frame,
    ) -> Self {
        let wide = |text: &'a String| frame.wide(text, Weight::Bold);
        let label = labels.map(wide).fold(0.0, f32::max).min(frame.width * 0.36);
        let value = values.map(wide).fold(0.0, f32::max).min(frame.width * 0.25);
        let left = label + frame.size * 0.8;
        let plot = (frame.width - left - value - frame.size * 0.6).max(0.0);
        Self { label, left, plot, value }
    }
}

/// The name of a reference value at the head of its line.
struct Flag {
    label: Label,
    x: f32,
    top: f32,
    bottom: f32,
}

/// Returns the references' names, each right of its line; of two that would meet, the left one stands higher.
fn flags(references: &[Reference], scale: &Scale, left: f32, frame: &Frame) -> Vec<Flag> {
    let em = frame.size;
    let most = (frame.width - left) * 0.6;
    let mut flags: Vec<Flag> = references
        .iter()
        .map(|reference| {
            let text = format!("{} {}", reference.label, reference.words);
            let label = frame.small(text.trim(), most, Weight::Regular);
            let x = (scale.at(reference.value) + em * 0.35).min(frame.width - label.width).max(0.0);
            Flag { label, x, top: 0.0, bottom: 0.0 }
        })
        .collect();
    let mut order: Vec<usize> = (0..flags.len()).collect();
    order.sort_by(|&a, &b| scale.at(references[b].value).total_cmp(&scale.at(references[a].value)));
    // Heights grow upwards from 0 here; the flags are turned over below.
    let mut placed: Vec<(f32, f32)> = Vec::new();
    for &index in &order {
        let flag = &mut flags[index];
        let end = flag.x + flag.label.width + em * 0.5;
        let floor = placed.iter().filter(|(x, _)| *x < end).map(|(_, top)| *top).fold(0.0, f32::max);
        flag.bottom = floor;
        flag.top = floor + flag.label.height() + em * 0.15;
        placed.push((flag.x, flag.top));
    }
    let height = flags.iter().map(|flag| flag.top).fold(0.0, f32::max);
    for flag in &mut flags {
        (flag.top, flag.bottom) = (height - flag.top, height - flag.bottom);
    }
    flags
}
