//! A running text over several lines without a sign of its own, which a colon or a comment cuts. In: the line that
//! opens it. Out: `Found`, and the text's last line.

use super::Holds;
use super::lines::{Line, is_name};
use super::opening::{Found, Opening, Seen, words};
use super::quotes::quoted;

/// Looks at a text that begins behind its field's name or its item's dash.
pub(super) fn inside<'t>(opening: Opening<'t, '_>) -> Seen<'t> {
    let line = opening.line;
    let value = line.key().map_or(line.from + line.column(), |(_, value)| value);
    if value >= line.end() || opens_otherwise(&opening.text[value..]) {
        return (None, None);
    }
    commented(opening, value, line)
}

/// Looks at a text that begins on the line below its field's name.
pub(super) fn below<'t>(opening: Opening<'t, '_>, first: Line<'t>) -> Seen<'t> {
    let start = first.from + first.indent();
    if (opening.known.holds)(opening.key()) != Holds::Text
        || first.is_item()
        || opens_otherwise(&opening.text[start..])
    {
        return (None, None);
    }
    let is_field = |line: &Line<'_>| line.key().is_some_and(|(key, _)| (opening.known.is_field)(key));
    let lines: Vec<Line<'t>> =
        opening.below().take_while(|line| line.indent() > opening.column() && !is_field(line)).collect();
    let Some(last) = lines.last().copied() else { return (None, None) };
    let is_cut = |line: &Line<'_>| line.key().is_some_and(|(key, _)| !is_name(key));
    let goes_on = |line: &Line<'_>| line.key().is_none() && !line.is_item() && !line.is_blank();
    let is_text = if goes_on(&first) {
        lines.iter().any(|line| line.key().is_some())
    } else {
        is_cut(&first) || lines.iter().any(goes_on)
    };
    if !is_text {
        return if goes_on(&first) { commented(opening, start, first) } else { (None, None) };
    }
    let end = opening.line.end();
    let mut edits = vec![(end, end, " >-".to_owned())];
    for line in lines.iter().filter(|line| line.indent() != first.indent()) {
        edits.push((line.from, line.from + line.indent(), " ".repeat(first.indent())));
    }
    let cut = lines.iter().find(|line| line.key().is_some()).unwrap_or(&first);
    (Some(last), Some(Found { code: "YAML-44", mark: words(*cut), edits, shown: None, is_lost: false }))
}

/// Looks for a comment inside a text that begins at a byte; the text goes on below it.
fn commented<'t>(opening: Opening<'t, '_>, value: usize, first: Line<'t>) -> Seen<'t> {
    let text = opening.text;
    let mut last = first;
    let mut comments: Vec<Line<'t>> = Vec::new();
    // Comments below which nothing has come yet.
    let mut waiting: Vec<Line<'t>> = Vec::new();
    let mut cut = hash(text, value, first);
    let mut is_cut = false;
    let from = Opening { line: first, ..opening };
    for line in from.below() {
        if line.is_blank() {
            waiting.push(line);
            continue;
        }
        if line.indent() <= opening.column() || line.key().is_some() {
            break;
        }
        is_cut |= cut.is_some();
        comments.append(&mut waiting);
        last = line;
        cut = cut.or_else(|| hash(text, line.from, line));
    }
    let found = if is_cut {
        let mark = cut.map_or(words(first), |at| (at, at + 1));
        let edits = vec![(value, last.to(), quoted(text[value..last.to()].trim_end()))];
        Some(Found { code: "YAML-45", mark, edits, shown: None, is_lost: false })
    } else {
        comments.first().map(|comment| moved(opening, &comments, words(*comment)))
    };
    ((last.from > opening.line.from).then_some(last), found)
}

/// Takes comments out of a text, and shows them above it.
fn moved(opening: Opening<'_, '_>, comments: &[Line<'_>], mark: (usize, usize)) -> Found {
    let text = opening.text;
    let whole = |line: &Line<'_>| (line.from, line.below(text).map_or(text.len(), |below| below.from));
    let edits: Vec<_> = comments.iter().map(whole).map(|(from, to)| (from, to, String::new())).collect();
    let (from, to) = (opening.line.from, edits.last().map_or(mark.1, |edit| edit.1));
    let indent = " ".repeat(opening.line.indent());
    let mut shown: String = comments.iter().map(|line| format!("{indent}{}\n", line.text.trim())).collect();
    let mut done = from;
    for (start, end, _) in &edits {
        shown += &text[done..*start];
        done = *end;
    }
    Found { code: "YAML-45", mark, edits, shown: Some((from, to, shown)), is_lost: false }
}

/// Returns where a number sign opens a comment behind words of a line, from a byte on.
fn hash(text: &str, from: usize, line: Line<'_>) -> Option<usize> {
    text[from..line.to().max(from)].find(" #").map(|at| from + at + 1)
}

/// Tells whether a value is no plain text.
fn opens_otherwise(value: &str) -> bool {
    value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!', '%', '@', '`', '#'])
}
