//! The numbers of footnotes. In: blocks whose references hold a label's place. Out: notes in order.

use super::{Fault, FaultKind};
use crate::document::{Block, Inline, Note, NoteId};
use std::collections::BTreeMap;

/// References and definitions as they are met.
#[derive(Default)]
pub(super) struct Notes {
    /// Labels as written, in the order in which they are met.
    labels: Vec<String>,
    /// Their places, by the label in small letters, for `[^E1]` and `[^e1]` are one.
    places: BTreeMap<String, usize>,
    definitions: BTreeMap<usize, Vec<Block>>,
}

impl Notes {
    /// Returns the place of a label, to stand in the tree until [`Notes::number`].
    pub(super) fn refer(&mut self, label: &str) -> NoteId {
        let next = self.labels.len();
        let place = *self.places.entry(label.to_lowercase()).or_insert(next);
        if place == next {
            self.labels.push(label.to_owned());
        }
        NoteId(place)
    }

    /// Takes a definition; a second one under the same label is kept under another.
    pub(super) fn define(&mut self, label: &str, blocks: Vec<Block>, line: usize) -> Option<Fault> {
        let NoteId(place) = self.refer(label);
        if let std::collections::btree_map::Entry::Vacant(vacant) = self.definitions.entry(place) {
            vacant.insert(blocks);
            return None;
        }
        let mut number = 2;
        while self.places.contains_key(&format!("{}-{number}", label.to_lowercase())) {
            number += 1;
        }
        let NoteId(other) = self.refer(&format!("{label}-{number}"));
        self.definitions.insert(other, blocks);
        Some(Fault { line, kind: FaultKind::Note { label: label.to_owned() } })
    }

    /// Numbers the notes by first reference, the body's before those of the notes; a reference to
    /// a note that nobody wrote becomes text.
    pub(super) fn number(mut self, blocks: &mut [Block]) -> Vec<Note> {
        let mut order = Order { given: BTreeMap::new(), queue: Vec::new(), notes: &self };
        order.walk(blocks);
        let mut numbered: Vec<Vec<Block>> = Vec::new();
        let mut unreferenced = self.definitions.keys().copied();
        loop {
            let place = match order.queue.get(numbered.len()) {
                Some(place) => *place,
                None => match unreferenced.find(|place| !order.given.contains_key(place)) {
                    Some(place) => {
                        order.give(place);
                        place
                    }
                    None => break,
                },
            };
            let mut body = order.notes.definitions.get(&place).cloned().unwrap_or_default();
            order.walk(&mut body);
            numbered.push(body);
        }
        let queue = std::mem::take(&mut order.queue);
        let label = |place: usize| self.labels.get_mut(place).map(std::mem::take).unwrap_or_default();
        let labels: Vec<String> = queue.into_iter().map(label).collect();
        labels.into_iter().zip(numbered).map(|(label, blocks)| Note { label, blocks }).collect()
    }
}

/// The numbers given so far.
struct Order<'n> {
    given: BTreeMap<usize, usize>,
    queue: Vec<usize>,
    notes: &'n Notes,
}

impl Order<'_> {
    fn give(&mut self, place: usize) -> NoteId {
        let next = self.queue.len();
        let number = *self.given.entry(place).or_insert(next);
        if number == next {
            self.queue.push(place);
        }
        NoteId(number)
    }

    fn walk(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { content, .. } | Block::Paragraph(content) => self.line(content),
                Block::List(list) => list.items.iter_mut().for_each(|item| self.walk(item)),
                Block::Quote(inner) => self.walk(inner),
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        self.line(&mut definition.term);
                        definition.meanings.iter_mut().for_each(|meaning| self.walk(meaning));
                    }
                }
                Block::Table(table) => {
                    self.line(&mut table.caption);
                    let cells = table.head.iter_mut().chain(&mut table.rows).flatten();
                    cells.for_each(|cell| self.walk(&mut cell.blocks));
                }
                Block::Figure(figure) => self.line(&mut figure.caption),
                Block::Code { .. }
                | Block::Divider
                | Block::PageBreak(_)
                | Block::Contents
                | Block::Signatures(_) => {}
            }
        }
    }

    fn line(&mut self, line: &mut [Inline]) {
        for inline in line {
            match inline {
                Inline::Note(NoteId(place)) => {
                    let place = *place;
                    *inline = if self.notes.definitions.contains_key(&place) {
                        Inline::Note(self.give(place))
                    } else {
                        let label = self.notes.labels.get(place).map(String::as_str).unwrap_or_default();
                        Inline::Text(format!("[^{label}]"))
                    };
                }
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Strike(inner)
                | Inline::Link { content: inner, .. }
                | Inline::Image { alt: inner, .. }
                | Inline::From { content: inner, .. }
                | Inline::Foreign { content: inner, .. } => self.line(inner),
                Inline::Text(_) | Inline::Code(_) | Inline::Gap(_) | Inline::Break | Inline::SoftBreak => {}
            }
        }
    }
}
