//! The declarations of entities and their fields. Out: `Entity`, `Member`, `Shape`.

use std::collections::BTreeMap;

use super::Kind;
use crate::lang::Lang;

/// A kind of thing that has fields.
#[derive(Debug)]
pub struct Entity {
    /// The name of its type: `Need`.
    pub name: &'static str,
    /// What it is, in English.
    pub about: &'static str,
    /// Its fields in the order of the format.
    pub members: &'static [Member],
}

/// A field of an entity.
#[derive(Debug)]
pub struct Member {
    /// Its canonical key, English.
    pub key: &'static str,
    /// What it holds: the English words, ` | `, the Polish ones.
    pub about: &'static str,
    /// Its Polish keys, the usual one first.
    pub polish: &'static [&'static str],
    /// Older or shorter English keys.
    pub second: &'static [&'static str],
    /// What people call it, in Polish and in English, where its key does not say it; empty where it does.
    pub said: [&'static str; 2],
    /// Whether an entry without it names nothing.
    pub required: bool,
    /// Which day a month or a year stands for, where that is enough; `None` where the day must be told.
    pub rough: Option<End>,
    /// Whether it may be an end that is open.
    pub open: bool,
    /// What its ids may name; empty where it holds none.
    pub refers: &'static [Kind],
    /// Whether it tells of a single person.
    pub personal: bool,
    /// Whether it speaks of the work on the application and belongs in no document.
    pub internal: bool,
    /// Whether only the fields of the portal's form say it.
    pub form_only: bool,
    /// Whether documents call the entry by it.
    pub called: bool,
    /// Whether it marks the entry as invented.
    pub invented: bool,
    /// Whether it may also stand at the top of the application.
    pub lifted: bool,
    /// What stands there.
    pub shape: &'static Shape,
}

/// An end of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its first day.
    First,
    /// Its last day.
    Last,
}

/// What stands at a field.
#[derive(Debug)]
pub enum Shape {
    /// An entity.
    Entity(&'static Entity),
    /// A list.
    List(&'static Shape),
    /// A mapping whose keys are the author's or a catalogue's.
    Map(&'static Shape),
    /// A word of a closed set: the catalogue's list and its codes.
    Closed(&'static str, &'static [&'static str]),
    /// A code: the catalogue's list.
    Code(&'static str),
    /// Any other single value, by the name of its type: `Text`, `Money`, `bool`.
    Value(&'static str),
}

impl Member {
    /// A field of which nothing is said.
    pub const PLAIN: Self = Self {
        key: "",
        about: "",
        polish: &[],
        second: &[],
        said: ["", ""],
        required: false,
        rough: None,
        open: false,
        refers: &[],
        personal: false,
        internal: false,
        form_only: false,
        called: false,
        invented: false,
        lifted: false,
        shape: &Shape::Value(""),
    };

    /// Returns what it holds, in a language.
    pub fn about(&self, lang: Lang) -> &'static str {
        let (english, polish) = self.about.split_once(" | ").unwrap_or((self.about, ""));
        lang.pick(polish, english).trim()
    }

    /// Returns its name for people: its key in their language, where nothing better is declared.
    pub fn name(&self, lang: Lang) -> String {
        let [polish, english] = self.said;
        if !polish.is_empty() {
            return lang.pick(polish, english).to_owned();
        }
        lang.pick(self.polish.first().unwrap_or(&self.key), &self.key).replace('_', " ")
    }

    /// Returns all keys under which it may be written, the canonical one first.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        [self.key].into_iter().chain(self.polish.iter().chain(self.second).copied())
    }
}

impl Entity {
    /// Returns the field with this canonical key.
    pub fn member(&self, key: &str) -> Option<&'static Member> {
        self.members.iter().find(|member| member.key == key)
    }

    /// Returns the fields that may also stand at the top of the application.
    pub fn lifted(&self) -> impl Iterator<Item = &'static Member> {
        self.members.iter().filter(|member| member.lifted)
    }

    /// Returns this entity and all that its fields hold, by name.
    pub fn all(&'static self) -> BTreeMap<&'static str, &'static Entity> {
        let mut found = BTreeMap::new();
        let mut left = vec![self];
        while let Some(entity) = left.pop() {
            if found.insert(entity.name, entity).is_none() {
                left.extend(entity.members.iter().filter_map(|member| member.shape.entity()));
            }
        }
        found
    }
}

impl Shape {
    /// Returns the entity that stands here, in a list or a mapping too.
    pub fn entity(&'static self) -> Option<&'static Entity> {
        match self {
            Self::Entity(entity) => Some(entity),
            Self::List(of) | Self::Map(of) => of.entity(),
            Self::Closed(..) | Self::Code(_) | Self::Value(_) => None,
        }
    }
}
