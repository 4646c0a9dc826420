//! A strip that no page break cuts: a line, a picture, a piece of a table row. In: nothing (built by the
//! blocks). Out: `Slab`, its origin the upper left corner of the text area at its own height.

use super::shapes;
use crate::write::pdf::display::{Colour, Field, Item, Rect, Shape};
use crate::write::pdf::structure::ElementId;
use crate::write::pdf::text::Span;

/// The share of a page that may stay blank for a wish to keep together.
pub(super) const WISH: f32 = 0.12;

/// How the sheet lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Direction {
    #[default]
    Upright,
    Sideways,
}

/// A strip that no page break cuts.
#[derive(Clone, Debug, Default)]
pub(super) struct Slab {
    pub(super) height: f32,
    /// The space it wants above and below; the larger of two that meet counts.
    pub(super) before: f32,
    pub(super) after: f32,
    /// The first baseline, for labels that stand beside it.
    pub(super) baseline: f32,
    /// Whether no page ends after it.
    pub(super) keep: bool,
    /// The share of a page that may stay blank for keeping; nought where nothing else is possible.
    pub(super) wish: f32,
    pub(super) items: Vec<Item>,
    /// The indices of links and where they stand.
    pub(super) links: Vec<(usize, Rect)>,
    /// The notes called here for the first time.
    pub(super) notes: Vec<usize>,
    /// The anchors at its top.
    pub(super) anchors: Vec<usize>,
    pub(super) late: Vec<Late>,
    pub(super) backdrops: Vec<Backdrop>,
    pub(super) figures: Vec<(ElementId, Rect)>,
    pub(super) fields: Vec<Field>,
    /// The same drawn smaller, for where it would leave a hole.
    pub(super) smaller: Option<Box<Slab>>,
}

/// A page number that is known only when all pages are.
#[derive(Clone, Debug)]
pub(super) struct Late {
    pub(super) anchor: usize,
    /// Where it ends.
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) span: Span,
}

/// A bar or a ground behind slabs; those of one number that meet are drawn as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Backdrop {
    pub(super) number: usize,
    pub(super) x: f32,
    pub(super) width: f32,
    /// How far it reaches above the first and below the last slab.
    pub(super) pad: f32,
    pub(super) fill: Colour,
}

impl Slab {
    /// Moves everything on it.
    pub(super) fn shift(&mut self, dx: f32, dy: f32) {
        for item in &mut self.items {
            shift(item, dx, dy);
        }
        let figures = self.figures.iter_mut().map(|(_, area)| area);
        let fields = self.fields.iter_mut().map(|field| &mut field.area);
        for rect in self.links.iter_mut().map(|(_, rect)| rect).chain(figures).chain(fields) {
            rect.x += dx;
            rect.y += dy;
        }
        for late in &mut self.late {
            late.right += dx;
            late.baseline += dy;
        }
        for backdrop in &mut self.backdrops {
            backdrop.x += dx;
        }
        self.baseline += dy;
    }

    /// Takes over everything that stands on another slab, whose origin is this one's.
    pub(super) fn absorb(&mut self, other: Slab) {
        self.items.extend(other.items);
        self.links.extend(other.links);
        self.notes.extend(other.notes);
        self.anchors.extend(other.anchors);
        self.late.extend(other.late);
        self.figures.extend(other.figures);
        self.fields.extend(other.fields);
    }
}

/// Moves a drawn thing.
pub(super) fn shift(item: &mut Item, dx: f32, dy: f32) {
    match &mut item.shape {
        Shape::Glyphs(run) => {
            run.x += dx;
            run.y += dy;
        }
        Shape::Path(path) => shapes::shift(path, dx, dy),
        Shape::Picture { area, .. } => {
            area.x += dx;
            area.y += dy;
        }
    }
}

/// Returns the backdrops of slabs that stand below one another, each with its top.
pub(super) fn backdrops<'s>(slabs: impl Iterator<Item = (f32, &'s Slab)>) -> Vec<Item> {
    let mut open: Vec<(Backdrop, f32, f32)> = Vec::new();
    let mut done = Vec::new();
    for (top, slab) in slabs {
        let bottom = top + slab.height;
        // What this slab does not carry on is finished.
        let (goes_on, ends): (Vec<_>, Vec<_>) =
            open.into_iter().partition(|(known, ..)| slab.backdrops.contains(known));
        done.extend(ends);
        open = goes_on;
        for backdrop in &slab.backdrops {
            match open.iter_mut().find(|(known, ..)| known == backdrop) {
                Some(known) => known.2 = bottom,
                None => open.push((*backdrop, top, bottom)),
            }
        }
    }
    done.extend(open);
    done.sort_by_key(|(backdrop, ..)| backdrop.number);
    done.into_iter()
        .map(|(Backdrop { x, width, pad, fill, .. }, top, bottom)| {
            shapes::area(Rect { x, y: top - pad, width, height: bottom - top + 2.0 * pad }, fill)
        })
        .collect()
}
