//! The parts of a file: sections, and the entries of their lists. In: a text and a byte. Out: where its part begins and ends.

use super::Known;
use super::lines::Line;

/// Returns the part of a file to which a byte belongs: the entry of a section's list, or the section.
pub fn part(text: &str, at: usize, known: Known) -> (usize, usize) {
    let line = Line::at(text, at);
    let is_head = |line: &Line<'_>| {
        line.indent() == 0 && line.key().is_some_and(|(key, _)| (known.is_section)(key)) && !line.is_item()
    };
    let from =
        std::iter::successors(Some(line), |line| line.above(text)).find(is_head).map_or(0, |line| line.from);
    let below = || std::iter::successors(line.below(text), |line| line.below(text));
    let to = below().find(is_head).map_or(text.len(), |line| line.from);
    let lines: Vec<Line<'_>> = Line::all(&text[from..to]).filter(|line| line.is_item()).collect();
    let Some(outermost) = lines.iter().map(|line| line.indent()).min() else { return (from, to) };
    let starts = || lines.iter().filter(|line| line.indent() == outermost).map(|line| from + line.from);
    match starts().take_while(|start| *start <= line.from).last() {
        Some(start) => (start, starts().find(|next| *next > line.from).unwrap_or(to)),
        None => (from, to),
    }
}
