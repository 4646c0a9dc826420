//! What stands inside a line. In: `Inline`s. Out: words.

use super::{Writer, tidy};
use crate::document::{Block, Inline, NoteId, plain};

impl Writer<'_> {
    /// Returns the words of a line; `\n` stands for a break that the author wants.
    pub(super) fn line(&mut self, content: &[Inline]) -> String {
        let mut out = String::new();
        self.closed = None;
        self.push(&mut out, content);
        out
    }

    fn push(&mut self, out: &mut String, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(words) | Inline::Code(words) | Inline::Gap(words) => out.push_str(words),
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::From { content: inner, .. }
                | Inline::Foreign { content: inner, .. } => self.push(out, inner),
                // What is struck out was taken back; without its stroke it would be said after all.
                Inline::Strike(_) => {}
                Inline::Link { href, content, .. } | Inline::Image { src: href, alt: content, .. } => {
                    self.push(out, content);
                    let shown = plain(content);
                    let known = href.is_empty() || href.starts_with('#') || *href == shown;
                    if !known && href.strip_prefix("mailto:") != Some(&shown) {
                        out.push_str(&format!(" ({href})"));
                    }
                }
                Inline::Note(id) => self.source(out, *id),
                Inline::Break => out.push('\n'),
                Inline::SoftBreak => out.push(' '),
            }
        }
    }

    /// Says a footnote in brackets; the source named just before is not said in full again.
    fn source(&mut self, out: &mut String, id: NoteId) {
        let said = self.cited.replace(id) == Some(id);
        let words = if said { self.phrases.same_source.to_owned() } else { self.note(id) };
        if words.is_empty() {
            return;
        }
        // Two sources of one figure share the brackets.
        if self.closed == Some(out.len()) {
            out.pop();
            out.push_str(&format!("; {words})"));
        } else {
            out.truncate(out.trim_end().len());
            out.push_str(&format!(" ({}: {words})", self.phrases.source));
        }
        self.closed = Some(out.len());
    }

    fn note(&self, id: NoteId) -> String {
        let Some(note) = self.document.notes.get(id.0) else { return String::new() };
        let words = note.blocks.iter().map(|block| match block {
            Block::Paragraph(content) => plain(content),
            _ => String::new(),
        });
        let words = tidy(&words.collect::<Vec<_>>().join(" ").replace('\n', " "));
        // An abbreviation keeps its stop: `stan na 20 lutego 2025 r.`
        let bare = words.strip_suffix('.').unwrap_or(&words);
        let last = bare.rsplit(' ').next().unwrap_or_default();
        let is_short = last.chars().count() <= 3 && last.chars().all(char::is_lowercase);
        if is_short { words } else { bare.to_owned() }
    }
}
