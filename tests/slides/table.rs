//! The slides' table as data. In: `slides.yaml`. Out: `Slide`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use pakt::inside::lang::Lang;
use serde::Deserialize;
use serde_yaml::Value;

use crate::lay::{Step, To, broken, change, numbers_as_text};
use crate::sample::root;

/// A row of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slide {
    pub(crate) slide: u8,
    /// What it says, in a few words.
    pub(crate) says: String,
    /// Whether it is the title of a part and groups guidance.
    #[serde(default)]
    pub(crate) title: bool,
    /// The sections in which the table has it appear, `document/section`.
    #[serde(default)]
    pub(crate) sections: Vec<String>,
    /// What an application says of it.
    #[serde(default)]
    pub(crate) fields: Vec<FieldOf>,
    /// The rules that the table names.
    #[serde(default)]
    pub(crate) rules: Vec<String>,
    /// What else its rules look at, beside its own fields.
    #[serde(default)]
    pub(crate) beyond: Vec<String>,
    /// The sections of the table in which none of its fields stands, each with the reason.
    #[serde(default)]
    pub(crate) open: BTreeMap<String, String>,
}

/// A field of an application and where what it says can be read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldOf {
    /// Its path.
    pub(crate) at: String,
    /// Another value; each place has a mark of its own when left out.
    to: Option<Value>,
    /// What is read of that value.
    pub(crate) read: Option<Words>,
    /// What is no longer read, where the value takes words away.
    pub(crate) gone: Option<Words>,
    /// What is changed beforehand.
    #[serde(default)]
    pub(crate) first: Vec<Step>,
    /// The sections.
    pub(crate) shown: Vec<String>,
}

/// Words in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pl: String,
    en: String,
}

impl Words {
    pub(crate) fn of(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }
}

impl FieldOf {
    /// Returns the places of the sample that the path names.
    pub(crate) fn places(&self, sample: &Value) -> Vec<String> {
        let probe = set(&self.at, Value::Null);
        broken(sample, &probe).map(|(place, _)| place).collect()
    }

    /// Returns the changes that put the other value in these places; none where a mark is put there.
    pub(crate) fn changes(&self, places: &[String]) -> Option<Vec<Step>> {
        let mut to = self.to.clone()?;
        numbers_as_text(&mut to);
        assert_ne!(self.read.is_some(), self.gone.is_some(), "{}: `read` or `gone`", self.at);
        let own = places.iter().map(|place| set(place, to.clone()));
        Some(self.first.iter().cloned().chain(own).collect())
    }
}

fn set(at: &str, to: Value) -> Step {
    Step { set: Some(To { at: at.to_owned(), to }), ..Step::default() }
}

/// Marks of their own for many places, so that one look at the documents shows them all.
pub(crate) struct Marks(BTreeMap<String, Words>);

impl Marks {
    /// Returns a mark for each place of the fields that have no other value.
    pub(crate) fn of<'a>(fields: impl Iterator<Item = &'a FieldOf>, sample: &Value) -> Self {
        let marked = fields.filter(|field| field.to.is_none());
        let places: BTreeSet<String> = marked.flat_map(|field| field.places(sample)).collect();
        let mark =
            |number: usize| Words { pl: format!("probierz{number}x"), en: format!("touchstone{number}x") };
        Self(places.into_iter().zip(1..).map(|(place, number)| (place, mark(number))).collect())
    }

    /// Puts every mark in its place.
    pub(crate) fn put(&self, application: &mut Value) {
        for (place, mark) in &self.0 {
            let both = [("pl", &mark.pl), ("en", &mark.en)];
            let text = both.into_iter().map(|(lang, words)| (lang.into(), words.as_str().into()));
            assert!(change(application, &set(place, Value::Mapping(text.collect()))), "{place}");
        }
    }

    /// Returns the marks of these places.
    pub(crate) fn at(&self, places: &[String]) -> Vec<Words> {
        places.iter().map(|place| self.0[place].clone()).collect()
    }
}

/// Returns the rows, one a slide.
pub(crate) fn slides() -> Vec<Slide> {
    let text = fs::read_to_string(root().join("tests/slides/slides.yaml")).expect("the rows can be read");
    serde_yaml::from_str(&text).expect("rows of the table")
}
