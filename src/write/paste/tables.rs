//! Tables. In: `Table`. Out: a line a row, each value after the label of its column.

use super::{Writer, tidy};
use crate::document::{Block, Document, Row, Table};

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let caption = self.line(&table.caption);
        if !tidy(&caption).is_empty() {
            self.sheet.add("", &format!("{}:", tidy(&caption).trim_end_matches([':', '.'])));
        }
        let labels = self.labels(table);
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(|cell| self.cell(&cell.blocks)).collect();
            let named = |(label, cell): (&String, &String)| {
                if label.is_empty() { cell.clone() } else { format!("{label}: {cell}") }
            };
            let (head, from) = match cells.first().filter(|cell| table.row_headers && !cell.is_empty()) {
                Some(head) => (head.clone(), 1),
                None => (String::new(), 0),
            };
            let rest = labels.iter().zip(&cells).skip(from).filter(|(_, cell)| !cell.is_empty()).map(named);
            let rest = rest.collect::<Vec<_>>().join("; ");
            let between = if head.is_empty() || rest.is_empty() { "" } else { " – " };
            self.sheet.add("- ", &format!("{head}{between}{rest}"));
        }
    }

    fn labels(&mut self, table: &Table) -> Vec<String> {
        let head: Vec<Vec<String>> = table.head.iter().map(|row| self.cells(row)).collect();
        let label = |column: usize| {
            let parts = head.iter().filter_map(|row| row.get(column)).filter(|part| !part.is_empty());
            parts.map(String::as_str).collect::<Vec<_>>().join(" / ")
        };
        (0..table.columns.len()).map(label).collect()
    }

    fn cells(&mut self, row: &Row) -> Vec<String> {
        row.iter().map(|cell| self.cell(&cell.blocks)).collect()
    }

    /// Returns a cell on one line.
    fn cell(&mut self, blocks: &[Block]) -> String {
        let words = match blocks {
            [Block::Paragraph(content)] => self.line(content),
            blocks => {
                let inner = Document {
                    lang: self.lang,
                    blocks: blocks.to_vec(),
                    notes: self.document.notes.clone(),
                    ..Document::default()
                };
                super::paste(&inner)
            }
        };
        let lines = words.lines().map(tidy).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join(", ")
    }
}
