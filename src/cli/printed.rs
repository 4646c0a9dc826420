//! What is printed does nothing but say. In: a text for a terminal, a log or a file. Out: the same, unable to
//! steer them.

use std::borrow::Cow;
use std::path::Path;

use crate::words::{steers, visible};

/// What a text may do besides saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum May {
    /// Nothing.
    Say,
    /// Colour its letters.
    Colour,
    /// Command a runner of GitHub.
    Command,
}

/// Returns a text in which no character and no line steers what prints it, but as it may.
pub(super) fn tame(text: &str, may: May) -> Cow<'_, str> {
    let orders =
        |line: &str| may != May::Command && (line.trim_start().starts_with("::") || line.contains("##["));
    let is_tame = |line: &str| !line.contains(steers) && !orders(line);
    if text.split('\n').all(|line| is_tame(line.strip_suffix('\r').unwrap_or(line))) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches('\n');
        let line = line.strip_suffix('\r').filter(|_| line.len() < whole.len()).unwrap_or(line);
        let mut rest = line;
        while let Some(letter) = rest.chars().next() {
            let painted = if may == May::Colour { colour(rest) } else { 0 };
            let length = painted.max(letter.len_utf8());
            match painted == 0 && steers(letter) {
                true => out.extend(letter.escape_unicode()),
                false => out.push_str(&rest[..length]),
            }
            rest = &rest[length..];
        }
        out.push_str(&whole[line.len()..]);
    }
    if may == May::Command { out.into() } else { unordered(&out).into() }
}

/// Returns a path as messages show it.
pub(super) fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// Returns how many bytes of a text set a colour, where it begins so.
fn colour(text: &str) -> usize {
    let Some(inner) = text.strip_prefix("\u{1b}[") else { return 0 };
    let codes = inner.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ';');
    if codes.starts_with('m') { text.len() - codes.len() + 1 } else { 0 }
}

/// Tells whether a runner would take a line for an order; `:::` within a line of a report is none.
fn is_order(line: &str) -> bool {
    let words = line.trim_start();
    words.starts_with("::") && (words.len() == line.len() || !words.starts_with(":::"))
}

/// Breaks what a runner would take for an order: `::` where a line begins, `##[` anywhere.
fn unordered(text: &str) -> String {
    let line = |line: &str| {
        let words = line.trim_start();
        let space = &line[..line.len() - words.len()];
        match words.strip_prefix("::").filter(|_| is_order(line)) {
            Some(rest) => format!("{space}\\u{{3a}}:{rest}"),
            None => line.to_owned(),
        }
    };
    text.split_inclusive('\n').map(line).collect::<String>().replace("##[", "#\\u{23}[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_printed_steers() {
        let typed = "a\u{1b}]0;x\u{7}\r\nb\rc\n \u{a0}::error::x\n::stop-commands::y\nd ##[error]z\u{2028}\n";
        let said = "a\\u{1b}]0;x\\u{7}\r\nb\\u{d}c\n \u{a0}\\u{3a}:error::x\n\\u{3a}:stop-commands::y\nd #\\u{23}[error]z\\u{2028}\n";
        assert_eq!(tame(typed, May::Say), said);
        assert_eq!(tame("::error::x\u{1b}\n", May::Command), "::error::x\\u{1b}\n");
        let painted = "\u{1b}[1m\u{1b}[38;5;9mbłąd\u{1b}[0m\u{1b}[2J\u{9b}m";
        assert_eq!(tame(painted, May::Colour), "\u{1b}[1m\u{1b}[38;5;9mbłąd\u{1b}[0m\\u{1b}[2J\\u{9b}m");
        assert!(matches!(tame("a: b\r\nc\n", May::Say), Cow::Borrowed(_)));
    }
}
