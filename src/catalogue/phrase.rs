//! How a term is called. In: nothing. Out: `Phrase`, which `spoken` works out of the rows of a list.

use crate::lang::Lang;

/// How a term is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its words without endings.
    pub(super) roots: String,
    pub(super) lang: Lang,
    pub(super) how: How,
    /// The term, counted from 0.
    pub(super) term: usize,
}

/// How much of a name a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// All of it.
    Whole,
    /// A part that may stand alone.
    Part,
}
