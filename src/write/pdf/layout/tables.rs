//! Tables. In: a `Table`. Out: rows in the flow, header rows to repeat, Table / THead / TBody / TR / TH / TD.

use std::collections::VecDeque;

use super::blocks::settled;
use super::composer::{Composer, Look, Scope, flow, slabs, space};
use super::flow::Flow;
use super::row::Row;
use super::slab::{Direction, Slab};
use super::widths::{Need, widths};
use crate::document::{Align, Block, Cell, Table};
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::{Edge, Figures};

/// White space on either side of a cell's words.
const SIDE: f32 = 4.5;
/// White space above and below them.
const PAD: f32 = 3.2;

/// A table's columns, decided.
struct Plan {
    widths: Vec<f32>,
    edges: Vec<Edge>,
    direction: Direction,
}

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
                let mut row = self.row(
                    cells,
                    tag == Tag::TableHead,
                    table.has_row_headers(),
                    line,
                    &plan,
                    &scope,
                    look,
                );
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
        row_headers: bool,
        line: ElementId,
        plan: &Plan,
        scope: &Scope,
        look: Look,
    ) -> Row {
        let mut x = scope.x;
        let mut flows = Vec::with_capacity(cells.len());
        for (column, cell) in cells.iter().enumerate() {
            let width = plan.widths.get(column).copied().unwrap_or_default();
            let heads_row = !head && row_headers && column == 0;
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
                look: Look { cut, edge, hyphens: !head, ..look },
                depth: 0,
                gap: 0.4,
                inside: true,
            };
            flows.push(self.cell(cell, &inside));
            x += width;
        }
        let colours = self.style.colours;
        Row {
            cells: flows,
            pad: PAD,
            before: 0.0,
            after: 0.0,
            keep: head,
            table: None,
            head,
            splits: !head,
            x: scope.x,
            width: plan.widths.iter().sum(),
            fill: head.then_some(colours.head),
            rule: Some(if head { (0.9, colours.accent) } else { (0.5, colours.rule) }),
        }
    }

    fn cell(&mut self, cell: &Cell, scope: &Scope) -> VecDeque<Slab> {
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

    fn plan(&mut self, table: &Table, scope: &Scope, look: &Look) -> Plan {
        let count = table.columns.len().max(table.head.iter().map(Vec::len).max().unwrap_or(0));
        let mut needs = vec![Need::default(); count];
        let mut figures = vec![true; count];
        let mut rows: Vec<Vec<f32>> = Vec::new();
        let cells = table.head.iter().map(|row| (row, true)).chain(table.rows.iter().map(|row| (row, false)));
        for (row, head) in cells {
            let mut wide = Vec::with_capacity(count);
            for (column, cell) in row.iter().enumerate().take(count) {
                let cut =
                    if head || (table.has_row_headers() && column == 0) { Cut::Bold } else { Cut::Regular };
                let (least, most) = self.extent(&cell.blocks, &Look { cut, ..*look });
                let least = if is_figure(cell) { most } else { least };
                let (least, most) = (least + 2.0 * SIDE + 0.5, most + 2.0 * SIDE + 0.5);
                let need = &mut needs[column];
                need.least = need.least.max(least);
                need.most = need.most.max(most);
                need.floor = need.least.min(look.size * 5.5 + 2.0 * SIDE);
                figures[column] &= head || is_figure(cell);
                wide.push(most);
            }
            rows.push(wide);
        }
        let aligns = (0..count).map(|column| table.columns.get(column).copied().unwrap_or_default().align);
        let blank = |column: usize| {
            !table.rows.is_empty()
                && table.rows.iter().all(|row| row.get(column).is_none_or(|cell| cell.blocks.is_empty()))
        };
        for (column, align) in aligns.clone().enumerate().filter(|(column, _)| blank(*column)) {
            // What a person fills in by hand needs room: for a number less than for words.
            let room = look.size * if align == Align::Right { 4.0 } else { 8.0 };
            needs[column].least = needs[column].least.max(room);
            needs[column].most = needs[column].most.max(room * 1.5);
            figures[column] = false;
        }
        let (widths, direction) = self.direct(&needs, &rows, scope, look);
        let edges = aligns.zip(figures).map(|(align, figures)| match align {
            Align::Right => Edge::Right,
            Align::Natural if figures && !table.rows.is_empty() => Edge::Right,
            Align::Natural | Align::Left => Edge::Left,
            Align::Centre => Edge::Centre,
        });
        Plan { widths, edges: edges.collect(), direction }
    }

    /// Decides how the page lies: a table whose words would break, or whose rows would fill whole pages,
    /// gets a page that lies.
    fn direct(&self, needs: &[Need], rows: &[Vec<f32>], scope: &Scope, look: &Look) -> (Vec<f32>, Direction) {
        let upright = widths(needs, scope.width);
        if scope.inside || self.direction == Direction::Sideways {
            return (upright, self.direction);
        }
        let least: f32 = needs.iter().map(|need| need.least).sum();
        let line = look.size * self.style.sizes.leading;
        let tallest = rows
            .iter()
            .flat_map(|row| row.iter().zip(&upright).map(|(most, width)| (most / width).ceil() * line))
            .fold(0.0, f32::max);
        let towers = needs.len() >= 4 && tallest > self.frame_height(Direction::Upright) * 0.45;
        if least <= scope.width && !towers {
            return (upright, Direction::Upright);
        }
        (widths(needs, self.frame_width(Direction::Sideways)), Direction::Sideways)
    }

    /// Returns the widths of the longest word and of the longest line of blocks.
    fn extent(&mut self, blocks: &[Block], look: &Look) -> (f32, f32) {
        let mut extent = (0.0_f32, 0.0_f32);
        for block in blocks {
            let (least, most) = match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => {
                    let text = self.rough(content, look);
                    text.extent(&mut self.shaper)
                }
                Block::List(list) => {
                    let inner = list.items.iter().map(|item| self.extent(item, look));
                    let (least, most) =
                        inner.fold((0.0, 0.0), |a: (f32, f32), b| (a.0.max(b.0), a.1.max(b.1)));
                    (least + look.size * 2.2, most + look.size * 2.2)
                }
                Block::Quote(inner) => self.extent(inner, look),
                Block::Figure(_) | Block::Table(_) => (look.size * 12.0, look.size * 30.0),
                _ => (look.size * 6.0, look.size * 14.0),
            };
            extent = (extent.0.max(least), extent.1.max(most));
        }
        extent
    }
}

/// Keeps a small table whole, and two rows at either end of a large one.
fn keep_rows(rows: &mut [Flow], frame: f32) {
    let height: f32 = rows.iter().map(|row| if let Flow::Row(row) = row { row.height() } else { 0.0 }).sum();
    let small = height < frame * 0.3;
    let heads = rows.iter().filter(|row| matches!(row, Flow::Row(Row { head: true, .. }))).count();
    let count = rows.len();
    for (index, row) in rows.iter_mut().enumerate() {
        let (Flow::Row(row), true) = (row, index + 1 < count) else { continue };
        let low = row.height() < frame * 0.15;
        row.keep |= small || low && (index == heads || index + 2 == count);
    }
}

/// Returns whether a cell holds a number, an amount or nothing.
pub(in crate::write) fn is_figure(cell: &Cell) -> bool {
    let text = match cell.blocks.as_slice() {
        [] => return true,
        [Block::Paragraph(content)] => crate::document::plain(content),
        _ => return false,
    };
    let text = text.trim();
    let text = text.strip_suffix("zł").or_else(|| text.strip_suffix("PLN")).unwrap_or(text);
    let marks = " \u{A0}\u{202F}.,%–-−+‰€";
    text.chars().all(|character| character.is_ascii_digit() || marks.contains(character))
        && (text.is_empty()
            || text.chars().any(|character| character.is_ascii_digit() || "–-".contains(character)))
}

/// Turns the page before what must stay with the next block.
pub(super) fn turn(flow: &mut Vec<Flow>, direction: Direction) {
    let kept = flow.iter().rev().take_while(|piece| matches!(piece, Flow::Slab(slab) if slab.keep)).count();
    flow.insert(flow.len() - kept, Flow::Turn(direction));
}
