//! What a family's faces make of words, for all documents that are set in it. In: a word and how it is cast.
//! Out: its glyphs as the faces give them, worked out once.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use harfrust::{GlyphBuffer, Script, ShapePlan, ShaperData};

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

/// How to shape words of a cast and a script.
pub(super) type Plans = HashMap<(Cast, Script), ShapePlan>;

/// What the faces of one family have in store: their tables made ready, the words they have shaped.
#[derive(Default)]
pub(in crate::write::pdf) struct Shapes {
    faces: OnceLock<Vec<ShaperData>>,
    known: Mutex<(HashMap<Cast, Words>, Plans)>,
}

impl Shapes {
    /// Returns the tables of the family's faces; `read` reads them when they are asked for first.
    pub(super) fn faces(&self, read: impl FnOnce() -> Vec<ShaperData>) -> &[ShaperData] {
        self.faces.get_or_init(read)
    }

    /// Returns the glyphs of a word; `shape` makes them when it is met for the first time.
    pub(super) fn word(
        &self,
        text: &str,
        cast: Cast,
        shape: impl FnOnce(&mut Plans) -> Arc<[Shaped]>,
    ) -> Arc<[Shaped]> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (words, plans) = &mut *known;
        let words = words.entry(cast).or_default();
        if let Some(word) = words.get(text) {
            return Arc::clone(word);
        }
        let word = shape(plans);
        if words.len() < MOST {
            words.insert(text.into(), Arc::clone(&word));
        }
        word
    }
}

impl fmt::Debug for Shapes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Shapes").finish_non_exhaustive()
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
