//! Slips with quotes: not closed, not escaped, a stray backslash. In: where the parser stopped. Out: `Slip`.

use super::lines::{Line, flow_end, is_name};
use super::tree::ErrorKind;
use super::trouble::{Slip, Trouble};

impl Trouble<'_> {
    /// A quote that nothing closes: it is closed at the end of its line.
    pub(super) fn unclosed_quote(&self, quote: usize) -> Option<Slip> {
        let line = Line::at(self.text, quote);
        let mark = self.text.get(quote..=quote).filter(|mark| matches!(*mark, "\"" | "'"))?;
        let mut end = line.to().max(quote + 1);
        if self.is_flow(quote) {
            if let Some(slip) = self.eaten(quote, end) {
                return Some(slip);
            }
            let inner = self.text[quote + 1..end].trim_end_matches([']', '}', ' ', ',']);
            end = quote + 1 + inner.len();
        }
        end = quote + 1 + self.text[quote + 1..end].trim_end().len();
        Some(Slip::new("YAML-18", (quote, end), vec![(end, end, mark.to_owned())]))
    }

    /// A quote inside brackets that is not closed before the next field: it is closed there, and the repair
    /// is shown where the word before the colon is the name of a field.
    fn eaten(&self, quote: usize, to: usize) -> Option<Slip> {
        let inner = &self.text[quote + 1..to];
        let name = |at: usize| inner[at + 1..].split_once(": ").map(|(name, _)| name.trim());
        let commas = inner.match_indices(',').map(|(at, _)| at);
        let (at, name) = commas.filter_map(|at| Some((at, name(at)?))).find(|(_, name)| is_name(name))?;
        // A comma behind the text's own quote parts fields that are as they should be.
        let mark = &self.text[quote..=quote];
        if inner[..at].trim_end().ends_with(mark) {
            return None;
        }
        let end = quote + 1 + inner[..at].trim_end().len();
        let slip = Slip::new("YAML-18", (quote, end), vec![(end, end, mark.to_owned())]);
        Some(Slip { shown: (self.is_field)(name), ..slip })
    }

    /// Quotes within quotes, or a quote closed only by that of a later line.
    pub(super) fn quotes(&self, line: Line) -> Option<Slip> {
        let double = matches!(self.kind, ErrorKind::InvalidTrailingDoubleQuotedScalar);
        let mark = if double { '"' } else { '\'' };
        let open = quoted_before(self.text, self.after, self.at)?;
        if let Some(slip) = self.side_by_side(open) {
            return Some(slip);
        }
        if open < line.from {
            return self.unclosed_quote(open);
        }
        let flow = self.is_flow(open);
        if let Some(slip) = flow.then(|| self.eaten(open, self.at)).flatten() {
            return Some(slip);
        }
        let closes = |at: &usize| {
            let after = self.text[at + 1..line.to()].trim_start();
            after.is_empty()
                || self.text[at + 1..].starts_with(" #")
                || flow && after.starts_with([',', ']', '}'])
        };
        let inner = self.text[open + 1..line.to()].match_indices(mark).map(|(at, _)| open + 1 + at);
        let Some(close) = inner.filter(|at| *at >= self.at.saturating_sub(1)).find(closes) else {
            // The quotes are part of a longer text: all of it is put in quotes.
            let end = if flow { flow_end(self.text, self.at, line) } else { line.end() };
            return self.quote("YAML-19", open, end);
        };
        let inside = &self.text[open + 1..close];
        let mended = if double { escape(inside) } else { inside.replace('\'', "''") };
        let edits = vec![(open, close + 1, format!("{mark}{mended}{mark}"))];
        Some(Slip::new("YAML-19", (open, close + 1), edits))
    }

    /// A backslash in double quotes that starts no escape.
    pub(super) fn backslash(&self) -> Option<Slip> {
        let open = self.at + self.text[self.at..].find('"').filter(|at| *at == 0)?;
        let mut edits = Vec::new();
        let mut letters = self.text[open + 1..].char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let at = open + 1 + at;
            match letter {
                '"' => break,
                '\\' => {
                    let next = letters.peek().map_or(' ', |(_, letter)| *letter);
                    if "0abtnvfre \"/\\N_LP\t\n\r".contains(next) {
                        letters.next();
                    } else {
                        edits.push((at, at + 1, "\\\\".to_owned()));
                    }
                }
                _ => {}
            }
        }
        let first = edits.first()?.0;
        Some(Slip::new("YAML-25", (first, first + 1), edits))
    }

    /// A text that needs quotes.
    pub(super) fn quote(&self, code: &'static str, from: usize, to: usize) -> Option<Slip> {
        let text = self.text.get(from..to).filter(|text| !text.is_empty())?;
        let mark = if code == "YAML-17" && self.at < to { (self.at, self.at + 1) } else { (from, to) };
        let mark = if self.text.is_char_boundary(mark.1) { mark } else { (from, to) };
        Some(Slip::new(code, mark, vec![(from, to, quoted(text))]))
    }
}

/// Returns a text in quotes, as YAML reads it back.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns the quote that opens the quoted text which ends right before a byte; looks from `from` on.
fn quoted_before(text: &str, from: usize, byte: usize) -> Option<usize> {
    let mut start = from;
    let mut found = None;
    while start < byte {
        let open = start + text.get(start..byte)?.find(['"', '\''])?;
        let starts = text[..open].trim_end_matches(' ').ends_with([':', '[', '{', ',', '-', '\n', '?']);
        if !starts && open > from {
            start = open + 1;
            continue;
        }
        let close = closing_quote(text, open)?;
        if close >= byte {
            return found;
        }
        found = Some(open);
        if text[close + 1..byte].trim().is_empty() {
            return found;
        }
        start = close + 1;
    }
    found
}

/// Returns the quote that closes the one at `open`.
pub(super) fn closing_quote(text: &str, open: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mark = bytes[open];
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if mark == b'"' => at += 1,
            b'\'' if mark == b'\'' && bytes.get(at + 1) == Some(&mark) => at += 1,
            other if other == mark => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Puts a backslash before quotes that have none.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut open = false;
    for letter in text.chars() {
        if letter == '"' && !open {
            escaped.push('\\');
        }
        open = letter == '\\' && !open;
        escaped.push(letter);
    }
    escaped
}
