//! Texts and lists that open with a sign of YAML's own and go on: `[E4] says …`, `'a', 'b'`, `84000,-` within brackets.
//! In: where the parser stopped. Out: `Slip`.

use super::Holds;
use super::brackets::{closed_at, item_start, open_brackets};
use super::lines::{Line, flow_end, is_name};
use super::quotes::closing_quote;
use super::trouble::{Slip, Trouble};

impl Trouble<'_> {
    /// A text that opens with a bracket and goes on behind the closing one, or whose bracket nothing closes.
    pub(super) fn bracketed(&self) -> Option<Slip> {
        let lines =
            [self.opening().unwrap_or(self.after), self.after, self.at].map(|at| Line::at(self.text, at));
        lines.into_iter().find_map(|line| {
            let (key, value) = line.key().unwrap_or(("", line.from + line.column()));
            if value >= line.end() || !self.text[value..].starts_with(['[', '{']) {
                return None;
            }
            let is_text = (self.known.holds)(key) == Holds::Text;
            let to = line.end();
            match closed_at(self.text, value, to) {
                Some(close) => {
                    let rest = self.text[close..to].trim_start();
                    let goes_on =
                        !rest.is_empty() && !rest.starts_with([',', ']', '}']) && !rest.starts_with(": ");
                    (goes_on || is_text && rest.starts_with(',')).then_some(())?;
                }
                // A list that goes on below is no text; one that does not is, where a text is wanted.
                None => (is_text && !self.is_closed_below(line)).then_some(())?,
            }
            let column = if line.key().is_some() { line.column() } else { line.indent() };
            self.quote("YAML-20", value, self.text_end(line, column))
        })
    }

    /// Returns where a text ends that begins on a line and may go on below, behind a column.
    fn text_end(&self, line: Line, column: usize) -> usize {
        let mut last = line;
        while let Some(below) = last.below(self.text) {
            let is_field = below.key().is_some_and(|(key, _)| is_name(key) || (self.is_field)(key));
            if below.is_blank() || below.indent() <= column || is_field || below.is_item() {
                break;
            }
            last = below;
        }
        last.end()
    }

    fn is_closed_below(&self, line: Line) -> bool {
        let mut below = line.below(self.text);
        while let Some(next) = below.filter(|next| next.is_blank() || next.indent() > line.indent()) {
            if next.text.trim_start().starts_with([']', '}']) || next.text.trim_end().ends_with([']', '}']) {
                return true;
            }
            below = next.below(self.text);
        }
        false
    }

    /// An amount within brackets that ends with a comma and a dash: `84000,-`.
    pub(super) fn dashed(&self, line: Line) -> Option<Slip> {
        let near = self.text.floor_char_boundary(self.at.saturating_sub(2)).max(line.from);
        let comma = near + self.text.get(near..line.to())?.find(",-").filter(|at| *at < 3)?;
        let open = *open_brackets(self.text, self.opening()?, comma).last()?;
        let start = item_start(self.text, open, comma);
        let is_amount = self.text[start..comma].ends_with(|sign: char| sign.is_ascii_digit());
        let end = flow_end(self.text, comma + 2, line);
        is_amount.then(|| self.quote("YAML-47", start, end))?
    }

    /// Several texts in quotes side by side, with commas between them.
    pub(super) fn side_by_side(&self, open: usize) -> Option<Slip> {
        let line = Line::at(self.text, open);
        let named = if line.key().is_some() || line.is_item() { line } else { line.above(self.text)? };
        let (key, column) = named.key().map_or(("", named.indent()), |(key, _)| (key, named.column()));
        let end = self.text_end(line, column);
        let whole = self.text[open..end].trim_end_matches([' ', ',', ';']);
        let items = parted(whole).filter(|items| items.len() > 1)?;
        if (self.known.holds)(key) == Holds::Text || !self.brackets.is_empty() {
            return None;
        }
        let mark = (open, open + whole.len());
        Some(Slip::new("YAML-46", mark, vec![(mark.0, mark.1, format!("[{}]", items.join(", ")))]))
    }
}

/// Parts texts at the commas between them, where each is in quotes or holds none.
fn parted(text: &str) -> Option<Vec<&str>> {
    let mut items = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = if rest.starts_with(['"', '\'']) {
            closing_quote(rest, 0)? + 1
        } else {
            rest.find([',', ';']).unwrap_or(rest.len())
        };
        let (item, behind) = rest.split_at(end);
        if !item.starts_with(['"', '\'']) && item.contains(['"', '\'', ':']) {
            return None;
        }
        items.push(item.trim());
        let behind = behind.trim_start();
        let parted = ["oraz ", "and ", "i "].iter().find_map(|word| behind.strip_prefix(word));
        rest = match parted.or_else(|| behind.strip_prefix([',', ';'])) {
            Some(rest) => rest.trim_start(),
            None if behind.is_empty() => behind,
            None => return None,
        };
    }
    Some(items)
}
