//! Tables. In: `Table`. Out: aligned columns where they fit, else one record a row.

use super::inlines::words;
use super::sheet::Sheet;
use super::{Writer, text};
use crate::document::{Align, Block, Cell, Document, Inline, Table};
use unicode_width::UnicodeWidthStr as _;

/// The widest table that stands in columns.
const WIDTH: usize = 100;
/// What stands between columns.
const BETWEEN: &str = "  ";

impl Writer<'_> {
    /// Prints a table. What no row of a column fills is there to be filled in.
    pub(super) fn table(&mut self, table: &Table) {
        self.grid(table, "……………");
    }

    /// Prints a table; `unfilled` stands where a whole column is empty.
    pub(super) fn grid(&mut self, table: &Table, unfilled: &str) {
        self.sheet.lines(&words(&table.caption));
        let head: Vec<Vec<String>> = table.head.iter().map(|row| self.row(row)).collect();
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| self.row(row)).collect();
        match widths(table.columns.len(), head.iter().chain(&rows), self.sheet.margin()) {
            Some(widths) => columns(&mut self.sheet, table, &widths, &head, &rows),
            None => {
                let sums = table.rows.iter().enumerate().map(|(above, row)| above > 0 && is_sum(row));
                let sums: Vec<bool> = sums.collect();
                let labels = labels(&head);
                Records { labels: &labels, rows: &rows, sums: &sums, unfilled }.print(&mut self.sheet);
            }
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

/// Tells whether a row sums up those above: its first cell is in bold.
fn is_sum(row: &[Cell]) -> bool {
    let first = row.first().map(|cell| cell.blocks.as_slice());
    let Some([Block::Paragraph(line)]) = first else { return false };
    matches!(line.as_slice(), [Inline::Strong(_)])
}

/// Returns the label of each column. A head that spans several columns, as a year does, stands in the
/// first of them and holds for all.
fn labels(head: &[Vec<String>]) -> Vec<String> {
    let count = head.iter().map(Vec::len).max().unwrap_or_default();
    let last = head.len().saturating_sub(1);
    let part = |level: usize, row: &Vec<String>, column: usize| {
        let from = if level < last { column.min(1) } else { column };
        (from..=column).rev().filter_map(|at| row.get(at)).find(|part| !part.is_empty()).cloned()
    };
    let label = |column: usize| {
        let parts = head.iter().enumerate().filter_map(|(level, row)| part(level, row, column));
        parts.collect::<Vec<_>>().join(" / ").replace('\n', " ")
    };
    (0..count).map(label).collect()
}

/// Rows as lines of label and value.
struct Records<'t> {
    labels: &'t [String],
    rows: &'t [Vec<String>],
    /// Which rows sum up those above.
    sums: &'t [bool],
    /// What stands in a column that no row fills.
    unfilled: &'t str,
}

impl Records<'_> {
    fn print(&self, sheet: &mut Sheet) {
        if self.rows.is_empty() {
            self.labels.iter().for_each(|label| sheet.line(label));
        }
        let is_empty =
            |column: usize| self.rows.iter().all(|row| row.get(column).is_none_or(String::is_empty));
        let blanks: Vec<&str> =
            (0..self.labels.len()).map(|column| if is_empty(column) { self.unfilled } else { "–" }).collect();
        for (row, is_sum) in self.rows.iter().zip(self.sums) {
            sheet.gap();
            for (column, cell) in row.iter().enumerate() {
                let label = self.labels.get(column).map(String::as_str).unwrap_or_default();
                let blank = blanks.get(column).copied().unwrap_or_default();
                // A sum names itself and has no value where nothing can be summed up.
                match (label.is_empty() || (*is_sum && column == 0), cell.is_empty()) {
                    (true, _) => sheet.lines(cell),
                    (false, true) if *is_sum => {}
                    (false, true) => sheet.line(&labelled(label, blank)),
                    (false, false) => {
                        sheet.indent("", "  ");
                        sheet.lines(&labelled(label, cell));
                        sheet.outdent();
                    }
                }
            }
        }
    }
}

/// Puts a value after its label; a question takes no colon.
fn labelled(label: &str, value: &str) -> String {
    let colon = if label.ends_with(['?', ':']) { "" } else { ":" };
    format!("{label}{colon} {value}")
}

#[cfg(test)]
mod tests {
    use super::super::text;
    use crate::document::Document;

    /// Returns tables too wide for columns, as text.
    fn records(markdown: &str) -> String {
        let long = "x".repeat(100);
        let blocks = crate::markdown::read(&markdown.replace("LONG", &long)).blocks;
        text(&Document { blocks, ..Document::default() }).replace(&long, "LONG")
    }

    #[test]
    fn a_column_to_fill_in_has_dots_and_a_question_no_colon() {
        let shown = records("|Ryzyko|Czy wystąpiło?|Kto|\n|-|-|-|\n|LONG||Rada|\n|R2|||\n");
        assert_eq!(
            shown.trim(),
            "Ryzyko: LONG\nCzy wystąpiło? ……………\nKto: Rada\n\nRyzyko: R2\nCzy wystąpiło? ……………\nKto: –"
        );
    }

    #[test]
    fn a_sum_names_itself_and_holds_sums_only() {
        let shown =
            records("|Działanie|Odpowiada|Koszt|\n|-|-|-|\n|LONG|Cech|5 zł|\n|**Razem**||**5 zł**|\n");
        assert_eq!(shown.trim(), "Działanie: LONG\nOdpowiada: Cech\nKoszt: 5 zł\n\nRazem\nKoszt: 5 zł");
    }
}
