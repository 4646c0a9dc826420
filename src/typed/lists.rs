//! Lists. In: lines of which the first opens an item. Out: `Items`: the lines of each item.

use super::lines::Line;
use super::markers::{Mark, Marker};
use crate::document::Numbering;

/// How far a list is looked for that goes on after another kind of item at its own indent.
const REACH: usize = 60;

/// The items of a list.
pub(super) struct Items<'t> {
    /// How they are numbered, and the first number; `None` for bullets.
    pub numbers: Option<(Numbering, u64)>,
    /// Whether no empty line stands between them.
    pub tight: bool,
    /// The lines of each, the first one without its marker.
    pub items: Vec<Vec<Line<'t>>>,
    /// How many lines they take.
    pub count: usize,
}

/// Returns the list that opens some lines.
pub(super) fn list<'t>(lines: &[Line<'t>]) -> Items<'t> {
    let first = lines[0].item.expect("the line opens an item");
    let numbers = match first.marker {
        Marker::Number(numbering) => Some((numbering, first.number)),
        _ => None,
    };
    let mut list = Items { numbers, tight: true, items: Vec::new(), count: 0 };
    let mut at = 0;
    let mut mark = first;
    loop {
        list.count = at + item(&lines[at..], &mark);
        let words = Line { words: mark.words, cells: mark.words, item: None, ..lines[at] };
        list.items.push(std::iter::once(words).chain(lines[at + 1..list.count].iter().copied()).collect());
        let empty = lines[list.count..].iter().take_while(|line| line.is_empty()).count();
        let next = lines.get(list.count + empty).filter(|next| follows(next, lines[at].indent, &mark));
        let Some(next) = next else { return list };
        list.tight &= empty == 0;
        at = list.count + empty;
        mark = next.item.expect("a line that follows opens an item");
    }
}

/// Tells whether a line opens the item after an item.
fn follows(line: &Line<'_>, indent: usize, mark: &Mark<'_>) -> bool {
    line.indent.abs_diff(indent) < 2
        && line.item.is_some_and(|next| {
            let is_next = !matches!(mark.marker, Marker::Number(_)) || next.number == mark.number + 1;
            next.marker == mark.marker && is_next
        })
}

/// Returns how many lines an item takes, its own one included.
fn item(lines: &[Line<'_>], mark: &Mark<'_>) -> usize {
    let indent = lines[0].indent;
    let mut at = 1;
    while let Some(line) = lines.get(at) {
        if line.is_empty() {
            let next = lines[at..].iter().position(|line| !line.is_empty());
            match next.filter(|next| is_within(&lines[at + next], indent)) {
                Some(next) => at += next,
                None => return at,
            }
        } else if is_within(line, indent) || goes_on(&lines[at - 1], line) {
            at += 1;
        } else {
            match resumed(&lines[at..], indent, mark) {
                Some(count) => at += count,
                None => return at,
            }
        }
    }
    at
}

fn is_within(line: &Line<'_>, indent: usize) -> bool {
    line.indent > indent + 1 || line.item.is_none() && line.indent > indent
}

/// Tells whether a line is the rest of the line before it.
fn goes_on(before: &Line<'_>, line: &Line<'_>) -> bool {
    line.item.is_none() && !before.is_empty() && line.words.starts_with(char::is_lowercase)
}

/// Returns after how many lines an item is followed by the next one, where nothing stands between them but items of
/// another kind: `1)`, `a)`, `b)`, `2)`, all at one indent.
fn resumed(lines: &[Line<'_>], indent: usize, mark: &Mark<'_>) -> Option<usize> {
    lines[0].item.filter(|other| other.marker != mark.marker)?;
    let mut before = &lines[0];
    for (at, line) in lines.iter().enumerate().take(REACH) {
        if follows(line, indent, mark) {
            return Some(at);
        }
        let is_part =
            line.is_empty() || line.item.is_some() || is_within(line, indent) || goes_on(before, line);
        if !is_part || line.indent + 1 < indent && !line.is_empty() {
            return None;
        }
        before = line;
    }
    None
}
