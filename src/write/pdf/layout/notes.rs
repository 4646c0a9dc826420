//! Footnotes. In: the notes that a text calls. Out: their slabs, kept for the page that takes them.

use super::blocks::settled;
use super::composer::{Composer, Look, Scope, slabs};
use super::slab::Direction;
use crate::document::Block;
use crate::write::pdf::display::Owner;
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::Edge;

impl Composer<'_> {
    /// Lays out the notes just called; their elements follow the caller's.
    pub(super) fn waiting_notes(&mut self, parent: ElementId) {
        // A note may call further notes.
        while !self.waiting.is_empty() {
            for note in std::mem::take(&mut self.waiting) {
                self.note(note, parent);
            }
        }
    }

    /// Lays out one note.
    pub(super) fn note(&mut self, note: usize, parent: ElementId) {
        let document = self.document;
        let Some(content) = document.notes.get(note) else { return };
        let element = self.element(Tag::Note, parent);
        self.structure.elements[element.0].identifier = Some(format!("note-{}", note + 1));
        let mark = self.element(Tag::Label, element);
        let size = self.style.sizes.small;
        let body = self.body();
        let look = Look { size, ..body.look };
        let indent = size * 1.9;
        let scope = Scope {
            parent: element,
            x: indent,
            // Notes are set for upright pages; a page that lies has room to spare.
            width: self.frame_width(Direction::Upright).min(self.measure()) - indent,
            look,
            inside: true,
            gap: 0.3,
            ..body
        };
        let called = std::mem::take(&mut self.waiting);
        let mut pieces = Vec::new();
        match content.blocks.as_slice() {
            [Block::Paragraph(words)] => self.paragraph(words, element, &scope, &mut pieces),
            blocks => self.blocks(blocks, &scope, &mut pieces),
        }
        self.waiting.splice(0..0, called);
        let mut set = settled(pieces);
        let number = (note + 1).to_string();
        let label = Look { edge: Edge::Left, size: size * 0.72, ..look };
        let text = self.plain(&number, &label, Owner::Element(mark));
        let lines = self.lines(&text, indent, &label);
        if let Some(mut label) = slabs(lines, 0.0).into_iter().next() {
            match set.first_mut().filter(|first| first.baseline > 0.0) {
                Some(first) => {
                    label.shift(0.0, first.baseline - label.baseline - size * 0.3);
                    label.items.append(&mut first.items);
                    first.items = label.items;
                }
                None => set.insert(0, label),
            }
        }
        let anchor = self.note_anchor(note);
        if let Some(first) = set.first_mut() {
            first.anchors.push(anchor);
        }
        self.notes[note] = Some(set);
    }
}
