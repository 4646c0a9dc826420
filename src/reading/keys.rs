//! Keys as people write them. In: a key and the type that asks. Out: the canonical field.
//!
//! English is canonical; Polish keys stand with each field of the model. One Polish word may stand for several
//! fields (`źródło` for a source of money or of data); where it stands decides.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::faults::fault;
use crate::described::{Entity, Entry, Member, Shape};
use crate::diagnostic::{Diagnostic, Patch};
use crate::lang::Lang;
use crate::model::{Application, ByLang, LookSheet};
use crate::source;
use crate::words::fold;
use crate::yaml::{Holds, Known, shown};

/// The keys of one type.
#[derive(Clone, Copy)]
pub enum Keys {
    /// Those of an entity that says of its fields what people call them.
    Described(&'static Entity),
    /// Those of another type, which share the model's words.
    Bare(&'static [&'static str]),
}

impl Keys {
    /// Tells whether a key as written means a field.
    pub fn means(written: &str, field: &str) -> bool {
        let folded = fold(written);
        written == field || folded == field || shared(field).iter().any(|word| fold(word) == folded)
    }

    /// Returns the keys of a type, by its name and the fields it asks for.
    pub fn of(name: &str, fields: &'static [&'static str]) -> Self {
        let same =
            |entity: &&&Entity| entity.members.iter().map(|member| member.key).eq(fields.iter().copied());
        ENTITIES.get(name).filter(same).map_or(Self::Bare(fields), |entity| Self::Described(entity))
    }

    /// Returns the field that a key means; `None` when it is none of them.
    pub fn field(self, key: &str) -> Option<&'static str> {
        match self {
            Self::Described(entity) => {
                let known = |member: &&Member| member.key == key || member.second.contains(&key);
                let member = entity.members.iter().find(known).or_else(|| {
                    let key = fold(key);
                    let is = |member: &&Member| {
                        member.key == key || member.polish.iter().any(|word| fold(word) == key)
                    };
                    entity.members.iter().find(is)
                });
                member.map(|member| member.key)
            }
            Self::Bare(fields) => fields.iter().find(|field| Self::means(key, field)).copied(),
        }
    }

    /// Returns all fields.
    pub fn all(self) -> impl Iterator<Item = &'static str> {
        let (members, bare) = match self {
            Self::Described(entity) => (entity.members, &[][..]),
            Self::Bare(fields) => (&[][..], fields),
        };
        members.iter().map(|member| member.key).chain(bare.iter().copied())
    }

    /// Returns the declaration of a field.
    pub fn member(self, field: &str) -> Option<&'static Member> {
        match self {
            Self::Described(entity) => entity.member(field),
            Self::Bare(_) => None,
        }
    }

    /// Returns all words, English and Polish, under which a field may be written.
    pub fn words(self, field: &'static str) -> impl Iterator<Item = &'static str> {
        let own = self.member(field).map(Member::keys);
        let shared = own.is_none().then(|| [field].into_iter().chain(shared(field).iter().copied()));
        own.into_iter().flatten().chain(shared.into_iter().flatten())
    }

    /// Returns the usual key of a field in a language.
    pub fn name_in(self, field: &'static str, lang: Lang) -> &'static str {
        let polish = self.member(field).and_then(|member| member.polish.first());
        lang.pick(polish.unwrap_or(&field), field)
    }

    /// Returns the language of most keys of a mapping; `None` where none of them is a field.
    pub fn lang<'e>(self, entries: impl IntoIterator<Item = &'e source::Entry>) -> Option<Lang> {
        let known = entries.into_iter().filter_map(|entry| Some(self.field(&entry.key)? == entry.key));
        let (english, polish): (Vec<bool>, Vec<bool>) = known.partition(|is_canonical| *is_canonical);
        match english.len().cmp(&polish.len()) {
            _ if english.len() + polish.len() == 0 => None,
            Ordering::Less => Some(Lang::Pl),
            Ordering::Equal | Ordering::Greater => Some(Lang::En),
        }
    }

    /// Returns the field by which documents call an entry.
    pub fn name(self) -> Option<&'static str> {
        let Self::Described(entity) = self else { return None };
        entity.members.iter().find(|member| member.called).map(|member| member.key)
    }

    /// Returns the fields without which an entry names nothing.
    pub fn required(self) -> impl Iterator<Item = &'static str> {
        let members = match self {
            Self::Described(entity) => entity.members,
            Self::Bare(_) => &[],
        };
        members.iter().filter(|member| member.required).map(|member| member.key)
    }
}

/// All entities of the files that people write, by the names of their types.
static ENTITIES: LazyLock<BTreeMap<&'static str, &'static Entity>> = LazyLock::new(|| {
    let mut entities = Application::ENTITY.all();
    entities.extend(LookSheet::ENTITY.all());
    entities.extend(ByLang::ENTITY.all());
    entities
});

/// Returns the Polish words for fields of this name, wherever in the model they stand.
fn shared(field: &str) -> &'static [&'static str] {
    static WORDS: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
        let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for member in ENTITIES.values().flat_map(|entity| entity.members) {
            let known = words.entry(member.key).or_default();
            let new: Vec<_> = member.polish.iter().filter(|word| !known.contains(word)).collect();
            known.extend(new);
        }
        words
    });
    WORDS.get(field).map_or(&[], Vec::as_slice)
}

/// Tells whether a word names a field of any entity.
pub(super) fn is_field(word: &str) -> bool {
    static KEYS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let members = ENTITIES.values().flat_map(|entity| entity.members);
        members.flat_map(Member::keys).map(|key| fold(key).into_owned()).collect()
    });
    KEYS.contains(fold(word).as_ref())
}

/// What the loader knows of words.
pub(super) const KNOWN: Known = Known { is_field, is_section, holds };

/// Tells whether a word names a field at the top of an application.
fn is_section(word: &str) -> bool {
    let word = fold(word);
    let is = |member: &Member| member.keys().any(|key| fold(key) == word);
    Application::ENTITY.members.iter().any(is) || ENTITIES.values().flat_map(|entity| entity.lifted()).any(is)
}

/// Returns what stands at all fields of a name in an application.
fn holds(word: &str) -> Holds {
    static HOLDS: LazyLock<BTreeMap<String, Holds>> = LazyLock::new(|| {
        let mut all = BTreeMap::new();
        let entities = Application::ENTITY.all();
        for member in entities.values().flat_map(|entity| entity.members) {
            let own = match member.shape {
                shape if is_text(shape) => Holds::Text,
                Shape::List(of) if is_text(of) => Holds::Texts,
                Shape::List(_) => Holds::List,
                _ => Holds::Other,
            };
            for key in member.keys() {
                let known = all.entry(fold(key).into_owned()).or_insert(own);
                if *known != own {
                    *known = Holds::Other;
                }
            }
        }
        all
    });
    HOLDS.get(fold(word).as_ref()).copied().unwrap_or(Holds::Other)
}

fn is_text(shape: &Shape) -> bool {
    matches!(shape, Shape::Value("Text" | "Prose" | "String"))
}

/// Returns words for a message, the first `most` of them.
pub fn listed<'w>(words: impl Iterator<Item = &'w str>, most: usize) -> String {
    let mut words: Vec<String> = words.take(most + 1).map(|word| format!("`{word}`")).collect();
    if words.len() > most {
        words.truncate(most);
        words.push("…".to_owned());
    }
    words.join(", ")
}

/// Tells of a key that was meant to be a field, in the field's own word.
pub fn mistyped(entry: &source::Entry, word: &str) -> Diagnostic {
    let mut finding = fault("KEY-01", entry.span, &[("key", &shown(&entry.key)), ("field", word)]);
    finding.patch = Some(Patch::form(entry.span, word));
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Measurement, Objective, Schedule};

    fn field<T: Entry>(key: &str) -> Option<&'static str> {
        Keys::of(T::ENTITY.name, T::KEYS).field(key)
    }

    #[test]
    fn polish_words_mean_fields_with_and_without_diacritics() {
        assert_eq!(field::<Application>("działania"), Some("actions"));
        assert_eq!(field::<Application>("dzialania"), Some("actions"));
        assert_eq!(field::<Application>("Budżet"), Some("budget"));
        assert_eq!(Keys::Bare(&["needs", "budget"]).field("partnerzy"), None);
        assert_eq!(Keys::Bare(&["needs", "budget"]).field("Potrzeby"), Some("needs"));
    }

    #[test]
    fn the_place_decides_what_a_word_means() {
        assert_eq!(field::<Schedule>("do"), Some("to"));
        assert_eq!(field::<Objective>("do"), Some("by"));
        assert_eq!(field::<Measurement>("nazwa"), Some("measure"));
        assert_eq!(field::<Measurement>("name"), Some("measure"));
    }

    #[test]
    fn no_word_means_two_fields_of_one_entity() {
        for (name, entity) in ENTITIES.iter() {
            let mut seen = BTreeMap::new();
            for (member, key) in
                entity.members.iter().flat_map(|member| member.keys().map(move |key| (member, key)))
            {
                let other = seen.insert(fold(key), member.key);
                assert!(
                    other.is_none_or(|other| other == member.key),
                    "{name}: {key} is {other:?} and {}",
                    member.key
                );
            }
        }
    }

    #[test]
    fn every_field_is_said_in_both_languages() {
        for (name, entity) in ENTITIES.iter() {
            for member in entity.members {
                let whole = !member.polish.is_empty() && member.about.matches(" | ").count() == 1;
                assert!(whole, "{name}.{}: {}", member.key, member.about);
            }
        }
    }

    #[test]
    fn ids_are_a_letter_and_a_number() {
        for id in ["N1", "S2.1", "P12"] {
            assert!(Id::is_one(id), "{id}");
        }
        for other in ["n1", "N", "1", "N1.", "N1.a", "N-1", "Ł1", "NN1", ""] {
            assert!(!Id::is_one(other), "{other}");
        }
    }
}
