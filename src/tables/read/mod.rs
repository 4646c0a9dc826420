//! A table that somebody has filled in or changed. In: the bytes of a workbook or a CSV file. Out: `Grid`s: rows of cells, each
//! as it was typed.

mod csv;
mod package;
mod xlsx;

use rust_decimal::Decimal;

use super::faults::{At, Told};
use crate::units::Date;

/// How many bytes a table may have, packed and unpacked.
pub const LARGEST_TABLE: usize = 10 << 20;
const LARGEST_UNPACKED: u64 = 100 << 20;

/// How many rows and columns of a table are read.
const MOST_ROWS: usize = 5_000;
const MOST_COLUMNS: usize = 200;

/// A sheet: its name (empty for a file of one table) and its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) rows: Vec<Line>,
    /// What is wrong with single cells, told where they are wanted.
    pub(super) wrong: Vec<(usize, usize, Wrong)>,
    /// The columns and rows that nobody sees, counted from 1.
    pub(super) hidden: [Vec<usize>; 2],
}

/// A row with its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) cells: Vec<Found>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Found {
    #[default]
    Empty,
    Text(String),
    Number(Decimal),
    Day(Date),
    Truth(bool),
}

/// Why a cell says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It holds a formula, and nobody knows what it comes to.
    Uncounted,
    /// It holds an error of calculation, or a number that is none.
    Error,
}

impl Found {
    /// Returns the words in a cell, as far as it holds any.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.replace("\r\n", "\n").trim().to_owned(),
            Self::Number(number) => number.normalize().to_string(),
            Self::Day(day) => day.to_string(),
            Self::Truth(truth) => truth.to_string(),
        }
    }

    /// Tells whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.text().is_empty()
    }
}

impl Grid {
    /// Returns where a cell is, by the number of its row and its column from 0.
    pub(super) fn at(&self, row: usize, column: usize, head: &str) -> At {
        At { sheet: self.name.clone(), row, column, head: head.to_owned() }
    }
}

/// Reads a table; `name` is the file's.
pub(super) fn grids(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, Told> {
    if bytes.len() > LARGEST_TABLE {
        return Err(Told::large());
    }
    // A workbook is a package, whatever its file is called; those of old and those with a password are another kind.
    if bytes.starts_with(b"PK") {
        return xlsx::grids(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) || !name.to_lowercase().ends_with(".csv") {
        return Err(Told::no_table());
    }
    csv::grid(bytes).map(|grid| vec![grid])
}
