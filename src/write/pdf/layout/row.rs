//! Cells side by side. In: a flow a cell. Out: a slab, or two rows where a page ends in between.

use std::collections::VecDeque;

use super::shapes;
use super::slab::{self, Slab};
use crate::write::pdf::display::{Artifact, Colour, Item, Owner, Rect};

/// Cells side by side that start at one height.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) cells: Vec<VecDeque<Slab>>,
    /// White space inside, above and below.
    pub(super) pad: f32,
    pub(super) before: f32,
    pub(super) after: f32,
    /// Whether no page ends after it.
    pub(super) keep: bool,
    /// The share of a page that may stay blank for keeping; nought where nothing else is possible.
    pub(super) wish: f32,
    /// Its table, an index into the header rows to repeat; `None` outside tables.
    pub(super) table: Option<usize>,
    /// Whether it is a header row itself.
    pub(super) head: bool,
    /// Whether a page may end inside it.
    pub(super) splits: bool,
    /// Left edge and width.
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) fill: Option<Colour>,
    /// The grounds of single cells: left edge, width and colour.
    pub(super) grounds: Vec<(f32, f32, Colour)>,
    /// The line under it: width and colour.
    pub(super) rule: Option<(f32, Colour)>,
}

/// How a row is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// What keeps together does.
    Gentle,
    /// It is too high for any page.
    Hard,
}

/// A row this low is moved to the next page rather than cut.
const LOW: f32 = 70.0;
/// The least that is cut off a row or left of it: three lines.
const LEAST: f32 = 36.0;

impl Row {
    /// Returns the height with padding.
    pub(super) fn height(&self) -> f32 {
        self.cells.iter().map(stack).fold(0.0, f32::max) + 2.0 * self.pad
    }

    /// Returns the notes called in its cells, in reading order.
    pub(super) fn notes(&self) -> impl Iterator<Item = usize> {
        self.cells.iter().flatten().flat_map(|slab| slab.notes.iter().copied())
    }

    /// Returns whether a page may end inside it.
    pub(super) fn splits(&self) -> bool {
        self.splits && self.height() > LOW
    }

    /// Cuts off what fits into a height, minding what keeps together unless it has to be forced; `None` when
    /// nothing fits.
    pub(super) fn cut(&mut self, height: f32, force: Force) -> Option<Row> {
        let mut room = height - 2.0 * self.pad;
        if force == Force::Gentle {
            // A few words alone on the next page, under a head that says all again, help nobody.
            room = room.min(self.height() - 2.0 * self.pad - LEAST);
            if room < LEAST {
                return None;
            }
        }
        let counts: Vec<usize> = self.cells.iter().map(|cell| fitting(cell, room, force)).collect();
        let stuck = self.cells.iter().zip(&counts).any(|(cell, &count)| count == 0 && !cell.is_empty());
        let whole = self.cells.iter().zip(&counts).all(|(cell, &count)| count == cell.len());
        if stuck || whole {
            return None;
        }
        let mut first = Self { keep: false, wish: 0.0, after: 0.0, ..self.clone() };
        for ((cell, upper), count) in self.cells.iter_mut().zip(&mut first.cells).zip(counts) {
            cell.drain(..count);
            upper.truncate(count);
        }
        self.before = 0.0;
        Some(first)
    }

    /// Returns the row as one slab.
    pub(super) fn slab(self) -> Slab {
        let height = self.height();
        let mut whole = Slab {
            height,
            before: self.before,
            after: self.after,
            keep: self.keep,
            wish: self.wish,
            ..Slab::default()
        };
        if let Some(fill) = self.fill {
            let area = Rect { x: self.x, y: 0.0, width: self.width, height };
            whole.items.push(shapes::area(area, fill));
        }
        for (x, width, fill) in self.grounds {
            whole.items.push(shapes::area(Rect { x, y: 0.0, width, height }, fill));
        }
        for cell in self.cells {
            let mut placed: Vec<(f32, Slab)> = Vec::new();
            let mut y = self.pad;
            let mut below = 0.0;
            for slab in cell {
                if !placed.is_empty() {
                    y += f32::max(below, slab.before);
                }
                below = slab.after;
                let top = y;
                y += slab.height;
                placed.push((top, slab));
            }
            whole.items.extend(slab::backdrops(placed.iter().map(|(top, slab)| (*top, slab))));
            for (top, mut slab) in placed {
                slab.shift(0.0, top);
                if whole.baseline == 0.0 {
                    whole.baseline = slab.baseline;
                }
                whole.absorb(slab);
            }
        }
        if let Some((width, colour)) = self.rule {
            let y = height - width / 2.0;
            whole.items.push(shapes::rule(self.x, self.x + self.width, y, width, colour));
        }
        whole
    }

    /// Returns the row as it is shown again on the next page: nothing is read aloud or clicked twice.
    pub(super) fn repeated(&self) -> Slab {
        let mut slab = self.clone().slab();
        for Item { owner, .. } in &mut slab.items {
            *owner = Owner::Artifact(Artifact::Layout);
        }
        Slab { items: slab.items, height: slab.height, keep: true, ..Slab::default() }
    }
}

/// Returns the height of slabs below one another.
pub(super) fn stack(slabs: &VecDeque<Slab>) -> f32 {
    let mut height = 0.0;
    let mut below = 0.0;
    for (index, slab) in slabs.iter().enumerate() {
        if index > 0 {
            height += f32::max(below, slab.before);
        }
        height += slab.height;
        below = slab.after;
    }
    height
}

/// Returns how many slabs from the top fit into a height.
fn fitting(slabs: &VecDeque<Slab>, room: f32, force: Force) -> usize {
    let (mut height, mut below) = (0.0, 0.0);
    let mut good = 0;
    for (index, slab) in slabs.iter().enumerate() {
        if index > 0 {
            height += f32::max(below, slab.before);
        }
        height += slab.height;
        if height > room {
            // A strip higher than the room has to stand out.
            if good == 0 && force == Force::Hard {
                good = 1;
            }
            break;
        }
        below = slab.after;
        if !slab.keep || force == Force::Hard || index + 1 == slabs.len() {
            good = index + 1;
        }
    }
    good
}
