//! How words look. In: styles and the properties of runs. Out: `Look`: what the dialect of texts can say of it, and the
//! names of what it cannot.

use std::collections::{BTreeMap, BTreeSet};

use super::names::english;
use super::xml::Element;

/// How words look, as far as texts can say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Where a link leads.
    pub(super) link: Option<String>,
}

/// The styles of a file, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// The English names of paragraph styles, in small letters.
    names: BTreeMap<String, String>,
    /// What a style of characters sets.
    characters: BTreeMap<String, Look>,
    /// The list and the level that a style gives its paragraphs.
    pub(super) lists: BTreeMap<String, (String, usize)>,
}

/// What no text can say, by the name of the property.
const FOREIGN: [&str; 12] = [
    "u",
    "color",
    "highlight",
    "sz",
    "vertAlign",
    "caps",
    "smallCaps",
    "shd",
    "bdr",
    "strike",
    "dstrike",
    "em",
];

impl Styles {
    pub(super) fn read(part: Option<&Element>) -> Self {
        let mut own = Self::default();
        for style in part.into_iter().flat_map(Element::elements).filter(|style| style.name == "style") {
            let id = style.attribute("styleId").unwrap_or_default().to_owned();
            let name = style.child("name").map(|name| english(name.value())).unwrap_or_default();
            if style.attribute("type") == Some("character") {
                let look = style.child("rPr").map(|look| set(Look::default(), look)).unwrap_or_default();
                own.characters.insert(id, look);
                continue;
            }
            if let Some(number) = style.at(&["pPr", "numPr"]) {
                own.lists.insert(id.clone(), numbered(number));
            }
            own.names.insert(id, name);
        }
        own
    }

    /// Returns the level of a heading's style; `None` for another style.
    pub(super) fn heading(&self, id: &str) -> Option<usize> {
        let name = self.names.get(id).map_or(id, String::as_str);
        name.strip_prefix("heading ")?.parse().ok()
    }

    /// Tells whether a style is one of the entries of the contents.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        id.starts_with("TOC") || self.names.get(id).is_some_and(|name| name.starts_with("toc"))
    }

    /// Returns how a run looks.
    pub(super) fn look(&self, properties: Option<&Element>) -> Look {
        let Some(properties) = properties else { return Look::default() };
        let style = properties.child("rStyle").map(Element::value).unwrap_or_default();
        set(self.characters.get(style).cloned().unwrap_or_default(), properties)
    }
}

/// Returns the list and the level of a paragraph or a style.
pub(super) fn numbered(number: &Element) -> (String, usize) {
    let value = |name: &str| number.child(name).map(Element::value).unwrap_or_default();
    (value("numId").to_owned(), value("ilvl").parse().unwrap_or_default())
}

fn set(mut look: Look, properties: &Element) -> Look {
    for property in properties.elements() {
        match property.name.as_str() {
            "b" => look.bold = property.is_on(),
            "i" => look.italic = property.is_on(),
            _ => {}
        }
    }
    look
}

/// The end of a paragraph that was struck out, so that the next one runs into it.
pub(crate) const END: &str = "del";

/// Names what a run bears that no text can say.
pub(super) fn foreign(properties: Option<&Element>, found: &mut BTreeSet<&'static str>) {
    let is_set = |name: &&&'static str| {
        let own = properties.and_then(|properties| properties.child(name));
        own.is_some_and(|own| own.is_on() && own.value() != "auto" && own.value() != "baseline")
    };
    found.extend(FOREIGN.iter().filter(is_set));
}
