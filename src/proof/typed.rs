//! What an author typed and a document does not say whole. In: an application, a document with the origins of its
//! words. Out: the texts that lack a letter, a digit or a sign, with their places.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use super::markup::{Demanded, counted};
use crate::context::{Origins, origins};
use crate::described::{Markup, Step, View, visit};
use crate::diagnostic::Place;
use crate::document::{Block, Document, Origin};
use crate::model::Application;

/// A text that a document does not say whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// Where it stands.
    pub place: Place,
    /// The first sign of it that got lost.
    pub lost: char,
}

/// Returns the texts that a document says and not whole, in the order in which it says them. The document bears the
/// origins of its words, its title page the marks of them.
pub fn torn(application: &Application, traced: &Document, origins: &Origins) -> Vec<Torn> {
    let typed = Typed::of(application);
    let mut torn = Vec::new();
    let mut stretches = vec![None; traced.origins.len()];
    for found in traced.traced() {
        if let Some(said) = stretches.get_mut(found.origin.0) {
            said.get_or_insert_with(String::new).push_str(&found.words);
        }
    }
    // What stands in a drawing or at a place to sign is no line of the tree.
    let pairs = || traced.origins.iter().zip(&stretches);
    let elsewhere = pairs().filter(|(_, said)| said.is_none());
    let drawn = typed.drawn(traced, elsewhere.filter_map(|(origin, _)| typed.whole(origin)).collect());
    for (origin, said) in pairs() {
        let is_drawn = said.is_none() && typed.whole(origin).is_none_or(|whole| drawn.contains(&whole));
        torn.extend(typed.lost(origin, said.as_deref().unwrap_or_default()).filter(|_| !is_drawn));
    }
    for words in title_page(traced) {
        for (number, said) in origins::marked(words) {
            torn.extend(origins.all.get(number.0).and_then(|origin| typed.lost(origin, said)));
        }
    }
    torn
}

/// The texts of an application as they were typed.
struct Typed<'app> {
    texts: BTreeMap<String, (&'app str, Markup)>,
    /// The ids of sources, which are notes where a text names them.
    sources: BTreeSet<&'app str>,
}

impl<'app> Typed<'app> {
    fn of(application: &'app Application) -> Self {
        let evidence = application.diagnosis.evidence.iter();
        let sources = evidence.filter_map(|source| source.id.get()).map(|id| id.as_str()).collect();
        let mut texts = BTreeMap::new();
        visit(application, &mut |spot| {
            let markup = if let View::Text(_, markup) = spot.view { markup } else { Markup::Plain };
            for (lang, words) in spot.words() {
                texts.insert(spot.place_of(lang).to_string(), (words, markup));
            }
            Step::Into
        });
        Self { texts, sources }
    }

    /// Returns what got lost of a text, by what a document makes of it.
    fn lost(&self, origin: &Origin, said: &str) -> Option<Torn> {
        let (text, markup) = *self.texts.get(&origin.place.to_string())?;
        let is_source = |id: &str| self.sources.contains(id);
        let demanded = match markup {
            Markup::Plain => Demanded::plain(text, is_source),
            Markup::Prose => Demanded::prose(text, is_source),
        };
        missing(&demanded, said).map(|lost| Torn { place: origin.place.clone(), lost })
    }

    /// Returns those of the texts that stand where no line of a document is: in drawings, at places to sign, in literal
    /// texts.
    fn drawn(&self, document: &Document, texts: BTreeSet<String>) -> BTreeSet<String> {
        if texts.is_empty() {
            return texts;
        }
        let mut words = Vec::new();
        push(&document.blocks, &mut words);
        document.notes.iter().for_each(|note| push(&note.blocks, &mut words));
        let signs: String = words.iter().map(|words| self.signs(words) + "\n").collect();
        let finder = AhoCorasick::new(&texts).expect("texts of one document fit");
        let found: BTreeSet<usize> =
            finder.find_overlapping_iter(&signs).map(|own| own.pattern().as_usize()).collect();
        texts.into_iter().enumerate().filter(|(at, _)| found.contains(at)).map(|(_, text)| text).collect()
    }

    /// Returns the signs of a text as it was typed; `None` where it has none.
    fn whole(&self, origin: &Origin) -> Option<String> {
        let (text, _) = *self.texts.get(&origin.place.to_string())?;
        Some(self.signs(text)).filter(|signs| !signs.is_empty())
    }

    /// Returns the signs of words in which marks are signs, but for the sources that they name.
    fn signs(&self, words: &str) -> String {
        Demanded::plain(words, |id| self.sources.contains(id)).0.concat()
    }
}

/// Returns the first sign that what is said lacks; what stands between the signs is not looked at.
fn missing(demanded: &Demanded, said: &str) -> Option<char> {
    let said: String = counted(said).collect();
    let lacking = |run: &String| {
        let mut rest = said.chars();
        run.chars().find(|sign| !rest.any(|own| own == *sign))
    };
    let first = demanded.0.iter().find_map(lacking)?;
    // Behind a lost sign the next of its kind is taken for it: the one that there are too few of is the lost one.
    let mut counts: BTreeMap<char, isize> = BTreeMap::new();
    said.chars().for_each(|sign| *counts.entry(sign).or_default() += 1);
    let all = || demanded.0.iter().flat_map(|run| run.chars());
    all().for_each(|sign| *counts.entry(sign).or_default() -= 1);
    Some(all().find(|sign| counts.get(sign).is_some_and(|count| *count < 0)).unwrap_or(first))
}

/// Returns what the title page says.
fn title_page(document: &Document) -> impl Iterator<Item = &str> {
    let front = &document.front;
    let facts = front.facts.iter().flat_map(|(label, value)| [label, value]);
    [&document.title, &front.subtitle].into_iter().chain(&front.authors).chain(facts).map(String::as_str)
}

fn push(blocks: &[Block], words: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::List(list) => list.items.iter().for_each(|item| push(item, words)),
            Block::Quote(inner) => push(inner, words),
            Block::Definitions(definitions) => {
                definitions.iter().flat_map(|one| &one.meanings).for_each(|meaning| push(meaning, words));
            }
            Block::Table(table) => {
                let cells = table.head.iter().chain(&table.rows).flatten();
                cells.for_each(|cell| push(&cell.blocks, words));
            }
            Block::Figure(_) | Block::Signatures(_) | Block::Code { .. } => {
                words.extend(Document { blocks: vec![block.clone()], ..Document::default() }.words().0);
            }
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::Divider
            | Block::PageBreak(_)
            | Block::Contents => {}
        }
    }
}
