//! A file that is no application: a look, a call. In: its bytes and the type that it holds. Out: `ReadFile`,
//! with the same faults at the same places as an application's.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Visitor};

use super::error::Error;
use super::faults::fault;
use super::fields::Fields;
use super::keys::Keys;
use super::reader::{Reader, Reading, What};
use super::torn::Torn;
use super::{Input, files, once, rename};
use crate::diagnostic::{Findings, Place, Span, Step};
use crate::source::{Node, Sources, Value};
use crate::words::nearest;

/// The name under which a type asks for a value that may say where it comes from: as `visit_map` the
/// fields `value`, `source` and `verified_on`, as `visit_some` the bare value.
pub const STATED: &str = "Stated";

/// Fields that only a call's own file has: one of them tells it from a part of the application.
pub(super) const OF_CALL_FILES: [&str; 10] = [
    "extends",
    "levels",
    "numbers",
    "form",
    "criteria",
    "indicators_required",
    "agreement_elements",
    "annexes_required",
    "gender_points",
    "indirect_bands",
];

/// How many values of one file are left out, a reading each, before the rest of it is given up: a bound on time.
const MOST_LEFT_OUT: usize = 64;

/// How many values all readings of one file may go over, so that a long file is read less often: with one of
/// more than this many, twice.
const MOST_READ: usize = 400_000;

/// A file as read.
#[derive(Clone, Debug, Default)]
pub struct ReadFile<T> {
    /// What it says; what could not be read is marked so, or left out.
    pub value: T,
    /// The file as a tree, its fields under their canonical names.
    pub tree: Node,
}

impl<T> ReadFile<T> {
    /// Returns where a place is in the file: the value, or the nearest one above it that exists.
    pub fn span_of(&self, place: &Place) -> Span {
        self.tree.span_of(place, |_, _| false)
    }

    /// Returns where the key of a place stands; `None` when the file does not have it.
    pub fn key_span(&self, place: &Place) -> Option<Span> {
        let mut node = &self.tree;
        let mut span = None;
        for step in place.steps() {
            let Step::Key(name) = step else { return None };
            let entry = node.entry(name, |_, _| false)?;
            (node, span) = (&entry.node, Some(entry.span));
        }
        span
    }
}

/// What is left out of a reading, because an earlier one of the same tree failed at it. A type whose
/// values are no `Field`s is read again and again, each time without one thing more.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    places: Option<Vec<Place>>,
    failed: RefCell<Option<Place>>,
}

impl LeftOut {
    /// Tells whether values may be left out at all: not in the first reading.
    pub(super) fn is_on(&self) -> bool {
        self.places.is_some()
    }

    /// Tells whether the value at a place is left out.
    pub(super) fn has(&self, place: impl FnOnce() -> Place) -> bool {
        self.places.as_ref().is_some_and(|places| !places.is_empty() && places.contains(&place()))
    }

    /// Returns the steps to what is left out of the mapping or the list at a place.
    pub(super) fn below(&self, place: impl FnOnce() -> Place) -> Vec<Step> {
        let Some(places) = self.places.as_ref().filter(|places| !places.is_empty()) else {
            return Vec::new();
        };
        let place = place();
        let last = |left_out: &Place| {
            let (last, before) = left_out.steps().split_last()?;
            (before == place.steps()).then(|| last.clone())
        };
        places.iter().filter_map(last).collect()
    }

    /// Remembers the innermost value that failed, unless what stands around it could do without.
    pub(super) fn note(&self, is_read: bool, place: impl FnOnce() -> Place) {
        let mut failed = self.failed.borrow_mut();
        if is_read {
            *failed = None;
        } else {
            failed.get_or_insert_with(place);
        }
    }
}

impl Reader<'_> {
    /// Tells of a field that is not there; one that could not be read has been told of.
    pub(super) fn missing(&self, field: &str) -> Error {
        let place = self.place().key(field);
        let torn = matches!(self.what, What::Value(node) if self.reading.is_torn(node));
        if torn || self.reading.left_out.has(|| place.clone()) {
            return Error::Told;
        }
        self.tell_at(place, fault("KEY-03", self.span(), &[("key", field)]))
    }

    /// Reads a value that may say where it comes from.
    pub(super) fn stated<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
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
}

/// Reads a file and adds it to `sources`; an empty one says nothing.
pub fn part<T: DeserializeOwned + Default>(
    input: Input,
    sources: &mut Sources,
    findings: &mut Findings,
) -> ReadFile<T> {
    let mut told = Findings::default();
    let read = files::read(input, sources, &mut told);
    let Some(mut tree) = read.root else {
        findings.append(once(told));
        return ReadFile {
            value: T::default(),
            tree: Node { span: Span { file: read.file, from: 0, to: 0 }, ..Node::default() },
        };
    };
    let (value, renamed) = value(&tree, &read.torn, sources, &mut told);
    rename(&mut tree, &renamed);
    findings.append(once(told));
    ReadFile { value, tree }
}

/// Returns what a tree says, without what cannot be read, and which keys mean another field.
fn value<T: DeserializeOwned + Default>(
    tree: &Node,
    torn: &[Torn],
    sources: &Sources,
    told: &mut Findings,
) -> (T, BTreeMap<Span, &'static str>) {
    let mut places: Option<Vec<Place>> = None;
    let most = OnceCell::new();
    let most = || *most.get_or_init(|| (MOST_READ / tree.count()).clamp(2, MOST_LEFT_OUT));
    loop {
        let mut reading = Reading::new(torn.to_vec(), sources);
        reading.left_out.places.clone_from(&places);
        let value = T::deserialize(Reader::root(&reading, Some(tree)));
        let failed = reading.left_out.failed.take();
        let (more, renamed) = reading.finish();
        told.append(more);
        let Err(_) = value else { return (value.unwrap_or_default(), renamed) };
        let is_first = places.is_none();
        let known = places.get_or_insert_default();
        match failed.filter(|place| known.len() < most() && !known.contains(place)) {
            Some(place) => known.push(place),
            None if is_first => {}
            None => return (T::default(), renamed),
        }
    }
}
