//! What a font file says of its glyphs. In: a face. Out: `OpenFace`.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::display::Face;
use crate::style;

/// A face whose file has been opened.
pub(super) struct OpenFace<'a> {
    pub(super) font: FontRef<'a>,
    /// How many units make an em.
    pub(super) units: f32,
    glyphs: Charmap<'a>,
    widths: GlyphMetrics<'a>,
}

impl<'a> OpenFace<'a> {
    /// Opens a face; `None` when its file is no font.
    pub(super) fn new(face: &'a Face) -> Option<Self> {
        let font = style::opened(&face.data, face.index)?;
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        Some(Self { units: f32::from(units), glyphs: font.charmap(), widths, font })
    }

    /// Returns the glyph that shows a character.
    pub(super) fn glyph(&self, character: char) -> Option<u16> {
        self.glyphs.map(character).and_then(|glyph| u16::try_from(glyph.to_u32()).ok())
    }

    /// Returns how wide a glyph is, in units; 0 for one that the face has not.
    pub(super) fn advance(&self, glyph: u16) -> f32 {
        self.widths.advance_width(GlyphId::from(glyph)).unwrap_or_default()
    }
}
