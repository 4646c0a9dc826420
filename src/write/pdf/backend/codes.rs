//! The codes that stand for glyphs in a page's text. In: faces and glyphs as they come. Out: a code for
//! each pair of a glyph and the characters it shows.
//!
//! One glyph may show a space here and a no-break space there, a hyphen or a soft hyphen. With a code
//! for each, a reader who copies the text gets back exactly what was set.

use skrifa::raw::TableProvider;

use crate::write::pdf::display::Face;
use crate::write::pdf::open::OpenFace;

/// The faces of a document with the codes given out so far.
pub(super) struct Faces<'a>(pub(super) Vec<Codes<'a>>);

/// The codes of a face.
pub(super) struct Codes<'a> {
    /// The face.
    pub(super) face: &'a Face,
    /// The codes in ascending order.
    pub(super) entries: Vec<Entry>,
    /// The first entry of each glyph of the font, by glyph; `NONE` for a glyph not met yet.
    first: Vec<u32>,
    font: Option<OpenFace<'a>>,
    /// Whether codes must be the glyphs' numbers in the subset.
    numbered: bool,
    /// Thousandths of an em in one unit of the font.
    scale: f32,
}

/// What to write for a glyph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Coded {
    /// The code, two bytes in a text string.
    pub(super) code: u16,
    /// How far the pen moves, in thousandths of an em.
    pub(super) width: f32,
    /// Whether the code already stands for other characters, so that the right ones must be said beside it.
    pub(super) ambiguous: bool,
}

/// A code and what it stands for.
pub(super) struct Entry {
    /// The code, two bytes in a text string.
    pub(super) code: u16,
    /// The glyph in the font file.
    pub(super) glyph: u16,
    /// The characters it shows.
    pub(super) text: String,
    /// How far the pen moves, in thousandths of an em.
    pub(super) width: f32,
    /// The next entry of the same glyph.
    next: u32,
}

const NONE: u32 = u32::MAX;

impl<'a> Faces<'a> {
    /// Takes the faces, none of which has a code yet.
    pub(super) fn new(faces: &'a [Face]) -> Self {
        Self(faces.iter().map(Codes::new).collect())
    }
}

impl<'a> Codes<'a> {
    fn new(face: &'a Face) -> Self {
        let font = OpenFace::new(face);
        // Fonts with cubic outlines know no map from codes to glyphs in PDF; `fonts` subsets their
        // glyphs in the order of the entries, which makes the two numbers equal.
        let numbered = font.as_ref().is_some_and(|open| open.font.glyf().is_err());
        let scale = 1000.0 / font.as_ref().map_or(1000.0, |open| open.units);
        Self { face, entries: Vec::new(), first: Vec::new(), font, numbered, scale }
    }

    /// Returns whether codes are the glyphs' numbers in the subset.
    pub(super) fn numbered(&self) -> bool {
        self.numbered
    }

    /// Returns the face as a parsed font; `None` for a file that is none.
    pub(super) fn font(&self) -> Option<&OpenFace<'a>> {
        self.font.as_ref()
    }

    /// Returns the factor from font units to thousandths of an em.
    pub(super) fn scale(&self) -> f32 {
        self.scale
    }

    /// Returns the code of a glyph that shows `text`.
    pub(super) fn code(&mut self, glyph: u16, text: &str) -> Coded {
        let index = usize::from(glyph);
        if index >= self.first.len() {
            self.first.resize(index + 1, NONE);
        }
        let mut at = self.first[index];
        while let Some(entry) = self.entries.get(at as usize) {
            if self.numbered || entry.text == text {
                return Coded { code: entry.code, width: entry.width, ambiguous: entry.text != text };
            }
            at = entry.next;
        }
        self.add(glyph, text)
    }

    fn add(&mut self, glyph: u16, text: &str) -> Coded {
        let last = self.entries.last().map_or(0, |entry| entry.code);
        let code = if self.numbered { last.saturating_add(1) } else { next_code(last) };
        let width = self.font.as_ref().map_or(0.0, |font| font.advance(glyph)) * self.scale;
        let next = std::mem::replace(&mut self.first[usize::from(glyph)], self.entries.len() as u32);
        self.entries.push(Entry { code, glyph, text: text.to_owned(), width, next });
        Coded { code, width, ambiguous: false }
    }
}

/// Returns the next code whose bytes need no escape in a literal string.
fn next_code(code: u16) -> u16 {
    let mut code = code.saturating_add(1);
    while code.to_be_bytes().iter().any(|byte| matches!(byte, b'(' | b')' | b'\\' | b'\r' | b'\n')) {
        code = code.saturating_add(1);
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_glyph_has_a_code_for_each_text_it_shows() {
        let face = Face { name: "Broken".into(), data: Arc::new(Vec::new()), index: 0 };
        let mut codes = Codes::new(&face);
        assert_eq!(codes.code(3, " ").code, 1);
        assert_eq!(codes.code(3, "\u{a0}").code, 2);
        assert_eq!(codes.code(3, " ").code, 1);
        assert_eq!(codes.entries.len(), 2);
    }

    #[test]
    fn codes_pass_over_bytes_that_strings_escape() {
        assert_eq!(next_code(0), 1);
        assert_eq!(next_code(b'\'' as u16), u16::from(b'*'));
        assert_eq!(next_code(9), 11);
        assert_eq!(next_code(12), 14);
        assert_eq!(next_code(255), 256);
        assert_eq!(next_code(0x27ff), 0x2a00);
    }
}
