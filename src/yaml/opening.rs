//! The line that opens a text, and the lines below that belong to it. In: a line and what is open there. Out: `Opening`,
//! `Found`.

use super::Known;
use super::draft::Edit;
use super::lines::Line;
use super::outline::{Is, Outline};

/// A text's last line, and what is wrong with it.
pub(super) type Seen<'t> = (Option<Line<'t>>, Option<Found>);

/// What was found at one text.
pub(super) struct Found {
    pub(super) code: &'static str,
    pub(super) mark: (usize, usize),
    /// What mends the draft.
    pub(super) edits: Vec<Edit>,
    /// What is shown where that is something else.
    pub(super) shown: Option<Edit>,
    /// Whether the lines are left out instead, and the value of the field above with them.
    pub(super) is_lost: bool,
}

/// The line that opens a text, and all that is known there.
#[derive(Clone, Copy)]
pub(super) struct Opening<'t, 'o> {
    pub(super) text: &'t str,
    pub(super) line: Line<'t>,
    pub(super) outline: &'o Outline,
    pub(super) known: Known,
}

impl<'t> Opening<'t, '_> {
    /// Returns the column that the lines of its text stand behind.
    pub(super) fn column(self) -> usize {
        if self.line.key().is_some() { self.line.column() } else { self.line.indent() }
    }

    /// Returns the lines below, without empty ones.
    pub(super) fn below(self) -> impl Iterator<Item = Line<'t>> {
        let text = self.text;
        let lines = std::iter::successors(self.line.below(text), move |line| line.below(text));
        lines.filter(|line| !line.text.trim().is_empty())
    }

    /// Returns the field's name.
    pub(super) fn key(self) -> &'t str {
        self.line.key().map_or("", |(key, _)| key)
    }
}

/// Returns the lines of a text that goes on below its opening, as far as `goes_on` takes them.
pub(super) fn gathered<'t>(opening: Opening<'t, '_>, inside: impl Fn(usize) -> bool) -> Vec<Line<'t>> {
    let mut lines: Vec<Line<'t>> = Vec::new();
    // What may be text and may be not, until a line that can only be text follows.
    let mut either: Vec<Line<'t>> = Vec::new();
    for line in opening.below() {
        let is_deep = inside(depth(line));
        let is_sure = is_deep && either.iter().all(|line| line.is_blank());
        if !is_sure {
            let is_after = |above: &Line<'_>| above.is_blank() || line.indent() <= above.indent();
            match opening.outline.what(line, opening.known) {
                Is::Words if either.last().is_none_or(is_after) => {}
                Is::Nothing | Is::Either if !is_deep => {
                    either.push(line);
                    continue;
                }
                _ => break,
            }
        }
        lines.append(&mut either);
        lines.push(line);
    }
    lines
}

/// Returns the bytes of a line's words.
pub(super) fn words(line: Line<'_>) -> (usize, usize) {
    (line.from + line.indent(), line.from + line.text.trim_end().len())
}

/// Returns how many spaces a line opens with; a tab is none.
pub(super) fn depth(line: Line<'_>) -> usize {
    line.text.len() - line.text.trim_start_matches(' ').len()
}
