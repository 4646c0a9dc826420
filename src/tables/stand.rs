//! Where things stand in the author's files. In: nodes and their spans. Out: columns, ends of lines and values, brackets.

use super::put::{Odd, Putting};
use super::scalar::{Around, Lines, block};
use crate::diagnostic::Span;
use crate::source::{Entry, Node, Value as Kind};

impl Putting<'_> {
    pub(super) fn text(&self, span: Span) -> &str {
        self.loaded.sources.file(span).map_or("", |file| file.text.as_str())
    }

    pub(super) fn sign(&self, span: Span) -> Option<char> {
        self.text(span).get(span.from..)?.chars().next()
    }

    /// Tells whether a mapping stands between brackets, or inside any.
    pub(super) fn around(&self, map: Option<&Node>) -> Around {
        let Some(map) = map else { return Around::Block };
        let Kind::Map(entries) = &map.value else { return Around::Block };
        // The keys of a block stand on lines of their own, behind nothing but dashes.
        let is_own_line = |own: &Entry| {
            let text = self.text(own.span);
            let start = text[..own.span.from].rfind('\n').map_or(0, |at| at + 1);
            text[start..own.span.from].chars().all(|sign| " -\"'\u{feff}".contains(sign))
        };
        match self.sign(map.span) != Some('{') && entries.iter().all(is_own_line) {
            true => Around::Block,
            false => Around::Flow,
        }
    }

    /// Returns how many signs stand before something on its line.
    pub(super) fn column(&self, span: Span) -> usize {
        let text = self.text(span);
        let start = text[..span.from].rfind('\n').map_or(0, |at| at + 1);
        text[start..span.from].chars().count()
    }

    /// Returns the lines that say a text where those of a block stand.
    pub(super) fn block(&self, node: &Node, text: &str) -> Option<String> {
        let before = self.text(node.span)[..node.span.from].trim_end();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let sign = line.rfind(['|', '>']).map(|at| &line[at..=at])?;
        let lines = if sign == ">" { Lines::Folded } else { Lines::Kept };
        block(text, self.column(node.span), lines)
    }

    /// Returns the end of the line on which something ends.
    pub(super) fn line_end(&self, span: Span) -> usize {
        let text = self.text(span);
        let end = text[span.from..].find('\n').map_or(text.len(), |at| span.from + at);
        if text[..end].ends_with('\r') { end - 1 } else { end }
    }

    /// Returns where a value ends.
    pub(super) fn end(&self, node: &Node) -> usize {
        let is_bracket = matches!(self.sign(node.span), Some('{' | '['));
        match &node.value {
            Kind::Map(entries) if !is_bracket => entries
                .iter()
                .filter(|own| own.span.file == node.span.file)
                .map(|own| self.end_of(own))
                .max()
                .unwrap_or(node.span.to),
            Kind::List(items) if !is_bracket => {
                items.iter().map(|item| self.end(item)).max().unwrap_or(node.span.to)
            }
            _ => node.span.to,
        }
    }

    pub(super) fn end_of(&self, entry: &Entry) -> usize {
        self.end(&entry.node).max(entry.span.to)
    }

    /// Returns where the value of a key begins: behind the colon.
    pub(super) fn behind_key(&self, map: &Node, at: usize) -> Result<usize, Odd> {
        let Kind::Map(entries) = &map.value else { return Err(Odd) };
        let span = entries[at].span;
        let colon = self.text(span)[span.to..].find(':').filter(|far| *far < 3).ok_or(Odd)?;
        Ok(span.to + colon + 1)
    }

    /// Returns the place behind the last sign inside brackets.
    pub(super) fn before_close(&self, span: Span, close: char) -> Result<usize, Odd> {
        let close = self.close(span, close)?;
        Ok(span.from + self.text(span)[span.from..close - 1].trim_end().len())
    }

    /// Returns the end of a stretch that a bracket closes.
    pub(super) fn close(&self, span: Span, close: char) -> Result<usize, Odd> {
        let text = self.text(span).get(span.from..span.to).ok_or(Odd)?.trim_end();
        if text.ends_with(close) { Ok(span.from + text.len()) } else { Err(Odd) }
    }
}
