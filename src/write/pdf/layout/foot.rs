//! Notes at the foot of pages. In: which notes a page calls. Out: their lines, here or carried to the next.

use std::collections::VecDeque;

use super::paginate::{Deal, NOTES_GAP};
use super::slab::Slab;

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
