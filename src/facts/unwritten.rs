//! What is left to be written. In: `Application`. Out: the texts that hold a place, `…` or `[nazwa gminy]`.

use std::ops::Range;

use crate::described::{Step, visit};
use crate::diagnostic::Place;
use crate::model::Application;
use crate::words::{is_unwritten, unwritten};

/// A text in which something is left to be written.
#[derive(Clone, Debug)]
pub struct Unwritten {
    /// Where it stands.
    pub place: Place,
    /// The text as typed.
    pub text: String,
    /// The first part that is left, in bytes: the whole text where nothing else stands there.
    pub part: Range<usize>,
}

pub(super) fn of(application: &Application) -> Vec<Unwritten> {
    let mut found = Vec::new();
    visit(application, &mut |spot| {
        for (lang, text) in spot.words() {
            let part = match is_unwritten(text) {
                true => Some(0..text.len()),
                false => unwritten(text).into_iter().next(),
            };
            let place = || spot.place_of(lang);
            found.extend(part.map(|part| Unwritten { place: place(), text: text.to_owned(), part }));
        }
        Step::Into
    });
    found
}
