//! A tolerant deserialiser over the tree. In: a node and the type that asks. Out: the value; every
//! fault is told at the innermost place and reading goes on beside it.
//!
//! `model::Field`, `List` and `Map` swallow the error after it was told here. A part of an entity
//! that is no `Field` cannot do that; it is read as [`What::Lost`], which makes all its fields
//! unreadable, so that no rule takes them for missing.

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, IntoDeserializer, Visitor};

use super::error::Error;
use super::faults::fault;
use super::fields::{Fields, Items, Pairs};
use super::keys::Keys;
use super::reader::{Reader, What};
use super::{codes, dates, lists, shapes, values};
use crate::model::short;
use crate::source::{Node, Value};
use crate::words::nearest;

/// The name under which a type asks for a value that may say where it comes from: as `visit_map` the
/// fields `value`, `source` and `verified_on`, as `visit_some` the bare value.
pub const STATED: &str = "Stated";

/// The name under which a type asks for a day.
const DATE: &str = "Date";

impl Reader<'_> {
    /// Tells of a field that is not there; one that could not be read has been told of.
    fn missing(&self, field: &str) -> Error {
        let place = self.place().key(field);
        let torn = matches!(self.what, What::Value(node) if self.reading.is_torn(node));
        if torn || self.reading.left_out.has(|| place.clone()) {
            return Error::Told;
        }
        self.tell_at(place, fault("KEY-03", self.span(), &[("key", field)]))
    }

    /// Reads a value that may say where it comes from.
    fn stated<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        const FIELDS: &[&str] = &["value", "source", "verified_on"];
        match self.what {
            What::Value(node @ Node { value: Value::Map(entries), .. })
                if entries.iter().any(|entry| {
                    let known = Keys::Bare(FIELDS).field(&entry.key);
                    known
                        .or_else(|| nearest(&entry.key, FIELDS.iter().map(|field| (*field, *field))))
                        .is_some()
                }) =>
            {
                self.said(visitor.visit_map(Fields::new(self, STATED, FIELDS, node, entries)))
            }
            _ => visitor.visit_some(self),
        }
    }

    /// Tells what a type said of the value it was given.
    fn said<T>(&self, result: Result<T, Error>) -> Result<T, Error> {
        result.map_err(|error| match error {
            Error::Told => Error::Told,
            Error::Said(text) => values::said(self, &text),
            Error::Missing(field) => self.missing(field),
        })
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Error;

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.what {
            What::Value(node) if node.is_null() => visitor.visit_none(),
            _ => visitor.visit_some(Self { wrapped: true, ..self }),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if let What::Value(node) = self.what {
            if let Value::Map(entries) = &node.value {
                return self.said(visitor.visit_map(Fields::new(self, name, fields, node, entries)));
            }
            if node.is_null() {
                return self.said(visitor.visit_map(Fields::none(self)));
            }
            if let Some(entry) = shapes::named(&self, node, Keys::of(name, fields))
                && let Value::Map(entries) = &entry.value
            {
                return self.said(visitor.visit_map(Fields::new(self, name, fields, &entry, entries)));
            }
            values::no_fields(&self, node, name, fields);
        }
        if self.wrapped {
            return Err(Error::Told);
        }
        visitor.visit_map(Fields::lost(self, name, fields))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let What::Value(node) = self.what else { return Err(Error::Told) };
        match &node.value {
            Value::List(items) => visitor.visit_seq(Items::new(self, items).torn(self.reading.is_torn(node))),
            _ => {
                if let Some(entries) = shapes::keyed(&self, node) {
                    return visitor.visit_seq(Items::new(self, &entries));
                }
                let one = lists::items(&self, node);
                if self.is_unwritten() {
                    return visitor.visit_seq(Items::new(self, &[]).torn(true));
                }
                let told = matches!(node.value, Value::Scalar { .. });
                lists::patched(&self, || visitor.visit_seq(Items::new(Self { told, ..self }, &one)))
            }
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let What::Value(node) = self.what else { return Err(Error::Told) };
        match &node.value {
            Value::Map(entries) => visitor.visit_map(Pairs::new(self, entries)),
            _ => {
                values::no_fields(&self, node, "", &[]);
                Err(Error::Told)
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == STATED {
            return self.stated(visitor);
        }
        if name == short::TEXT
            && let What::Value(node) = self.what
            && shapes::is_no_text(node)
        {
            return self.said(visitor.visit_str(&shapes::one_text(&self, node)?));
        }
        if name == short::NAME || name == short::TEXT {
            return match self.what {
                What::Value(Node { value: Value::Map(_), .. }) => visitor.visit_some(self),
                What::Value(node @ Node { value: Value::List(_), .. }) => {
                    Err(self.tell_kind("TYPE-33", node))
                }
                _ => self.said(visitor.visit_str(values::shown_whole(&self, self.text()?))),
            };
        }
        let text = match name {
            DATE => dates::date(&self, self.text()?)?,
            _ => codes::word(&self, name, self.text()?)?,
        };
        self.said(visitor.visit_str(&text))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let variant = codes::variant(&self, name, variants, self.text()?)?;
        let access: StrDeserializer<'_, Error> = variant.into_deserializer();
        self.said(visitor.visit_enum(access))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(values::yes_or_no(&self, self.text()?)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.what {
            What::Value(node) if !matches!(node.value, Value::Scalar { .. }) => {
                Err(self.tell_kind("TYPE-33", node))
            }
            _ => self.said(visitor.visit_str(values::shown_whole(&self, self.text()?))),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    /// Serves types that ask for nothing in particular: they get what stands there.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.what {
            What::Value(Node { value: Value::Map(_), .. }) => self.deserialize_map(visitor),
            What::Value(Node { value: Value::List(_), .. }) => self.deserialize_seq(visitor),
            _ => self.deserialize_str(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf
        unit unit_struct tuple tuple_struct identifier ignored_any
    }
}
