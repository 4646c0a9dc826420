//! Tables. In: nothing. Out: `Table`, always with a header row.

use super::Block;
use super::Inlines;

/// A table with one header row or more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows; empty for none.
    pub caption: Inlines,
    /// One entry a column; every row has as many cells.
    pub columns: Vec<Column>,
    /// The header rows, at least one, repeated on every page.
    pub head: Vec<Row>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether the first cell of each row is a header of its row.
    pub row_headers: bool,
}

impl Table {
    /// Tells whether no header row has words, as of rows pasted without heads.
    pub fn is_headless(&self) -> bool {
        self.head.iter().flatten().all(|cell| cell.blocks.is_empty())
    }

    /// Tells whether the first cell of each row is a header of its row: it is said so, or there is no other header.
    pub fn has_row_headers(&self) -> bool {
        self.row_headers || self.is_headless()
    }
}

/// A column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Where its cells stand.
    pub align: Align,
}

/// Where the words of a cell stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the side where reading starts, unless the writer knows better.
    #[default]
    Natural,
    /// Left.
    Left,
    /// Centre.
    Centre,
    /// Right, with tabular figures.
    Right,
}

/// A row of cells.
pub type Row = Vec<Cell>;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it holds; empty for an empty cell. A Markdown cell is one paragraph.
    pub blocks: Vec<Block>,
}
