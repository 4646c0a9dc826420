//! A measure over time: a line an area, named at its end. In: `Lines`. Out: a scene.
//!
//! No legend and no second axis: each point bears its value, each line its name.

use super::frame::Label;
use super::heads::{self, Wish};
use super::scale::Scale;
use super::scene::{Dash, Scene, Stroke, Weight};
use super::{Frame, Role};
use crate::document::{Bar, Group, Lines};

/// How high the space for the lines is, in font sizes.
const HIGH: f32 = 11.0;

/// A line chart.
pub(super) struct Chart<'a>(pub(super) &'a Lines);

/// Where things stand, from left to right and from the top.
struct Axes {
    left: f32,
    right: f32,
    across: Scale,
    up: Scale,
    high: f32,
}

/// A line's points in place, each with its value, and its name.
struct Placed {
    points: Vec<(f32, f32)>,
    values: Vec<(f32, f32, Label)>,
    name: (f32, Label),
    strong: bool,
}

impl Chart<'_> {
    pub(super) fn draw(&self, frame: &Frame) -> Scene {
        let em = frame.size;
        let names = self.0.lines.iter().map(|line| frame.wide(&line.label, Weight::Bold)).fold(0.0, f32::max);
        let names = names.min(frame.width * 0.34);
        let axes = self.axes(names, frame);
        let mut taken = Vec::new();
        let place = |line| self.placed(line, (&axes, names), &mut taken, frame);
        let mut placed: Vec<Placed> = self.0.lines.iter().map(place).collect();
        part_names(&mut placed);
        let top = placed.iter().flat_map(Placed::tops).fold(0.0, f32::min);
        let mut scene = Scene { width: frame.width, height: 0.0, shapes: Vec::new() };
        let axis = Stroke { role: Role::Muted, width: em * 0.08, dash: Dash::Solid };
        let zero = axes.high - axes.up.zero() - top;
        scene.line(&[(axes.left - em * 0.5, zero), (axes.right, zero)], axis);
        for line in &placed {
            line.strokes(&mut scene, em, top);
        }
        let bottom = self.days(&mut scene, frame, &axes, axes.high + em * 0.5 - top);
        let ends = placed.iter().map(|line| line.name.0 + line.name.1.height() - top);
        scene.height = ends.fold(bottom, f32::max);
        for Placed { values, name: (y, name), .. } in placed {
            // The name is read before the values, as in a table.
            scene.put(name, axes.right + em * 0.9, y - top, Role::Ink);
            for (x, y, value) in values {
                scene.put(value, x, y - top, Role::Ink);
            }
        }
        scene
    }

    fn axes(&self, names: f32, frame: &Frame) -> Axes {
        let em = frame.size;
        let (left, right, high) = (em, (frame.width - names - em * 1.4).max(em * 2.0), em * HIGH);
        let across = Scale::over(self.0.days.iter().map(|day| day.at), left, right - left);
        let values = self.0.lines.iter().flat_map(measured).map(|(_, bar)| bar.value);
        Axes { left, right, across, up: Scale::over(values, 0.0, high), high }
    }

    /// Puts the points of a line in place, its values above them where nothing stands yet.
    fn placed(&self, line: &Group, at: (&Axes, f32), taken: &mut Vec<[f32; 4]>, frame: &Frame) -> Placed {
        let (axes, names) = at;
        let em = frame.size;
        let strong = line.bars.iter().any(|bar| bar.strong);
        let weight = if strong { Weight::Bold } else { Weight::Regular };
        let (mut points, mut values) = (Vec::new(), Vec::new());
        for (day, bar) in measured(line) {
            let Some(day) = self.0.days.get(day) else { continue };
            let (x, y) = (axes.across.at(day.at), axes.high - axes.up.at(bar.value));
            points.push((x, y));
            let label = frame.label(&bar.words, (axes.right - axes.left) * 0.4, weight);
            let (width, height) = (label.width, label.height());
            let left = (x - width / 2.0).min(axes.right - width).max(0.0);
            let top = free(taken, [left, y - em * 0.45 - height, width, height]);
            values.push((left, top, label));
        }
        let name = frame.label(&line.label, names, weight);
        let y = points.last().map_or(0.0, |(_, y)| y - name.height() / 2.0);
        Placed { points, values, name: (y, name), strong }
    }

    /// Adds the days under the axis, in as many rows as they need; returns their lower edge.
    fn days(&self, scene: &mut Scene, frame: &Frame, axes: &Axes, top: f32) -> f32 {
        let em = frame.size;
        let label = |words: &str| frame.small(words, axes.right * 0.4, Weight::Regular);
        let labels: Vec<Label> = self.0.days.iter().map(|day| label(&day.label)).collect();
        let wishes = self.0.days.iter().zip(&labels);
        let wishes: Vec<Wish> =
            wishes.map(|(day, label)| Wish { middle: axes.across.at(day.at), width: label.width }).collect();
        let high = labels.iter().map(Label::height).fold(0.0, f32::max) + em * 0.2;
        let places = heads::place(&wishes, 0.0, axes.right + em * 0.5, em * 0.8);
        let mut bottom = top;
        for (label, (x, row)) in labels.into_iter().zip(places) {
            let y = top + row as f32 * high;
            bottom = bottom.max(y + high);
            scene.put(label, x, y, Role::Muted);
        }
        bottom
    }
}

impl Placed {
    fn tops(&self) -> impl Iterator<Item = f32> + '_ {
        self.values.iter().map(|(_, y, _)| *y).chain(std::iter::once(self.name.0))
    }

    /// Draws the line and its points: the one that the figure is about solid, the others dashed.
    fn strokes(&self, scene: &mut Scene, em: f32, top: f32) {
        let (role, width, dash) = match self.strong {
            true => (Role::Accent, em * 0.22, Dash::Solid),
            false => (Role::Calm, em * 0.16, Dash::Dashed),
        };
        let points: Vec<(f32, f32)> = self.points.iter().map(|(x, y)| (*x, y - top)).collect();
        if points.len() > 1 {
            scene.line(&points, Stroke { role, width, dash });
        }
        let half = em * if self.strong { 0.3 } else { 0.24 };
        for (x, y) in points {
            scene.area([x - half, y - half, 2.0 * half, 2.0 * half], role);
        }
    }
}

/// Returns the days of a line that were measured.
fn measured(line: &Group) -> impl Iterator<Item = (usize, &Bar)> {
    line.bars.iter().enumerate().filter(|(_, bar)| !bar.words.trim().is_empty())
}

/// Moves a box up until it stands on no other, and takes its place; returns its upper edge.
fn free(taken: &mut Vec<[f32; 4]>, [x, mut y, width, height]: [f32; 4]) -> f32 {
    let meets = |y: f32, [left, top, wide, high]: [f32; 4]| {
        x < left + wide + 2.0 && left < x + width + 2.0 && y < top + high && top < y + height
    };
    while let Some(other) = taken.iter().find(|other| meets(y, **other)) {
        y = other[1] - height - 0.5;
    }
    taken.push([x, y, width, height]);
    y
}

/// Moves names down that would stand on one another.
fn part_names(placed: &mut [Placed]) {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.sort_by(|&one, &other| placed[one].name.0.total_cmp(&placed[other].name.0));
    let mut end = f32::NEG_INFINITY;
    for at in order {
        let (y, name) = &mut placed[at].name;
        *y = y.max(end);
        end = *y + name.height();
    }
}
