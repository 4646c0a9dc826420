//! A workbook read back. In: the file, what it should hold. Out: the cells that do not say it.
//!
//! The reader knows nothing of the writer: words, figures, days and the results that stand behind formulas are compared
//! cell by cell.

use std::io::Cursor;

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;

use crate::units::Date;
use crate::write::xlsx::{Cell, Sheet, Workbook, cell};

/// How many cells of a workbook are compared, and which of them say something else: `Budżet!E7`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many cells hold something.
    pub cells: usize,
    /// Those that do not say it in the file.
    pub lost: Vec<String>,
}

/// Compares a file with what it was made from.
pub fn proof(file: &[u8], workbook: &Workbook) -> Proof {
    let mut proof = Proof::default();
    let opened: Result<Xlsx<_>, _> = Xlsx::new(Cursor::new(file));
    let Ok(mut read) = opened else {
        proof.lost.push(workbook.title.clone());
        return proof;
    };
    for sheet in &workbook.sheets {
        let found = read.worksheet_range(&sheet.name).ok().zip(read.worksheet_formula(&sheet.name).ok());
        match found {
            Some((values, formulas)) => {
                let value = |row: u32, column: u32| values.get_value((row, column)).cloned();
                let formula = |row: u32, column: u32| formulas.get_value((row, column)).cloned();
                compare(sheet, value, formula, &mut proof);
            }
            None => proof.lost.push(sheet.name.clone()),
        }
    }
    proof
}

fn compare(
    sheet: &Sheet,
    value: impl Fn(u32, u32) -> Option<Data>,
    formula: impl Fn(u32, u32) -> Option<String>,
    proof: &mut Proof,
) {
    for (number, column) in (0..).zip(&sheet.columns) {
        proof.cells += 1;
        if value(0, number).as_ref().and_then(Data::get_string) != Some(&column.head) {
            proof.lost.push(format!("{}!{}1", sheet.name, crate::write::xlsx::column(number as usize)));
        }
    }
    for (row, own) in sheet.rows.iter().enumerate() {
        for (column, wanted) in own.cells.iter().enumerate() {
            let at = (row as u32 + 1, column as u32);
            let found = value(at.0, at.1).unwrap_or_default();
            let written = formula(at.0, at.1).unwrap_or_default();
            proof.cells += usize::from(*wanted != Cell::Empty);
            if !says(wanted, &found, &written) {
                proof.lost.push(format!("{}!{}", sheet.name, cell(row, column)));
            }
        }
    }
}

fn says(wanted: &Cell, found: &Data, written: &str) -> bool {
    let figure = || found.get_float().and_then(Decimal::from_f64);
    match wanted {
        Cell::Empty => found.is_empty(),
        Cell::Words(words) => found.get_string() == Some(words),
        Cell::Figure(wanted) => figure() == Some(wanted.normalize()),
        Cell::Day(wanted) => {
            let day = found.get_datetime().map(|day| day.to_ymd_hms_milli());
            day.and_then(|(year, month, day, ..)| day_of(year, month, day)) == Some(*wanted)
        }
        Cell::Formula(formula, wanted) => figure() == Some(wanted.normalize()) && written == formula,
    }
}

/// Returns the day that a spreadsheet tells.
pub(super) fn day_of(year: u16, month: u8, day: u8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}
