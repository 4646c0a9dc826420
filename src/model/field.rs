//! A value that may be missing or unreadable, and lists that keep their good entries. In: any
//! deserialiser. Out: `Field`, `List`.
//!
//! The loader reports what it cannot read and goes on; a rule asks [`Field::is_missing`] and so never
//! repeats the loader.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::diagnostic::Place;

/// A value of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// The author left it out.
    #[default]
    Missing,
    /// It is there, but the loader could not read it and has said so.
    Unreadable,
    /// It is there.
    Given(T),
}

impl<T> Field<T> {
    /// Returns the value, if there is one that could be read.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Missing | Self::Unreadable => None,
        }
    }

    /// Tells whether the author left it out; an unreadable value is there.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// Tells whether there is a value that could be read.
    pub fn is_given(&self) -> bool {
        matches!(self, Self::Given(_))
    }
}

impl<T: Copy> Field<T> {
    /// Returns a copy of the value, if there is one that could be read.
    pub fn copied(&self) -> Option<T> {
        self.get().copied()
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Given(value)
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = Field<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a value")
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(Field::Missing)
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Field::Missing)
            }

            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
                // The loader's deserialiser has reported the fault by the time it returns it.
                Ok(T::deserialize(deserializer).map_or(Field::Unreadable, Field::Given))
            }
        }

        deserializer.deserialize_option(Reader(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

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

    /// Returns the entries with their places, given the list's own.
    pub fn placed(&self, place: &Place) -> impl DoubleEndedIterator<Item = (Place, &T)> + use<'_, T> {
        let place = place.clone();
        self.entries.iter().map(move |(index, entry)| (place.index(*index), entry))
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

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self { entries: entries.into_iter().enumerate().collect(), unreadable: false }
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
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

/// A mapping whose keys are data, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<K, V> {
    entries: Vec<(K, Field<V>)>,
    unreadable: bool,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new(), unreadable: false }
    }
}

impl<K: PartialEq, V> Map<K, V> {
    /// Returns the value under `key`, if there is one that could be read.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.entries.iter().find(|(known, _)| known == key).and_then(|(_, value)| value.get())
    }

    /// Returns the entries that could be read.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().filter_map(|(key, value)| Some((key, value.get()?)))
    }

    /// Tells whether the author gave no entry at all.
    pub fn is_missing(&self) -> bool {
        self.entries.is_empty() && !self.unreadable
    }

    /// Tells whether the author gave nothing under `key`; what could not be read counts as given.
    pub fn lacks(&self, key: &K) -> bool {
        !self.unreadable && !self.entries.iter().any(|(known, value)| known == key && !value.is_missing())
    }
}

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.entries.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Map<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<K, V>(PhantomData<(K, V)>);

        impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Entries<K, V> {
            type Value = Map<K, V>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut map = Map::default();
                while let Some(key) = access.next_key::<Field<K>>()? {
                    let value = access.next_value::<Field<V>>()?;
                    match key {
                        Field::Given(key) => map.entries.push((key, value)),
                        Field::Unreadable | Field::Missing => map.unreadable = true,
                    }
                }
                Ok(map)
            }
        }

        struct Whole<K, V>(Map<K, V>);

        impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Whole<K, V> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map(Entries(PhantomData)).map(Self)
            }
        }

        Ok(match Field::<Whole<K, V>>::deserialize(deserializer)? {
            Field::Given(Whole(map)) => map,
            Field::Unreadable => Self { entries: Vec::new(), unreadable: true },
            Field::Missing => Self::default(),
        })
    }
}

impl<K, V: JsonSchema> JsonSchema for Map<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Map_of_{}", V::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<V>();
        json_schema!({ "type": "object", "additionalProperties": value })
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
