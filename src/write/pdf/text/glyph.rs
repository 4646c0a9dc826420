//! A glyph as a word holds it.

/// A glyph of a word; lengths are ems.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordGlyph {
    /// Its face: one of the family, or one of the spare ones after them.
    pub(super) face: u8,
    pub(super) id: u16,
    pub(super) advance: f32,
    pub(super) dx: f32,
    pub(super) dy: f32,
    /// The bytes of the word it shows; empty when an earlier glyph of its cluster holds them.
    pub(super) from: u32,
    pub(super) to: u32,
    /// Whether the glyph alone would be read as other characters, so that these must be said beside it.
    pub(super) spelt: bool,
}
