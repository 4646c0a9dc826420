//! Values with a short form, a scalar, and a full form, a mapping. In: any deserialiser. Out: the value.
//!
//! The loader knows these types by name and hands a mapping to `visit_some`, so that the full form is
//! read with all its checks; other deserialisers take the ordinary way.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor, value::MapAccessDeserializer};

/// A type with two forms.
pub trait Short: Sized {
    /// The full form.
    type Full: for<'de> Deserialize<'de>;

    /// Takes the short form; the error is the text of a `units::Fault`.
    fn from_scalar(text: &str) -> Result<Self, String>;

    /// Takes the full form.
    fn from_full(full: Self::Full) -> Self;
}

/// The name under which all types with a short form ask for their value.
pub const NAME: &str = "Short";

/// The name under which a text asks for its value.
pub const TEXT: &str = "Text";

/// Reads either form.
pub fn deserialize<'de, T: Short, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(NAME, Either(PhantomData))
}

/// Reads either form of a text.
pub fn deserialize_text<'de, T: Short, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(TEXT, Either(PhantomData))
}

struct Either<T>(PhantomData<T>);

impl<'de, T: Short> Visitor<'de> for Either<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or its full form")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_scalar(text).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<T, E> {
        self.visit_str(&truth.to_string())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::Full::deserialize(deserializer).map(T::from_full)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        self.visit_some(MapAccessDeserializer::new(access))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Reads and describes a type with a short form.
macro_rules! short {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::described::short::deserialize(deserializer)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let full = generator.subschema_for::<<Self as $crate::described::short::Short>::Full>();
                schemars::json_schema!({ "anyOf": [{ "type": ["string", "number"] }, full] })
            }
        }
    };
}
pub(crate) use short;
