//! Every text and every mark of invention in an application, with its place. In: the application. Out:
//! a walk over what it would write as JSON, and whether a section says anything.

use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::Place;
use crate::facts::Facts;

/// Tells whether anything of a section was written; what could not be read does not count.
pub(super) fn is_begun(section: &impl Serialize) -> bool {
    fn says(value: &Value) -> bool {
        match value {
            Value::Null => false,
            Value::Object(fields) => fields.values().any(says),
            Value::Array(entries) => entries.iter().any(says),
            Value::String(_) | Value::Bool(_) | Value::Number(_) => true,
        }
    }
    serde_json::to_value(section).is_ok_and(|value| says(&value))
}

/// The way from the root of the application to a value, as a list that lives on the stack.
#[derive(Clone, Copy)]
pub(super) enum Way<'a> {
    Root,
    Key(&'a Way<'a>, &'a str),
    Index(&'a Way<'a>, usize),
}

impl Way<'_> {
    /// Returns the way as a place.
    pub(super) fn place(&self) -> Place {
        match self {
            Self::Root => Place::root(),
            Self::Key(up, key) => up.place().key(key),
            Self::Index(up, index) => up.place().index(*index),
        }
    }
}

/// Calls `see` for every mapping and every string of an application; parts before what they hold.
pub(super) fn walk(facts: &Facts<'_>, mut see: impl FnMut(&Way<'_>, &Value)) {
    visit(&Way::Root, facts.written(), &mut see);
}

fn visit(way: &Way<'_>, value: &Value, see: &mut impl FnMut(&Way<'_>, &Value)) {
    match value {
        Value::Object(fields) => {
            see(way, value);
            fields.iter().for_each(|(key, value)| visit(&Way::Key(way, key), value, see));
        }
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(index, entry)| visit(&Way::Index(way, index), entry, see));
        }
        Value::String(_) => see(way, value),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
