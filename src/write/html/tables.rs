//! Tables. In: `Table`. Out: a table in a region that can be scrolled by keyboard and by touch.

use super::Page;
use crate::document::{Align, Block, Cell, Table};

/// From this many columns on, a table is printed on a page turned sideways.
const WIDE: usize = 7;

/// What a cell is to the others.
#[derive(Clone, Copy, PartialEq)]
enum Scope {
    Column,
    Row,
    None,
}

impl Page<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.tables += 1;
        let number = self.tables;
        let wide = if table.columns.len() >= WIDE { " wide" } else { "" };
        self.push(&format!("<div class=\"table{wide}\" role=\"region\" tabindex=\"0\""));
        if table.caption.is_empty() {
            self.attribute("aria-label", &format!("{} {number}", self.phrases.table));
        } else {
            self.attribute("aria-labelledby", &format!("pakt:table-{number}"));
        }
        self.push(">\n<table>\n");
        if !table.caption.is_empty() {
            self.push(&format!("<caption id=\"pakt:table-{number}\">"));
            self.inlines(&table.caption);
            self.push("</caption>\n");
        }
        self.grid(table);
        self.push("</table>\n</div>\n");
    }

    fn grid(&mut self, table: &Table) {
        if !table.is_headless() {
            self.push("<thead>\n");
            for row in &table.head {
                self.row(table, row, |_| Scope::Column);
            }
            self.push("</thead>\n");
        }
        if table.rows.is_empty() {
            return;
        }
        let first = if table.has_row_headers() { Scope::Row } else { Scope::None };
        self.push("<tbody>\n");
        for row in &table.rows {
            self.row(table, row, |column| if column == 0 { first } else { Scope::None });
        }
        self.push("</tbody>\n");
    }

    fn row(&mut self, table: &Table, row: &[Cell], scope: impl Fn(usize) -> Scope) {
        self.push("<tr>\n");
        for (column, cell) in row.iter().enumerate() {
            // An empty header would be announced as a header of nothing.
            let scope = if cell.blocks.is_empty() { Scope::None } else { scope(column) };
            let (open, close) = match scope {
                Scope::Column => ("<th scope=\"col\"", "</th>\n"),
                Scope::Row => ("<th scope=\"row\"", "</th>\n"),
                Scope::None => ("<td", "</td>\n"),
            };
            self.push(open);
            match table.columns.get(column).map(|column| column.align).unwrap_or_default() {
                Align::Natural => {}
                Align::Left => self.push(" class=\"left\""),
                Align::Centre => self.push(" class=\"centre\""),
                Align::Right => self.push(" class=\"right\""),
            }
            self.push(">");
            match &cell.blocks[..] {
                [Block::Paragraph(line)] => self.inlines(line),
                blocks => self.blocks(blocks),
            }
            self.push(close);
        }
        self.push("</tr>\n");
    }
}
