//! Lists. In: a `List`. Out: paragraphs that a list numbers, and what stands below each.

use super::Writer;
use super::blocks::{Place, Room, STEP};
use super::numbering::CLAUSES;
use super::paragraph::Paragraph;
use crate::document::{Block, List};

/// The deepest level of a list in Word, counted from nought.
const DEEPEST: usize = 8;

/// White space below an item that is a paragraph of its own, and below a list.
const LOOSE: i32 = 120;

/// How the items of a list are numbered.
#[derive(Clone, Copy)]
enum Count {
    /// By a list of its own, at a level.
    Own(usize, usize),
    /// By the list of clauses, at a level.
    Clause(usize),
}

impl Writer<'_> {
    pub(super) fn list(&mut self, list: &List, place: &Place) {
        let is_plain = place.room == Room::Body && (place.depth == 0 || place.clause.is_some());
        let clause = if is_plain { self.numbers.clause(list, place.clause) } else { None };
        let level = place.depth.min(DEEPEST);
        let count = match clause {
            Some(level) => Count::Clause(level),
            None => Count::Own(self.numbers.list(list, level), level),
        };
        // The text of a clause stands where its level has it.
        let inside = match clause {
            Some(level) => place.indented(STEP * level as i32 - place.indent),
            None => place.indented(STEP),
        };
        let inside = Place { depth: place.depth + 1, clause, ..inside };
        for (at, item) in list.items.iter().enumerate() {
            let is_last = at + 1 == list.items.len();
            let gap = if !list.tight || is_last && place.depth == 0 { Some(LOOSE) } else { None };
            self.item(item, list, count, gap, &inside);
        }
    }

    fn item(&mut self, item: &[Block], list: &List, count: Count, gap: Option<i32>, inside: &Place) {
        let mut paragraph = Paragraph { keep: inside.keep, align: inside.align, ..Paragraph::default() };
        let depth = inside.depth - 1;
        match count {
            Count::Clause(level) => {
                self.numbers.count(level);
                paragraph.style = CLAUSES[level - 1].to_owned();
            }
            Count::Own(number, level) => {
                paragraph.number = Some((number, level));
                paragraph.style = style(list, depth, inside);
                if inside.indent != STEP * (level as i32 + 1) || inside.is_small() {
                    paragraph.indent = Some((inside.indent, STEP.min(inside.indent)));
                }
            }
        }
        let rest = match item {
            [Block::Paragraph(line), rest @ ..] => {
                if rest.is_empty() && !inside.is_small() {
                    paragraph.spacing[1] = gap;
                }
                self.text(line, &paragraph);
                rest
            }
            // The label stands alone over what is no line.
            all => {
                self.paragraph(&Paragraph { keep: !all.is_empty(), ..paragraph }, "");
                all
            }
        };
        self.blocks(rest, inside);
    }
}

/// Returns the style of an item; Word has five depths of each kind.
fn style(list: &List, depth: usize, inside: &Place) -> String {
    if inside.room != Room::Body {
        return inside.text().to_owned();
    }
    let name = if list.start.is_some() { "ListNumber" } else { "ListBullet" };
    match depth {
        0 => name.to_owned(),
        _ => format!("{name}{}", (depth + 1).min(5)),
    }
}
