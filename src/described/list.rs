//! Lists that keep their good entries. In: any deserialiser. Out: `List`.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};

use super::Field;
use crate::diagnostic::Place;

/// A list that keeps the entries that could be read, each with its index in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T> {
    entries: Vec<(usize, T)>,
    unreadable: bool,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), unreadable: false }
    }
}

impl<T> List<T> {
    /// Returns the entries that could be read.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.entries.iter().map(|(_, entry)| entry)
    }

    /// Returns the entries that could be read, to be changed in place.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.entries.iter_mut().map(|(_, entry)| entry)
    }

    /// Returns the entries with their places, given the list's own.
    pub fn placed(&self, place: &Place) -> impl DoubleEndedIterator<Item = (Place, &T)> + use<'_, T> {
        let place = place.clone();
        self.entries.iter().map(move |(index, entry)| (place.index(*index), entry))
    }

    /// Returns the entries that could be read, each with its index in the input.
    pub fn numbered(&self) -> impl DoubleEndedIterator<Item = (usize, &T)> + ExactSizeIterator {
        self.entries.iter().map(|(index, entry)| (*index, entry))
    }

    /// Returns how many entries could be read.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether the author gave no entry at all; an unreadable one counts as given.
    pub fn is_missing(&self) -> bool {
        self.entries.is_empty() && !self.unreadable
    }

    /// Tells whether no entry could be read.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Tells whether the list, or an entry of it, could not be read; sums over it would mislead.
    pub fn is_damaged(&self) -> bool {
        self.unreadable
    }

    /// Returns the first entry that could be read.
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }
}

impl<T: PartialEq> List<T> {
    /// Tells whether `value` is among the entries.
    pub fn contains(&self, value: &T) -> bool {
        self.iter().any(|entry| entry == value)
    }
}

impl List<super::Id> {
    /// Tells whether an id is among the entries.
    pub fn names(&self, id: &str) -> bool {
        self.iter().any(|entry| entry.as_str() == id)
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self { entries: entries.into_iter().enumerate().collect(), unreadable: false }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = List<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut list = List::default();
                let mut index = 0;
                while let Some(field) = access.next_element::<Field<T>>()? {
                    match field {
                        Field::Given(entry) => list.entries.push((index, entry)),
                        Field::Unreadable => list.unreadable = true,
                        Field::Missing => {}
                    }
                    index += 1;
                }
                Ok(list)
            }
        }

        struct Whole<T>(Vec<(usize, T)>, bool);

        impl<'de, T: Deserialize<'de>> Deserialize<'de> for Whole<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let list = deserializer.deserialize_seq(Entries(PhantomData))?;
                Ok(Self(list.entries, list.unreadable))
            }
        }

        Ok(match Field::<Whole<T>>::deserialize(deserializer)? {
            Field::Given(Whole(entries, unreadable)) => Self { entries, unreadable },
            Field::Unreadable => Self { entries: Vec::new(), unreadable: true },
            Field::Missing => Self::default(),
        })
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Vec<T>>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_entry_does_not_take_its_siblings_along() {
        let list: List<u8> = serde_json::from_str("[1, 300, null, 4]").expect("a list never fails");
        let places: Vec<String> =
            list.placed(&Place::parse("a")).map(|(place, entry)| format!("{place}={entry}")).collect();
        assert_eq!(places, ["a/0=1", "a/3=4"]);
        assert!(list.is_damaged() && !list.is_missing());
    }
}
