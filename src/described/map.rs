//! Mappings that keep their good entries. In: any deserialiser. Out: `Map`.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::Field;

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

    /// Returns all keys, those without a value too.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|(key, _)| key)
    }

    /// Tells whether the author gave no entry at all.
    pub fn is_missing(&self) -> bool {
        self.entries.is_empty() && !self.unreadable
    }

    /// Tells whether the author gave nothing under `key`; an unreadable value is there.
    pub fn lacks(&self, key: &K) -> bool {
        let given = self.entries.iter().any(|(known, value)| known == key && !value.is_missing());
        !given && !self.unreadable
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
