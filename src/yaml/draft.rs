//! A private copy of a file in which slips are repaired, and the way back. In: the author's text.
//! Out: `Draft`, whose spans are those of the author's file.

use crate::diagnostic::{Patch, Span};
use crate::source::Source;

/// What is replaced by what: from, to, the new text.
pub type Edit = (usize, usize, String);

/// A copy of a file's text that remembers where each part of it came from.
#[derive(Clone, Debug)]
pub(super) struct Draft<'s> {
    /// The text as repaired so far.
    pub(super) text: String,
    source: &'s Source,
    file: usize,
    /// How many values it may hold, references expanded.
    pub(super) most: usize,
    /// What is still the author's own, in order; what lies between was put in.
    pieces: Vec<Kept>,
}

/// A stretch that stands in both texts.
#[derive(Clone, Copy, Debug)]
struct Kept {
    at: usize,
    original: usize,
    length: usize,
}

impl<'s> Draft<'s> {
    /// Takes a file's text, not repaired yet, and how many values it may hold.
    pub(super) fn new(file: usize, source: &'s Source, most: usize) -> Self {
        let pieces = vec![Kept { at: 0, original: 0, length: source.text.len() }];
        Self { text: source.text.clone(), source, file, most, pieces }
    }

    /// Replaces several stretches of the copy, which lie on character boundaries, in the order of the
    /// text, and do not overlap. One pass, however many there are.
    pub(super) fn replace_all(&mut self, edits: &[Edit]) {
        let old = std::mem::take(&mut self.text);
        let mut pieces = std::mem::take(&mut self.pieces).into_iter().peekable();
        let mut done = 0;
        let rest = (old.len(), old.len(), String::new());
        for (from, to, text) in edits.iter().chain(std::iter::once(&rest)) {
            let (from, to) = (*from.max(&done), *to.max(&done));
            // What stays between the last edit and this one, with the pieces it is made of.
            while let Some(piece) = pieces.peek().copied() {
                let start = piece.at.max(done);
                let end = (piece.at + piece.length).min(from);
                if start < end {
                    let at = self.text.len() + (start - done);
                    let original = piece.original + (start - piece.at);
                    self.pieces.push(Kept { at, original, length: end - start });
                }
                if piece.at + piece.length > from {
                    break;
                }
                pieces.next();
            }
            self.text.push_str(&old[done..from]);
            self.text.push_str(text);
            done = to;
        }
    }

    /// Puts spaces in place of the bytes `from..to` of the copy, which keeps every other byte in place.
    pub(super) fn blank(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, &" ".repeat(to - from));
    }

    /// Returns edits, in the order of the text, as one repair of the author's file.
    pub(super) fn patch(&self, edits: &[Edit]) -> Patch {
        let from = edits.first().map_or(0, |edit| edit.0);
        let (mut done, mut text) = (from, String::new());
        for (start, end, new) in edits {
            text.push_str(&self.text[done..*start]);
            text.push_str(new);
            done = *end;
        }
        Patch::form(self.span(from, done), text)
    }

    /// Returns where the bytes `from..to` of the copy stand in the author's file.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.original(from);
        // The end of a stretch is looked up by its last byte: what was put in after it is not part of it.
        let end = if to > from { self.original_end(to) } else { start };
        Span { file: self.file, from: start, to: end.max(start) }
    }

    /// Returns the author's own words at a span.
    pub(super) fn author_text(&self, span: Span) -> Option<&'s str> {
        self.source.text.get(span.from..span.to)
    }

    /// Returns what the author's file holds after a span.
    pub(super) fn after(&self, span: Span) -> Option<&'s str> {
        self.source.text.get(span.to..)
    }

    /// Returns the line of the author's file in which a span starts, counted from 1.
    pub(super) fn line(&self, span: Span) -> usize {
        self.source.position(span.from).line
    }

    fn original(&self, byte: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.at + piece.length <= byte);
        match self.pieces.get(next) {
            Some(piece) if piece.at <= byte => piece.original + (byte - piece.at),
            Some(piece) => piece.original,
            None => self.source.text.len(),
        }
    }

    fn original_end(&self, byte: usize) -> usize {
        let last = self.pieces.partition_point(|piece| piece.at < byte);
        match last.checked_sub(1).and_then(|index| self.pieces.get(index)) {
            Some(piece) => piece.original + (byte - piece.at).min(piece.length),
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Encoding;

    #[test]
    fn a_repaired_text_points_into_the_authors_file() {
        let original = "a: b: c\nd: \te\n";
        let source = Source::new("a.yaml", original, Encoding::Utf8);
        let mut draft = Draft::new(0, &source, usize::MAX);
        draft.replace_all(&[(3, 3, "\"".into()), (7, 7, "\"".into())]);
        draft.replace_all(&[(13, 14, "  ".into())]);
        assert_eq!(draft.text, "a: \"b: c\"\nd:   e\n");
        let shown = |from, to| {
            let span = draft.span(from, to);
            &original[span.from..span.to]
        };
        assert_eq!(shown(3, 9), "b: c");
        assert_eq!(shown(10, 11), "d");
        assert_eq!(shown(15, 16), "e");
        assert_eq!(draft.span(17, 17).from, original.len());
    }
}
