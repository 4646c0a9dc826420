//! Word files on the line. In: a paper with the origins of its words. Out: the file, each text of the application in a
//! control, with a part that says which one stands where.

use std::collections::BTreeMap;

use super::{Edition, File, Run, Trace};
use crate::context::Mode;
use crate::described::{Step, visit};
use crate::document::Document;
use crate::style::Look;
use crate::word::{self, Map, Paper, Text, hash};
use crate::write::docx;

impl Trace<'_> {
    /// Returns a paper as a Word file. Where templates compute with texts so that the copy with origins says other words, it
    /// is the paper alone.
    pub fn file(&self, document: &Document, look: &Look) -> File {
        File { bytes: Some(self.word(document, look).0.packed()), ..File::default() }
    }

    /// Returns the parts of the file and what is read back of it.
    pub(super) fn word(&self, document: &Document, look: &Look) -> (docx::Parts, Paper) {
        let traced = self.traced();
        let style = self.run.word_style(document, look);
        let is_same = traced.words() == document.words();
        let framed = Document {
            blocks: if is_same { traced.blocks.clone() } else { document.blocks.clone() },
            notes: if is_same { traced.notes.clone() } else { document.notes.clone() },
            origins: if is_same { traced.origins.clone() } else { Vec::new() },
            ..document.clone()
        };
        let mut parts = docx::parts(&framed, &style);
        let names = parts.0.iter().map(|(name, _)| name.as_str());
        let mut paper = word::read(names, |name| parts.text(name)).unwrap_or_default();
        let map = self.map(&framed, &paper);
        parts.add_data(map.part());
        paper.map = Some(map);
        (parts, paper)
    }

    fn map(&self, document: &Document, paper: &Paper) -> Map {
        let typed = self.run.typed();
        let text = |(number, shown): (&usize, &String)| {
            let origin = document.origins.get(*number)?;
            let typed = typed.get(&origin.place.to_string())?;
            let (place, lang) = (origin.place.clone(), origin.lang);
            Some(Text { number: *number, place, lang, typed: hash(typed), shown: hash(shown) })
        };
        Map {
            document: self.id.to_owned(),
            paper: self.stem.to_owned(),
            lang: document.lang,
            is_draft: self.seen.mode() == Mode::Draft,
            is_public: self.run.edition == Edition::Public,
            tags: self.run.tags.clone(),
            texts: paper.texts.iter().filter_map(text).collect(),
            others: paper.others.iter().map(|words| hash(words)).collect(),
        }
    }
}

impl Run {
    /// Returns the texts of the application as they were typed, by their places.
    pub(super) fn typed(&self) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        visit(&*self.shown(), &mut |spot| {
            for (lang, words) in spot.words() {
                texts.insert(spot.place_of(lang).to_string(), words.to_owned());
            }
            Step::Into
        });
        texts
    }
}
