//! Slips with brackets: not closed, of another kind, a text between them that needs quotes. In: where
//! the parser stopped. Out: `Slip`.

use super::lines::{Line, flow_end, is_name};
use super::quotes::closing_quote;
use super::tree::ErrorKind;
use super::trouble::{Slip, Trouble};

impl Trouble<'_> {
    /// Returns where the outermost bracket opens that is open here.
    pub(super) fn opening(&self) -> Option<usize> {
        // Looking ahead for a key, the parser gives up before it has told of the bracket.
        let ahead = || Some(self.after + self.text[self.after..].find(['{', '['])?);
        self.brackets.first().copied().or_else(ahead)
    }

    pub(super) fn is_flow(&self, byte: usize) -> bool {
        !open_brackets(self.text, self.opening().unwrap_or(byte), byte).is_empty()
    }

    /// A bracket that nothing closes before the next line of fields.
    pub(super) fn bracket(&self, line: Line) -> Option<Slip> {
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
        if let Some(slip) = self.crossed(first, last.to()) {
            return Some(slip);
        }
        let end = self.text[..last.end()].trim_end_matches([',', ' ']).len();
        let brackets = open_brackets(self.text, first, end);
        let open = *brackets.last()?;
        let closers = brackets.iter().rev().map(|at| closer(&self.text[*at..])).collect();
        Some(Slip::new("YAML-22", (open, open + 1), vec![(end, end, closers)]))
    }

    /// A bracket left open within another, which is closed: `[{a: b]`. Where the line has brackets enough, the
    /// one that closes is of the wrong kind instead.
    fn crossed(&self, first: usize, to: usize) -> Option<Slip> {
        let mut crossing = None;
        walk(self.text, first, to, |open, at| {
            let [.., below, top] = open else { return Go::On };
            if self.text[at..].starts_with(closer(&self.text[*top..])) {
                return Go::On;
            }
            let closes = self.text[at..].starts_with(closer(&self.text[*below..]));
            crossing = closes.then_some((*top, at, open.len() - 2));
            Go::Stop
        });
        let (open, close, left) = crossing?;
        let rest = &self.text[close + 1..Line::at(self.text, close).to().max(close + 1)];
        let closing = rest.matches(['}', ']']).count().saturating_sub(rest.matches(['{', '[']).count());
        if closing > left {
            return None;
        }
        let end = self.text[..close].trim_end().len();
        let edits = vec![(end, end, closer(&self.text[open..]).to_string())];
        Some(Slip::new("YAML-22", (open, open + 1), edits))
    }

    /// A bracket closed by one of the other kind.
    pub(super) fn mismatch(&self) -> Option<Slip> {
        let first = self.opening()?;
        if let Some(slip) = self.crossed(first, self.text.len()) {
            return Some(slip);
        }
        let mut end = first;
        loop {
            end += 1 + self.text.get(end + 1..)?.find([']', '}'])?;
            let open = *open_brackets(self.text, first, end).last()?;
            let right = closer(&self.text[open..]);
            if !self.text[end..].starts_with(right) {
                let edits = vec![(end, end + 1, right.to_string())];
                return Some(Slip::new("YAML-28", (end, end + 1), edits));
            }
        }
    }

    /// A text inside brackets that needs quotes.
    pub(super) fn in_brackets(&self, line: Line) -> Option<Slip> {
        let open = *open_brackets(self.text, self.opening()?, self.at).last()?;
        let start = item_start(self.text, open, self.at);
        let mut end = flow_end(self.text, self.at, line);
        // Where fields are meant, words behind a comma without a colon belong to the text.
        while self.text[open..].starts_with('{') && self.text[end..].starts_with(',') {
            let piece = flow_end(self.text, end + 1, line);
            let words = self.text[end + 1..piece].trim();
            let is_text = !words.is_empty() && !words.contains(':') && !(self.is_field)(words);
            if !is_text {
                break;
            }
            end = piece;
        }
        let text = self.text.get(start..end)?;
        if text.trim().is_empty() || text.starts_with(['"', '\'']) {
            return None;
        }
        let code =
            if text.starts_with(['@', '`', '%', '*', '&', '!', '[', '{']) { "YAML-20" } else { "YAML-17" };
        self.quote(code, start, end)
    }
}

/// Returns where the item begins that a byte within a bracket belongs to: its value, where it has a name.
pub(super) fn item_start(text: &str, open: usize, at: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut start, mut depth, mut byte) = (open + 1, 0_usize, open + 1);
    while byte < at {
        match bytes[byte] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => start = byte + 1,
            b':' if depth == 0 && bytes.get(byte + 1) == Some(&b' ') => start = byte + 1,
            b'"' | b'\'' if text[start..byte].trim().is_empty() => {
                byte = closing_quote(text, byte).filter(|close| *close < at).unwrap_or(byte);
            }
            _ => {}
        }
        byte += 1;
    }
    start + (text[start..at].len() - text[start..at].trim_start().len())
}

/// Returns the byte behind the bracket that closes the one at `open`, before `to`.
pub(super) fn closed_at(text: &str, open: usize, to: usize) -> Option<usize> {
    let mut end = None;
    walk(text, open, to, |open, at| {
        if open.len() > 1 {
            return Go::On;
        }
        end = Some(at + 1);
        Go::Stop
    });
    end
}

/// Returns the bracket that closes the one a text opens with.
fn closer(text: &str) -> char {
    if text.starts_with('{') { '}' } else { ']' }
}

/// Whether a walk over brackets goes on.
#[derive(PartialEq, Eq)]
enum Go {
    On,
    Stop,
}

/// Returns the brackets open at `to`, outermost first.
pub(super) fn open_brackets(text: &str, from: usize, to: usize) -> Vec<usize> {
    walk(text, from, to, |_, _| Go::On)
}

/// Walks over brackets and returns those still open at the end, outermost first; what stands in quotes opens
/// nothing. Before a closing bracket is taken, `closing` sees those open and where it stands.
fn walk(text: &str, from: usize, to: usize, mut closing: impl FnMut(&[usize], usize) -> Go) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let mut at = from;
    while at < to.min(bytes.len()) {
        match bytes[at] {
            b'{' | b'[' => open.push(at),
            b'}' | b']' => {
                if closing(&open, at) == Go::Stop {
                    break;
                }
                open.pop();
            }
            b'"' | b'\'' if at == 0 || b" [{,:".contains(&bytes[at - 1]) => {
                at = closing_quote(text, at).filter(|close| *close < to).unwrap_or(at);
            }
            _ => {}
        }
        at += 1;
    }
    open
}
