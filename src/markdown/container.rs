//! What is open while a text is read: quotes, lists, notes. Out: `Open`, `Container`.

use super::caption::Caption;
use crate::document::{Block, Definition, List};

/// A container that is open.
pub(super) struct Open {
    pub(super) kind: Container,
    pub(super) blocks: Vec<Block>,
    /// A `{caption}` line, its line number, and where it stands among `blocks`.
    pub(super) caption: Option<(Caption, usize, usize)>,
}

pub(super) enum Container {
    Whole,
    Quote,
    List(List),
    Item,
    Note(String, usize),
    Definitions(Vec<Definition>),
    Meaning,
}

impl Open {
    pub(super) fn new(kind: Container) -> Self {
        Self { kind, blocks: Vec::new(), caption: None }
    }
}
