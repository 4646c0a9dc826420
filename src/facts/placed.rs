//! An entry of the application with its id and its place. In: a list. Out: `Placed`.

use std::ops::Deref;

use crate::described::{At, Fields};
use crate::diagnostic::{Place, Step};
use crate::model::List;

/// An entry with its place; its fields are reached through it (`need.title`), and with their places by the method
/// of the same name (`need.title()`).
#[derive(Debug)]
pub struct Placed<'app, T> {
    /// Where it stands.
    pub place: Place,
    at: At<'app, T>,
}

// Derived, this would ask as much of `T`, of which only a reference is held.
impl<T> Clone for Placed<'_, T> {
    fn clone(&self) -> Self {
        Self { place: self.place.clone(), at: self.at }
    }
}

impl<'app, T> Deref for Placed<'app, T> {
    type Target = At<'app, T>;

    fn deref(&self) -> &At<'app, T> {
        &self.at
    }
}

impl<T> Placed<'_, T> {
    /// Returns what messages call it: its id, or its number in the list, counted from 1, when it has none.
    pub fn called(&self) -> String {
        match self.place.steps().last() {
            Some(Step::Index(index)) if self.id.is_empty() => format!("#{}", index + 1),
            _ => self.id.to_owned(),
        }
    }
}

impl<'app, T: Fields> Placed<'app, T> {
    /// Returns the entries of a list.
    pub(super) fn list(list: At<'app, List<T>>) -> Vec<Self> {
        list.entries().map(|at| Self { place: at.here(), at }).collect()
    }
}
