//! What a reader of plain text sees. In: a text. Out: its units, a line a unit, and the strings that no writer of
//! text parts.

use super::held::{Unit, normal};
use crate::document::Inline;

/// What stands between columns.
const BETWEEN: &str = "  ";

/// Returns the lines. A line may be read without the marks before it, as columns, and as a label with its value.
pub(super) fn units(text: &str) -> Vec<Unit> {
    text.lines().filter(|line| !line.trim_ascii().is_empty()).map(unit).collect()
}

fn unit(line: &str) -> Unit {
    let bare = std::iter::successors(Some(line.trim_ascii()), |rest| without_mark(rest).map(str::trim_ascii));
    let mut readings: Vec<Vec<String>> = bare.clone().map(|rest| vec![normal(rest)]).collect();
    let columns = line.trim_ascii().split(BETWEEN).map(normal).filter(|cell| !cell.is_empty());
    readings.push(columns.collect());
    readings.extend(bare.filter_map(|rest| {
        let (label, value) = rest.split_once(": ")?;
        Some(vec![normal(label), normal(value)])
    }));
    Unit { readings }
}

/// Returns a line without the mark that it opens with: of a quote, an item, a note.
fn without_mark(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(['>', '-']) {
        return Some(rest);
    }
    let (bracket, inner) = match line.strip_prefix('[') {
        Some(inner) => (true, inner),
        None => (false, line),
    };
    let rest = inner.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let rest = if rest.len() < inner.len() { rest } else { return None };
    rest.strip_prefix(if bracket { ']' } else { '.' })
}

/// Returns a line's words as far as nothing of the text's own stands between them: numbers of notes, addresses
/// behind links, marks of what is struck out, line breaks.
pub(super) fn fragments(line: &[Inline]) -> Vec<String> {
    let mut fragments = vec![String::new()];
    push(line, &mut fragments);
    fragments
}

fn push(line: &[Inline], fragments: &mut Vec<String>) {
    for inline in line {
        match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Gap(words) => {
                fragments.last_mut().expect("there is one").push_str(words);
            }
            Inline::SoftBreak => fragments.last_mut().expect("there is one").push(' '),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::From { content: inner, .. }
            | Inline::Foreign { content: inner, .. } => push(inner, fragments),
            Inline::Link { content: inner, .. } | Inline::Image { alt: inner, .. } => {
                push(inner, fragments);
                fragments.push(String::new());
            }
            Inline::Strike(inner) => {
                fragments.push(String::new());
                push(inner, fragments);
                fragments.push(String::new());
            }
            Inline::Note(_) | Inline::Break => fragments.push(String::new()),
        }
    }
}
