//! A tolerant deserialiser over the tree. In: a node and the type that asks. Out: the value; every
//! fault is told at the innermost place and reading goes on beside it.
//!
//! `model::Field`, `List` and `Map` swallow the error after it was told here. A part of an entity
//! that is no `Field` cannot do that; it is read as [`What::Lost`], which makes all its fields
//! unreadable, so that no rule takes them for missing.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, IntoDeserializer, Visitor};

use super::STATED;
use super::error::Error;
use super::faults::fault;
use super::fields::{Fields, Items, Pairs};
use super::part::LeftOut;
use super::torn::Torn;
use crate::diagnostic::{Diagnostic, Findings, Place, Span};
use crate::model::short;
use crate::source::{Entry, Node, Sources, Value};

/// The name under which a type asks for a day.
const DATE: &str = "Date";

/// What one reading of a tree gathers.
pub(super) struct Reading<'s> {
    /// What was left out; what stands around it may lack fields through no fault.
    torn: Vec<Torn>,
    sources: &'s Sources,
    pub(super) findings: RefCell<Findings>,
    renamed: RefCell<BTreeMap<Span, &'static str>>,
    /// What earlier readings of the same tree failed at, and what this one does.
    pub(super) left_out: LeftOut,
}

impl<'s> Reading<'s> {
    /// Starts a reading.
    pub(super) fn new(torn: Vec<Torn>, sources: &'s Sources) -> Self {
        Self {
            torn,
            sources,
            findings: RefCell::default(),
            renamed: RefCell::default(),
            left_out: LeftOut::default(),
        }
    }

    /// Tells whether a mapping or a list may lack something that could not be read.
    pub(super) fn is_torn(&self, node: &Node) -> bool {
        self.torn.iter().any(|torn| torn.touches(node, self.sources))
    }

    /// Returns what the author's file holds at a span.
    pub(super) fn text(&self, span: Span) -> Option<&'s str> {
        self.sources.file(span)?.text.get(span.from..span.to)
    }

    /// Remembers that the key at `span` means `field`.
    pub(super) fn rename(&self, span: Span, field: &'static str) {
        self.renamed.borrow_mut().insert(span, field);
    }

    /// Returns what was found, and the keys that mean a field of another name.
    pub(super) fn finish(self) -> (Findings, BTreeMap<Span, &'static str>) {
        (self.findings.into_inner(), self.renamed.into_inner())
    }
}

/// What is being read.
#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    /// A value.
    Value(&'a Node),
    /// A key that is data.
    Key(&'a Entry),
    /// Something whose fault has been told.
    Lost,
}

/// The way from the root, as a list that lives on the stack.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl Path<'_> {
    /// Returns the way as a place.
    pub(super) fn place(&self) -> Place {
        match self {
            Self::Root => Place::root(),
            Self::Key(up, key) => up.place().key(key),
            Self::Index(up, index) => up.place().index(*index),
        }
    }
}

/// The deserialiser of one value.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) what: What<'a>,
    pub(super) path: Path<'a>,
    /// Whether a wrapper asked first, which can keep the error to itself.
    pub(super) wrapped: bool,
    /// Whether the value has been told to be of the wrong kind.
    pub(super) told: bool,
}

impl<'a> Reader<'a> {
    /// Reads the root of an application.
    pub(super) fn root(reading: &'a Reading<'a>, root: Option<&'a Node>) -> Self {
        let what = root.map_or(What::Lost, What::Value);
        Self { reading, what, path: Path::Root, wrapped: false, told: false }
    }

    /// Tells a fault of this value.
    pub(super) fn tell(&self, code: &'static str, values: &[(&'static str, &str)]) -> Error {
        self.tell_all(fault(code, self.span(), values))
    }

    /// Tells a fault of this value.
    pub(super) fn tell_all(&self, finding: Diagnostic) -> Error {
        self.tell_at(self.place(), finding)
    }

    /// Tells of a value of another kind than belongs here.
    fn tell_kind(&self, code: &'static str, node: &Node) -> Error {
        self.tell_all(fault(code, self.span(), &[]).with("found", super::values::kind(&node.value)))
    }

    /// Tells a fault of something inside this value.
    pub(super) fn tell_at(&self, place: Place, finding: Diagnostic) -> Error {
        self.reading.findings.borrow_mut().push(Diagnostic { place, ..finding });
        Error::Told
    }

    /// Returns the place of this value.
    pub(super) fn place(&self) -> Place {
        match self.what {
            What::Key(_) => self.path.place().at_key(),
            What::Value(_) | What::Lost => self.path.place(),
        }
    }

    /// Returns the bytes that stand for this value in a report.
    pub(super) fn span(&self) -> Span {
        match self.what {
            What::Value(node) => node.span_of(&Place::root(), |_, _| false),
            What::Key(entry) => entry.span,
            What::Lost => Span::default(),
        }
    }

    /// Returns the text of a single value; tells a fault for anything else.
    pub(super) fn text(&self) -> Result<&'a str, Error> {
        match self.what {
            What::Value(Node { value: Value::Scalar { text, .. }, .. }) => Ok(text),
            What::Value(node) => Err(self.tell_kind("TYPE-39", node)),
            What::Key(entry) => Ok(&entry.key),
            What::Lost => Err(Error::Told),
        }
    }

    /// Tells what a type said of the value it was given.
    pub(super) fn said<T>(&self, result: Result<T, Error>) -> Result<T, Error> {
        result.map_err(|error| match error {
            Error::Told => Error::Told,
            Error::Said(text) => super::values::said(self, &text),
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
            super::values::no_fields(&self, node, name, fields);
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
                let one = super::values::no_list(&self, node);
                let told = matches!(node.value, Value::Scalar { .. });
                super::values::patched(&self, || visitor.visit_seq(Items::new(Self { told, ..self }, &one)))
            }
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let What::Value(node) = self.what else { return Err(Error::Told) };
        match &node.value {
            Value::Map(entries) => visitor.visit_map(Pairs::new(self, entries)),
            _ => {
                super::values::no_fields(&self, node, "", &[]);
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
        if name == short::NAME {
            return match self.what {
                What::Value(Node { value: Value::Map(_), .. }) => visitor.visit_some(self),
                What::Value(node @ Node { value: Value::List(_), .. }) => {
                    Err(self.tell_kind("TYPE-33", node))
                }
                _ => self.said(visitor.visit_str(super::values::shown_whole(&self, self.text()?))),
            };
        }
        let text = super::values::word(&self, name, self.text()?)?;
        if name == DATE {
            super::values::year_in_doubt(&self, &text);
        }
        self.said(visitor.visit_str(&text))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let variant = super::values::variant(&self, name, variants, self.text()?)?;
        let access: StrDeserializer<'_, Error> = variant.into_deserializer();
        self.said(visitor.visit_enum(access))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(super::values::yes_or_no(&self, self.text()?)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.what {
            What::Value(node) if !matches!(node.value, Value::Scalar { .. }) => {
                Err(self.tell_kind("TYPE-33", node))
            }
            _ => self.said(visitor.visit_str(super::values::shown_whole(&self, self.text()?))),
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
