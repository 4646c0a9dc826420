//! What stands inside the lines of a paragraph. In: its lines, parted by line ends. Out: `Inline`s.
//!
//! A mark opens only where a word begins and closes only where one ends, so that no product, name of a file or blank
//! to fill in is taken for one.

use super::lines::is_label;
use super::{Inline, SOURCE};

/// How many marks lie in one another at most.
const DEPTH: usize = 12;

/// How long an address is at most, in characters.
const LONGEST: usize = 2000;

/// Reads the lines of a paragraph.
pub(super) fn inlines(text: &str) -> Vec<Inline> {
    #[cfg(test)]
    let text = &*crate::planted::passed(crate::planted::Stage::Typed, text);
    read(text, true)
}

/// The line as it is read.
struct Reader<'t> {
    text: &'t str,
    out: Vec<Inline>,
    words: String,
    open: Vec<Opener>,
    /// Where the line and the word begin that are being read.
    line: usize,
    word: usize,
    /// Whether the word is a path, whose backslashes are signs.
    in_path: bool,
    /// Whether a star has stood at the end of a word.
    has_note: bool,
}

/// A mark that is open.
struct Opener {
    /// Where its own signs stand in what was read.
    at: usize,
    sign: char,
    length: usize,
}

fn read(text: &str, with_links: bool) -> Vec<Inline> {
    let mut reader = Reader {
        text,
        out: Vec::new(),
        words: String::new(),
        open: Vec::new(),
        line: 0,
        word: 0,
        in_path: false,
        has_note: false,
    };
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let next = at + sign.len_utf8();
        at = match sign {
            '\n' => reader.line_end(next),
            SOURCE => reader.source(next),
            '\\' => reader.backslash(at),
            '*' | '_' => reader.stars(at, sign),
            '[' if with_links => reader.bracket(at),
            _ => {
                reader.words.push(sign);
                next
            }
        };
        if sign.is_whitespace() {
            (reader.word, reader.in_path) = (at, false);
        }
        if sign == '\n' {
            reader.line = at;
        }
    }
    reader.flush();
    merged(reader.out)
}

impl<'t> Reader<'t> {
    fn flush(&mut self) {
        if !self.words.is_empty() {
            self.out.push(Inline::Text(std::mem::take(&mut self.words)));
        }
    }

    fn push(&mut self, inline: Inline) {
        self.flush();
        self.out.push(inline);
    }

    fn line_end(&mut self, next: usize) -> usize {
        self.push(Inline::Break);
        // Italics end with their line: a star there refers to a note more often.
        self.open.retain(|open| open.sign == '*' && open.length == 2);
        next
    }

    fn source(&mut self, at: usize) -> usize {
        let Some(end) = self.text[at..].find(SOURCE).map(|end| at + end) else { return at };
        self.push(Inline::Source(self.text[at..end].to_owned()));
        end + SOURCE.len_utf8()
    }

    /// Reads a backslash: it goes where it stands before a mark, and nowhere else.
    fn backslash(&mut self, at: usize) -> usize {
        let (word, after) = (&self.text[self.word..at], &self.text[at + 1..]);
        let opens_line = self.text[self.line..at].trim_start() == word;
        self.in_path |= after.starts_with('\\') || word.ends_with(':');
        let is_label =
            || opens_line && word.len() < 4 && word.bytes().all(|sign| sign.is_ascii_alphanumeric());
        let is_mark = match after.chars().next() {
            Some('*' | '_' | '[' | ']' | '|') => true,
            Some('#' | '-' | '–' | '•') => opens_line && word.is_empty(),
            Some('.' | ')') => is_label(),
            _ => false,
        };
        match after.chars().next().filter(|_| is_mark && !self.in_path) {
            Some(sign) => {
                self.words.push(sign);
                at + 1 + sign.len_utf8()
            }
            None => {
                self.words.push('\\');
                at + 1
            }
        }
    }

    /// Reads a run of stars or of one underscore.
    fn stars(&mut self, at: usize, sign: char) -> usize {
        let length = self.text[at..].chars().take_while(|next| *next == sign).count();
        let end = at + length;
        let (before, after) = (self.text[..at].chars().next_back(), self.text[end..].chars().next());
        let longest = if sign == '*' { 3 } else { 1 };
        let may_close = length <= longest && closes(before, after, &self.text[end..], sign);
        if may_close && self.close(sign, length) {
            return end;
        }
        // A star that refers to a note has fellows, and one that opens the note.
        self.has_note |= may_close && length == 1;
        let may_open = length <= longest && opens(before, &self.text[end..], sign, length);
        let is_sign =
            || sign == '*' && length == 1 && (self.has_note || ends_figure(&self.text[self.line..at]));
        if may_open && self.open.len() < DEPTH && !is_sign() {
            self.push(Inline::Text(self.text[at..end].to_owned()));
            self.open.push(Opener { at: self.out.len() - 1, sign, length });
        } else {
            self.words.push_str(&self.text[at..end]);
        }
        end
    }

    /// Closes the innermost mark of these signs; of three stars, both kinds. Returns whether there was one.
    fn close(&mut self, sign: char, length: usize) -> bool {
        let find =
            |length: usize| self.open.iter().rposition(|open| open.sign == sign && open.length == length);
        if let Some(place) = find(length) {
            self.wrap(place);
            return true;
        }
        let both = if length == 3 { find(1).zip(find(2)) } else { None };
        let Some((one, two)) = both else { return false };
        self.wrap(one.max(two));
        self.wrap(one.min(two));
        true
    }

    fn wrap(&mut self, place: usize) {
        self.flush();
        let Some(Opener { at, length, .. }) = self.open.drain(place..).next() else { return };
        let inner = merged(self.out.split_off(at + 1));
        self.out.pop();
        self.out.push(match length {
            1 => Inline::Emphasis(inner),
            2 => Inline::Strong(inner),
            _ => Inline::Strong(vec![Inline::Emphasis(inner)]),
        });
    }

    /// Reads a link or a reference to a note; a bracket that opens neither is a bracket.
    fn bracket(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 1..];
        let end = rest.find(['[', ']', '\n']).filter(|end| rest[*end..].starts_with(']'));
        let Some(words) = end.map(|end| &rest[..end]) else {
            self.words.push('[');
            return at + 1;
        };
        let after = at + words.len() + 2;
        if let Some(label) = words.strip_prefix('^').filter(|label| is_label(label)) {
            self.push(Inline::Note(label.to_owned()));
            return after;
        }
        let address =
            self.text[after..].strip_prefix('(').and_then(address).filter(|_| !words.trim().is_empty());
        if let Some(address) = address {
            self.push(Inline::Link(address.to_owned(), read(words, false)));
            return after + address.len() + 2;
        }
        self.words.push('[');
        at + 1
    }
}

/// Returns the address with which the brackets of a link open: one that may be followed, without white space.
fn address(text: &str) -> Option<&str> {
    let mut depth = 1;
    let end = text.char_indices().take(LONGEST).take_while(|(_, sign)| !sign.is_whitespace()).find(
        |(_, sign)| {
            depth += match sign {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0
        },
    )?;
    let address = &text[..end.0];
    let lower = address.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:", "tel:", "www.", "#"];
    known.iter().any(|opening| lower.starts_with(opening) && lower.len() > opening.len()).then_some(address)
}

/// What may stand around a word.
const AROUND: &str = "([„“\"'«‹‘§*_";

/// Tells whether a mark may open: where a word begins. One star before a figure is a product.
fn opens(before: Option<char>, rest: &str, sign: char, length: usize) -> bool {
    let starts = before.is_none_or(|before| before.is_whitespace() || "([„“\"'«‹‘–—*_".contains(before));
    let mut after = rest.chars();
    starts
        && match (sign, length) {
            ('*', 1) => after.find(|sign| !AROUND.contains(*sign)).is_some_and(char::is_alphabetic),
            ('_', _) => after.find(|sign| !AROUND.contains(*sign)).is_some_and(char::is_alphanumeric),
            _ => after
                .next()
                .is_some_and(|after| !after.is_whitespace() && !".,;:!?)]}”»’*/=|".contains(after)),
        }
}

/// Tells whether words end in a figure or its unit, so that a star after them may be a product's.
fn ends_figure(words: &str) -> bool {
    let words = words.trim_end();
    words.ends_with(|sign: char| sign.is_ascii_digit() || ")%=×".contains(sign))
        || words.ends_with("zł")
        || words.ends_with("PLN")
        || words.ends_with("os.")
}

/// Tells whether a mark between two characters may close: where a word ends.
fn closes(before: Option<char>, after: Option<char>, rest: &str, sign: char) -> bool {
    let ends =
        |after: char| after.is_whitespace() || after == SOURCE || ".,;:!?)]}”“\"'’»›–—-…/*_[".contains(after);
    let second = rest.chars().nth(1);
    // An underscore before a stop and a letter is part of a name: `_a_.py`.
    let is_name = sign == '_'
        && after.is_some_and(|after| ".-/:_".contains(after))
        && second.is_some_and(char::is_alphanumeric);
    before.is_some_and(|before| !before.is_whitespace()) && after.is_none_or(ends) && !is_name
}

/// Joins texts that stand side by side.
fn merged(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (out.last_mut(), inline) {
            (Some(Inline::Text(words)), Inline::Text(more)) => words.push_str(&more),
            (_, inline) => out.push(inline),
        }
    }
    out
}
