//! The columns of a table: how wide, at which edge, on which page. In: a `Table`. Out: `Plan`.

use super::composer::{Composer, Look, Scope};
use super::slab::Direction;
use super::widths::{Grid, Held, Need, widths};
use crate::document::{Align, Block, Row, Table, plain};
use crate::write::columns::is_figure;
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::text::{Edge, Extent, Line};

/// White space on either side of a cell's words.
pub(super) const SIDE: f32 = 4.5;
/// Words up to so many font sizes are not hyphenated.
const WHOLE: f32 = 5.6;
/// Cells up to so many font sizes let columns of like heads be of one width.
const SHORT: f32 = 11.0;

/// A table's columns, decided.
pub(super) struct Plan {
    pub(super) widths: Vec<f32>,
    pub(super) edges: Vec<Edge>,
    pub(super) direction: Direction,
}

/// What the columns of a table need.
struct Needs {
    columns: Vec<Need>,
    /// The longest word of each column, where heads may be hyphenated.
    solid: Vec<f32>,
    /// Whether a column holds figures only.
    figures: Vec<bool>,
    grid: Grid,
}

impl Composer<'_> {
    /// Decides the columns of a table.
    pub(super) fn plan(&mut self, table: &Table, scope: &Scope, look: &Look) -> Plan {
        let mut needs = self.needs(table, look);
        let count = needs.columns.len();
        let aligns = (0..count).map(|column| table.columns.get(column).copied().unwrap_or_default().align);
        for (column, align) in aligns.clone().enumerate().filter(|(column, _)| blank(table, *column)) {
            // What a person fills in by hand needs room: for a number less than for words.
            let room = look.size * if align == Align::Right { 4.0 } else { 8.0 };
            let need = &mut needs.columns[column];
            if need.twin.is_none() {
                need.floor = need.floor.max(room);
                need.least = need.least.max(room);
                need.most = need.most.max(room * 1.5);
                needs.solid[column] = needs.solid[column].max(room);
            }
            needs.figures[column] = false;
        }
        let (widths, direction) = self.direct(&needs, scope, look);
        let edges = aligns.zip(&needs.figures).map(|(align, &figures)| match align {
            Align::Right => Edge::Right,
            Align::Natural if figures && !table.rows.is_empty() => Edge::Right,
            Align::Natural | Align::Left => Edge::Left,
            Align::Centre => Edge::Centre,
        });
        Plan { widths, edges: edges.collect(), direction }
    }

    fn needs(&mut self, table: &Table, look: &Look) -> Needs {
        let count = table.columns.len().max(table.head.iter().map(Vec::len).max().unwrap_or(0));
        let mut needs = Needs {
            columns: vec![Need::default(); count],
            solid: vec![0.0; count],
            figures: vec![true; count],
            grid: Grid { rows: Vec::new(), sides: 2.0 * SIDE + 0.5 },
        };
        let cells = table.head.iter().map(|row| (row, true)).chain(table.rows.iter().map(|row| (row, false)));
        for (row, head) in cells {
            let mut held = Vec::with_capacity(count);
            for (column, cell) in row.iter().enumerate().take(count) {
                let heads_row = table.has_row_headers() && column == 0;
                let cut = if head || heads_row { Cut::Bold } else { Cut::Regular };
                let mut extent = self.extent(&cell.blocks, &Look { cut, ..*look });
                if is_figure(cell) {
                    (extent.part, extent.word) = (extent.most(), extent.most());
                }
                let sides = needs.grid.sides;
                let need = &mut needs.columns[column];
                need.floor = need.floor.max(extent.part.max(extent.word.min(look.size * WHOLE)) + sides);
                need.least = need.least.max(extent.word + sides);
                need.most = need.most.max(extent.most() + sides);
                let solid =
                    if head { extent.part.max(extent.word.min(look.size * WHOLE)) } else { extent.word }
                        + sides;
                needs.solid[column] = needs.solid[column].max(solid);
                needs.figures[column] &= head || is_figure(cell);
                held.push(Held::new(extent, head));
            }
            needs.grid.rows.push(held);
        }
        twins(table, &mut needs.columns, look.size * SHORT);
        needs
    }

    /// Decides how the page lies: a table whose words would break, or whose rows would fill whole pages,
    /// gets a page that lies.
    fn direct(&self, needs: &Needs, scope: &Scope, look: &Look) -> (Vec<f32>, Direction) {
        let upright = widths(&needs.columns, &needs.grid, scope.width);
        if scope.inside || self.direction == Direction::Sideways {
            return (upright, self.direction);
        }
        let solid: f32 = needs.solid.iter().sum();
        let line = look.size * self.style.sizes.leading;
        let tallest = needs.grid.tallest(&upright) * line;
        let towers = needs.columns.len() >= 4 && tallest > self.frame_height(Direction::Upright) * 0.45;
        if solid <= scope.width && !towers {
            return (upright, Direction::Upright);
        }
        let lying = widths(&needs.columns, &needs.grid, self.frame_width(Direction::Sideways));
        (lying, Direction::Sideways)
    }

    /// Returns the widths of what blocks hold.
    fn extent(&mut self, blocks: &[Block], look: &Look) -> Extent {
        let mut extent = Extent::default();
        for block in blocks {
            match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => {
                    let text = self.rough(content, look);
                    extent.below(text.extent(&mut self.shaper), 0.0);
                }
                Block::List(list) => {
                    for item in &list.items {
                        let inner = self.extent(item, look);
                        extent.below(inner, look.size * 2.2);
                    }
                }
                Block::Quote(inner) => {
                    let inner = self.extent(inner, look);
                    extent.below(inner, look.size * 1.4);
                }
                Block::Figure(_) | Block::Table(_) => extent.below(guess(look.size, 12.0, 30.0), 0.0),
                _ => extent.below(guess(look.size, 6.0, 14.0), 0.0),
            }
        }
        extent
    }
}

/// Returns the widths of something that is not measured, in font sizes.
fn guess(size: f32, least: f32, most: f32) -> Extent {
    let line = Line { words: vec![size * most], ..Line::default() };
    Extent { part: size * least, word: size * least, lines: vec![line] }
}

/// Returns whether no row has anything in a column.
fn blank(table: &Table, column: usize) -> bool {
    let empty = |row: &Row| row.get(column).is_none_or(|cell| cell.blocks.is_empty());
    !table.rows.is_empty() && table.rows.iter().all(empty)
}

/// Numbers columns that differ by a number in their heads only ("wpływ 1", "wpływ 2") and hold little.
fn twins(table: &Table, columns: &mut [Need], short: f32) {
    let Some(head) = table.head.last() else { return };
    let names: Vec<String> = head
        .iter()
        .map(|cell| match cell.blocks.as_slice() {
            [Block::Paragraph(content)] => plain(content),
            _ => String::new(),
        })
        .collect();
    let numbered = |name: &&String| name.chars().any(|letter| letter.is_ascii_digit());
    let stem = |name: &String| name.replace(|letter: char| letter.is_ascii_digit(), "");
    for (column, name) in names.iter().enumerate().take(columns.len()).filter(|(_, name)| numbered(name)) {
        let like = |other: &&String| numbered(other) && stem(other) == stem(name);
        let first = names.iter().position(|other| like(&other)).unwrap_or(column);
        let several = names.iter().filter(like).count() > 1;
        if several && columns[column].most <= short {
            columns[column].twin = Some(first);
        }
    }
}
