//! Where words come from. In: nothing. Out: `Origin`.

use std::rc::Rc;

use crate::diagnostic::Place;
use crate::lang::Lang;

use super::{Block, Document, Inline, OriginId, plain};

/// The text of the application that words come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Where the text stands.
    pub place: Place,
    /// The language it is in.
    pub lang: Lang,
}

/// Words of an author's, as far as they stand in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// Their origin.
    pub origin: OriginId,
    /// The words.
    pub words: String,
    /// The whole line: the paragraph, the heading or the cell that holds them.
    pub line: Rc<str>,
}

impl Document {
    /// Returns the words whose origin is known, in reading order, notes last.
    pub fn traced(&self) -> Vec<Traced> {
        let mut found = Vec::new();
        blocks(&self.blocks, &mut found);
        self.notes.iter().for_each(|note| blocks(&note.blocks, &mut found));
        found
    }
}

fn blocks(list: &[Block], found: &mut Vec<Traced>) {
    for block in list {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => trace(content, found),
            Block::List(list) => list.items.iter().for_each(|item| blocks(item, found)),
            Block::Quote(inner) => blocks(inner, found),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    trace(&definition.term, found);
                    definition.meanings.iter().for_each(|meaning| blocks(meaning, found));
                }
            }
            Block::Table(table) => {
                trace(&table.caption, found);
                let cells = table.head.iter().chain(&table.rows).flatten();
                cells.for_each(|cell| blocks(&cell.blocks, found));
            }
            Block::Figure(figure) => trace(&figure.caption, found),
            Block::Code { .. }
            | Block::Divider
            | Block::PageBreak(_)
            | Block::Contents
            | Block::Signatures(_) => {}
        }
    }
}

fn trace(line: &[Inline], found: &mut Vec<Traced>) {
    let from = found.len();
    stretches(line, found);
    if from < found.len() {
        let line: Rc<str> = plain(line).into();
        found[from..].iter_mut().for_each(|own| own.line = Rc::clone(&line));
    }
}

fn stretches(content: &[Inline], found: &mut Vec<Traced>) {
    for inline in content {
        match inline {
            Inline::From { origin, content } => {
                found.push(Traced { origin: *origin, words: plain(content), line: Rc::default() });
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strike(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Image { alt: inner, .. }
            | Inline::Foreign { content: inner, .. } => stretches(inner, found),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Gap(_)
            | Inline::Note(_)
            | Inline::Break
            | Inline::SoftBreak => {}
        }
    }
}
