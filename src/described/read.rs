//! Entities read and described by their declaration. In: any deserialiser. Out: the entity; its JSON Schema.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, de};
use serde_json::{Map, json};

use super::Entity;
use crate::lang::Lang;

/// An entity that can be read.
pub trait Entry: Default {
    /// Its declaration.
    const ENTITY: &'static Entity;
    /// The canonical keys of its fields.
    const KEYS: &'static [&'static str];

    /// Reads the value of a field, counted as in [`Entity::members`].
    fn put<'de, A: MapAccess<'de>>(&mut self, member: usize, access: &mut A) -> Result<(), A::Error>;
}

/// Reads a key as the number of the field it stands for.
struct Key(&'static Entity, &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Key {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a field of {}", self.0.name)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        let second = || self.0.members.iter().position(|member| member.second.contains(&key));
        let found = self.1.iter().position(|known| *known == key).or_else(second);
        found.ok_or_else(|| E::unknown_field(key, self.1))
    }
}

/// Reads an entity; a field that is not there is missing.
pub fn read<'de, T: Entry, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Members<T>(PhantomData<T>);

    impl<'de, T: Entry> Visitor<'de> for Members<T> {
        type Value = T;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(formatter, "the fields of {}", T::ENTITY.name)
        }

        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<T, A::Error> {
            let mut own = T::default();
            while let Some(member) = access.next_key_seed(Key(T::ENTITY, T::KEYS))? {
                own.put(member, &mut access)?;
            }
            Ok(own)
        }
    }

    deserializer.deserialize_struct(T::ENTITY.name, T::KEYS, Members(PhantomData))
}

/// Reads a word of a closed set; the loader sees the name of the catalogue's list.
pub fn variant<'de, T: Copy, D: Deserializer<'de>>(
    deserializer: D,
    list: &'static str,
    codes: &'static [&'static str],
    all: &'static [T],
) -> Result<T, D::Error> {
    struct Word<T: 'static> {
        codes: &'static [&'static str],
        all: &'static [T],
    }

    impl<'de, T: Copy> Visitor<'de> for Word<T> {
        type Value = T;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(formatter, "one of {}", self.codes.join(", "))
        }

        fn visit_enum<A: de::EnumAccess<'de>>(self, access: A) -> Result<T, A::Error> {
            let (word, _) = access.variant::<Cow<'de, str>>()?;
            let found = self.codes.iter().position(|code| *code == word).and_then(|at| self.all.get(at));
            found.copied().ok_or_else(|| A::Error::unknown_variant(&word, self.codes))
        }
    }

    deserializer.deserialize_enum(list, codes, Word { codes, all })
}

/// The full form of an entity with a short one; see [`super::short`].
#[derive(Debug)]
pub struct Long<T>(pub T);

impl<'de, T: Entry> Deserialize<'de> for Long<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer).map(Self)
    }
}

/// Returns the schema of an entity, given the schemas of its fields.
pub fn object(entity: &Entity, schemas: Vec<Schema>) -> Schema {
    let properties = entity.members.iter().zip(schemas).map(|(member, schema)| {
        let mut schema = schema.to_value();
        if let Some(own) = schema.as_object_mut() {
            own.insert("description".into(), json!(member.about(Lang::En)));
        }
        (member.key.to_owned(), schema)
    });
    let properties: Map<_, _> = properties.collect();
    let about = entity.about.trim();
    json_schema!({ "description": about, "type": "object", "properties": properties, "additionalProperties": false })
}

impl<T: Entry + Members> JsonSchema for Long<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Long{}", T::ENTITY.name).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        object(T::ENTITY, T::schemas(generator))
    }
}

/// An entity whose fields have schemas.
pub trait Members {
    /// Returns the schemas of its fields, in order.
    fn schemas(generator: &mut SchemaGenerator) -> Vec<Schema>;
}
