//! Tables. In: `Table`. Out: a table in a region that can be scrolled by keyboard and by touch.

use super::Page;
use crate::document::{Align, Block, Cell, Grade, Inline, Table};

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
            let side = match table.columns.get(column).map(|column| column.align).unwrap_or_default() {
                Align::Natural => "",
                Align::Left => "left",
                Align::Centre => "centre",
                Align::Right => "right",
            };
            let grade = match table.grade(cell).filter(|_| scope == Scope::None) {
                None => "",
                Some(Grade::Low) => "low",
                Some(Grade::Medium) => "medium",
                Some(Grade::High) => "high",
            };
            match (side, grade) {
                ("", "") => {}
                ("", one) | (one, "") => self.attribute("class", one),
                (side, grade) => self.attribute("class", &format!("{side} {grade}")),
            }
            self.push(">");
            match &cell.blocks[..] {
                [Block::Paragraph(line)] if scope == Scope::Row => self.led(line),
                [Block::Paragraph(line)] => self.inlines(line),
                blocks => self.blocks(blocks),
            }
            self.push(close);
        }
        self.push("</tr>\n");
    }

    /// Writes the head of a row: its first line leads, what stands below is set back.
    fn led(&mut self, line: &[Inline]) {
        let first = line.iter().position(|inline| matches!(inline, Inline::Break)).unwrap_or(line.len());
        self.inlines(&line[..first]);
        if first < line.len() {
            self.push("<span class=\"below\">");
            self.inlines(&line[first..]);
            self.push("</span>");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::write::{Style, html};

    #[test]
    fn heads_of_rows_lead_and_graded_cells_say_their_grade() {
        let text =
            "{caption rows graded} Ryzyka\n\n| Skala | Ocena |\n|---|---|\n| Duże<br>skala 5 | W R1 |\n";
        let blocks = crate::markdown::read(text).blocks;
        let page = html(&Document { blocks, ..Document::default() }, &Style::default());
        assert!(page.contains("<th scope=\"row\">Duże<span class=\"below\"><br>"), "{page}");
        assert!(page.contains("<td class=\"high\">W R1</td>"), "{page}");
    }
}
