//! Slips that people make in YAML. In: where the parser stopped. Out: `Slip`: which one it is, and the
//! edits that mend it; the first edit is what the author is shown.

use super::events::ErrorKind;
use super::lines::{Line, is_name};
use super::repair::quoted;

/// A slip and its repair.
pub(super) struct Slip {
    /// Its code.
    pub(super) code: &'static str,
    /// The bytes that it is told at.
    pub(super) mark: (usize, usize),
    /// What is replaced by what, each once, in the order of the text.
    pub(super) edits: Vec<(usize, usize, String)>,
}

/// Where the parser stopped.
pub(super) struct Trouble<'t> {
    pub(super) text: &'t str,
    pub(super) kind: &'t ErrorKind,
    pub(super) at: usize,
    pub(super) after: usize,
    pub(super) brackets: &'t [usize],
}

impl Trouble<'_> {
    /// Returns the slip behind it, when it is one of those that can be mended.
    pub(super) fn slip(&self) -> Option<Slip> {
        let line = Line::at(self.text, self.at);
        if let Some(slip) = self.tabs(line) {
            return Some(slip);
        }
        match self.kind {
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::DocumentIndicatorInQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent => self.unclosed_quote(self.at),
            ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => {
                self.quotes(line)
            }
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidUnicodeEscape => self.backslash(),
            ErrorKind::MisplacedFlowCollectionEnd => {
                let to = self.at + self.text[self.at..].chars().next()?.len_utf8();
                Some(Slip { code: "YAML-23", mark: (self.at, to), edits: vec![(self.at, to, String::new())] })
            }
            ErrorKind::MismatchedFlowCollectionEnd { .. } => self.mismatch(),
            ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::BlockEntryInFlowCollection => {
                self.bracket(line)
            }
            _ if !self.brackets.is_empty() => self.bracket(line).or_else(|| self.in_brackets(line)),
            ErrorKind::UnexpectedCharacter { .. }
            | ErrorKind::InvalidBlockScalarHeader
            | ErrorKind::UndeclaredTagHandle
            | ErrorKind::InvalidGlobalTagCharacter
            | ErrorKind::InvalidTagTerminator
            | ErrorKind::MissingTagUri
            | ErrorKind::MissingAnchorOrAliasName => self.reserved(line),
            ErrorKind::MappingValueNotAllowed => self.colon(line),
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
                self.no_space(line).or_else(|| self.not_indented(line))
            }
            _ => self.reserved(line).or_else(|| self.indentation(line)),
        }
    }

    /// Tabs instead of spaces at the start of lines: all of them at once, since one slip makes many.
    fn tabs(&self, line: Line) -> Option<Slip> {
        let tab = |line: Line| line.text[..line.indent()].contains('\t') && !line.is_blank();
        let first = [Some(line), line.below(self.text)].into_iter().flatten().find(|line| tab(*line))?;
        let unit = indentation_unit(self.text);
        let mut edits = Vec::new();
        let mut next = Some(first);
        while let Some(line) = next {
            let indent = &line.text[..line.indent()];
            if indent.contains('\t') {
                let width = indent.chars().fold(0, |width, letter| match letter {
                    '\t' => (width / unit + 1) * unit,
                    _ => width + 1,
                });
                edits.push((line.from, line.from + indent.len(), " ".repeat(width)));
            }
            next = line.below(self.text);
        }
        Some(Slip { code: "YAML-16", mark: (first.from, first.from + first.indent()), edits })
    }

    /// A colon inside a text without quotes, or a line deeper than it should be.
    fn colon(&self, line: Line) -> Option<Slip> {
        let (key, value) = line.key()?;
        if value <= self.at {
            return self.quote("YAML-17", value, line.end());
        }
        let above = line.above(self.text)?;
        if let Some(slip) = self.no_space(above) {
            return Some(slip);
        }
        if is_name(key) && above.key().is_some_and(|(_, value)| value < above.to()) && !line.is_item() {
            return self.shift(line, above.column());
        }
        // The text began on a line above and goes on here.
        let mut start = above;
        while start.key().is_none() || start.column() >= line.indent() {
            start = start.above(self.text)?;
        }
        let (_, value) = start.key()?;
        let mut last = line;
        while let Some(below) = last.below(self.text).filter(|below| below.indent() > start.column()) {
            last = below;
        }
        self.quote("YAML-17", value, last.end())
    }

    /// A line whose indentation fits no line above it.
    fn indentation(&self, line: Line) -> Option<Slip> {
        if line.key().is_none() && !line.is_item() {
            return None;
        }
        let indent = line.indent();
        let mut columns = Vec::new();
        let mut above = line.above(self.text);
        let mut least = usize::MAX;
        while let Some(other) = above {
            let column = if line.is_item() { other.indent() } else { other.column() };
            if column < least && (other.is_item() || !line.is_item() || other.key().is_some()) {
                columns.push(column);
                least = column.min(other.indent());
                if other.indent() < column && !line.is_item() {
                    columns.push(other.indent());
                }
            }
            above = if least == 0 { None } else { other.above(self.text) };
        }
        let nearest = columns.into_iter().filter(|column| *column != indent);
        self.shift(line, nearest.min_by_key(|column| (column.abs_diff(indent), usize::MAX - column))?)
    }

    /// Moves a line, and those below that belong to it, to a column.
    fn shift(&self, line: Line, column: usize) -> Option<Slip> {
        let indent = line.indent();
        if indent == column {
            return None;
        }
        let mut edits = vec![(line.from, line.from + indent, " ".repeat(column))];
        let mut next = line.below(self.text);
        while let Some(below) = next.filter(|below| below.is_blank() || below.indent() >= indent) {
            if !below.is_blank() {
                let width = below.indent() - indent + column;
                edits.push((below.from, below.from + below.indent(), " ".repeat(width)));
            }
            next = below.below(self.text);
        }
        Some(Slip { code: "YAML-21", mark: (line.from + indent, line.end()), edits })
    }

    /// A text that opens with a character that YAML keeps for itself.
    fn reserved(&self, line: Line) -> Option<Slip> {
        let value = match line.key() {
            Some((_, value)) if value <= self.at => value,
            Some(_) => return None,
            None => line.from + line.column(),
        };
        let opens = |text: &str| text.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '-', '?']);
        if !opens(&self.text[value..]) || value >= line.end() {
            return None;
        }
        self.quote("YAML-20", value, line.end())
    }

    /// A quote that nothing closes: it is closed at the end of its line.
    fn unclosed_quote(&self, quote: usize) -> Option<Slip> {
        let line = Line::at(self.text, quote);
        let mark = self.text.get(quote..=quote).filter(|mark| matches!(*mark, "\"" | "'"))?;
        let mut end = line.to().max(quote + 1);
        if self.is_flow(quote) {
            let inner = self.text[quote + 1..end].trim_end_matches([']', '}', ' ', ',']);
            end = quote + 1 + inner.len();
        }
        end = quote + 1 + self.text[quote + 1..end].trim_end().len();
        Some(Slip { code: "YAML-18", mark: (quote, end), edits: vec![(end, end, mark.to_owned())] })
    }

    /// Quotes within quotes, or a quote closed only by that of a later line.
    fn quotes(&self, line: Line) -> Option<Slip> {
        let double = matches!(self.kind, ErrorKind::InvalidTrailingDoubleQuotedScalar);
        let mark = if double { '"' } else { '\'' };
        let open = quoted_before(self.text, self.after, self.at)?;
        if open < line.from {
            return self.unclosed_quote(open);
        }
        let flow = self.is_flow(open);
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
        Some(Slip { code: "YAML-19", mark: (open, close + 1), edits })
    }

    /// A backslash in double quotes that starts no escape.
    fn backslash(&self) -> Option<Slip> {
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
        Some(Slip { code: "YAML-25", mark: (first, first + 1), edits })
    }

    /// Returns where the outermost bracket opens that is open here.
    fn opening(&self) -> Option<usize> {
        // Looking ahead for a key, the parser gives up before it has told of the bracket.
        let ahead = || Some(self.after + self.text[self.after..].find(['{', '['])?);
        self.brackets.first().copied().or_else(ahead)
    }

    fn is_flow(&self, byte: usize) -> bool {
        !open_brackets(self.text, self.opening().unwrap_or(byte), byte).is_empty()
    }

    /// A bracket that nothing closes before the next line of fields.
    fn bracket(&self, line: Line) -> Option<Slip> {
        let first = self.opening()?;
        let outer = Line::at(self.text, first);
        let ends = |line: &Line| {
            let named = line.key().is_some_and(|(key, _)| is_name(key)) || line.is_item();
            named && line.indent() <= outer.column()
        };
        let mut last = outer;
        let mut closed = None;
        while let Some(below) = last.below(self.text) {
            if ends(&below) {
                closed = Some(below);
                break;
            }
            last = below;
        }
        let reached = closed.map_or(self.at >= self.text.trim_end().len(), |below| below.from <= line.from)
            || matches!(self.kind, ErrorKind::UnclosedFlowCollection { .. });
        if !reached {
            return None;
        }
        let last = if last.is_blank() { last.above(self.text)? } else { last };
        let end = self.text[..last.end()].trim_end_matches([',', ' ']).len();
        let brackets = open_brackets(self.text, first, end);
        let open = *brackets.last()?;
        let closers = brackets.iter().rev().map(|at| closer(&self.text[*at..])).collect();
        Some(Slip { code: "YAML-22", mark: (open, open + 1), edits: vec![(end, end, closers)] })
    }

    /// A bracket closed by one of the other kind.
    fn mismatch(&self) -> Option<Slip> {
        let first = self.opening()?;
        let mut end = first;
        loop {
            end += 1 + self.text.get(end + 1..)?.find([']', '}'])?;
            let open = *open_brackets(self.text, first, end).last()?;
            let right = closer(&self.text[open..]);
            if !self.text[end..].starts_with(right) {
                return Some(Slip {
                    code: "YAML-28",
                    mark: (end, end + 1),
                    edits: vec![(end, end + 1, right.to_string())],
                });
            }
        }
    }

    /// A text inside brackets that needs quotes.
    fn in_brackets(&self, line: Line) -> Option<Slip> {
        let before = &self.text[line.from..self.at];
        let start = before.rfind([',', '{', '[']).map_or(0, |at| at + 1);
        let start = before[start..].rfind(": ").map_or(start, |at| start + at + 2);
        let start = line.from + start + (before[start..].len() - before[start..].trim_start().len());
        let end = flow_end(self.text, self.at, line);
        let text = self.text.get(start..end)?;
        if text.trim().is_empty() || text.starts_with(['"', '\'']) {
            return None;
        }
        let code = if text.starts_with(['@', '`', '%', '*', '&', '!']) { "YAML-20" } else { "YAML-17" };
        self.quote(code, start, end)
    }

    /// A colon without a space behind it.
    fn no_space(&self, line: Line) -> Option<Slip> {
        let words = &line.text[line.column()..];
        let (key, rest) = words.split_once(':')?;
        if !is_name(key) || rest.is_empty() || rest.starts_with([' ', '\t', ':']) || rest.starts_with("//") {
            return None;
        }
        let at = line.from + line.column() + key.len() + 1;
        Some(Slip { code: "YAML-24", mark: (at - 1, at), edits: vec![(at, at, " ".to_owned())] })
    }

    /// A text that goes on below without being indented.
    fn not_indented(&self, line: Line) -> Option<Slip> {
        let above = line.above(self.text)?;
        if line.key().is_some() || line.is_item() {
            return None;
        }
        let words = line.text.trim();
        let indent = match above.key() {
            Some((_, value)) if value < above.to() && words.contains(' ') => above.column() + 2,
            None if above.indent() > line.indent() && words.contains(' ') => above.indent(),
            _ => return None,
        };
        let edits = vec![(line.from, line.from + line.indent(), " ".repeat(indent))];
        Some(Slip { code: "YAML-26", mark: (line.from + line.indent(), line.end()), edits })
    }

    fn quote(&self, code: &'static str, from: usize, to: usize) -> Option<Slip> {
        let text = self.text.get(from..to).filter(|text| !text.is_empty())?;
        let mark = if code == "YAML-17" && self.at < to { (self.at, self.at + 1) } else { (from, to) };
        let mark = if self.text.is_char_boundary(mark.1) { mark } else { (from, to) };
        Some(Slip { code, mark, edits: vec![(from, to, quoted(text))] })
    }
}

/// Returns the bracket that closes the one a text opens with.
fn closer(text: &str) -> char {
    if text.starts_with('{') { '}' } else { ']' }
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
fn closing_quote(text: &str, open: usize) -> Option<usize> {
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

/// Returns the brackets open at `to`, outermost first; what stands in quotes opens nothing.
fn open_brackets(text: &str, from: usize, to: usize) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let mut at = from;
    while at < to.min(bytes.len()) {
        match bytes[at] {
            b'{' | b'[' => open.push(at),
            b'}' | b']' => drop(open.pop()),
            b'"' | b'\'' if at == 0 || b" [{,:".contains(&bytes[at - 1]) => {
                at = closing_quote(text, at).filter(|close| *close < to).unwrap_or(at);
            }
            _ => {}
        }
        at += 1;
    }
    open
}

/// Returns where a value inside brackets ends: before the next comma or bracket of its line.
fn flow_end(text: &str, at: usize, line: Line) -> usize {
    let rest = &text[at..line.to().max(at)];
    let end = rest.find([',', '}', ']']).unwrap_or(rest.len());
    at + rest[..end].trim_end().len()
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

/// Returns how many spaces one step of indentation takes in this text.
fn indentation_unit(text: &str) -> usize {
    let widths = text.lines().filter(|line| line.starts_with(' ')).map(|line| Line { from: 0, text: line });
    widths.filter(|line| !line.is_blank()).map(Line::indent).min().unwrap_or(2).clamp(1, 8)
}
