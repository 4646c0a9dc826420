//! Texts in one language or two. In: a string or `{pl: …, en: …}`. Out: `Text`, `Prose`, `Said`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::short::{self, Short};
use super::{Described, Field, Markup, Shape, View, described};
use crate::lang::Lang;

/// A name, a title or a plain sentence: no markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// One text, in the application's main language.
    One(String),
    /// A text a language.
    Each(ByLang),
}

/// A narrative: Markdown paragraphs, lists, emphasis, links, tables, footnotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose(pub Text);

described! {
    /// A text in Polish, in English or in both.
    ByLang {
        /// The Polish text. | Tekst po polsku.
        pl: Field<String> = "po_polsku";
        /// The English text. | Tekst po angielsku.
        en: Field<String> = "po_angielsku";
    }
}

/// A text as found for a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'text> {
    /// The words.
    pub words: &'text str,
    /// The language they are in: the other one, where the wanted one is missing.
    pub lang: Lang,
}

impl Text {
    /// Returns the words in `lang`, or in the other language where `lang` is missing; `main` is the
    /// application's language. `None` when there are no words but white space.
    pub fn say(&self, lang: Lang, main: Lang) -> Option<Said<'_>> {
        let found = |words: &'_ String| !words.trim().is_empty();
        match self {
            Self::One(words) => found(words).then_some(Said { words, lang: main }),
            Self::Each(each) => [lang, lang.other()].into_iter().find_map(|lang| {
                let words = each.get(lang).filter(|words| found(words))?;
                Some(Said { words, lang })
            }),
        }
    }

    /// Tells whether there are no words but white space, in any language.
    pub fn is_blank(&self) -> bool {
        self.say(Lang::Pl, Lang::Pl).is_none()
    }

    /// Returns the words in exactly this language; a text without one is in `main`.
    pub fn in_lang(&self, lang: Lang, main: Lang) -> Option<&str> {
        match self {
            Self::One(words) => (lang == main).then_some(words),
            Self::Each(each) => each.get(lang).map(String::as_str),
        }
    }

    /// Returns the texts of all languages, each with the key under which it stands; `None` for a
    /// text without one.
    pub fn all(&self) -> Vec<(Option<Lang>, &str)> {
        match self {
            Self::One(words) => vec![(None, words)],
            Self::Each(each) => Lang::ALL
                .into_iter()
                .filter_map(|lang| Some((Some(lang), each.get(lang)?.as_str())))
                .collect(),
        }
    }
}

impl ByLang {
    /// Returns the text of a language.
    pub fn get(&self, lang: Lang) -> Option<&String> {
        lang.pick(&self.pl, &self.en).get()
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::One(words.to_owned())
    }
}

impl std::ops::Deref for Prose {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}

impl<T: std::ops::Deref<Target = Text>> Field<T> {
    /// Tells whether the author left the text out or wrote only white space.
    pub fn is_blank(&self) -> bool {
        self.is_missing() || self.get().is_some_and(|text| text.is_blank())
    }
}

impl Field<Text> {
    /// Tells whether the author left the text out or wrote only white space.
    pub fn is_blank(&self) -> bool {
        self.is_missing() || self.get().is_some_and(Text::is_blank)
    }
}

impl Short for Text {
    type Full = ByLang;

    fn from_scalar(text: &str) -> Result<Self, String> {
        Ok(Self::One(text.to_owned()))
    }

    fn from_full(full: ByLang) -> Self {
        Self::Each(full)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short::deserialize_text(deserializer)
    }
}

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Text::deserialize(deserializer).map(Self)
    }
}

fn schema(generator: &mut SchemaGenerator, words: &str) -> Schema {
    let each = generator.subschema_for::<ByLang>();
    // `title: [nazwa projektu]` holds the place of words to come; brackets of YAML make it a list.
    let place = json_schema!({ "type": "array", "maxItems": 1 });
    json_schema!({ "description": words, "anyOf": [{ "not": { "type": ["array", "object", "null"] } }, each, place] })
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(generator, "Zwykły tekst albo {pl: …, en: …}. / Plain text, or {pl: …, en: …}.")
    }
}

impl JsonSchema for Prose {
    fn schema_name() -> Cow<'static, str> {
        "Prose".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(generator, "Tekst w Markdown albo {pl: …, en: …}. / Markdown, or {pl: …, en: …}.")
    }
}

impl Described for Text {
    const SHAPE: Shape = Shape::Value("Text");

    fn view(&self) -> View<'_> {
        View::Text(self, Markup::Plain)
    }
}

impl Described for Prose {
    const SHAPE: Shape = Shape::Value("Prose");

    fn view(&self) -> View<'_> {
        View::Text(&self.0, Markup::Prose)
    }
}
