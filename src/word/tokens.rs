//! Texts in pieces that can be compared. In: signs, or a scalar as an author wrote it. Out: tokens with where they stand.

use super::notation::{BOLD, END, ITALIC, LINK, NOTE, TO};

/// A word, a stretch of white space, a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is, however it is written.
    pub(super) key: String,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// `|`: a line is a line.
    Literal,
    /// `>`: lines are joined.
    Folded,
    Double,
    Single,
    Plain,
}

impl Written {
    /// Returns how a scalar is written, and the part of it that holds the text.
    pub(super) fn of(scalar: &str) -> (Self, std::ops::Range<usize>) {
        let inner = 1..scalar.len().saturating_sub(1).max(1);
        let below = || scalar.find('\n').map_or(scalar.len(), |at| at + 1)..scalar.len();
        match scalar.as_bytes().first() {
            Some(b'|') => (Self::Literal, below()),
            Some(b'>') => (Self::Folded, below()),
            Some(b'"') => (Self::Double, inner),
            Some(b'\'') => (Self::Single, inner),
            _ => (Self::Plain, 0..scalar.len()),
        }
    }
}

/// Returns the tokens of signs.
pub(super) fn of_signs(signs: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(first) = signs[at..].chars().next() {
        let rest = &signs[at..];
        let (key, length) = match first {
            BOLD => ("**".to_owned(), first.len_utf8()),
            ITALIC => ("*".to_owned(), first.len_utf8()),
            LINK => ("[".to_owned(), first.len_utf8()),
            TO => {
                let length = rest.find(END).map_or(rest.len(), |end| end + END.len_utf8());
                (format!("]({})", rest[first.len_utf8()..length].trim_end_matches(END)), length)
            }
            _ => common(rest, first, false),
        };
        out.push(Token { key, from: at, to: at + length });
        at += length;
    }
    out
}

/// Returns the tokens of a scalar as it is written.
pub(super) fn of_scalar(scalar: &str) -> Vec<Token> {
    let (written, range) = Written::of(scalar);
    let end = range.end.min(scalar.len());
    let mut out = Vec::new();
    let mut at = range.start.min(end);
    if matches!(written, Written::Literal | Written::Folded) {
        // What lies before the first line's words is its indentation.
        at = end - scalar[at..end].trim_start().len();
    }
    while let Some(first) = scalar[at..end].chars().next() {
        let rest = &scalar[at..end];
        let (key, length) = escaped(rest, written)
            .or_else(|| mark(rest))
            .unwrap_or_else(|| common(rest, first, written != Written::Literal));
        out.push(Token { key, from: at, to: at + length });
        at += length;
    }
    out
}

/// Reads what YAML or the dialect of texts writes by two signs.
fn escaped(rest: &str, written: Written) -> Option<(String, usize)> {
    if written == Written::Single && rest.starts_with("''") {
        return Some(("'".to_owned(), 2));
    }
    let next = rest.strip_prefix('\\')?.chars().next()?;
    match (written, next) {
        (Written::Double, 'n') => {
            let count = rest.split("\\n").take_while(|part| part.is_empty()).count();
            Some((if count > 1 { "\n\n" } else { "\n" }.to_owned(), 2 * count.max(1)))
        }
        (Written::Double, 't' | '_' | ' ') => Some((" ".to_owned(), 2)),
        (Written::Double, '"' | '\\' | '/') => Some((next.to_string(), 2)),
        (Written::Double, _) => None,
        (_, next) if next.is_ascii_punctuation() => Some((key(next), 2)),
        _ => None,
    }
}

/// Reads a mark of the dialect.
fn mark(rest: &str) -> Option<(String, usize)> {
    if rest.starts_with("**") || rest.starts_with("__") {
        return Some(("**".to_owned(), 2));
    }
    if rest.starts_with("](") {
        let length = rest.find(')')? + 1;
        return Some((rest[..length].to_owned(), length));
    }
    let inner = rest.strip_prefix('[')?;
    let inner = &inner[..inner.find(']')?];
    let is_id = |id: &str| {
        let digits = id.trim().trim_start_matches(|sign: char| sign == '^' || sign.is_ascii_uppercase());
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_note = inner.starts_with('^') || inner.split(',').all(is_id);
    let is_link = rest[inner.len() + 2..].starts_with('(');
    (is_note && !is_link).then(|| (NOTE.to_string(), inner.len() + 2))
}

fn key(sign: char) -> String {
    match sign {
        '_' => "*".to_owned(),
        '\u{2011}' => "-".to_owned(),
        sign => sign.to_string(),
    }
}

/// Reads a word, white space or another sign.
fn common(rest: &str, first: char, folds: bool) -> (String, usize) {
    if first.is_whitespace() {
        let length = rest.find(|sign: char| !sign.is_whitespace()).unwrap_or(rest.len());
        let lines = rest[..length].matches('\n').count();
        let key = match (lines, folds) {
            (0, _) | (1, true) => " ",
            (1, false) => "\n",
            _ => "\n\n",
        };
        return (key.to_owned(), length);
    }
    if first.is_alphanumeric() {
        let length = rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len());
        return (rest[..length].to_owned(), length);
    }
    (key(first), first.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_the_same_however_it_is_written() {
        let keys = |tokens: Vec<Token>| tokens.into_iter().map(|token| token.key).collect::<Vec<_>>();
        let signs = format!("It's {BOLD}a \"b\"{BOLD}{NOTE}, {LINK}c{TO}x{END}\n\nd");
        let own = keys(of_signs(&signs));
        for written in [
            "|-\n  It's **a \"b\"**[E4], [c](x)\n\n  d",
            ">-\n  It's **a\n  \"b\"**[E4], [c](x)\n\n  d",
            "'It''s **a \"b\"**[^1], [c](x)\n\n  d'",
            "\"It's **a \\\"b\\\"**[E1, E2], [c](x)\\n\\nd\"",
        ] {
            assert_eq!(keys(of_scalar(written)), own, "{written}");
        }
    }
}
