//! What authors wrote and no document says. In: an application, the words of its documents. Out: the
//! texts that are missing, with their places.

use serde_json::Value;

use super::normal;
use crate::diagnostic::Place;
use crate::document::Document;
use crate::lang::Lang;
use crate::markdown;
use crate::model::Application;
use crate::schema::{Shape, fields, root};

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

/// Parts of an application that speak of the work on it and belong in no document.
const NOT_FOR_READERS: [&str; 3] = ["accept", "meta/changes", "portal"];

/// Returns the texts that none of the documents of a language holds, in the order of the application. A
/// narrative is looked for paragraph by paragraph; case and spacing of a text may be the sentence's.
pub fn unsaid(application: &Application, documents: &[&Document], lang: Lang) -> Vec<Unsaid> {
    let main = application.meta.lang.copied().unwrap_or_default();
    let said: String = documents.iter().map(|document| said(document)).collect();
    let data = serde_json::to_value(application).unwrap_or_default();
    let mut search = Search { lang, main, said: &said, found: Vec::new() };
    search.value(&Place::root(), &data, &root());
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
    found: Vec<Unsaid>,
}

impl Search<'_> {
    fn value(&mut self, place: &Place, value: &Value, shape: &Shape) {
        let route = place.to_string();
        if NOT_FOR_READERS.iter().any(|part| route == *part) {
            return;
        }
        match (value, shape) {
            (Value::Object(own), Shape::Entity(name)) => {
                for (key, shape) in fields().get(name).into_iter().flatten() {
                    if let Some(value) = own.get(key) {
                        self.value(&place.key(key), value, shape);
                    }
                }
            }
            (Value::Object(own), Shape::Map(of)) => {
                own.iter().for_each(|(key, value)| self.value(&place.key(key), value, of));
            }
            (Value::Array(entries), Shape::List(of)) => {
                let entries = entries.iter().enumerate();
                entries.for_each(|(index, value)| self.value(&place.index(index), value, of));
            }
            (value, Shape::Named(name)) if matches!(name.as_str(), "Text" | "Prose") => {
                self.text(place, value, name == "Prose");
            }
            _ => {}
        }
    }

    fn text(&mut self, place: &Place, text: &Value, is_prose: bool) {
        let words = match text {
            Value::Object(each) => each.get(self.lang.code()).and_then(Value::as_str),
            text => text.as_str().filter(|_| self.lang == self.main),
        };
        let Some(words) = words.filter(|words| words.contains(char::is_alphabetic)) else { return };
        let parts = if is_prose {
            let body = markdown::read_in(words, self.lang);
            Document { blocks: body.blocks, notes: body.notes, ..Document::default() }.words().0
        } else {
            vec![words.to_owned()]
        };
        if let Some(missing) = parts.iter().find(|part| !self.said.contains(&folded(part))) {
            let words = normal(missing);
            self.found.push(Unsaid { place: place.clone(), lang: self.lang, words });
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
