//! The names of a type's fields. In: a type. Out: what its reader asks for.

use std::cell::Cell;

use serde::de::{Deserialize, Deserializer, Visitor};

use super::error::Error;

/// Returns the names of a type's fields, as its reader asks for them.
pub(super) fn fields<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    struct Probe<'a>(&'a Cell<&'static [&'static str]>);

    impl<'de> Deserializer<'de> for Probe<'_> {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error::Told)
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Error> {
            self.0.set(fields);
            Err(Error::Told)
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
            unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }

    let seen: Cell<&'static [&'static str]> = Cell::new(&[]);
    // It fails by design, once the names are known.
    drop(T::deserialize(Probe(&seen)));
    seen.get()
}
