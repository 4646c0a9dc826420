//! A CSV file. In: bytes in UTF-8 or Windows-1250, split by `;`, `,` or tabs. Out: `Grid`.

use super::{Found, Grid, Line, MOST_COLUMNS, MOST_ROWS};
use crate::source::decode;
use crate::tables::faults::Told;

/// What may stand between two cells, the usual one of Polish spreadsheets first.
const BETWEEN: [u8; 3] = [b';', b',', b'\t'];

/// In how many lines they are counted.
const FIRST: usize = 20;

/// Reads the file.
pub(super) fn grid(bytes: &[u8]) -> Result<Grid, Told> {
    let text = decode(bytes).text;
    let count = |sign: &u8| text.lines().take(FIRST).map(|line| outside_quotes(line, *sign)).sum::<usize>();
    // Of those that stand as often the first is taken.
    let between = BETWEEN.into_iter().rev().max_by_key(count).unwrap_or(BETWEEN[0]);
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(between);
    let mut grid = Grid::default();
    for record in reader.from_reader(text.as_bytes()).records() {
        let record = record.map_err(|_| Told::no_table())?;
        if grid.rows.len() == MOST_ROWS || record.len() > MOST_COLUMNS {
            return Err(Told::large());
        }
        let number = record.position().map_or(grid.rows.len() + 1, |at| at.line() as usize);
        let cell =
            |text: &str| if text.trim().is_empty() { Found::Empty } else { Found::Text(text.to_owned()) };
        grid.rows.push(Line { number, cells: record.iter().map(cell).collect() });
    }
    Ok(grid)
}

fn outside_quotes(line: &str, sign: u8) -> usize {
    let mut is_quoted = false;
    let is_one = |byte: &u8| {
        is_quoted ^= *byte == b'"';
        !is_quoted && *byte == sign
    };
    line.bytes().filter(is_one).count()
}
