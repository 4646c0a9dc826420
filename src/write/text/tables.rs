//! Tables. In: `Table`. Out: aligned columns where they fit, else one record a row.

use super::inlines::words;
use super::sheet::Sheet;
use super::{Writer, text};
use crate::document::{Align, Block, Cell, Document, Table};
use unicode_width::UnicodeWidthStr as _;

/// The widest table that stands in columns.
const WIDTH: usize = 100;
/// What stands between columns.
const BETWEEN: &str = "  ";

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.sheet.lines(&words(&table.caption));
        let head: Vec<Vec<String>> = table.head.iter().map(|row| self.row(row)).collect();
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| self.row(row)).collect();
        match widths(table.columns.len(), head.iter().chain(&rows), self.sheet.margin()) {
            Some(widths) => columns(&mut self.sheet, table, &widths, &head, &rows),
            None => records(&mut self.sheet, &head, &rows),
        }
    }

    fn row(&self, row: &[Cell]) -> Vec<String> {
        row.iter().map(|cell| self.cell(&cell.blocks)).collect()
    }

    fn cell(&self, blocks: &[Block]) -> String {
        match blocks {
            [] => String::new(),
            [Block::Paragraph(line)] => words(line),
            blocks => {
                let inner = Document { lang: self.lang, blocks: blocks.to_vec(), ..Document::default() };
                text(&inner).trim_end_matches('\n').to_owned()
            }
        }
    }
}

/// Returns the widths of the columns; `None` when a cell has several lines or the whole is too wide.
fn widths<'r>(
    count: usize,
    rows: impl Iterator<Item = &'r Vec<String>>,
    margin: usize,
) -> Option<Vec<usize>> {
    let mut widths = vec![0; count];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            if cell.contains('\n') {
                return None;
            }
            *width = cell.width().max(*width);
        }
    }
    let total = widths.iter().sum::<usize>() + BETWEEN.len() * count.saturating_sub(1) + margin;
    (total <= WIDTH).then_some(widths)
}

fn columns(sheet: &mut Sheet, table: &Table, widths: &[usize], head: &[Vec<String>], rows: &[Vec<String>]) {
    let print = |row: &Vec<String>| {
        let cells = row.iter().zip(widths).zip(&table.columns).map(|((cell, width), column)| {
            let room = width.saturating_sub(cell.width());
            let left = match column.align {
                Align::Natural | Align::Left => 0,
                Align::Centre => room / 2,
                Align::Right => room,
            };
            format!("{}{cell}{}", " ".repeat(left), " ".repeat(room - left))
        });
        cells.collect::<Vec<_>>().join(BETWEEN)
    };
    head.iter().for_each(|row| sheet.line(&print(row)));
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat((*width).max(1))).collect();
    sheet.line(&rule.join(BETWEEN));
    rows.iter().for_each(|row| sheet.line(&print(row)));
}

fn records(sheet: &mut Sheet, head: &[Vec<String>], rows: &[Vec<String>]) {
    let count = head.iter().map(Vec::len).max().unwrap_or_default();
    let labels: Vec<String> = (0..count)
        .map(|column| {
            let parts = head.iter().filter_map(|row| row.get(column)).filter(|part| !part.is_empty());
            parts.map(String::as_str).collect::<Vec<_>>().join(" / ").replace('\n', " ")
        })
        .collect();
    if rows.is_empty() {
        labels.iter().for_each(|label| sheet.line(label));
    }
    for row in rows {
        sheet.gap();
        for (column, cell) in row.iter().enumerate() {
            let label = labels.get(column).map(String::as_str).unwrap_or_default();
            match (label.is_empty(), cell.is_empty()) {
                (true, _) => sheet.lines(cell),
                (false, true) => sheet.line(&format!("{label}: –")),
                (false, false) => {
                    sheet.indent("", "  ");
                    sheet.lines(&format!("{label}: {cell}"));
                    sheet.outdent();
                }
            }
        }
    }
}
