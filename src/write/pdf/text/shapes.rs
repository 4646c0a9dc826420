//! What a family's faces make of words, for all documents that are set in it. In: a word and how it is cast.
//! Out: its glyphs as the faces give them, worked out once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use rustybuzz::GlyphBuffer;

use super::shape::Cast;

/// How many words are remembered: more than a bundle of documents has, and a few megabytes.
const MOST: usize = 20_000;

/// A glyph as its face gives it; lengths are units of the face.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shaped {
    pub(super) id: u32,
    /// The byte of the word from which on it shows it.
    pub(super) cluster: u32,
    pub(super) advance: i32,
    pub(super) dx: i32,
    pub(super) dy: i32,
}

/// The glyphs of words.
type Words = HashMap<Box<str>, Arc<[Shaped]>>;

/// The words that the faces of one family have shaped.
#[derive(Debug, Default)]
pub(in crate::write::pdf) struct Shapes(Mutex<HashMap<Cast, Words>>);

impl Shapes {
    /// Returns the glyphs of a word; `shape` makes them when it is met for the first time.
    pub(super) fn word(
        &self,
        text: &str,
        cast: Cast,
        shape: impl FnOnce() -> Arc<[Shaped]>,
    ) -> Arc<[Shaped]> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let words = known.entry(cast).or_default();
        if let Some(word) = words.get(text) {
            return Arc::clone(word);
        }
        let word = shape();
        if words.len() < MOST {
            words.insert(text.into(), Arc::clone(&word));
        }
        word
    }
}

impl Shaped {
    /// Returns the glyphs of a shaped word.
    pub(super) fn all(shaped: &GlyphBuffer) -> Arc<[Self]> {
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let glyph = glyphs.map(|(info, position)| Self {
            id: info.glyph_id,
            cluster: info.cluster,
            advance: position.x_advance,
            dx: position.x_offset,
            dy: position.y_offset,
        });
        glyph.collect()
    }
}
