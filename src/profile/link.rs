//! A file of the chain that a call's own file opens. In: who reads it. Out: `Link`.

use super::demands::ProfilePart;
use crate::diagnostic::{Place, Span};
use crate::joining::Files;
use crate::reading;

/// Who reads a call's own file.
#[derive(Clone, Copy)]
pub struct Reading<'r> {
    /// The files it may name.
    pub files: &'r dyn Files,
    /// The codes of all rules, whose levels it may set.
    pub rules: &'r [&'static str],
    /// The names of the justification's sections, whose lengths it may limit.
    pub sections: &'r [&'r str],
}

/// A file of the chain, read.
pub(super) struct Link {
    /// The path as `Files` reads it.
    pub(super) path: String,
    /// The path as messages show it.
    pub(super) shown: String,
    /// What it says.
    pub(super) part: reading::ReadFile<ProfilePart>,
}

impl Link {
    /// Returns where a place is in this file.
    pub(super) fn at(&self, place: Place) -> (Place, Option<Span>) {
        let span = self.part.span_of(&place);
        (place, Some(span))
    }
}
