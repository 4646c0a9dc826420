//! Where the parser stopped, and what mends it. In: nothing. Out: `Trouble`, of which each kind of slip is asked in
//! its own file; `Slip`, whose first edit is what the author is shown.

use super::tree::ErrorKind;
use super::{IsField, Known};

/// A slip and its repair.
pub(super) struct Slip {
    /// Its code.
    pub(super) code: &'static str,
    /// The bytes that it is told at.
    pub(super) mark: (usize, usize),
    /// What is replaced by what, each once, in the order of the text.
    pub(super) edits: Vec<(usize, usize, String)>,
    /// Whether the first edit is shown; not where reading on by it is a guess that would eat a field.
    pub(super) shown: bool,
}

impl Slip {
    /// Returns a slip whose repair is shown.
    pub(super) fn new(code: &'static str, mark: (usize, usize), edits: Vec<(usize, usize, String)>) -> Self {
        Self { code, mark, edits, shown: true }
    }
}

/// Where the parser stopped.
pub(super) struct Trouble<'t> {
    pub(super) text: &'t str,
    pub(super) kind: &'t ErrorKind,
    pub(super) at: usize,
    pub(super) after: usize,
    pub(super) brackets: &'t [usize],
    /// What is known of the file's words.
    pub(super) known: Known,
    /// The words that name fields.
    pub(super) is_field: IsField,
}
