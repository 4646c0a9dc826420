//! A workbook. In: bytes. Out: a `Grid` for each sheet that is seen. Cells are read one by one, so that a far corner costs
//! nothing.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;

use super::package::{Package, Refused};
use super::{Found, Grid, Line, MOST_COLUMNS, MOST_ROWS, Wrong};
use crate::tables::faults::Told;
use crate::tables::proof::day_of;

/// How many decimals a spreadsheet is believed to mean: behind them stands what binary numbers leave over.
const DECIMALS: u32 = 10;

/// Reads the file.
pub(super) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Told> {
    let package = Package::read(bytes).map_err(|refused| match refused {
        Refused::Torn => Told::no_table(),
        Refused::Large => Told::large(),
    })?;
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Told::no_table())?;
    let sheets = file.sheets_metadata().to_vec();
    let seen = sheets.into_iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let read = |name: String| {
        let mut grid = grid(&mut file, &name)?;
        grid.hidden = package.hidden(&name);
        Ok(Grid { name, ..grid })
    };
    seen.map(|sheet| sheet.name).map(read).collect()
}

fn grid(file: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Grid, Told> {
    let mut grid = Grid::default();
    let mut cells = file.worksheet_cells_reader(name).map_err(|_| Told::no_table())?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| Told::no_table())? {
        let (row, column) = (cell.pos.0 as usize, cell.pos.1 as usize);
        let found = found(&cell.value);
        let is_uncounted = cell.formula.is_some() && matches!(cell.value, DataRef::Empty);
        if found == Ok(Found::Empty) && !is_uncounted {
            continue;
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Told::large());
        }
        if grid.rows.last().is_none_or(|line| line.number != row + 1) {
            grid.rows.push(Line { number: row + 1, cells: Vec::new() });
        }
        let Some(line) = grid.rows.last_mut() else { continue };
        line.cells.resize(line.cells.len().max(column + 1), Found::Empty);
        match found {
            _ if is_uncounted => grid.wrong.push((row + 1, column, Wrong::Uncounted)),
            Ok(found) => line.cells[column] = found,
            Err(wrong) => grid.wrong.push((row + 1, column, wrong)),
        }
    }
    Ok(grid)
}

fn found(value: &DataRef<'_>) -> Result<Found, Wrong> {
    Ok(match value {
        DataRef::Empty => Found::Empty,
        DataRef::Int(number) => Found::Number(Decimal::from(*number)),
        DataRef::Float(number) => {
            let number = Decimal::from_f64(*number).ok_or(Wrong::Error)?;
            Found::Number(number.round_dp(DECIMALS).normalize())
        }
        DataRef::String(text) => Found::Text(text.clone()),
        DataRef::SharedString(text) => Found::Text((*text).to_owned()),
        DataRef::Bool(truth) => Found::Truth(*truth),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            Found::Day(day_of(year, month, day).ok_or(Wrong::Error)?)
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Found::Text(text.clone()),
        DataRef::Error(_) => return Err(Wrong::Error),
    })
}
