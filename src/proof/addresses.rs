//! The addresses that a page shows as words. In: a tree. Out: the tree with them in its lines.

use crate::document::{Block, Document, Inline};
use crate::write::is_safe;

/// Returns the document as a reader of its page sees it: the address of a link that nobody may follow stands
/// in brackets after its words.
pub(super) fn shown(document: &Document) -> Document {
    let mut document = document.clone();
    blocks(&mut document.blocks);
    document.notes.iter_mut().for_each(|note| blocks(&mut note.blocks));
    document
}

fn blocks(list: &mut [Block]) {
    for block in list {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => line(content),
            Block::List(list) => list.items.iter_mut().for_each(|item| blocks(item)),
            Block::Quote(inner) => blocks(inner),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    line(&mut definition.term);
                    definition.meanings.iter_mut().for_each(|meaning| blocks(meaning));
                }
            }
            Block::Table(table) => {
                line(&mut table.caption);
                let cells = table.head.iter_mut().chain(&mut table.rows).flatten();
                cells.for_each(|cell| blocks(&mut cell.blocks));
            }
            Block::Figure(figure) => line(&mut figure.caption),
            Block::Code { .. }
            | Block::Divider
            | Block::PageBreak
            | Block::Contents
            | Block::Signatures(_) => {}
        }
    }
}

fn line(content: &mut [Inline]) {
    for inline in content {
        match inline {
            Inline::Link { content: inner, href, .. } | Inline::Image { alt: inner, src: href, .. } => {
                line(inner);
                if !is_safe(href) {
                    inner.push(Inline::Text(format!(" ({href})")));
                }
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strike(inner)
            | Inline::From { content: inner, .. }
            | Inline::Foreign { content: inner, .. } => line(inner),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Gap(_)
            | Inline::Note(_)
            | Inline::Break
            | Inline::SoftBreak => {}
        }
    }
}
