//! The flow dealt out on pages. In: `Flow`, the composer's notes and header rows. Out: `PageDraft`s.
//!
//! Greedy and linear: what keeps together is placed together, on the next page if need be; a note stands
//! on the page that calls it, and a long one goes on at the foot of the next.

use std::collections::VecDeque;

use super::composer::Composer;
use super::flow::{Flow, orphans};
use super::row::{Force, Row};
use super::slab::{Direction, Slab};
use crate::document::Break;

/// Between the text and the line over the notes, and from there to the notes.
pub(super) const NOTES_GAP: f32 = 14.0;
/// How much of a page notes of the page before may take.
const CARRIED: f32 = 0.6;
/// How much of a page may stay blank for a break that gives way.
const BLANK: f32 = 0.25;

/// A page before its number is known.
#[derive(Debug, Default)]
pub(super) struct PageDraft {
    pub(super) direction: Direction,
    /// Slabs and their tops, from the upper edge of the text area.
    pub(super) body: Vec<(f32, Slab)>,
    pub(super) notes: Vec<Slab>,
    pub(super) notes_height: f32,
    pub(super) used: f32,
    below: f32,
    /// Whether a break or the end of the document ends it.
    closes: bool,
    /// Whether only repeated header rows stand on it.
    fresh: bool,
}

impl PageDraft {
    /// Returns whether so little stands on the page before a break or at the end that as many pages as there are
    /// before it could take it over, each a part.
    pub(super) fn is_thin(&self, before: usize, part: f32) -> bool {
        self.closes && self.used + self.notes_height < part * before as f32
    }
}

/// Returns the pages of a flow.
pub(super) fn paginate(flow: Vec<Flow>, composer: &mut Composer) -> Vec<PageDraft> {
    let mut notes = std::mem::take(&mut composer.notes);
    let called_by_none = orphans(&flow, &mut notes);
    let mut deal = Deal {
        heights: [Direction::Upright, Direction::Sideways].map(|lies| composer.frame_height(lies)),
        heads: composer.heads.iter().map(|rows| rows.iter().map(Row::repeated).collect()).collect(),
        notes,
        carried: VecDeque::new(),
        page: PageDraft { fresh: true, ..PageDraft::default() },
        wanted: composer.direction,
        broken: false,
        done: Vec::new(),
    };
    let mut flow = flow.into_iter().peekable();
    while let Some(piece) = flow.next() {
        match piece {
            Flow::Break(Break::Always) => deal.broken = true,
            Flow::Break(Break::WhereFull) => deal.broken |= deal.blank() <= BLANK,
            Flow::Turn(direction) => deal.wanted = direction,
            Flow::Slab(_) | Flow::Row(_) => {
                let mut chunk = VecDeque::from([piece]);
                while chunk.back().is_some_and(keeps)
                    && let Some(next) = flow.next_if(|next| matches!(next, Flow::Slab(_) | Flow::Row(_)))
                {
                    chunk.push_back(next);
                }
                deal.turn();
                deal.chunk(chunk);
            }
        }
    }
    deal.carried.extend(called_by_none.into_iter().flatten());
    deal.finish()
}

/// Deals pieces out, page by page.
pub(super) struct Deal {
    /// Of the text area, upright and lying.
    heights: [f32; 2],
    heads: Vec<Vec<Slab>>,
    pub(super) notes: Vec<Option<Vec<Slab>>>,
    /// Lines of notes that found no room on their page.
    pub(super) carried: VecDeque<Slab>,
    pub(super) page: PageDraft,
    wanted: Direction,
    broken: bool,
    done: Vec<PageDraft>,
}

impl Deal {
    pub(super) fn frame(&self) -> f32 {
        match self.page.direction {
            Direction::Upright => self.heights[0],
            Direction::Sideways => self.heights[1],
        }
    }

    /// Returns the room for text that notes leave.
    pub(super) fn room(&self) -> f32 {
        self.frame() - self.page.notes_height
    }

    /// Returns whether no page could have more room.
    pub(super) fn bare(&self) -> bool {
        self.page.fresh && self.page.notes.is_empty()
    }

    /// Starts a page if a break or a turn was asked for.
    fn turn(&mut self) {
        let turned = self.wanted != self.page.direction;
        if (self.broken || turned) && !(self.page.body.is_empty() && self.page.notes.is_empty()) {
            self.page.closes = true;
            self.next_page();
        }
        self.page.direction = self.wanted;
        self.broken = false;
    }

    fn next_page(&mut self) {
        let next = PageDraft { direction: self.wanted, fresh: true, ..PageDraft::default() };
        self.done.push(std::mem::replace(&mut self.page, next));
        let most = self.frame() * CARRIED;
        while let Some(line) = self.carried.front()
            && (self.page.notes.is_empty() || self.page.notes_height + line.before + line.height <= most)
        {
            let line = self.carried.pop_front().unwrap_or_default();
            self.push_note(line);
        }
    }

    /// Places what keeps together.
    fn chunk(&mut self, mut chunk: VecDeque<Flow>) {
        if self.fits(&chunk) {
            return self.place_all(chunk);
        }
        if self.shrinks(&mut chunk) {
            return self.place_all(chunk);
        }
        if let Some(rest) = self.part(&mut chunk) {
            self.place_all(chunk);
            chunk = rest;
            self.next_page();
            self.repeat_head(&chunk);
            return self.chunk(chunk);
        }
        if self.split_last(&mut chunk, Force::Gentle) || !self.bare() {
            if chunk.is_empty() {
                return;
            }
            self.next_page();
            self.repeat_head(&chunk);
            return self.chunk(chunk);
        }
        // Too high for any page: piece by piece.
        while let Some(piece) = chunk.pop_front() {
            let alone = VecDeque::from([piece]);
            if self.fits(&alone) {
                self.place_all(alone);
            } else {
                self.alone(alone);
            }
        }
    }

    /// Places one piece that does not fit here.
    fn alone(&mut self, mut piece: VecDeque<Flow>) {
        loop {
            if self.fits(&piece) {
                return self.place_all(piece);
            }
            let force = if self.bare() { Force::Hard } else { Force::Gentle };
            let split = self.split_last(&mut piece, force);
            if !split && self.bare() {
                return self.place_all(piece);
            }
            self.next_page();
            self.repeat_head(&piece);
        }
    }

    fn repeat_head(&mut self, chunk: &VecDeque<Flow>) {
        let Some(Flow::Row(Row { table: Some(table), head: false, .. })) = chunk.front() else { return };
        let Some(head) = self.heads.get(*table).cloned() else { return };
        // A head that takes most of the page is not repeated.
        if head.iter().map(|row| row.height).sum::<f32>() > self.frame() * 0.4 {
            return;
        }
        for row in head {
            self.put(row);
        }
        self.page.fresh = true;
    }

    /// Returns whether pieces fit on the rest of the page, their notes included.
    pub(super) fn fits<'f>(&self, chunk: impl IntoIterator<Item = &'f Flow>) -> bool {
        let mut used = self.page.used;
        let mut below = self.page.below;
        let mut notes = Vec::new();
        for (index, piece) in chunk.into_iter().enumerate() {
            let (height, before, after) = measures(piece);
            if index > 0 || !self.page.body.is_empty() {
                used += f32::max(below, before);
            }
            used += height;
            below = after;
            match piece {
                Flow::Slab(slab) => notes.extend(slab.notes.iter().copied()),
                Flow::Row(row) => notes.extend(row.notes()),
                Flow::Break(_) | Flow::Turn(_) => {}
            }
        }
        used <= self.room() - self.need(&notes) + 0.01
    }

    /// Places everything but the part of the last row that has no room; returns whether it did.
    fn split_last(&mut self, chunk: &mut VecDeque<Flow>, force: Force) -> bool {
        let Some(Flow::Row(row)) = chunk.back() else { return false };
        if !row.splits() && force == Force::Gentle {
            return false;
        }
        let Some(Flow::Row(mut row)) = chunk.pop_back() else { return false };
        let mut used = self.page.used;
        let mut below = self.page.below;
        let mut notes = Vec::new();
        for piece in chunk.iter() {
            let (height, before, after) = measures(piece);
            used += height + f32::max(below, before);
            below = after;
            if let Flow::Slab(slab) = piece {
                notes.extend(slab.notes.iter().copied());
            }
        }
        used += f32::max(below, row.before);
        let whole = row.clone();
        let mut room = self.room() - used - self.need(&notes);
        // What the upper part calls takes room from it; a few tries find the part that fits.
        for left in (0..4).rev() {
            let Some(upper) = row.cut(room, force) else { break };
            let mut called = notes.clone();
            called.extend(upper.notes());
            let over = upper.height() + used - (self.room() - self.need(&called));
            if over <= 0.01 || (left == 0 && force == Force::Hard) {
                chunk.push_back(Flow::Row(upper));
                let placed = std::mem::take(chunk);
                self.place_all(placed);
                chunk.push_back(Flow::Row(row));
                return true;
            }
            row = whole.clone();
            room -= over.max(1.0);
        }
        chunk.push_back(Flow::Row(whole));
        false
    }

    fn place_all(&mut self, chunk: VecDeque<Flow>) {
        let mut notes = Vec::new();
        for piece in chunk {
            let mut slab = match piece {
                Flow::Slab(slab) => slab,
                Flow::Row(row) => row.slab(),
                Flow::Break(_) | Flow::Turn(_) => continue,
            };
            notes.append(&mut slab.notes);
            self.put(slab);
        }
        self.page.fresh = false;
        self.place_notes(notes);
    }

    fn put(&mut self, slab: Slab) {
        if !self.page.body.is_empty() {
            self.page.used += f32::max(self.page.below, slab.before);
        }
        let top = self.page.used;
        self.page.used += slab.height;
        self.page.below = slab.after;
        self.page.body.push((top, slab));
    }

    fn finish(mut self) -> Vec<PageDraft> {
        while let Some(line) = self.carried.pop_front() {
            let over = if self.page.notes.is_empty() { NOTES_GAP } else { line.before };
            let empty = self.page.body.is_empty() && self.page.notes.is_empty();
            if !empty && self.page.used + over + line.height > self.room() + 0.01 {
                let next = PageDraft { direction: self.page.direction, ..PageDraft::default() };
                self.done.push(std::mem::replace(&mut self.page, next));
            }
            self.push_note(line);
        }
        let empty = self.page.body.is_empty() && self.page.notes.is_empty();
        if !empty || self.done.is_empty() {
            self.page.closes = true;
            self.done.push(self.page);
        }
        self.done
    }
}

fn keeps(piece: &Flow) -> bool {
    match piece {
        Flow::Slab(slab) => slab.keep,
        Flow::Row(row) => row.keep,
        Flow::Break(_) | Flow::Turn(_) => false,
    }
}

/// Returns height, space above and space below.
fn measures(piece: &Flow) -> (f32, f32, f32) {
    match piece {
        Flow::Slab(slab) => (slab.height, slab.before, slab.after),
        Flow::Row(row) => (row.height(), row.before, row.after),
        Flow::Break(_) | Flow::Turn(_) => (0.0, 0.0, 0.0),
    }
}
