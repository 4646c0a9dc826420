//! What authors type, in the small dialect of `docs/texts`. In: a text as its author wrote it. Out: `Block`s: what
//! it means.
//!
//! Line ends are kept. Signs are text unless they can be nothing but a mark, since a figure that changes is worse than
//! a list that stays lines; so no text is wrong, and nothing that is no mark is left out.

mod blocks;
mod citation;
mod inlines;
mod lines;
mod lists;
mod markers;
mod marks;
mod plain;
mod rows;
#[cfg(test)]
mod tests;

pub use blocks::read;
pub use citation::{BETWEEN, SOURCE, brackets, cited, uncited};
pub use lines::items;
pub use marks::without_marks;
pub use plain::plain;

use crate::document::{Align, Numbering};

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading; the level is the count of its number signs, from two.
    Heading(usize, Vec<Inline>),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// What a note of this label says.
    Note(String, Vec<Inline>),
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// How its items are numbered, and the first number; `None` for bullets.
    pub numbers: Option<(Numbering, u64)>,
    /// Whether no empty line stands between its items.
    pub tight: bool,
    /// The items.
    pub items: Vec<Vec<Block>>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The sides of its columns.
    pub columns: Vec<Align>,
    /// Its first row; without words where the author gave it no heads.
    pub head: Vec<Vec<Inline>>,
    /// All others; each has as many cells as there are columns.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// What stands in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Bold words.
    Strong(Vec<Inline>),
    /// Words in italics.
    Emphasis(Vec<Inline>),
    /// Words that lead somewhere.
    Link(String, Vec<Inline>),
    /// A reference to a note of the text.
    Note(String),
    /// The id of a source that stands at its place.
    Source(String),
    /// The end of a line.
    Break,
}
