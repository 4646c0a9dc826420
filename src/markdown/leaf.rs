//! What ends in the middle of a container: paragraphs, code, HTML, rows. In: ends. Out: blocks.

use super::build::Builder;
use super::caption::{Caption, is_marker};
use super::container::{Container, Open};
use super::html::{Alone, alone};
use super::{Fault, FaultKind, fence};
use crate::document::{Block, Definition, Inline, Table};
use std::ops::Range;

impl Builder<'_> {
    pub(super) fn paragraph(&mut self, range: &Range<usize>) {
        let paragraph = self.take_line(range.start);
        if paragraph.is_empty() {
            return;
        }
        let source = self.source.get(range.clone()).unwrap_or_default();
        let caption = is_marker(source).then(|| Caption::read(&paragraph));
        self.push(Block::Paragraph(paragraph));
        let line = self.line_at(range.start);
        match caption {
            Some(Ok(caption)) => {
                let open = self.innermost();
                open.caption = open.blocks.len().checked_sub(1).map(|at| (caption, line, at));
            }
            Some(Err(marker)) => self.faults.push(Fault { line, kind: FaultKind::Caption { marker } }),
            None => {}
        }
    }

    pub(super) fn term(&mut self, at: usize) {
        let term = self.take_line(at);
        match self.open.last_mut() {
            Some(Open { kind: Container::Definitions(definitions), .. }) if self.deeper == 0 => {
                definitions.push(Definition { term, meanings: Vec::new() });
            }
            _ => self.push(Block::Paragraph(term)),
        }
    }

    pub(super) fn code(&mut self, range: &Range<usize>) {
        let Some((info, mut text)) = self.literal.take() else { return };
        if text.ends_with('\n') {
            text.pop();
        }
        let line = self.line_at(range.start);
        match fence::read(&info, &text, self.lang) {
            None => self.push(Block::Code { info, text }),
            Some(Ok(Block::Figure(mut figure))) => {
                if let Some(caption) = self.take_caption() {
                    figure.caption = caption.words;
                }
                self.push(Block::Figure(figure));
            }
            Some(Ok(block)) => self.push(block),
            Some(Err(fault)) => {
                self.faults.push(Fault { line: line + fault.line, kind: fault.kind });
                self.push(Block::Code { info, text });
            }
        }
    }

    pub(super) fn html(&mut self, range: &Range<usize>) {
        let Some((_, raw)) = self.literal.take() else { return };
        match alone(&raw) {
            Some(Alone::PageBreak(when)) => return self.push(Block::PageBreak(when)),
            Some(Alone::Contents) => return self.push(Block::Contents),
            Some(Alone::Break) => return self.push(Block::Paragraph(vec![Inline::Break])),
            None => {}
        }
        if let Some(token) = raw.lines().map(str::trim).find(|line| alone(line).is_some()) {
            let line = self.line_at(range.start);
            self.faults.push(Fault { line, kind: FaultKind::Token { token: token.to_owned() } });
        }
        for paragraph in raw.split("\n\n") {
            self.line.raw(paragraph.trim());
            self.flush(range.start);
        }
    }

    pub(super) fn row(&mut self, is_head: bool, range: &Range<usize>) {
        let mut row = std::mem::take(&mut self.row);
        let rest = self.source.get(self.cell_end..range.end).unwrap_or_default();
        let rest = rest.trim_matches(|c: char| c == '|' || c.is_ascii_whitespace());
        if !rest.is_empty()
            && let Some(cell) = row.last_mut()
        {
            self.faults.push(Fault {
                line: self.line_at(range.start),
                kind: FaultKind::Cells { text: rest.to_owned() },
            });
            cell.blocks.push(Block::Paragraph(vec![Inline::Text(rest.to_owned())]));
        }
        if let Some(table) = &mut self.table {
            if is_head { table.head.push(row) } else { table.rows.push(row) }
        }
    }

    pub(super) fn table(&mut self, mut table: Table) {
        if let Some(caption) = self.take_caption() {
            caption.apply(&mut table);
        }
        self.push(Block::Table(table));
    }
}
