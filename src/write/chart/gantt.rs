//! Work over time. In: `Gantt`. Out: a scene.

use std::ops::Range;

use super::frame::Label;
use super::heads::{self, Wish};
use super::scene::{Dash, Piece, Scene, Stroke, Weight};
use super::{Frame, Role};
use crate::document::{Gantt, GanttRow};

/// How thick a bar is, in font sizes.
const THICK: f32 = 1.1;

/// A schedule with what all its parts share.
pub(super) struct Chart<'a> {
    gantt: &'a Gantt,
    grid: Grid,
}

impl<'a> Chart<'a> {
    pub(super) fn of(gantt: &'a Gantt, frame: &Frame) -> Self {
        Self { gantt, grid: Grid::of(gantt, frame) }
    }

    pub(super) fn rows(&self) -> usize {
        self.gantt.rows.len()
    }

    /// Draws some of the rows under all heads.
    pub(super) fn draw(&self, rows: Range<usize>, frame: &Frame) -> Scene {
        let (em, gantt, grid) = (frame.size, self.gantt, &self.grid);
        let mut scene = Scene { width: frame.width, height: 0.0, shapes: Vec::new() };
        let mut heads = Scene::default();
        let spans = grid.spans(gantt);
        let below_spans = grid.heads(&mut heads, &spans, 0.0, Weight::Bold, frame);
        let columns: Vec<_> =
            gantt.columns.iter().enumerate().map(|(at, name)| (name.as_str(), at, 1)).collect();
        let top = grid.heads(&mut heads, &columns, below_spans, Weight::Regular, frame) + em * 0.2;

        let mut y = top;
        let mut content = Scene::default();
        for row in &gantt.rows[rows] {
            let rule = Stroke { role: Role::Rule, width: em * 0.06, dash: Dash::Solid };
            scene.line(&[(0.0, y), (frame.width, y)], rule);
            y = grid.row(&mut content, row, y + em * 0.35, frame) + em * 0.35;
        }
        scene.height = y + em * 0.1;

        // The first column of a span carries a stronger line, so that a year is seen down the whole chart.
        let starts: Vec<usize> = spans.iter().map(|(_, first, _)| *first).collect();
        for column in 0..=gantt.columns.len() {
            let strong = starts.contains(&column) || column == 0 || column == gantt.columns.len();
            let (role, from) = if strong { (Role::Calm, 0.0) } else { (Role::Rule, below_spans) };
            let x = grid.edge(column);
            scene.line(&[(x, from), (x, y)], Stroke { role, width: em * 0.06, dash: Dash::Solid });
        }
        scene.shapes.append(&mut heads.shapes);
        scene.shapes.append(&mut content.shapes);
        scene
    }
}

/// Where the columns stand.
struct Grid {
    left: f32,
    right: f32,
    step: f32,
    last: usize,
}

impl Grid {
    fn of(gantt: &Gantt, frame: &Frame) -> Self {
        let labels = gantt.rows.iter().map(|row| frame.wide(&row.label, Weight::Regular));
        let left = labels.fold(0.0, f32::max).min(frame.width * 0.36) + frame.size * 0.8;
        let right = (frame.width - frame.size * 0.1).max(left);
        let count = gantt.columns.len().max(1);
        Self { left, right, step: (right - left) / count as f32, last: count - 1 }
    }

    fn edge(&self, column: usize) -> f32 {
        self.left + self.step * column as f32
    }

    fn middle(&self, column: usize) -> f32 {
        self.edge(column.min(self.last)) + self.step / 2.0
    }

    /// Returns the spans with their first column and their length, cut to the columns there are.
    fn spans<'a>(&self, gantt: &'a Gantt) -> Vec<(&'a str, usize, usize)> {
        let mut first = 0;
        let mut spans = Vec::new();
        for (name, count) in &gantt.spans {
            let length = (*count).min((self.last + 1).saturating_sub(first)).max(1);
            spans.push((name.as_str(), first.min(self.last), length));
            first = first.saturating_add(*count);
        }
        spans
    }

    /// Adds heads (name, first column, length) below `y` and returns their lower edge.
    fn heads(
        &self,
        scene: &mut Scene,
        heads: &[(&str, usize, usize)],
        y: f32,
        weight: Weight,
        frame: &Frame,
    ) -> f32 {
        let labels: Vec<(Label, f32)> = heads
            .iter()
            .map(|&(name, first, length)| {
                let middle = (self.edge(first) + self.edge(first + length)) / 2.0;
                (frame.small(name, self.right - self.left, weight), middle)
            })
            .collect();
        let wishes: Vec<Wish> =
            labels.iter().map(|(label, middle)| Wish { middle: *middle, width: label.width }).collect();
        let line = labels.iter().map(|(label, _)| label.height()).fold(0.0, f32::max) + frame.size * 0.1;
        let places = heads::place(&wishes, self.left, self.right, frame.size * 0.2);
        let rows = places.iter().map(|(_, row)| row + 1).max().unwrap_or(0);
        for ((label, _), (x, row)) in labels.into_iter().zip(places) {
            scene.put(label, x, y + line * row as f32, Role::Ink);
        }
        y + line * rows as f32
    }

    /// Adds a row below `y` and returns its lower edge.
    fn row(&self, scene: &mut Scene, row: &GanttRow, y: f32, frame: &Frame) -> f32 {
        let em = frame.size;
        let label = frame.label(&row.label, self.left - em * 0.8, Weight::Regular);
        let mut bottom = y + em * (THICK + 0.1);
        let single = row.marks.is_empty().then(|| label.height().max(em * (THICK + 0.1)));
        let middle = y + single.unwrap_or(em * 1.22) / 2.0;
        let below = y + label.height();
        scene.put(label, 0.0, y, Role::Ink);
        match row.columns {
            Some((a, b)) => {
                let (first, last) = (a.min(b).min(self.last), a.max(b).min(self.last));
                let (from, to) = (self.edge(first), self.edge(last + 1));
                scene.area([from, middle - em * THICK / 2.0, to - from, em * THICK], Role::Accent);
            }
            // Milestones say their time themselves.
            None if !row.marks.is_empty() => {}
            None => {
                let room = self.right - self.left - em * 0.4;
                let words = frame.small(frame.lang.pick("bez terminu", "no dates"), room, Weight::Regular);
                let height = words.height();
                scene.area([self.left + em * 0.4, middle - height / 2.0, words.width, height], Role::Paper);
                scene.text(words.beside(self.left + em * 0.4, middle, Role::Muted));
            }
        }
        for (column, name) in &row.marks {
            bottom = self.mark(scene, *column, name, bottom + em * 0.1, frame);
        }
        bottom.max(below)
    }

    /// Adds a milestone with its name on the side where there is more room, and returns its lower edge.
    fn mark(&self, scene: &mut Scene, column: usize, name: &str, y: f32, frame: &Frame) -> f32 {
        let em = frame.size;
        let (radius, gap) = (em * 0.42, em * 0.75);
        let x = self.middle(column).min(self.right - radius).max(self.left + radius);
        let (before, after) = (x - gap - self.left, self.right - x - gap);
        let fits = frame.small(name, f32::INFINITY, Weight::Regular).width <= after;
        let label = frame.small(name, if fits { after } else { after.max(before) }, Weight::Regular);
        let start = if fits || after >= before { x + gap } else { x - gap - label.width };
        let middle = y + label.size * 0.62;
        let diamond = vec![
            Piece::Move(x, middle - radius),
            Piece::Line(x + radius, middle),
            Piece::Line(x, middle + radius),
            Piece::Line(x - radius, middle),
            Piece::Close,
        ];
        scene.path(diamond, Some(Role::Reference), None);
        let bottom = y + label.height().max(em);
        scene.area([start, y, label.width, label.height()], Role::Paper);
        scene.put(label, start, y, Role::Ink);
        bottom
    }
}
