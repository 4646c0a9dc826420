//! What stands inside a line. In: `Inline`s. Out: words.

use super::{Writer, tidy};
use crate::document::{Block, Inline, plain};

impl Writer<'_> {
    /// Returns the words of a line; `\n` stands for a break that the author wants.
    pub(super) fn line(&mut self, content: &[Inline]) -> String {
        let mut out = String::new();
        self.push(&mut out, content);
        out
    }

    fn push(&mut self, out: &mut String, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(words) | Inline::Code(words) | Inline::Gap(words) => out.push_str(words),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Foreign { content: inner, .. } => {
                    self.push(out, inner);
                }
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
    fn source(&mut self, out: &mut String, id: crate::document::NoteId) {
        let said = self.cited.replace(id) == Some(id);
        let words = if said { self.phrases.same_source.to_owned() } else { self.note(id) };
        if words.is_empty() {
            return;
        }
        let label = self.phrases.source;
        out.truncate(out.trim_end().len());
        // Two sources of one figure share the brackets.
        match out.strip_suffix(')').map(str::len) {
            Some(length) if !said && out.rfind('(').is_some_and(|at| out[at + 1..].starts_with(label)) => {
                out.truncate(length);
                out.push_str(&format!("; {words})"));
            }
            _ => out.push_str(&format!(" ({label}: {words})")),
        }
    }

    fn note(&self, id: crate::document::NoteId) -> String {
        let Some(note) = self.document.notes.get(id.0) else { return String::new() };
        let words = note.blocks.iter().map(|block| match block {
            Block::Paragraph(content) => plain(content),
            _ => String::new(),
        });
        let words = tidy(&words.collect::<Vec<_>>().join(" ").replace('\n', " "));
        words.strip_suffix('.').unwrap_or(&words).to_owned()
    }
}
