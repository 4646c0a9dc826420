//! A line: how it is set, what it shows, what it is in the end.

use super::shape::Word;
use super::words::Tie;
use crate::write::pdf::display::{Item, Rect};

/// How lines stand between their edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Edge {
    /// Straight on the left.
    #[default]
    Left,
    /// Even on both sides.
    Centre,
    /// Straight on the right.
    Right,
    /// Straight on both sides.
    Both,
}

/// What lines are set to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// Their width.
    pub width: f32,
    /// Their edges.
    pub edge: Edge,
    /// Whether words may be hyphenated.
    pub hyphens: bool,
    /// The least height of a line.
    pub height: f32,
    /// The height of a line as a multiple of its largest font size.
    pub leading: f32,
}

/// A line.
#[derive(Debug, Default)]
pub(crate) struct SetLine {
    /// Its height.
    pub height: f32,
    /// The baseline below its top.
    pub baseline: f32,
    /// Where its words end.
    pub right: f32,
    /// What is drawn: grounds, then glyphs and strokes in reading order.
    pub items: Vec<Item>,
    /// Which links stand where.
    pub links: Vec<(usize, Rect)>,
    /// The notes that are called here.
    pub notes: Vec<usize>,
}

/// What a node shows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Show<'t> {
    Glyphs {
        word: &'t Word,
        from: usize,
        to: usize,
        span: usize,
    },
    Space {
        span: usize,
        tie: Tie,
    },
    Hyphen {
        span: usize,
    },
    /// A break that the author wants.
    Wanted {
        span: usize,
    },
    Nothing,
}
