//! Notes at the foot of pages. In: which notes a page calls. Out: their lines, here or carried to the next.

use std::collections::VecDeque;

use super::paginate::{Deal, NOTES_GAP};
use super::slab::{Flow, Slab};

/// A note of more slabs than this may go on on the next page.
const SHORT: usize = 6;

impl Deal {
    pub(super) fn push_note(&mut self, line: Slab) {
        let over = if self.page.notes.is_empty() { NOTES_GAP } else { line.before };
        self.page.notes_height += over + line.height;
        self.page.notes.push(line);
    }

    /// Returns the least height that notes need on this page.
    pub(super) fn need(&self, notes: &[usize]) -> f32 {
        if !self.carried.is_empty() {
            return 0.0;
        }
        let mut height = 0.0;
        for lines in notes.iter().filter_map(|&note| self.notes.get(note)?.as_ref()) {
            let shown = if lines.len() <= SHORT { lines.len() } else { SHORT / 2 };
            height += lines[..shown].iter().map(|line| line.before + line.height).sum::<f32>();
        }
        if height > 0.0 && self.page.notes.is_empty() { height + NOTES_GAP } else { height }
    }

    pub(super) fn place_notes(&mut self, notes: Vec<usize>) {
        let mut notes = VecDeque::from(notes);
        while let Some(note) = notes.pop_front() {
            let Some(lines) = self.notes.get_mut(note).and_then(Option::take) else { continue };
            for mut line in lines {
                // A note that a note calls follows it.
                notes.extend(std::mem::take(&mut line.notes));
                let over = if self.page.notes.is_empty() { NOTES_GAP } else { line.before };
                let fits = self.page.used + over + line.height <= self.room() + 0.01;
                if self.carried.is_empty() && fits {
                    self.push_note(line);
                } else {
                    self.carried.push_back(line);
                }
            }
        }
    }
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
            Flow::Break | Flow::Turn(_) => {}
        }
    }
    // Notes called by notes stand on the page of their caller.
    for note in notes.iter().flatten().flatten() {
        note.notes.iter().copied().for_each(&mut mark);
    }
    let unseen = notes.iter_mut().zip(called).filter(|(_, called)| !called);
    unseen.filter_map(|(note, _)| note.take()).collect()
}
