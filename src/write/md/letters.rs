//! Letters, and the marks that must not be mistaken for them. In: pieces. Out: Markdown.
//!
//! A letter gets a backslash where it would mean something, and is written as a number (`&#32;`)
//! where a backslash is no help: spaces at the edges of a line, and letters that stand so close to
//! emphasis that it would not be seen.

use super::spans::code;

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Caption,
    Heading,
    Term,
    Cell,
}

impl Place {
    /// Tells whether the line must stay one line.
    pub(super) fn is_single(self) -> bool {
        !matches!(self, Self::Paragraph | Self::Caption)
    }
}

/// A kind of emphasis.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Emphasis,
    Strong,
    Strike,
}

/// A piece of a line.
pub(super) enum Sign {
    Letter(char),
    /// Markup that begins and ends in ASCII punctuation.
    Raw(String),
    Code(String),
    /// A reference to a note.
    Note(String),
    Open(Span),
    Close(Span),
    Break,
    SoftBreak,
}

pub(super) fn write(pieces: Vec<Sign>, place: Place) -> String {
    let marks = marks(&pieces);
    let numbered = numbered(&pieces, &marks, place);
    // Underscores inside a word are read as they are, unless emphasis is about.
    let emphasised = pieces.iter().any(|piece| matches!(piece, Sign::Open(_)));
    let mut out = String::with_capacity(pieces.len() + 8);
    // Where the line began that is being written, where a block may begin at all.
    let mut start = if matches!(place, Place::Paragraph | Place::Term) { Some(0) } else { None };
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Sign::Raw(markup) | Sign::Note(markup) => out.push_str(markup),
            Sign::Code(words) => out.push_str(&code(words, place == Place::Cell)),
            Sign::Open(_) | Sign::Close(_) => out.push_str(marks.get(at).copied().unwrap_or_default()),
            Sign::Break if place.is_single() || at + 1 == pieces.len() => out.push_str("<br>"),
            Sign::Break => {
                out.push_str("\\\n");
                start = Some(out.len());
            }
            // An empty line would end the paragraph.
            Sign::SoftBreak if is_edge(&pieces, at) => out.push_str("&#32;"),
            Sign::SoftBreak => {
                out.push('\n');
                start = Some(out.len());
            }
            Sign::Letter(letter) if numbered.get(at) == Some(&true) => {
                out.push_str(&format!("&#{};", u32::from(*letter)));
            }
            Sign::Letter(letter) => {
                let line = start.and_then(|start| out.get(start..));
                if (emphasised && *letter == '_') || needs_backslash(*letter, &pieces, at, place, line) {
                    out.push('\\');
                }
                out.push(*letter);
            }
        }
    }
    out
}

/// Returns the marks of emphasis: next to or within one of stars, one of underscores.
fn marks(pieces: &[Sign]) -> Vec<&'static str> {
    let mut marks = vec![""; pieces.len()];
    let mut open: Vec<&'static str> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| marks.get(before)).copied().unwrap_or_default();
        let mark = match piece {
            Sign::Open(Span::Strike) => "~~",
            Sign::Open(span) => {
                let star = before.starts_with('*') || open.iter().any(|mark| mark.starts_with('*'));
                match (span, star) {
                    (Span::Emphasis, false) => "*",
                    (Span::Emphasis, true) => "_",
                    (_, false) => "**",
                    (_, true) => "__",
                }
            }
            Sign::Close(_) => open.pop().unwrap_or_default(),
            _ => continue,
        };
        if matches!(piece, Sign::Open(_)) {
            open.push(mark);
        }
        if let Some(slot) = marks.get_mut(at) {
            *slot = mark;
        }
    }
    marks
}

/// Tells which letters are written as numbers.
fn numbered(pieces: &[Sign], marks: &[&str], place: Place) -> Vec<bool> {
    let mut numbered = vec![false; pieces.len()];
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1);
        let (inside, outside) = match piece {
            Sign::Open(_) => (Some(at + 1), before),
            Sign::Close(_) => (before, Some(at + 1)),
            Sign::Letter(letter) => {
                let blank = letter.is_whitespace() && is_edge(pieces, at);
                if let Some(slot) = numbered.get_mut(at) {
                    // Behind a note even an escaped bracket can take the note for a link's words.
                    let bracket = *letter == '[' && is_behind_note(pieces, at);
                    // Even an escaped brace can open the attributes of a heading.
                    let brace = *letter == '{' && place == Place::Heading;
                    *slot |= blank || bracket || brace || letter.is_control() || is_line_separator(*letter);
                }
                continue;
            }
            _ => continue,
        };
        let letter = |at: Option<usize>| match at.and_then(|at| pieces.get(at)) {
            Some(Sign::Letter(letter)) => Some(*letter),
            _ => None,
        };
        let flexible = letter(inside).is_some_and(char::is_alphanumeric)
            && marks.get(at).is_some_and(|mark| mark.starts_with('*'));
        let seen = |letter: char| letter.is_ascii_punctuation() || letter.is_ascii_whitespace();
        if !flexible
            && letter(outside).is_some_and(|letter| !seen(letter))
            && let Some(slot) = outside.and_then(|at| numbered.get_mut(at))
        {
            *slot = true;
        }
        if letter(inside).is_some_and(char::is_whitespace)
            && let Some(slot) = inside.and_then(|at| numbered.get_mut(at))
        {
            *slot = true;
        }
    }
    numbered
}

fn is_line_separator(letter: char) -> bool {
    matches!(letter, '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_behind_note(pieces: &[Sign], at: usize) -> bool {
    matches!(at.checked_sub(1).and_then(|before| pieces.get(before)), Some(Sign::Note(_)))
}

/// Tells whether a piece is the first or the last of a line.
fn is_edge(pieces: &[Sign], at: usize) -> bool {
    let ends = |piece: Option<&Sign>| matches!(piece, None | Some(Sign::Break | Sign::SoftBreak));
    ends(at.checked_sub(1).and_then(|before| pieces.get(before))) || ends(pieces.get(at + 1))
}

/// Tells whether a letter would mean something here; `line` is what stands before it in its line,
/// `None` where no block can begin.
fn needs_backslash(letter: char, pieces: &[Sign], at: usize, place: Place, line: Option<&str>) -> bool {
    let neighbour = |at: Option<usize>| match at.and_then(|at| pieces.get(at)) {
        Some(Sign::Letter(letter)) => Some(*letter),
        _ => None,
    };
    let before = neighbour(at.checked_sub(1));
    let after = neighbour(Some(at + 1));
    match letter {
        // Behind a note they would make it a link or a definition.
        '(' | ':' if is_behind_note(pieces, at) => true,
        // Some readers take dollars for formulas and circumflexes for raised letters.
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '{' | '$' | '^' => true,
        '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
        '&' => after.is_none_or(|after| after.is_alphanumeric() || after == '#'),
        '!' => after.is_none(),
        '|' => place == Place::Cell || line.is_some_and(str::is_empty),
        '#' => place == Place::Heading || line.is_some_and(str::is_empty),
        '>' | '+' | '-' | '=' | ':' => line.is_some_and(str::is_empty),
        '.' | ')' => {
            line.is_some_and(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()))
        }
        _ => false,
    }
}
