//! Every field that names another entry by its id. In: `Application`. Out: `Reference`s.

use crate::described::{Step, View, visit};
use crate::diagnostic::Place;
use crate::model::*;

/// A field that names another entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<'app> {
    /// Where the id stands.
    pub place: Place,
    /// The id.
    pub id: &'app str,
    /// What it may name.
    pub expected: &'static [Kind],
}

/// Returns all references in the order of the model's fields.
pub(super) fn of(application: &Application) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    visit(application, &mut |spot| {
        let expected = spot.field.map_or(&[][..], |(_, member)| member.refers);
        match &spot.view {
            View::Id(id) if !expected.is_empty() => {
                found.push(Reference { place: spot.place(), id, expected })
            }
            View::Map(entries) if !expected.is_empty() => {
                let named = entries.iter().map(|(id, _)| (spot.place().key(id).at_key(), *id));
                found.extend(named.map(|(place, id)| Reference { place, id, expected }));
            }
            _ => {}
        }
        Step::Into
    });
    found
}
