//! Tables. In: a `Table`. Out: rows in the flow, header rows to repeat, Table / THead / TBody / TR / TH / TD.

use std::collections::VecDeque;

use super::blocks::settled;
use super::columns::{Plan, SIDE};
use super::composer::{Composer, Look, Scope, flow, slabs, space};
use super::flow::Flow;
use super::row::Row;
use super::slab::{Direction, Slab, WISH};
use crate::document::{Block, Cell, Table};
use crate::write::columns::is_figure;
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::{Edge, Figures};

/// White space above and below them.
const PAD: f32 = 3.2;
/// A row this low does not stand alone at either end of a table.
const LOW: f32 = 34.0;

impl Composer<'_> {
    pub(super) fn table(&mut self, table: &Table, scope: &Scope, into: &mut Vec<Flow>) {
        let look = Look {
            size: self.style.sizes.table.min(scope.look.size),
            edge: Edge::Left,
            figures: Figures::Tabular,
            ..scope.look
        };
        let plan = self.plan(table, scope, &look);
        let turned = plan.direction != self.direction;
        let scope = if turned {
            turn(into, plan.direction);
            Scope { x: 0.0, width: self.frame_width(plan.direction), ..*scope }
        } else {
            *scope
        };
        let element = self.element(Tag::Table, scope.parent);
        self.caption(&table.caption, element, &scope, into);
        let number = (!scope.inside).then_some(self.heads.len());
        if number.is_some() {
            self.heads.push(Vec::new());
        }
        let start = into.len();
        let parts = [(Tag::TableHead, &table.head), (Tag::TableBody, &table.rows)];
        let parts = parts.into_iter().filter(|(tag, _)| *tag != Tag::TableHead || !table.is_headless());
        for (tag, rows) in parts.into_iter().filter(|(_, rows)| !rows.is_empty()) {
            let part = self.element(tag, element);
            for cells in rows {
                let line = self.element(Tag::TableRow, part);
                let mut row = self.row(cells, tag == Tag::TableHead, table, line, &plan, &scope, look);
                row.table = number;
                if let (true, Some(heads)) = (row.head, number.and_then(|number| self.heads.get_mut(number)))
                {
                    heads.push(row.clone());
                }
                into.push(Flow::Row(row));
            }
        }
        keep_rows(&mut into[start..], self.frame_height(plan.direction));
        if let Some(Flow::Row(first)) = into.get_mut(start) {
            first.before = look.size * 0.5;
        }
        if let Some(Flow::Row(last)) = into.last_mut() {
            last.after = look.size * 1.5;
        }
        if turned {
            into.push(Flow::Turn(self.direction));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a row's cells, its kind and the table it belongs to")]
    fn row(
        &mut self,
        cells: &[Cell],
        head: bool,
        table: &Table,
        line: ElementId,
        plan: &Plan,
        scope: &Scope,
        look: Look,
    ) -> Row {
        let mut x = scope.x;
        let mut flows = Vec::with_capacity(cells.len());
        let mut grounds = Vec::new();
        for (column, cell) in cells.iter().enumerate() {
            let width = plan.widths.get(column).copied().unwrap_or_default();
            let heads_row = !head && table.has_row_headers() && column == 0;
            if let Some(grade) = table.grade(cell).filter(|_| !head && !heads_row) {
                // White between grounds keeps cells apart.
                grounds.push((x + 0.75, width - 1.5, self.style.colours.grades[grade as usize]));
            }
            let tag = match head || heads_row {
                true => Tag::HeaderCell { of_row: heads_row },
                false => Tag::Cell,
            };
            let parent = self.element(tag, line);
            self.structure.elements[parent.0].spans = (1, 1);
            let cut = if head || heads_row { Cut::Bold } else { Cut::Regular };
            let edge = plan.edges.get(column).copied().unwrap_or_default();
            let inside = Scope {
                parent,
                x: x + SIDE,
                width: width - 2.0 * SIDE,
                look: Look { cut, edge, hyphens: true, ..look },
                depth: 0,
                gap: 0.4,
                inside: true,
            };
            flows.push(self.cell(cell, &inside, heads_row));
            x += width;
        }
        let colours = self.style.colours;
        Row {
            cells: flows,
            pad: PAD,
            before: 0.0,
            after: 0.0,
            keep: head,
            wish: 0.0,
            table: None,
            head,
            splits: !head,
            x: scope.x,
            width: plan.widths.iter().sum(),
            fill: head.then_some(colours.head),
            grounds,
            rule: Some(if head { (0.9, colours.accent) } else { (0.5, colours.rule) }),
        }
    }

    fn cell(&mut self, cell: &Cell, scope: &Scope, heads_row: bool) -> VecDeque<Slab> {
        let mut pieces = Vec::new();
        match cell.blocks.as_slice() {
            [Block::Paragraph(content)] if is_figure(cell) => {
                // An amount is not broken, whatever spaces it is written with.
                let mut text = self.text(content, &scope.look, scope.parent);
                text.tie();
                let lines = self.lines(&text, scope.width, &scope.look);
                flow(slabs(lines, scope.x), &mut pieces);
                self.waiting_notes(scope.parent);
            }
            [Block::Paragraph(content)] if heads_row => {
                // What names the row leads; what is said of it below stands back.
                let rest = Look { cut: Cut::Regular, colour: self.style.colours.muted, ..scope.look };
                let text = self.text_led(content, &scope.look, &rest, scope.parent);
                let lines = self.lines(&text, scope.width, &scope.look);
                flow(slabs(lines, scope.x), &mut pieces);
                self.waiting_notes(scope.parent);
            }
            [Block::Paragraph(content)] => {
                self.paragraph(content, scope.parent, scope, &mut pieces);
                self.waiting_notes(scope.parent);
            }
            blocks => self.blocks(blocks, scope, &mut pieces),
        }
        settled(pieces).into()
    }

    /// Sets the caption of a table or a figure, above it.
    pub(super) fn caption(
        &mut self,
        caption: &[crate::document::Inline],
        parent: ElementId,
        scope: &Scope,
        into: &mut Vec<Flow>,
    ) {
        if crate::document::plain(caption).trim().is_empty() {
            return;
        }
        let element = self.element(Tag::Caption, parent);
        let size = (self.style.sizes.small + 0.7).min(scope.look.size);
        let look =
            Look { cut: Cut::Bold, size, colour: self.style.colours.muted, edge: Edge::Left, ..scope.look };
        let text = self.text(caption, &look, element);
        let lines = self.lines(&text, scope.width, &look);
        let mut set = slabs(lines, scope.x);
        set.iter_mut().for_each(|slab| slab.keep = true);
        space(&mut set, size, size * 0.5);
        flow(set, into);
        self.waiting_notes(element);
    }
}

/// Keeps two low rows together at either end of a table, and a small table whole if that leaves no hole.
fn keep_rows(rows: &mut [Flow], frame: f32) {
    let height: f32 = rows.iter().map(|row| if let Flow::Row(row) = row { row.height() } else { 0.0 }).sum();
    let small = height < frame * 0.3;
    let heads = rows.iter().filter(|row| matches!(row, Flow::Row(Row { head: true, .. }))).count();
    let count = rows.len();
    for (index, row) in rows.iter_mut().enumerate() {
        let (Flow::Row(row), true) = (row, index + 1 < count) else { continue };
        let at_end = index == heads || index + 2 == count;
        let hard = row.keep || at_end && row.height() < LOW;
        row.wish = if hard { 0.0 } else { WISH };
        row.keep = hard || small || at_end && row.height() < frame * 0.15;
    }
}

/// Turns the page before what must stay with the next block.
pub(super) fn turn(flow: &mut Vec<Flow>, direction: Direction) {
    let kept = flow.iter().rev().take_while(|piece| matches!(piece, Flow::Slab(slab) if slab.keep)).count();
    flow.insert(flow.len() - kept, Flow::Turn(direction));
}
