//! Lines from words. In: words with their spans (face, size, owner), a width. Out: lines of glyphs.
//!
//! ```text
//! Text (words, spaces, breaks) → shape: glyphs of a word → points: where a word may break
//!                              → fit: the best breaks of the whole paragraph → lines: glyphs in place
//! ```
//! Knows no document and no page.

mod extent;
mod fit;
mod glyph;
mod line;
mod lines;
mod pen;
mod points;
mod shape;
mod shapes;
mod words;

pub(super) use extent::{Extent, Line};
pub(super) use line::{Edge, SetLine, Setting};
pub(in crate::write) use shape::{Figures, Shaper};
pub(super) use shapes::Shapes;
pub(super) use words::{Span, Text};
