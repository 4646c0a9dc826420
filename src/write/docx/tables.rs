//! Tables. In: a `Table`. Out: a caption that Word counts, and a table whose head is repeated on every page.

use super::Writer;
use super::blocks::{Place, Room};
use super::inlines::{Run, field};
use super::paragraph::Paragraph;
use super::widths::{Columns, SIDE};
use super::xml::escaped;
use crate::document::{Block, Cell, Inline, Table, plain};
use crate::write::columns::is_figure;

/// A row of more lines than this may be cut by the end of a page.
const WHOLE: f32 = 12.0;

/// A row on its way into markup.
struct Line<'t> {
    cells: &'t [Cell],
    is_head: bool,
    /// Whether it stays with the next.
    keeps: bool,
    /// Whether no page may cut it.
    is_whole: bool,
}

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table, place: &Place) {
        let mut said = plain(&table.caption);
        if said.trim().is_empty() {
            said = format!("{}: {}", self.phrases.table, heads(table));
        } else {
            self.tables += 1;
            self.caption(&table.caption, self.phrases.table, self.tables, place);
        }
        let width = place.width - place.indent;
        let mut columns = self.columns(table, width, false);
        fill(&mut columns.widths, width);
        let rows = self.rows(table, &columns);
        let firsts =
            [!table.is_headless(), table.has_row_headers()].map(|is_so| if is_so { "1" } else { "0" });
        let look = (u32::from(firsts[0] == "1") << 5) | (u32::from(firsts[1] == "1") << 7) | 0x600;
        let indent = match place.indent {
            0 => String::new(),
            indent => format!("<w:tblInd w:w=\"{indent}\" w:type=\"dxa\"/>"),
        };
        let grid: String =
            columns.widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let markup = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"PaktTable\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>{indent}\
             <w:tblLook w:val=\"{look:04X}\" w:firstRow=\"{}\" w:lastRow=\"0\" w:firstColumn=\"{}\" w:lastColumn=\"0\" \
             w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
            firsts[0],
            firsts[1],
            escaped(said.trim())
        );
        self.table_piece(markup);
    }

    /// Writes a caption above a table or a chart, with a number that Word counts.
    pub(super) fn caption(&mut self, caption: &[Inline], what: &str, number: usize, place: &Place) {
        let mut runs = self.run(&format!("{what} "), Run::default());
        runs += &field(&format!("SEQ {what} \\* ARABIC"), &number.to_string(), "");
        runs += &self.run(". ", Run::default());
        runs += &self.line(caption, Run::default());
        let indent = (place.indent > 0).then_some((place.indent, 0));
        self.paragraph(&Paragraph { keep: true, indent, ..Paragraph::of("Caption") }, &runs);
    }

    fn rows(&mut self, table: &Table, columns: &Columns) -> String {
        let head = if table.is_headless() { &[][..] } else { &table.head[..] };
        let skipped = table.head.len() - head.len();
        let count = head.len() + table.rows.len();
        let height: f32 = columns.lines.iter().sum::<f32>() * self.table_line();
        let is_small = height < self.style.frame(self.sideways).1 as f32 / 20.0 * 0.3;
        let mut out = String::new();
        for (at, cells) in head.iter().chain(&table.rows).enumerate() {
            let is_head = at < head.len();
            let is_whole = columns.lines.get(at + skipped).is_none_or(|lines| *lines <= WHOLE);
            let is_last = at + 1 == count;
            // A small table stays whole, and of a large one no row stands alone at either end.
            let is_end = is_whole && (at == head.len() || at + 2 == count);
            let keeps = !is_last && (is_head || is_small || is_end);
            let line = Line { cells, is_head, keeps, is_whole: is_head || is_whole };
            out += &self.row(&line, table.has_row_headers(), columns);
        }
        out
    }

    fn row(&mut self, line: &Line<'_>, has_row_headers: bool, columns: &Columns) -> String {
        let mut out = "<w:tr>".to_owned();
        let mut properties = String::new();
        if line.is_whole {
            properties.push_str("<w:cantSplit/>");
        }
        if line.is_head {
            properties.push_str("<w:tblHeader/>");
        }
        if !properties.is_empty() {
            out += &format!("<w:trPr>{properties}</w:trPr>");
        }
        let empty = Cell::default();
        for (column, width) in columns.widths.iter().enumerate() {
            let cell = line.cells.get(column).unwrap_or(&empty);
            let is_header = line.is_head || has_row_headers && column == 0;
            let room = if is_header { Room::Head } else { Room::Cell };
            let align = columns.aligns.get(column).copied().flatten();
            let inside = Place {
                room,
                indent: 0,
                width: (width - 2 * SIDE).max(300),
                depth: 0,
                clause: None,
                align,
                keep: line.keeps,
            };
            let one_line = if is_figure(cell) && !cell.blocks.is_empty() { "<w:noWrap/>" } else { "" };
            let said = self.apart(|writer| writer.cell(cell, &inside));
            out += &format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{one_line}</w:tcPr>{said}</w:tc>"
            );
        }
        out + "</w:tr>"
    }

    fn cell(&mut self, cell: &Cell, inside: &Place) {
        match cell.blocks.as_slice() {
            [] => self.paragraph(&inside.paragraph(), ""),
            blocks => self.blocks(blocks, inside),
        }
    }
}

/// Makes widths fill a space to the last twentieth of a point.
fn fill(widths: &mut [i32], width: i32) {
    let sum: i32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last = (*last + width - sum).max(1);
    }
}

/// Returns what the heads of the columns say, for a table without a caption.
fn heads(table: &Table) -> String {
    let line = |block: &Block| match block {
        Block::Paragraph(line) => plain(line),
        _ => String::new(),
    };
    let cells = table.head.last().into_iter().flatten();
    let words: Vec<String> = cells.map(|cell| cell.blocks.iter().map(line).collect()).collect();
    words.into_iter().filter(|words: &String| !words.trim().is_empty()).collect::<Vec<_>>().join(", ")
}
