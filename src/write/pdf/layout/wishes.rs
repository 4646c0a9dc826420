//! Holes avoided: what gives way before much of a page stays blank. In: what keeps together and does not fit. Out: what is
//! placed here after all.

use std::collections::VecDeque;

use super::flow::Flow;
use super::paginate::Deal;
use super::slab::{Slab, WISH};

impl Deal {
    /// Draws the chart at the end smaller if it then has room where it would leave a hole.
    pub(super) fn shrinks(&self, chunk: &mut VecDeque<Flow>) -> bool {
        let Some(Flow::Slab(Slab { smaller: Some(smaller), .. })) = chunk.back() else { return false };
        let small = Flow::Slab((**smaller).clone());
        let upper = chunk.iter().take(chunk.len() - 1);
        if self.blank() <= WISH || !self.fits(upper.chain([&small])) {
            return false;
        }
        chunk.pop_back();
        chunk.push_back(small);
        true
    }

    /// Returns how much of the page is still blank.
    pub(super) fn blank(&self) -> f32 {
        (self.room() - self.page.used) / self.frame()
    }

    /// Gives up a wish to keep together where a hole would be left: takes off what has no room here.
    pub(super) fn part(&self, chunk: &mut VecDeque<Flow>) -> Option<VecDeque<Flow>> {
        let blank = if self.bare() { f32::INFINITY } else { self.blank() };
        let gives_way = |at: &usize| wish(&chunk[*at - 1]).is_some_and(|wish| blank > wish);
        let mut parts = (1..chunk.len()).rev().filter(gives_way);
        let at = parts.find(|&at| self.fits(chunk.iter().take(at)))?;
        Some(chunk.split_off(at))
    }
}

/// Returns how much may stay blank for keeping with the next piece; `None` where it must be kept.
fn wish(piece: &Flow) -> Option<f32> {
    let wish = match piece {
        Flow::Slab(slab) => slab.wish,
        Flow::Row(row) => row.wish,
        Flow::Break(_) | Flow::Turn(_) => 0.0,
    };
    (wish > 0.0).then_some(wish)
}
