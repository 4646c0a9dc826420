//! The ids of headings. In: a heading's words. Out: an anchor, unique in its document.

use crate::document::{Block, Inline, Note, plain};
use crate::words::fold_letter;
use std::collections::BTreeSet;

/// The anchors given so far.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    taken: BTreeSet<String>,
}

impl Anchors {
    /// Returns an anchor made of `words`, in small letters without Polish marks, unlike all before it.
    pub fn of_words(&mut self, words: &str) -> String {
        let stem = slug(words);
        self.unique(stem)
    }

    /// Returns `id`, or `id-2` and so on when it is taken.
    pub fn unique(&mut self, id: String) -> String {
        let mut anchor = id.clone();
        let mut number = 2_usize;
        while !self.taken.insert(anchor.clone()) {
            anchor = format!("{id}-{number}");
            number += 1;
        }
        anchor
    }
}

fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for letter in words.chars().flat_map(char::to_lowercase) {
        match fold_letter(letter) {
            letter if letter.is_alphanumeric() => slug.push(letter),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// Gives every heading its id: those that the author wrote first, so that their links hold.
pub(super) fn anchors(blocks: &mut [Block], notes: &mut [Note]) {
    let mut headings = Vec::new();
    collect(blocks, &mut headings);
    notes.iter_mut().for_each(|note| collect(&mut note.blocks, &mut headings));
    let mut anchors = Anchors::default();
    for (id, _) in headings.iter_mut().filter(|(id, _)| !id.is_empty()) {
        **id = anchors.unique(std::mem::take(*id));
    }
    for (id, content) in headings.iter_mut().filter(|(id, _)| id.is_empty()) {
        **id = anchors.of_words(&plain(content));
    }
}

fn collect<'b>(blocks: &'b mut [Block], headings: &mut Vec<(&'b mut String, &'b [Inline])>) {
    for block in blocks {
        match block {
            Block::Heading { id, content, .. } => headings.push((id, content)),
            Block::Quote(inner) => collect(inner, headings),
            Block::List(list) => list.items.iter_mut().for_each(|item| collect(item, headings)),
            Block::Definitions(definitions) => definitions
                .iter_mut()
                .flat_map(|definition| &mut definition.meanings)
                .for_each(|meaning| collect(meaning, headings)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_folded_and_unlike() {
        let mut anchors = Anchors::default();
        assert_eq!(
            anchors.of_words("1.2. Główne potrzeby – „źródła” (ESF+)"),
            "1-2-glowne-potrzeby-zrodla-esf"
        );
        assert_eq!(anchors.of_words("Cele"), "cele");
        assert_eq!(anchors.of_words("cele!"), "cele-2");
        assert_eq!(anchors.of_words("CELE"), "cele-3");
        assert_eq!(anchors.of_words("…"), "section");
    }
}
