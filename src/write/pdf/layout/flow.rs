//! What flows down the pages. In: nothing (built by the blocks). Out: `Flow`, dealt out by `paginate`.

use super::row::Row;
use super::slab::{Direction, Slab};
use crate::document::Break;

/// One piece of the flow.
#[derive(Clone, Debug)]
pub(super) enum Flow {
    Slab(Slab),
    Row(Row),
    /// What follows starts a page.
    Break(Break),
    /// What follows stands on pages of this direction.
    Turn(Direction),
}

/// Takes out the notes that no slab calls.
pub(super) fn orphans(flow: &[Flow], notes: &mut [Option<Vec<Slab>>]) -> Vec<Vec<Slab>> {
    let mut called = vec![false; notes.len()];
    let mut mark = |note: usize| {
        if let Some(called) = called.get_mut(note) {
            *called = true;
        }
    };
    for piece in flow {
        match piece {
            Flow::Slab(slab) => slab.notes.iter().copied().for_each(&mut mark),
            Flow::Row(row) => row.notes().for_each(&mut mark),
            Flow::Break(_) | Flow::Turn(_) => {}
        }
    }
    // Notes called by notes stand on the page of their caller.
    for note in notes.iter().flatten().flatten() {
        note.notes.iter().copied().for_each(&mut mark);
    }
    let unseen = notes.iter_mut().zip(called).filter(|(_, called)| !called);
    unseen.filter_map(|(note, _)| note.take()).collect()
}
