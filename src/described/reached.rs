//! What values with a place are asked for by what they are. In: `At`. Out: gaps, entries under their own ids.

use super::{At, Described, Fields, Gap, List, View};

impl<'app, T: Described> At<'app, T> {
    /// Tells whether the author left the field out or wrote only white space.
    pub fn gap(&self) -> Gap<'app> {
        self.gap_where(match self.entry.view() {
            View::Missing => true,
            View::Text(text, _) => text.is_blank(),
            _ => false,
        })
    }
}

impl<'app, T: Fields> At<'app, List<T>> {
    /// Returns the entries that could be read, each known by its own id.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = At<'app, T>> + use<'app, T> {
        self.each().map(|mut at| {
            at.id = at.entry.id();
            at
        })
    }
}
