//! The lines of a text, each with what it may open. In: a text. Out: `Line`s.

use std::collections::BTreeMap;

use super::markers::{Mark, Marker, marks};

/// How many columns a tab leads to.
const TAB: usize = 4;

/// A line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// How many columns it stands in.
    pub indent: usize,
    /// What stands in it, without white space around it.
    pub words: &'t str,
    /// The same with the tabs that open it, which are empty cells of a table.
    pub cells: &'t str,
    /// The item that it opens.
    pub item: Option<Mark<'t>>,
}

impl<'t> Line<'t> {
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn of(text: &'t str) -> Self {
        let words = text.trim();
        let before = &text[..text.len() - text.trim_start().len()];
        let indent = before
            .chars()
            .fold(0, |column, sign| if sign == '\t' { (column / TAB + 1) * TAB } else { column + 1 });
        Self {
            indent,
            words,
            cells: text.trim_matches(|sign: char| sign.is_whitespace() && sign != '\t'),
            item: None,
        }
    }

    /// Returns the level of the heading that a line is: from two, for one number sign is a number sign.
    pub(super) fn heading(&self) -> Option<(usize, &'t str)> {
        let rest = self.words.trim_start_matches('#');
        let level = self.words.len() - rest.len();
        let words = rest.trim();
        (level > 1 && level < 7 && rest.starts_with([' ', '\t', '\u{a0}']) && !words.is_empty())
            .then_some((level, words))
    }

    /// Returns the label of the note that a line says, and its words.
    pub(super) fn note(&self) -> Option<(&'t str, &'t str)> {
        let (label, words) = self.words.strip_prefix("[^")?.split_once("]:")?;
        is_label(label).then_some((label, words.trim()))
    }
}

/// Tells whether a note may bear a label.
pub(super) fn is_label(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.'))
}

/// Returns the lines of a text with the items that they open.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = text.split('\n').map(Line::of).collect();
    find_items(&mut lines);
    lines
}

/// Returns which lines of a text open items, counted from nought.
pub fn items(text: &str) -> Vec<usize> {
    let lines = lines(text);
    (0..lines.len()).filter(|line| lines[*line].item.is_some()).collect()
}

/// Finds the lines that open items: a number or a letter needs the one before or after it, a dash or a star a second
/// one, and what may be a minus one in the line beside it.
fn find_items(lines: &mut [Line<'_>]) {
    let may_be_note = lines.iter().any(|line| has_note_sign(line.words));
    let mut seen: BTreeMap<(Marker, usize, u64), usize> = BTreeMap::new();
    let mut last: Option<usize> = None;
    let mut is_within = false;
    for at in 0..lines.len() {
        let line = lines[at];
        if line.is_empty() {
            continue;
        }
        let before = last.replace(at);
        let is_parted = before.is_none_or(|before| before + 1 < at);
        let is_announced = before.is_some_and(|before| lines[before].words.ends_with(':'));
        let mut is_plain = true;
        for mark in marks(line.words) {
            is_plain = false;
            let fellow = fellow(lines, &seen, at, &mark);
            seen.insert((mark.marker, line.indent, mark.number), at);
            let stands_alone = match mark.marker {
                Marker::Bullet(_) => true,
                Marker::Number(_) => false,
                _ if is_minus(&mark) => false,
                _ if is_within && line.indent > 1 => true,
                Marker::Star => is_announced && !may_be_note,
                Marker::Dash => is_announced || is_parted && line.words.starts_with('-'),
            };
            if let Some((fellow, own)) = fellow {
                lines[fellow].item = Some(own);
            }
            if fellow.is_some() || stands_alone {
                lines[at].item = Some(mark);
                is_within = true;
                break;
            }
        }
        // A new paragraph ends what may go on.
        if is_plain && is_parted && line.indent == 0 {
            seen.clear();
            is_within = false;
        }
    }
}

/// Returns the item before an item, as it must be read for this one to follow it.
fn fellow<'t>(
    lines: &[Line<'t>],
    seen: &BTreeMap<(Marker, usize, u64), usize>,
    at: usize,
    mark: &Mark<'t>,
) -> Option<(usize, Mark<'t>)> {
    let indent = lines[at].indent;
    let number = match mark.marker {
        Marker::Number(_) => mark.number.checked_sub(1)?,
        _ => 0,
    };
    let near = indent.saturating_sub(1)..=indent + 1;
    let fellow = near.filter_map(|indent| seen.get(&(mark.marker, indent, number)).copied()).max()?;
    let between = &lines[fellow + 1..at];
    let goes_on = |line: &Line<'_>| {
        line.is_empty()
            || line.indent > indent
            || line.item.is_some()
            || line.words.starts_with(char::is_lowercase)
    };
    let follows = match mark.marker {
        Marker::Number(_) | Marker::Bullet(_) => true,
        _ if is_minus(mark) => between.iter().all(Line::is_empty) && !is_by_plus(lines, fellow, at),
        _ => between.iter().all(goes_on),
    };
    let is_other = lines[fellow].item.is_some_and(|item| item.marker != mark.marker);
    let own = marks(lines[fellow].words).find(|own| own.marker == mark.marker)?;
    (follows && !is_other).then_some((fellow, own))
}

/// Tells whether a star stands at a word, as the sign of a note does.
fn has_note_sign(words: &str) -> bool {
    words
        .match_indices('*')
        .any(|(at, _)| words[..at].ends_with(|sign: char| !sign.is_whitespace() && sign != '*'))
}

/// Tells whether a mark stands before a figure and may be its sign.
fn is_minus(mark: &Mark<'_>) -> bool {
    mark.marker == Marker::Dash && mark.words.starts_with(|sign: char| sign.is_ascii_digit())
}

/// Tells whether the line before or after some lines opens with a plus.
fn is_by_plus(lines: &[Line<'_>], first: usize, last: usize) -> bool {
    let is_plus = |line: Option<&Line<'_>>| line.is_some_and(|line| line.words.starts_with('+'));
    is_plus(first.checked_sub(1).and_then(|at| lines.get(at))) || is_plus(lines.get(last + 1))
}
