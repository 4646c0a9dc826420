//! What a reading does without. In: the places at which earlier readings failed. Out: `LeftOut`.

use std::cell::RefCell;

use crate::diagnostic::{Place, Step};

/// What is left out of a reading, because an earlier one of the same tree failed at it. A type whose
/// values are no `Field`s is read again and again, each time without one thing more.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    pub(super) places: Option<Vec<Place>>,
    pub(super) failed: RefCell<Option<Place>>,
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
