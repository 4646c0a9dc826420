//! An entry of the application with its id and its place. In: a list. Out: `Placed`.

use std::ops::Deref;

use crate::diagnostic::{Place, Step};
use crate::model::{Field, Id, List};

/// An entry with its place; its fields are reached through it (`need.title`).
#[derive(Debug)]
pub struct Placed<'app, T> {
    /// Its id; empty when it has none that could be read.
    pub id: &'app str,
    /// Where it stands.
    pub place: Place,
    /// The entry itself.
    pub entry: &'app T,
}

// Derived, these would ask as much of `T`, of which only a reference is held.
impl<T> Clone for Placed<'_, T> {
    fn clone(&self) -> Self {
        Self { id: self.id, place: self.place.clone(), entry: self.entry }
    }
}

impl<T> Deref for Placed<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.entry
    }
}

impl<'app, T> Placed<'app, T> {
    /// Returns what messages call it: its id, or its number in the list, counted from 1, when it has none.
    pub fn name(&self) -> String {
        match self.place.steps().last() {
            Some(Step::Index(index)) if self.id.is_empty() => format!("#{}", index + 1),
            _ => self.id.to_owned(),
        }
    }

    /// Returns the entries of a list that stands at `place`.
    pub(super) fn list(list: &'app List<T>, place: &Place, id: fn(&T) -> &Field<Id>) -> Vec<Self> {
        let placed = |(place, entry): (Place, &'app T)| Self {
            id: id(entry).get().map_or("", Id::as_str),
            place,
            entry,
        };
        list.placed(place).map(placed).collect()
    }
}
