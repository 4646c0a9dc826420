//! What a Word file says of the texts in it: a part of its own. In: the texts. Out: XML, and the texts again.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::xml;
use crate::diagnostic::Place;
use crate::lang::Lang;

/// The namespace of the part, by which it is known whatever it is called.
const SPACE: &str = "urn:pakt:word:1";

/// What the part is called when it is written.
pub const PART: &str = "customXml/item1.xml";

/// What a Word file was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// The document: `esf-justification`.
    pub document: String,
    /// The paper: `partner-card-P3.pl`.
    pub paper: String,
    /// Its language.
    pub lang: Lang,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Whether it is the edition for the public.
    pub is_public: bool,
    /// The tags of the variant.
    pub tags: Vec<String>,
    /// The texts in it, in their order.
    pub texts: Vec<Text>,
    /// The hashes of paragraphs that hold other words.
    pub others: BTreeSet<String>,
}

/// A text in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Its number, which its controls bear.
    pub number: usize,
    /// Where it stands in the application.
    pub place: Place,
    /// Its language.
    pub lang: Lang,
    /// The hash of what was typed.
    pub typed: String,
    /// The hash of what the file showed.
    pub shown: String,
}

/// Returns a short hash of words.
pub fn hash(words: &str) -> String {
    let sum = Sha256::digest(words.as_bytes());
    sum.iter().take(8).fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

impl Map {
    /// Returns the part.
    pub fn part(&self) -> String {
        let escaped = |words: &str| quick_xml::escape::escape(words).into_owned();
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<pakt xmlns=\"{SPACE}\" document=\"{}\" \
             paper=\"{}\" lang=\"{}\" draft=\"{}\" public=\"{}\" tags=\"{}\">",
            escaped(&self.document),
            escaped(&self.paper),
            self.lang.code(),
            self.is_draft,
            self.is_public,
            escaped(&self.tags.join(",")),
        );
        for Text { number, place, lang, typed, shown } in &self.texts {
            out += &format!(
                "<text n=\"{number}\" at=\"{}\" lang=\"{}\" typed=\"{typed}\" shown=\"{shown}\"/>",
                escaped(&place.to_string()),
                lang.code(),
            );
        }
        let others: Vec<&str> = self.others.iter().map(String::as_str).collect();
        out + &format!("<others>{}</others></pakt>", others.join(" "))
    }

    /// Reads the part; `None` where it is none.
    pub fn read(part: &str) -> Option<Self> {
        if !part.contains(SPACE) {
            return None;
        }
        let root = xml::tree(part).filter(|root| root.name == "pakt")?;
        let said = |name: &str| root.attribute(name).unwrap_or_default().to_owned();
        let texts = root.elements().filter(|element| element.name == "text").map(|element| {
            let said = |name: &str| element.attribute(name).unwrap_or_default();
            Some(Text {
                number: said("n").parse().ok()?,
                place: Place::parse(said("at")),
                lang: Lang::from_code(said("lang"))?,
                typed: said("typed").to_owned(),
                shown: said("shown").to_owned(),
            })
        });
        let others = root.child("others").map(xml::Element::words).unwrap_or_default();
        Some(Self {
            document: said("document"),
            paper: said("paper"),
            lang: Lang::from_code(&said("lang"))?,
            is_draft: said("draft") == "true",
            is_public: said("public") == "true",
            tags: said("tags").split(',').filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
            texts: texts.collect::<Option<_>>()?,
            others: others.split_whitespace().map(str::to_owned).collect(),
        })
    }
}
