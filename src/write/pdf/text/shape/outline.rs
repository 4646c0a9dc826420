//! Letters as lines and curves. In: words, a face. Out: pieces of a path, in ems, y upwards from the baseline.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};

use super::{Cast, Figures, Shaper};
use crate::lang::Lang;
use crate::write::chart::Piece;
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::open::OpenFace;

impl Shaper<'_> {
    /// Draws words on one line, the first letter at nought.
    pub(in crate::write) fn outline(
        &mut self,
        words: &str,
        cut: Cut,
        lang: Lang,
        draw: &mut dyn FnMut(Piece),
    ) {
        let cast = Cast { cut, figures: Figures::Tabular, lang };
        let space = self.word(" ", cast).width;
        let mut x = 0.0;
        for (index, text) in words.split(' ').enumerate() {
            x += if index > 0 { space } else { 0.0 };
            if text.is_empty() {
                continue;
            }
            for glyph in &self.word(text, cast).glyphs {
                if let Some(face) = self.face(usize::from(glyph.face)) {
                    let mut pen =
                        Pen { x: x + glyph.dx, y: glyph.dy, units: face.units, at: (0.0, 0.0), draw };
                    let outline = face.font.outline_glyphs().get(GlyphId::from(glyph.id));
                    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                    // A glyph that cannot be drawn leaves a gap; fonts were looked through when they were read.
                    let _ = outline.map(|outline| outline.draw(settings, &mut pen));
                }
                x += glyph.advance;
            }
        }
    }

    /// Returns a face by the number that glyphs have of it.
    fn face(&self, number: usize) -> Option<&OpenFace<'_>> {
        match number.checked_sub(self.faces.len()) {
            None => self.faces.get(number),
            Some(spare) => self.spare.get(spare)?.1.get()?.as_ref(),
        }
    }
}

/// Turns a glyph's units into ems and its curves into those of a chart.
struct Pen<'d> {
    x: f32,
    y: f32,
    units: f32,
    /// Where the pen stands.
    at: (f32, f32),
    draw: &'d mut dyn FnMut(Piece),
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x / self.units, self.y + y / self.units)
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.place(x, y);
        (self.draw)(Piece::Move(self.at.0, self.at.1));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = self.place(x, y);
        (self.draw)(Piece::Line(self.at.0, self.at.1));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (from, over, to) = (self.at, self.place(cx, cy), self.place(x, y));
        let towards =
            |end: (f32, f32)| (end.0 + (over.0 - end.0) * 2.0 / 3.0, end.1 + (over.1 - end.1) * 2.0 / 3.0);
        let (a, b) = (towards(from), towards(to));
        self.at = to;
        (self.draw)(Piece::Curve([a.0, a.1, b.0, b.1, to.0, to.1]));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (a, b, to) = (self.place(cx0, cy0), self.place(cx1, cy1), self.place(x, y));
        self.at = to;
        (self.draw)(Piece::Curve([a.0, a.1, b.0, b.1, to.0, to.1]));
    }

    fn close(&mut self) {
        (self.draw)(Piece::Close);
    }
}
