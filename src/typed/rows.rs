//! Tables: rows between pipes under a line of dashes, rows pasted with tabs. In: lines. Out: `Table`.

use super::inlines::inlines;
use super::lines::Line;
use super::{Inline, Table};
use crate::document::Align;

/// Returns the table that opens a run of lines, and how many of them it takes.
pub(super) fn table(lines: &[Line<'_>]) -> Option<(Table, usize)> {
    with_pipes(lines).or_else(|| with_tabs(lines))
}

fn with_pipes(lines: &[Line<'_>]) -> Option<(Table, usize)> {
    let [head, under, rest @ ..] = lines else { return None };
    let has_pipe = |line: &Line<'_>| line.words.contains('|');
    if !has_pipe(head) || !has_pipe(under) {
        return None;
    }
    let heads = between_pipes(head.words);
    let columns: Vec<Align> = between_pipes(under.words).into_iter().map(side).collect::<Option<_>>()?;
    if heads.len() != columns.len() {
        return None;
    }
    let count = rest.iter().take_while(|line| has_pipe(line)).count();
    let rows = rest[..count].iter().map(|line| between_pipes(line.words)).collect();
    Some((filled(columns, Some(heads), rows), count + 2))
}

/// Returns the side that a cell of the line under the heads names: `---`, `:--:`.
fn side(cell: &str) -> Option<Align> {
    let (left, right) = (cell.starts_with(':'), cell.ends_with(':') && cell.len() > 1);
    let dashes = cell.trim_matches(':');
    let is_side = !dashes.is_empty() && dashes.bytes().all(|sign| sign == b'-');
    is_side.then_some(match (left, right) {
        (true, true) => Align::Centre,
        (true, false) => Align::Left,
        (false, true) => Align::Right,
        (false, false) => Align::Natural,
    })
}

/// Returns the cells of a row; a backslash before a pipe makes it a sign of the cell.
fn between_pipes(row: &str) -> Vec<&str> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|row| !row.ends_with('\\')).unwrap_or(row);
    let mut cells = Vec::new();
    let mut from = 0;
    for (at, _) in row.match_indices('|') {
        if !row[..at].ends_with('\\') {
            cells.push(row[from..at].trim());
            from = at + 1;
        }
    }
    cells.push(row[from..].trim());
    cells
}

fn with_tabs(lines: &[Line<'_>]) -> Option<(Table, usize)> {
    let tabs = |line: &Line<'_>| line.cells.matches('\t').count();
    let [first, second, ..] = lines else { return None };
    let wanted = tabs(first);
    // A tab that opens a paragraph, or parts a bullet from its words, is no cell's.
    let is_row = [first, second].iter().any(|line| line.words.contains('\t'));
    let is_list = wanted == 1 && first.item.is_some() && second.item.is_some();
    if wanted == 0 || tabs(second) != wanted || second.is_empty() || !is_row || is_list {
        return None;
    }
    let count = lines.iter().take_while(|line| !line.is_empty() && tabs(line) == wanted).count();
    let run = &lines[..count];
    let rows = run.iter().map(|line| line.cells.split('\t').map(str::trim).collect());
    let mut rows: Vec<Vec<&str>> = rows.collect();
    let has_heads = !rows[0].iter().skip(1).any(|cell| is_figure(cell));
    let heads = has_heads.then(|| rows.remove(0));
    Some((filled(vec![Align::Natural; wanted + 1], heads, rows), count))
}

/// Tells whether a cell holds a figure that is no year.
fn is_figure(cell: &str) -> bool {
    let is_year =
        cell.len() == 4 && cell.starts_with(['1', '2']) && cell.bytes().all(|sign| sign.is_ascii_digit());
    cell.starts_with(|sign: char| sign.is_ascii_digit() || "-–−+".contains(sign))
        && !is_year
        && !cell.contains(char::is_alphabetic)
}

/// Returns a table whose rows have all cells; what stands in one more than there are columns makes a column.
fn filled(mut columns: Vec<Align>, heads: Option<Vec<&str>>, rows: Vec<Vec<&str>>) -> Table {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(columns.len());
    columns.resize(width, Align::Natural);
    let row = |cells: Vec<&str>| -> Vec<Vec<Inline>> {
        let mut row: Vec<_> = cells.into_iter().map(inlines).collect();
        row.resize(width, Vec::new());
        row
    };
    Table { columns, head: row(heads.unwrap_or_default()), rows: rows.into_iter().map(row).collect() }
}
