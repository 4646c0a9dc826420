//! A workbook. In: `Workbook`. Out: an Office Open XML spreadsheet, the same bytes for the same input.
//!
//! A workbook is no form of a `Document`: a paper has sentences and pages, a workbook has cells that add up. So it has a tree
//! of its own, which says what each cell holds and by which formula, and knows no partnership.

mod address;
mod sheet;

pub use address::{Span, cell, column};

use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook as File, XlsxError};

use crate::lang::Lang;
use crate::units::Date;

/// Sheets under one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// What it is called in the properties of the file and above each page.
    pub title: String,
    /// The language of its words.
    pub lang: Lang,
    /// The sheets in their order.
    pub sheets: Vec<Sheet>,
}

/// A sheet: its first row holds the heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, as formulas of others call it.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows below the heads.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How its values look.
    pub form: Form,
    /// Where the words stand that its cells may hold, in another sheet.
    pub choice: Option<Choice>,
}

/// The words that cells may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where they stand: `'Listy'!$A$2:$A$9`.
    pub from: String,
    /// Whether others are refused, or may be entered all the same.
    pub strict: bool,
}

/// How values of a column look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Words; what looks like a number stays as it was typed.
    Words,
    /// An amount in zlotys.
    Money,
    /// A number with as many decimals as it has.
    Number,
    /// A whole number, without a mark between thousands.
    Whole,
    /// A share, a hundredth for each percent.
    Share,
    /// A day.
    Date,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub weight: Weight,
    /// Its cells, from the first column.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// An entry.
    #[default]
    Plain,
    /// The head of what follows.
    Head,
    /// A sum.
    Total,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Words(String),
    /// A figure.
    Figure(Decimal),
    /// A day.
    Day(Date),
    /// A formula, without the sign that opens it, and what it comes to.
    Formula(String, Decimal),
}

/// How many characters a cell may hold, as UTF-16 counts them.
pub const LONGEST: usize = 32_767;

/// Why a workbook cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A cell holds more than a cell may.
    Long(String),
    /// Something that no table of an application should do.
    Other(String),
}

impl From<XlsxError> for Refusal {
    fn from(error: XlsxError) -> Self {
        Self::Other(error.to_string())
    }
}

/// Returns the file; fails where a text is longer than a cell may hold, or a sheet larger than a sheet may be.
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>, Refusal> {
    if let Some(long) = workbook.sheets.iter().find_map(Sheet::long) {
        return Err(Refusal::Long(long));
    }
    let mut file = File::new();
    // Otherwise it would say when it was made.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    file.set_properties(&DocProperties::new().set_title(&workbook.title).set_creation_datetime(&made));
    for sheet in &workbook.sheets {
        sheet::write(file.add_worksheet(), sheet, workbook)?;
    }
    Ok(file.save_to_buffer()?)
}

impl Sheet {
    /// Returns the first cell that holds more than it may.
    fn long(&self) -> Option<String> {
        let is_long =
            |own: &Cell| matches!(own, Cell::Words(words) if words.encode_utf16().count() > LONGEST);
        let mut rows = self.rows.iter().enumerate();
        rows.find_map(|(number, row)| {
            let column = row.cells.iter().position(is_long)?;
            Some(format!("{}!{}", self.name, cell(number, column)))
        })
    }
}
