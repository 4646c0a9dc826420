//! Notes. In: a document's notes and the references to them. Out: the part that holds them.

use super::Writer;
use super::blocks::{Place, Room};
use super::inlines::field;
use super::paragraph::Paragraph;
use super::xml::{DECLARATION, NAMESPACES};
use crate::document::{Document, NoteId};

/// Which notes the body has called, and by what number.
#[derive(Debug)]
pub(super) struct Notes {
    numbers: Vec<Option<usize>>,
    called: usize,
}

impl Notes {
    pub(super) fn of(document: &Document) -> Self {
        Self { numbers: vec![None; document.notes.len()], called: 0 }
    }
}

impl Writer<'_> {
    /// Returns a reference to a note. Word knows one mark a note: a second reference is a field that repeats its number.
    pub(super) fn note(&mut self, NoteId(index): NoteId) -> String {
        let Some(number) = self.notes.numbers.get(index).copied() else { return String::new() };
        match number {
            Some(number) => field(
                &format!("NOTEREF _Note{} \\f \\h", index + 1),
                &number.to_string(),
                "FootnoteReference",
            ),
            // Notes have no notes; what only they call is called behind the body.
            None if self.is_in_notes => String::new(),
            None => {
                self.notes.called += 1;
                self.notes.numbers[index] = Some(self.notes.called);
                let id = self.next_id();
                format!(
                    "<w:bookmarkStart w:id=\"{id}\" w:name=\"_Note{note}\"/><w:r><w:rPr><w:rStyle \
                     w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{note}\"/></w:r><w:bookmarkEnd \
                     w:id=\"{id}\"/>",
                    note = index + 1
                )
            }
        }
    }

    /// Calls the notes that the body does not, so that none is lost.
    pub(super) fn stray_notes(&mut self) {
        let strays: Vec<usize> =
            (0..self.notes.numbers.len()).filter(|index| self.notes.numbers[*index].is_none()).collect();
        if strays.is_empty() {
            return;
        }
        let mut runs = self.run(&format!("{}:", self.phrases.notes), Default::default());
        for index in strays {
            runs += &self.run(" ", Default::default());
            runs += &self.note(NoteId(index));
        }
        self.paragraph(&Paragraph::of("BodyText"), &runs);
    }

    /// Returns the part with the notes.
    pub(super) fn footnotes(&mut self) -> String {
        self.is_in_notes = true;
        let line = |id: i32, kind: &str, mark: &str| {
            format!(
                "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:r>\
                 <w:{mark}/></w:r></w:p></w:footnote>"
            )
        };
        let mut out = format!(
            "{DECLARATION}<w:footnotes {NAMESPACES}>{}{}",
            line(-1, "separator", "separator"),
            line(0, "continuationSeparator", "continuationSeparator")
        );
        let document = self.document;
        let place = Place { room: Room::Note, width: self.style.frame(false).0, ..self.place() };
        for (index, note) in document.notes.iter().enumerate() {
            let said = self.apart(|writer| {
                writer.lead =
                    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r>\
                    <w:t xml:space=\"preserve\"> </w:t></w:r>"
                        .to_owned();
                writer.blocks(&note.blocks, &place);
            });
            out += &format!("<w:footnote w:id=\"{}\">{said}</w:footnote>", index + 1);
        }
        self.is_in_notes = false;
        out + "</w:footnotes>"
    }
}
