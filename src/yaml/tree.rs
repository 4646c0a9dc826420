//! A tree as it is read. In: nothing. Out: `Tree`: nodes with the author's spans, what was wrong on the way, and
//! where the parser stopped.

pub(super) use granit_parser::ErrorKind;

use crate::diagnostic::Findings;
use crate::source::Node;

/// What a file holds.
pub(super) struct Tree {
    /// Its value; `None` for an empty file and for one that could not be read to its end.
    pub(super) root: Option<Node>,
    /// What was wrong, apart from syntax.
    pub(super) findings: Findings,
    /// Why reading ended early.
    pub(super) stop: Option<Stop>,
}

/// Why reading ended before the end of a file.
#[derive(Clone, Debug)]
pub(super) enum Stop {
    /// A limit; the finding is among the tree's.
    Limit,
    /// The parser cannot go on.
    Syntax {
        /// Why.
        kind: ErrorKind,
        /// The byte of the draft at which it gave up.
        at: usize,
        /// The byte after the last thing it understood.
        after: usize,
        /// The brackets that are open there, outermost first.
        brackets: Vec<usize>,
    },
}
