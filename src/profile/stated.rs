//! Values that say where they come from. In: a bare value, or `{value, source, verified_on}`. Out:
//! `Stated`, a bare value taking source and day from its file.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::reading::STATED;
use crate::units::Date;

/// A value of a profile with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// Where it comes from: a law, an instruction, expert memory.
    #[serde(flatten)]
    pub origin: Origin,
}

/// Where a value comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The law, the instruction, the page; never empty in a resolved profile.
    pub source: String,
    /// The day it was compared with its source; `None` while nobody did.
    pub verified_on: Option<Date>,
    /// Whether the applicants say it of their own call, in the application or in a file of their own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

impl Origin {
    /// Returns the origin of what the applicants say of their call in the application.
    pub fn application() -> Self {
        Self { source: "call".to_owned(), verified_on: None, own: true }
    }

    /// Takes the origin of the file where it names none itself.
    pub(super) fn settle(&mut self, file: &Self) {
        if self.source.is_empty() {
            self.clone_from(file);
        }
        self.own |= file.own;
    }

    /// Returns source, day and whether the applicants say so.
    pub(super) fn parts(self) -> (String, Option<Date>, bool) {
        (self.source, self.verified_on, self.own)
    }

    /// Tells whether somebody compared the value with its source, or the applicants gave it; what is
    /// not verified never blocks.
    pub fn is_verified(&self) -> bool {
        self.verified_on.is_some() || self.own
    }
}

impl<T> Stated<T> {
    /// Returns a value with its source.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// Gives a bare value the origin of its file.
    pub(super) fn settle(&mut self, origin: &Origin) {
        self.origin.settle(origin);
    }
}

/// Bare, or with where it comes from.
impl<T: JsonSchema> JsonSchema for Stated<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Stated{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let bare = generator.subschema_for::<T>();
        let day = generator.subschema_for::<Date>();
        json_schema!({ "anyOf": [bare, {
            "type": "object",
            "properties": { "value": bare, "source": { "type": "string" }, "verified_on": day },
            "required": ["value"],
            "additionalProperties": false,
        }] })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Long<T> {
    value: T,
    #[serde(default)]
    source: String,
    #[serde(default)]
    verified_on: Option<Date>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Stated<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(STATED, Reader(PhantomData))
    }
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Reader<T> {
    fn bare<E: Error>(value: impl IntoDeserializer<'de, E>) -> Result<Stated<T>, E> {
        let value = T::deserialize(value.into_deserializer())?;
        Ok(Stated { value, origin: Origin::default() })
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
    type Value = Stated<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value, or {value, source, verified_on}")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    /// Takes a bare value from the loader, which keeps its place.
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Ok(Stated { value: T::deserialize(deserializer)?, origin: Origin::default() })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Self::bare(text)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Self::bare(number)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Self::bare(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Self::bare(number)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        let value = T::deserialize(SeqAccessDeserializer::new(entries))?;
        Ok(Stated { value, origin: Origin::default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        let Long { value, source, verified_on } = Long::deserialize(MapAccessDeserializer::new(entries))?;
        Ok(Stated { value, origin: Origin { source, verified_on, own: false } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Count, Share};

    fn read<T: serde::de::DeserializeOwned>(yaml: &str) -> Stated<T> {
        serde_yaml::from_str(yaml).expect(yaml)
    }

    #[test]
    fn a_bare_value_takes_the_origin_of_its_file() {
        let mut months: Stated<Count> = read("24");
        let origin = Origin { source: "instruction".into(), ..Origin::default() };
        months.settle(&origin);
        assert_eq!(months, Stated::new(Count::new(24), origin));
    }

    #[test]
    fn a_value_may_name_its_own_origin() {
        let mut share: Stated<Share> = read("{value: 12.5, source: call, verified_on: 2026-01-31}");
        share.settle(&Origin { source: "other".into(), ..Origin::default() });
        assert_eq!((share.value.parts(), share.origin.source.as_str()), (1250, "call"));
        assert!(share.origin.is_verified());
        assert_eq!(read::<Vec<String>>("[a, b]").value, ["a", "b"]);
    }
}
