//! Values that know their place. In: an application. Out: `At`, from which fields and entries are reached with
//! theirs.

use std::ops::Deref;

use super::{Field, List, Map};
use crate::diagnostic::Place;

/// The most steps from the root to a value of the model.
const DEEPEST: usize = 10;

/// A step on the way to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hop<'app> {
    Key(&'app str),
    Index(usize),
}

/// The way from the root of the application to a value; no heap, so that a field can be asked for without cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route<'app> {
    hops: [Hop<'app>; DEEPEST],
    length: usize,
}

/// A value with its place; the value's own fields are reached through it (`need.title`), and with theirs by the
/// method of the same name (`need.title()`).
#[derive(Debug)]
pub struct At<'app, T> {
    /// The id of the entry that it is or belongs to; empty where there is none that could be read.
    pub id: &'app str,
    /// The value.
    pub entry: &'app T,
    route: Route<'app>,
}

// Derived, these would ask as much of `T`, of which only a reference is held.
impl<T> Clone for At<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for At<'_, T> {}

impl<T> Deref for At<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.entry
    }
}

impl<'app> Route<'app> {
    /// Returns the way to the root.
    pub const fn root() -> Self {
        Self { hops: [Hop::Index(0); DEEPEST], length: 0 }
    }

    /// Returns the way to what stands under a key.
    #[must_use]
    pub fn key(self, key: &'app str) -> Self {
        self.then(Hop::Key(key))
    }

    /// Returns the way to an entry of a list, counted from 0.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        self.then(Hop::Index(index))
    }

    /// Returns the way as a place.
    pub fn place(&self) -> Place {
        self.hops[..self.length].iter().fold(Place::root(), |place, hop| match hop {
            Hop::Key(key) => place.key(key),
            Hop::Index(index) => place.index(*index),
        })
    }

    /// Returns the key of the last step; empty for an entry of a list and for the root.
    pub fn key_of(&self) -> &'app str {
        match self.hops[..self.length].last() {
            Some(Hop::Key(key)) => key,
            Some(Hop::Index(_)) | None => "",
        }
    }

    /// Returns the index of the last step, where that is one into a list.
    pub fn last_index(&self) -> Option<usize> {
        match self.hops[..self.length].last() {
            Some(Hop::Index(index)) => Some(*index),
            Some(Hop::Key(_)) | None => None,
        }
    }

    fn then(mut self, hop: Hop<'app>) -> Self {
        self.hops[self.length] = hop;
        self.length += 1;
        self
    }
}

impl<'app, T> At<'app, T> {
    /// Returns the application, or any other value, as the root of all places.
    pub fn root(entry: &'app T) -> Self {
        Self { id: "", entry, route: Route::root() }
    }

    /// Returns where the value stands.
    pub fn here(&self) -> Place {
        self.route.place()
    }

    /// Returns the key under which the value stands; empty for an entry of a list.
    pub fn field_key(&self) -> &'app str {
        self.route.key_of()
    }

    /// Returns the number of the entry in its list, counted from 1.
    pub fn ordinal(&self) -> Option<usize> {
        self.route.last_index().map(|index| index + 1)
    }

    /// Says whether the field is a gap.
    pub fn gap_where(&self, open: bool) -> Gap<'app> {
        Gap { route: self.route, open, matters: true }
    }

    /// Returns a field of the value.
    pub(crate) fn part<U>(&self, entry: &'app U, key: &'static str) -> At<'app, U> {
        At { id: self.id, entry, route: self.route.key(key) }
    }
}

/// A field, and whether it lacks what should stand there.
#[derive(Clone, Copy, Debug)]
pub struct Gap<'app> {
    route: Route<'app>,
    open: bool,
    matters: bool,
}

impl<'app> Gap<'app> {
    /// Keeps the gap where it matters.
    #[must_use]
    pub fn when(self, matters: bool) -> Self {
        Self { open: self.open && matters, matters: self.matters && matters, ..self }
    }

    /// Tells whether the field lacks what should stand there.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Tells whether something should stand there at all.
    pub fn matters(&self) -> bool {
        self.matters
    }

    /// Returns the field's key.
    pub fn key(&self) -> &'app str {
        self.route.key_of()
    }

    /// Returns where it stands or would stand.
    pub fn place(&self) -> Place {
        self.route.place()
    }
}

impl<'app, T> At<'app, List<T>> {
    /// Returns the entries that could be read.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = At<'app, T>> + ExactSizeIterator + use<'app, T> {
        let Self { id, entry, route } = *self;
        entry.numbered().map(move |(index, entry)| At { id, entry, route: route.index(index) })
    }
}

impl<'app, K: AsRef<str> + PartialEq, V> At<'app, Map<K, V>> {
    /// Returns the entries that could be read, each with its key.
    pub fn each(&self) -> impl Iterator<Item = (&'app K, At<'app, V>)> + use<'app, K, V> {
        let Self { id, entry, route } = *self;
        entry.iter().map(move |(key, entry)| (key, At { id, entry, route: route.key(key.as_ref()) }))
    }

    /// Returns where the value of a key stands or would stand.
    pub fn under(&self, key: &str) -> Place {
        self.here().key(key)
    }
}

impl<'app, T> At<'app, Field<T>> {
    /// Returns the value, if there is one that could be read.
    pub fn given(&self) -> Option<At<'app, T>> {
        let Self { id, entry, route } = *self;
        Some(At { id, entry: entry.get()?, route })
    }
}

impl<T> From<At<'_, T>> for Place {
    fn from(value: At<'_, T>) -> Self {
        value.here()
    }
}

impl<T> From<&At<'_, T>> for Place {
    fn from(value: &At<'_, T>) -> Self {
        value.here()
    }
}
