//! What stands inside a line, taken apart. In: `Inline`s. Out: pieces for `letters` to write.

use super::Writer;
use super::letters::{Place, Sign, Span, write};
use super::spans::target;
use crate::document::{Inline, NoteId};

impl Writer {
    pub(super) fn line(&self, line: &[Inline], place: Place) -> String {
        let mut pieces = Pieces { list: Vec::new(), open: Vec::new(), place, link: Link::None };
        self.pieces(&mut pieces, line);
        write(pieces.list, place)
    }

    fn pieces(&self, pieces: &mut Pieces, line: &[Inline]) {
        for inline in line {
            self.piece(pieces, inline);
        }
    }

    fn piece(&self, pieces: &mut Pieces, inline: &Inline) {
        let is_cell = pieces.place == Place::Cell;
        match inline {
            Inline::Text(words) => pieces.letters(words),
            Inline::Strong(inner) => self.span(pieces, Span::Strong, inner),
            Inline::Emphasis(inner) => self.span(pieces, Span::Emphasis, inner),
            Inline::Strike(inner) => self.span(pieces, Span::Strike, inner),
            Inline::Code(words) => pieces.code(words),
            Inline::Link { content, .. } if pieces.link != Link::None => self.pieces(pieces, content),
            Inline::Link { href, title, content } => {
                // Straight behind a note, a link is read as part of it.
                if matches!(pieces.list.last(), Some(Sign::Note(_))) {
                    pieces.letters(" ");
                }
                pieces.raw("[");
                pieces.link = Link::Open(Vec::new());
                self.pieces(pieces, content);
                pieces.raw(&target(href, title, is_cell));
                // A link holds no note: its notes come behind it.
                if let Link::Open(notes) = std::mem::replace(&mut pieces.link, Link::None) {
                    pieces.list.extend(notes.into_iter().map(Sign::Note));
                }
            }
            Inline::Image { src, title, alt } => {
                pieces.raw("![");
                self.pieces(pieces, alt);
                pieces.raw(&target(src, title, is_cell));
            }
            Inline::Note(NoteId(index)) => {
                let Some(label) = self.labels.get(*index) else { return };
                let note = format!("[^{label}]");
                match &mut pieces.link {
                    Link::Open(notes) => notes.push(note),
                    Link::None => pieces.list.push(Sign::Note(note)),
                }
            }
            Inline::From { content, .. } => self.pieces(pieces, content),
            Inline::Foreign { lang, content } => {
                pieces.raw(&format!("<span lang=\"{}\">", lang.code()));
                self.pieces(pieces, content);
                pieces.raw("</span>");
            }
            Inline::Gap(mark) => {
                pieces.raw("<gap>");
                pieces.letters(mark);
                pieces.raw("</gap>");
            }
            Inline::Break => pieces.list.push(Sign::Break),
            Inline::SoftBreak if pieces.place.is_single() => pieces.letters(" "),
            Inline::SoftBreak => pieces.list.push(Sign::SoftBreak),
        }
    }

    /// Emphasis within itself says nothing more, and two in a row are one.
    fn span(&self, pieces: &mut Pieces, span: Span, inner: &[Inline]) {
        if pieces.open.contains(&span) {
            return self.pieces(pieces, inner);
        }
        if matches!(pieces.list.last(), Some(Sign::Close(last)) if *last == span) {
            pieces.list.pop();
        } else {
            pieces.list.push(Sign::Open(span));
        }
        pieces.open.push(span);
        self.pieces(pieces, inner);
        pieces.open.pop();
        if matches!(pieces.list.last(), Some(Sign::Open(last)) if *last == span) {
            pieces.list.pop();
        } else {
            pieces.list.push(Sign::Close(span));
        }
    }
}

struct Pieces {
    list: Vec<Sign>,
    open: Vec<Span>,
    place: Place,
    link: Link,
}

/// Whether a link is open, and the notes that wait for its end.
#[derive(PartialEq)]
enum Link {
    None,
    Open(Vec<String>),
}

impl Pieces {
    fn letters(&mut self, words: &str) {
        #[cfg(test)]
        let words = &*crate::planted::passed(crate::planted::Stage::Md, words);
        self.list.extend(words.chars().map(Sign::Letter));
    }

    /// Two literals in a row are one: their backticks would run together.
    fn code(&mut self, words: &str) {
        match self.list.last_mut() {
            Some(Sign::Code(before)) => before.push_str(words),
            _ if words.is_empty() => {}
            _ => self.list.push(Sign::Code(words.to_owned())),
        }
    }

    fn raw(&mut self, markup: &str) {
        self.list.push(Sign::Raw(markup.to_owned()));
    }
}
