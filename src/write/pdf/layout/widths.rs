//! Widths of columns from what they hold. In: each column's needs, the lines of each cell, the space. Out: widths
//! that fill it.
//!
//! A table that has room gets the widths of its longest cells. One that has not is balanced: width moves from
//! column to column as long as the table grows lower by it; a hyphenated word counts as lines that it costs.

use crate::write::columns::shared;
use crate::write::pdf::text::{Extent, Line};

/// What a column needs; lengths with the white space inside its cells.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Need {
    /// Its longest piece when all words are hyphenated.
    pub(super) floor: f32,
    /// Its longest word.
    pub(super) least: f32,
    /// Its longest line.
    pub(super) most: f32,
    /// Columns of one number are of one width.
    pub(super) twin: Option<usize>,
}

/// What a cell holds; lengths without white space.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    /// Its longest word.
    pub(super) word: f32,
    /// Its lines as the author wants them.
    pub(super) lines: Vec<Line>,
    /// How wide each of them is.
    wide: Vec<f32>,
    /// Whether it heads its column.
    pub(super) head: bool,
}

/// The cells of a table, row by row, and the white space beside their words.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: Vec<Vec<Held>>,
    pub(super) sides: f32,
}

/// So many rows are enough to tell how a table is balanced.
const ROWS: usize = 40;
/// What a hyphenated word costs, in lines: at the head of a column, and below.
const BROKEN: (f32, f32) = (1.2, 3.0);
/// Widths are moved by half of what was moved before, from the largest step to the smallest.
const STEPS: [f32; 6] = [64.0, 32.0, 16.0, 8.0, 4.0, 2.0];

/// Returns the width of each column; together they fill `width`.
pub(super) fn widths(needs: &[Need], grid: &Grid, width: f32) -> Vec<f32> {
    let needs = twinned(needs);
    let sum = |of: fn(&Need) -> f32| needs.iter().map(of).sum::<f32>();
    let (floor, most) = (sum(|need| need.floor), sum(|need| need.most));
    if most <= width {
        return shared(&needs, width - most, |need| need.most, |need| need.most);
    }
    if floor > width {
        return needs.iter().map(|need| width * need.floor / floor).collect();
    }
    // One very long cell must not starve its neighbours.
    let cap = width * 1.2;
    let want = move |need: &Need| (need.most.min(cap) - need.floor).max(0.0);
    // What is lowest nearby depends on where one sets out.
    let starts: [&dyn Fn(&Need) -> f32; 2] = [&want, &|need| want(need).sqrt()];
    let found = starts.map(|want| {
        let mut found = shared(&needs, width - floor, |need| need.floor, want);
        let cost = grid.balance(&needs, &mut found);
        (cost, found)
    });
    let lowest = found.into_iter().min_by(|one, other| one.0.total_cmp(&other.0));
    let mut found = lowest.map(|(_, found)| found).unwrap_or_default();
    even(&needs, &mut found);
    found
}

/// Gives columns that are of one width one need.
fn twinned(needs: &[Need]) -> Vec<Need> {
    let most = |twin: Option<usize>, of: fn(&Need) -> f32| {
        needs.iter().filter(|need| need.twin == twin).map(of).fold(0.0, f32::max)
    };
    let each = needs.iter().map(|need| match need.twin {
        None => *need,
        twin => Need {
            floor: most(twin, |need| need.floor),
            least: most(twin, |need| need.least),
            most: most(twin, |need| need.most),
            twin,
        },
    });
    each.collect()
}

/// Makes columns of one number as wide as they are on average.
fn even(needs: &[Need], widths: &mut [f32]) {
    for at in 0..needs.len() {
        let Some(twin) = needs[at].twin else { continue };
        let members: Vec<usize> = (0..needs.len()).filter(|&one| needs[one].twin == Some(twin)).collect();
        let mean = members.iter().map(|&one| widths[one]).sum::<f32>() / members.len() as f32;
        members.iter().for_each(|&one| widths[one] = mean);
    }
}

impl Held {
    /// Returns what a cell of these widths holds.
    pub(super) fn new(Extent { word, lines, .. }: Extent, head: bool) -> Self {
        let wide = lines.iter().map(Line::width).collect();
        Self { word, lines, wide, head }
    }

    /// Returns how many lines the cell takes, a fuller one a little more.
    fn height(&self, room: f32) -> f32 {
        let each = self.lines.iter().zip(&self.wide);
        each.map(|(line, &wide)| if wide <= room { 1.0 } else { broken(line, wide, room) }).sum()
    }

    /// Returns what hyphenated words cost it, in lines.
    fn broken(&self, room: f32) -> f32 {
        match (self.word > room, self.head) {
            (false, _) => 0.0,
            (true, true) => BROKEN.0,
            (true, false) => BROKEN.1,
        }
    }
}

/// Returns how many lines a line takes that is broken at its spaces.
fn broken(line: &Line, wide: f32, room: f32) -> f32 {
    let room = (room - line.indent).max(1.0);
    let (mut count, mut end) = (1.0, 0.0);
    for &word in &line.words {
        let next = if end > 0.0 { end + line.space + word } else { word };
        if next <= room {
            end = next;
        } else {
            count += if end > 0.0 { 1.0 } else { 0.0 } + (word / room).ceil() - 1.0;
            end = word.min(room);
        }
    }
    // A width that does not yet save a line is on the way to one that does.
    count * 0.8 + (wide / room).max(1.0) * 0.2
}

impl Grid {
    /// Returns how many lines the highest row takes.
    pub(super) fn tallest(&self, widths: &[f32]) -> f32 {
        let cells = self.rows.iter().flat_map(|row| row.iter().zip(widths));
        cells.map(|(cell, width)| cell.height((width - self.sides).max(1.0))).fold(0.0, f32::max)
    }

    /// Returns a column of some width.
    fn column(&self, at: usize, width: f32) -> Column {
        let room = (width - self.sides).max(1.0);
        let step = self.rows.len().div_ceil(ROWS).max(1);
        let cells = self.rows.iter().step_by(step).map(|row| row.get(at));
        let mut column = Column::default();
        for cell in cells {
            let height = cell.map_or(0.0, |cell| cell.height(room));
            column.fourths.push((height * height) * (height * height));
            column.broken += cell.map_or(0.0, |cell| cell.broken(room));
        }
        column
    }

    /// Moves width between columns as long as that makes the table lower; returns what it then costs.
    fn balance(&self, needs: &[Need], widths: &mut [f32]) -> f32 {
        let count = widths.len();
        let mut now: Vec<Column> = (0..count).map(|at| self.column(at, widths[at])).collect();
        let mut cost = cost(&now.iter().collect::<Vec<_>>());
        for step in STEPS {
            let given = |at: usize, width: f32| {
                (width - step >= needs[at].floor).then(|| self.column(at, width - step))
            };
            let mut less: Vec<Option<Column>> = (0..count).map(|at| given(at, widths[at])).collect();
            let mut more: Vec<Column> = (0..count).map(|at| self.column(at, widths[at] + step)).collect();
            // A hundred moves of a step cross any page.
            for _ in 0..100 {
                let Some((from, to, moved)) = cheapest(&now, &less, &more, cost - 0.01) else { break };
                widths[from] -= step;
                widths[to] += step;
                cost = moved;
                for at in [from, to] {
                    now[at] = self.column(at, widths[at]);
                    less[at] = given(at, widths[at]);
                    more[at] = self.column(at, widths[at] + step);
                }
            }
        }
        cost
    }
}

/// A column of some width: the fourth power of each cell's height, and what its hyphenated words cost.
#[derive(Clone, Debug, Default)]
struct Column {
    fourths: Vec<f32>,
    broken: f32,
}

/// Returns what columns cost, in lines. Of each row nearly the highest cell counts, yet less where any high cell is
/// lower: of two that are equally high both count.
fn cost(columns: &[&Column]) -> f32 {
    let rows = columns.first().map_or(0, |column| column.fourths.len());
    let row = |at: usize| columns.iter().map(|column| column.fourths[at]).sum::<f32>().sqrt().sqrt();
    (0..rows).map(row).sum::<f32>() + columns.iter().map(|column| column.broken).sum::<f32>()
}

/// Returns the move of a step from column to column that costs least, if it costs less than `most`.
fn cheapest(
    now: &[Column],
    less: &[Option<Column>],
    more: &[Column],
    most: f32,
) -> Option<(usize, usize, f32)> {
    let mut best = None;
    for (from, given) in less.iter().enumerate() {
        let Some(given) = given else { continue };
        for (to, taken) in more.iter().enumerate().filter(|(to, _)| *to != from) {
            let moved = now.iter().enumerate().map(|(at, own)| match at {
                _ if at == from => given,
                _ if at == to => taken,
                _ => own,
            });
            let moved = cost(&moved.collect::<Vec<_>>());
            if moved < best.map_or(most, |(_, _, least)| least) {
                best = Some((from, to, moved));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(floor: f32, least: f32, most: f32) -> Need {
        Need { floor, least, most, twin: None }
    }

    /// Returns a text of one line, made of words of one length.
    fn held(word: f32, line: f32) -> Extent {
        let words = vec![word; (line / word).round() as usize];
        Extent { part: word / 2.0, word, lines: vec![Line { words, ..Line::default() }] }
    }

    /// Returns a table of one row of heads and some of words, from the words' lengths.
    fn grid(heads: &[f32], cells: &[f32], rows: usize) -> (Vec<Need>, Grid) {
        let head = heads.iter().map(|&word| Held::new(held(word, word), true)).collect();
        let row: Vec<Held> = cells.iter().map(|&line| Held::new(held(40.0, line), false)).collect();
        let needs = heads.iter().zip(cells).map(|(&head, &cell)| need(25.0, head.max(40.0), head.max(cell)));
        let rows = std::iter::once(head).chain(std::iter::repeat_n(row, rows)).collect();
        (needs.collect(), Grid { rows, sides: 0.0 })
    }

    #[test]
    fn columns_fill_the_width_and_never_overlap() {
        let wide = [need(30.0, 60.0, 900.0), need(20.0, 50.0, 80.0), need(30.0, 90.0, 90.0)];
        for width in [40.0, 80.0, 150.0, 250.0, 450.0, 2_000.0] {
            let widths = widths(&wide, &Grid::default(), width);
            let sum: f32 = widths.iter().sum();
            assert!((sum - width).abs() < 0.01, "{widths:?}");
            assert!(widths.iter().all(|&one| one > 0.0), "{widths:?}");
        }
    }

    #[test]
    fn a_word_is_not_broken_while_there_is_room() {
        let (needs, grid) = grid(&[40.0, 40.0, 40.0], &[120.0, 120.0, 40.0], 4);
        let widths = widths(&needs, &grid, 145.0);
        assert!(widths.iter().all(|&width| width >= 39.5), "{widths:?}");
    }

    #[test]
    fn a_long_head_over_figures_gives_its_width_to_the_text_beside_it() {
        let (needs, grid) = grid(&[95.0, 95.0, 40.0], &[10.0, 10.0, 900.0], 6);
        let widths = widths(&needs, &grid, 300.0);
        assert!(widths[2] > 190.0, "{widths:?}");
    }

    #[test]
    fn columns_of_text_get_width_by_what_they_hold() {
        let (needs, grid) = grid(&[40.0, 40.0, 40.0], &[600.0, 200.0, 600.0], 8);
        let widths = widths(&needs, &grid, 400.0);
        assert!(widths[0] > widths[1] * 1.8 && (widths[0] - widths[2]).abs() < 20.0, "{widths:?}");
    }

    #[test]
    fn twins_are_of_one_width_whether_they_hold_anything_or_not() {
        let (mut needs, grid) = grid(&[90.0, 40.0, 40.0, 40.0], &[500.0, 60.0, 0.0, 30.0], 3);
        needs[1..].iter_mut().for_each(|need| need.twin = Some(1));
        let widths = widths(&needs, &grid, 320.0);
        assert!((widths[1] - widths[2]).abs() < 0.01 && (widths[2] - widths[3]).abs() < 0.01, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - 320.0).abs() < 0.01);
    }
}
