//! Columns of a table. In: a `Table`, the space. Out: widths that fit the page, and whether it must lie.
//!
//! The font is the reader's: widths are estimated, rather too large than too small, and Word widens a column whose
//! longest word does not fit.

use super::Writer;
use super::fit::{Need, widths};
use super::style::twips;
use crate::document::{Align, Block, Inline, Table, plain};
use crate::write::chart::{Weight, estimate};
use crate::write::columns::is_figure;

/// White space on either side of a cell's words, in twentieths of a point.
pub(super) const SIDE: i32 = 90;

/// How much narrower Calibri runs than the fonts that widths are estimated for.
const NARROWER: f32 = 0.88;

/// A table's columns, decided.
pub(super) struct Columns {
    /// Widths in twentieths of a point; together they fill the space.
    pub(super) widths: Vec<i32>,
    /// Where the words of each stand.
    pub(super) aligns: Vec<Option<&'static str>>,
    /// Whether the page lies on its long side.
    pub(super) sideways: bool,
    /// How high each row will be, in lines, the header rows first.
    pub(super) lines: Vec<f32>,
}

/// What is known of a table before its columns are.
struct Needs {
    columns: Vec<Need>,
    /// Whether a column holds nothing but numbers.
    figures: Vec<bool>,
    /// For each cell of each row how wide its longest line is, and how many lines it has.
    rows: Vec<Vec<(f32, f32)>>,
}

impl Writer<'_> {
    /// Decides the columns of a table in a space `width` wide; a table that `may_turn` gets a page that lies where
    /// words would break or rows fill whole pages.
    pub(super) fn columns(&self, table: &Table, width: i32, may_turn: bool) -> Columns {
        let needs = self.needs(table);
        let fits = |width: i32| widths(&needs.columns, width as f32 / 20.0);
        let lines = |widths: &[f32]| -> Vec<f32> {
            let row = |row: &Vec<(f32, f32)>| {
                let lines = row
                    .iter()
                    .zip(widths)
                    .map(|((most, count), width)| (most / width.max(1.0)).ceil() * count);
                lines.fold(1.0, f32::max)
            };
            needs.rows.iter().map(row).collect()
        };
        let upright = fits(width);
        let least: f32 = needs.columns.iter().map(|need| need.least).sum();
        let tallest = lines(&upright).into_iter().fold(0.0, f32::max) * self.table_line();
        let half = self.style.frame(false).1 as f32 / 20.0 * 0.45;
        let towers = needs.columns.len() >= 4 && tallest > half;
        let sideways = may_turn && (least > width as f32 / 20.0 || towers);
        let shown = if sideways { fits(self.style.frame(true).0) } else { upright };
        let aligns = (0..needs.columns.len()).map(|column| {
            let align = table.columns.get(column).map(|column| column.align).unwrap_or_default();
            match align {
                Align::Right => Some("right"),
                Align::Centre => Some("center"),
                Align::Natural if needs.figures[column] && !table.rows.is_empty() => Some("right"),
                Align::Natural | Align::Left => None,
            }
        });
        Columns {
            aligns: aligns.collect(),
            lines: lines(&shown),
            widths: shown.into_iter().map(twips).collect(),
            sideways,
        }
    }

    /// Returns the height of a line of a table, in points.
    pub(super) fn table_line(&self) -> f32 {
        self.style.points(self.style.look.sizes.table) * 1.25
    }

    fn needs(&self, table: &Table) -> Needs {
        let size = self.style.points(self.style.look.sizes.table);
        let side = 2.0 * SIDE as f32 / 20.0 + 1.0;
        let head = table.head.iter().map(|row| (row, true));
        let all = || head.clone().chain(table.rows.iter().map(|row| (row, false)));
        let count = all().map(|(row, _)| row.len()).fold(table.columns.len(), usize::max);
        let mut needs = Needs {
            columns: vec![Need::default(); count],
            figures: vec![true; count],
            rows: Vec::with_capacity(table.rows.len() + 1),
        };
        for (row, is_head) in all() {
            let mut wide = Vec::with_capacity(count);
            for (column, cell) in row.iter().enumerate() {
                let is_bold = is_head || table.has_row_headers() && column == 0;
                let (least, most, count) = extent(&cell.blocks, size, is_bold);
                let least = if is_figure(cell) { most } else { least };
                let (least, most) = (least + side, most + side);
                let need = &mut needs.columns[column];
                need.least = need.least.max(least);
                need.most = need.most.max(most);
                need.floor = need.least.min(size * 5.0 + side);
                needs.figures[column] &= is_head || is_figure(cell);
                wide.push((most, count));
            }
            needs.rows.push(wide);
        }
        for column in 0..count {
            let blank =
                |row: &Vec<crate::document::Cell>| row.get(column).is_none_or(|cell| cell.blocks.is_empty());
            if !table.rows.is_empty() && table.rows.iter().all(blank) {
                // What a person fills in by hand needs room: for a number less than for words.
                let is_number = table.columns.get(column).is_some_and(|column| column.align == Align::Right);
                let room = size * if is_number { 4.0 } else { 8.0 };
                needs.columns[column].least = needs.columns[column].least.max(room);
                needs.columns[column].most = needs.columns[column].most.max(room * 1.5);
                needs.figures[column] = false;
            }
        }
        needs
    }
}

/// Returns the widths of the longest word and of the longest line of blocks, in points, and how many lines there are.
fn extent(blocks: &[Block], size: f32, is_bold: bool) -> (f32, f32, f32) {
    let mut extent = (0.0_f32, 0.0_f32, 0.0_f32);
    for block in blocks {
        let (least, most, count) = match block {
            Block::Paragraph(line) | Block::Heading { content: line, .. } => of_line(line, size, is_bold),
            Block::List(list) => {
                let inner = list.items.iter().map(|item| self::extent(item, size, is_bold));
                let (least, most, count) =
                    inner.fold((0.0_f32, 0.0_f32, 0.0), |a, b| (a.0.max(b.0), a.1.max(b.1), a.2 + b.2));
                (least + size * 2.2, most + size * 2.2, count)
            }
            Block::Quote(inner) => self::extent(inner, size, is_bold),
            Block::Figure(_) | Block::Table(_) => (size * 12.0, size * 30.0, 12.0),
            _ => (size * 6.0, size * 14.0, 4.0),
        };
        extent = (extent.0.max(least), extent.1.max(most), extent.2 + count);
    }
    extent
}

fn of_line(line: &[Inline], size: f32, is_bold: bool) -> (f32, f32, f32) {
    let weight = if is_bold { Weight::Bold } else { Weight::Regular };
    let wide = |words: &str| estimate(words, size, weight) * NARROWER;
    let words = plain(line);
    let longest = words.split([' ', '\n', '\t', '-', '\u{ad}']).map(wide).fold(0.0, f32::max);
    let lines: Vec<f32> = words.split('\n').map(wide).collect();
    (longest, lines.iter().copied().fold(0.0, f32::max), lines.len() as f32)
}
