//! What authors wrote and no document says. In: an application, the words of its documents. Out: the
//! texts that are missing, with their places.

use std::collections::BTreeSet;

use super::normal;
use crate::described::{Markup, Spot, Step, Text, View, visit};
use crate::diagnostic::Place;
use crate::document::Document;
use crate::lang::Lang;
use crate::model::Application;
use crate::templates;
use crate::typed::uncited;

/// A text of the author's that no document of its language holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaid {
    /// Where it stands.
    pub place: Place,
    /// The language of the documents that were looked through.
    pub lang: Lang,
    /// Its words.
    pub words: String,
}

/// Returns the texts that none of the documents of a language holds, in the order of the application. A
/// narrative is looked for paragraph by paragraph; case and spacing of a text may be the sentence's.
pub fn unsaid(application: &Application, documents: &[&Document], lang: Lang) -> Vec<Unsaid> {
    let main = application.meta.lang.copied().unwrap_or_default();
    let said: String = documents.iter().map(|document| said(document)).collect();
    let evidence = application.diagnosis.evidence.iter();
    let sources = evidence.filter_map(|source| source.id.get()).map(|id| id.as_str()).collect();
    let mut search = Search { lang, main, said: &said, sources, found: Vec::new() };
    visit(application, &mut |spot| {
        if spot.field.is_some_and(|(_, member)| member.internal || member.form_only) {
            return Step::Over;
        }
        if let View::Text(text, markup) = spot.view {
            search.text(spot, text, markup);
        }
        Step::Into
    });
    search.found
}

/// Returns all that a document says, its title page included, as it is compared.
fn said(document: &Document) -> String {
    let (front, body) = (&document.front, document.words().0);
    let facts = front.facts.iter().map(|(_, value)| value.as_str());
    let head = [document.title.as_str(), front.subtitle.as_str()].into_iter().chain(facts);
    let all: Vec<&str> = head.chain(body.iter().map(String::as_str)).collect();
    folded(&all.join("\n")) + "\n"
}

struct Search<'said> {
    lang: Lang,
    main: Lang,
    said: &'said str,
    /// The ids of sources, which are notes in a document.
    sources: BTreeSet<&'said str>,
    found: Vec<Unsaid>,
}

impl Search<'_> {
    fn text(&mut self, spot: &Spot<'_>, text: &Text, markup: Markup) {
        let words = text.in_lang(self.lang, self.main).filter(|words| words.contains(char::is_alphabetic));
        let Some(words) = words else { return };
        let words = &uncited(words, |id| self.sources.contains(id));
        let parts = if markup == Markup::Prose {
            let body = templates::body(words, self.lang);
            Document { blocks: body.blocks, notes: body.notes, ..Document::default() }.words().0
        } else {
            vec![words.to_string()]
        };
        if let Some(missing) = parts.iter().find(|part| !self.said.contains(&folded(part))) {
            let words = normal(missing);
            self.found.push(Unsaid { place: spot.place(), lang: self.lang, words });
        }
    }
}

/// Returns words as they are compared: in lower case, one plain space between them, without the mark at the
/// end, which a sentence adds or drops.
fn folded(words: &str) -> String {
    let plain: String = words
        .chars()
        .map(|letter| if matches!(letter, '\u{a0}' | '\u{202f}') { ' ' } else { letter })
        .collect();
    normal(&plain).to_lowercase().trim_end_matches(['.', ';', ',']).to_owned()
}
