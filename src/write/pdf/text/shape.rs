//! Glyphs of a word. In: a word, a face. Out: `Word`, in ems, kept for the next time.

mod outline;

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use harfrust::{
    BufferClusterLevel, Direction, Feature, ShapeOptions, ShapePlan, ShaperData, Tag, UnicodeBuffer,
};

use super::glyph::WordGlyph;
use super::points::{self, Point};
use super::shapes::{Plans, Shaped, Shapes};
use crate::lang::Lang;
use crate::write::pdf::display::Face;
use crate::write::pdf::fonts::{Cut, Faces};
use crate::write::pdf::open::OpenFace;

/// Shown for a character that the face lacks.
const BOX: char = '□';

/// Which figures: those of running text, or those of equal width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Figures {
    /// As wide as each figure wants to be.
    #[default]
    Proportional,
    /// All of one width, so that columns line up.
    Tabular,
}

/// What decides how a word's glyphs look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Cast {
    pub(super) cut: Cut,
    pub(super) figures: Figures,
    pub(super) lang: Lang,
}

/// A shaped word; lengths are ems.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: Box<str>,
    pub(super) glyphs: Vec<WordGlyph>,
    pub(super) width: f32,
    /// Where it may break.
    pub(super) points: Vec<Point>,
}

/// Turns words into glyphs and remembers them.
pub(crate) struct Shaper<'f> {
    faces: Vec<OpenFace<'f>>,
    shapers: Vec<harfrust::Shaper<'f>>,
    shapes: &'f Shapes,
    /// Opened when a sign is first looked for.
    spare: Vec<(&'f Face, OnceCell<Option<OpenFace<'f>>>)>,
    words: HashMap<Cast, HashMap<Box<str>, Rc<Word>>>,
    /// What each glyph of each face is read as.
    read_as: Vec<HashMap<u16, Box<str>>>,
    buffer: Option<UnicodeBuffer>,
    missing: BTreeSet<char>,
}

impl<'f> Shaper<'f> {
    /// Opens the faces; `None` when a file is no font.
    pub(crate) fn new(faces: &'f Faces) -> Option<Self> {
        let spare = faces.spare.iter().map(|face| (face, OnceCell::new())).collect::<Vec<_>>();
        let shapes = &*faces.shapes;
        let faces = faces.faces.iter().map(OpenFace::new).collect::<Option<Vec<_>>>()?;
        let tables = shapes.faces(|| faces.iter().map(|face| ShaperData::new(&face.font)).collect());
        let shapers = tables.iter().zip(&faces).map(|(tables, face)| tables.shaper(&face.font).build());
        Some(Self {
            read_as: vec![HashMap::new(); faces.len() + spare.len()],
            shapers: shapers.collect(),
            faces,
            shapes,
            spare,
            words: HashMap::new(),
            buffer: None,
            missing: BTreeSet::new(),
        })
    }

    /// Returns the characters that no face could show, each once.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// Returns the width in ems of words on one line.
    pub(crate) fn width(&mut self, words: &str, cut: Cut, figures: Figures, lang: Lang) -> f32 {
        let cast = Cast { cut, figures, lang };
        let space = self.word(" ", cast).width;
        let mut width = 0.0;
        for (index, word) in words.split(' ').enumerate() {
            width += if index > 0 { space } else { 0.0 };
            width += if word.is_empty() { 0.0 } else { self.word(word, cast).width };
        }
        width
    }

    /// Returns the glyphs of a word.
    pub(super) fn word(&mut self, text: &str, cast: Cast) -> Rc<Word> {
        if let Some(word) = self.words.get(&cast).and_then(|words| words.get(text)) {
            return Rc::clone(word);
        }
        let word = Rc::new(self.shape(text, cast));
        self.words.entry(cast).or_default().insert(text.into(), Rc::clone(&word));
        word
    }

    fn shape(&mut self, text: &str, cast: Cast) -> Word {
        let shapes = self.shapes;
        let shaped = shapes.word(text, cast, |plans| self.glyphs(text, cast, plans));
        let glyphs = self.collect(text, &shaped, cast.cut);
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        let points = points::points(text, &glyphs, cast.lang);
        Word { text: text.into(), glyphs, width, points }
    }

    fn glyphs(&mut self, text: &str, cast: Cast, plans: &mut Plans) -> Arc<[Shaped]> {
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        for (at, character) in text.char_indices().filter(|&(_, character)| character != '\u{AD}') {
            // Faces have no glyph for the no-break hyphen; it looks like any other.
            let shown = if character == '\u{2011}' { '-' } else { character };
            buffer.add(shown, at as u32);
        }
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaper = &self.shapers[cast.cut.index()];
        let script = buffer.script();
        let plan = plans.entry((cast, script)).or_insert_with(|| {
            let tabular = [Feature::new(Tag::new(b"tnum"), 1, ..)];
            let features = if cast.figures == Figures::Tabular { &tabular[..] } else { &[] };
            let language = cast.lang.code().parse().ok();
            ShapePlan::new(shaper, Direction::LeftToRight, Some(script), language.as_ref(), features)
        });
        let shaped = shaper.shape(buffer, ShapeOptions::new().plan(Some(plan)));
        let glyphs = Shaped::all(&shaped);
        self.buffer = Some(shaped.clear());
        glyphs
    }

    fn collect(&mut self, text: &str, infos: &[Shaped], cut: Cut) -> Vec<WordGlyph> {
        let units = self.faces[cut.index()].units;
        let mut glyphs = Vec::with_capacity(infos.len());
        for (index, info) in infos.iter().enumerate() {
            let first = index == 0 || infos[index - 1].cluster != info.cluster;
            let end = infos[index..].iter().find(|later| later.cluster != info.cluster);
            let end = end.map_or(text.len() as u32, |later| later.cluster);
            let (from, to) = if first { (info.cluster, end) } else { (end, end) };
            let mut glyph = WordGlyph {
                face: cut.index() as u8,
                id: info.id as u16,
                advance: info.advance as f32 / units,
                dx: info.dx as f32 / units,
                dy: info.dy as f32 / units,
                from,
                to,
                spelt: false,
            };
            if glyph.id == 0 {
                let text = &text[from as usize..to as usize];
                match self.borrowed(text) {
                    Some((face, id, advance)) => {
                        (glyph.face, glyph.id, glyph.advance) = (face as u8, id, advance);
                        glyph.spelt = !self.reads(face, id, text);
                    }
                    None => {
                        self.missing.extend(text.chars());
                        (glyph.id, glyph.advance) = self.replacement(cut);
                        glyph.spelt = true;
                    }
                }
            } else {
                let many = !first || infos.get(index + 1).is_some_and(|next| next.cluster == info.cluster);
                glyph.spelt = many || !self.reads(cut.index(), glyph.id, &text[from as usize..to as usize]);
            }
            #[cfg(test)]
            if crate::planted::is_losing(crate::planted::Stage::Shaping)
                && text[from as usize..to as usize].contains(crate::planted::SIGN)
            {
                continue;
            }
            glyphs.push(glyph);
        }
        glyphs
    }

    /// Tells whether a glyph is read as `text`; the first text a glyph shows is what it is read as.
    fn reads(&mut self, face: usize, glyph: u16, text: &str) -> bool {
        let text: String = text.chars().filter(|&character| character != '\u{AD}').collect();
        let twin = match text.as_str() {
            "\u{A0}" | "\u{202F}" => Some(' '),
            "\u{2010}" | "\u{2011}" => Some('-'),
            _ => None,
        };
        // A rarer character must not take the glyph from the common one that comes later.
        if twin.is_some_and(|twin| self.glyph(face, twin) == Some(glyph)) {
            return false;
        }
        let known = self.read_as[face].entry(glyph).or_insert_with(|| text.as_str().into());
        **known == *text
    }

    fn glyph(&self, face: usize, character: char) -> Option<u16> {
        self.faces.get(face)?.glyph(character)
    }

    /// Returns face, glyph and width of a sign that only a spare face has.
    fn borrowed(&self, text: &str) -> Option<(usize, u16, f32)> {
        let mut characters = text.chars();
        let (character, None) = (characters.next()?, characters.next()) else { return None };
        self.spare.iter().enumerate().find_map(|(index, (file, face))| {
            let face = face.get_or_init(|| OpenFace::new(file)).as_ref()?;
            let id = face.glyph(character)?;
            Some((self.faces.len() + index, id, face.advance(id) / face.units))
        })
    }

    /// Returns how many of the spare faces have been in use, counted up to the last one.
    pub(crate) fn spare_in_use(&self) -> usize {
        let used = self.read_as[self.faces.len()..].iter().rposition(|read_as| !read_as.is_empty());
        used.map_or(0, |last| last + 1)
    }

    /// Returns the glyph and the width of the box for a missing character.
    fn replacement(&self, cut: Cut) -> (u16, f32) {
        let face = &self.faces[cut.index()];
        let id = [BOX, '?', ' '].into_iter().find_map(|character| face.glyph(character));
        let id = id.unwrap_or_default();
        (id, face.advance(id) / face.units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaper(faces: &Faces) -> Shaper<'_> {
        Shaper::new(faces).expect("the built-in fonts are fonts")
    }

    const CAST: Cast = Cast { cut: Cut::Regular, figures: Figures::Proportional, lang: Lang::Pl };

    #[test]
    fn every_byte_of_a_word_belongs_to_one_glyph() {
        let faces = Faces::default();
        let mut shaper = shaper(&faces);
        for text in ["zażółć", "office", "Łódź–Πάτρα", "Жя1/2", "a\u{301}b", "x\u{200B}y", "👩\u{200D}💻!"]
        {
            let word = shaper.word(text, CAST);
            let joined: String =
                word.glyphs.iter().map(|glyph| &text[glyph.from as usize..glyph.to as usize]).collect();
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn a_missing_character_is_a_spelt_box_and_is_reported() {
        let faces = Faces::default();
        let mut shaper = shaper(&faces);
        let word = shaper.word("a字b", CAST);
        assert_eq!(shaper.missing(), ['字']);
        let spelt: Vec<bool> = word.glyphs.iter().map(|glyph| glyph.spelt).collect();
        assert_eq!(spelt, [false, true, false]);
        assert_ne!(word.glyphs[1].id, 0);
        assert!(word.glyphs[1].advance > 0.3);
    }

    #[test]
    fn a_tick_and_a_box_come_from_the_spare_face() {
        let faces = Faces::default();
        let mut shaper = shaper(&faces);
        let word = shaper.word("☐a✓", CAST);
        let shown: Vec<(u8, bool)> = word.glyphs.iter().map(|glyph| (glyph.face, glyph.spelt)).collect();
        assert_eq!(shown, [(4, false), (0, false), (4, false)]);
        assert!(shaper.missing().is_empty());
    }

    #[test]
    fn a_no_break_hyphen_does_not_take_the_hyphens_glyph() {
        let faces = Faces::default();
        let mut shaper = shaper(&faces);
        assert!(shaper.word("a\u{2011}b", CAST).glyphs[1].spelt);
        assert!(!shaper.word("a-b", CAST).glyphs[1].spelt);
        assert!(shaper.missing().is_empty());
    }

    #[test]
    fn tabular_figures_are_of_one_width() {
        let faces = Faces::default();
        let mut shaper = shaper(&faces);
        let cast = Cast { figures: Figures::Tabular, ..CAST };
        let widths: BTreeSet<u32> =
            ('0'..='9').map(|figure| shaper.word(&figure.to_string(), cast).width.to_bits()).collect();
        assert_eq!(widths.len(), 1);
    }
}
