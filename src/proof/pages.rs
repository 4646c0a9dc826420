//! What a reader of a PDF hears. In: a file. Out: its units, an element of the structure tree a unit.
//!
//! Who cannot draw the letters sees none, and a picture that cannot be decoded shows nothing of what is said of it.

use crate::write::pdf::reading::{self, Child, Element};

/// Elements that stand in a line.
const INLINE: [&str; 2] = ["Span", "Link"];

/// What says nothing of the document's: the contents, numbers of notes.
const CHROME: [&str; 2] = ["TOC", "Reference"];

/// Returns the units; none of a file that cannot be read.
pub(super) fn units(file: &[u8]) -> Vec<String> {
    let mut reader = Reader::default();
    if let Some(reading) = reading::read(file).ok().filter(|reading| reading.has_whole_fonts) {
        reader.shows_pictures = reading.has_whole_pictures;
        reader.element(&reading.root);
    }
    reader.close();
    reader.units
}

#[derive(Default)]
struct Reader {
    units: Vec<String>,
    unit: String,
    shows_pictures: bool,
}

impl Reader {
    fn element(&mut self, element: &Element) {
        let tag = element.tag.as_str();
        if CHROME.contains(&tag) {
            return;
        }
        if tag == "Note" {
            // A note stands inside the line that refers to it.
            let line = std::mem::take(&mut self.unit);
            self.pieces(element);
            self.close();
            self.unit = line;
            return;
        }
        let is_block = !INLINE.contains(&tag);
        if is_block {
            self.close();
        }
        self.pieces(element);
        if is_block {
            self.close();
        }
    }

    fn pieces(&mut self, element: &Element) {
        if !element.alt.is_empty() && (self.shows_pictures || element.tag != "Figure") {
            self.units.push(element.alt.clone());
        }
        for piece in &element.pieces {
            match piece {
                Child::Words(words) => self.unit.push_str(words),
                Child::Element(inner) => self.element(inner),
            }
        }
    }

    fn close(&mut self) {
        let unit = std::mem::take(&mut self.unit);
        self.units.extend(Some(unit).filter(|unit| !unit.trim().is_empty()));
    }
}
