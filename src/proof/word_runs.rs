//! The words of a document run by run. In: a tree. Out: strings that no writer of plain text parts: it
//! puts addresses and numbers of notes between them, and its mark before each line of a quote.

use crate::document::{Block, Document, Figure, Inline};

/// Returns the runs of the body and the notes, without the mark of quotes.
pub(super) fn of(document: &Document) -> Vec<String> {
    let mut runs = Vec::new();
    blocks(&document.blocks, &mut runs);
    document.notes.iter().for_each(|note| blocks(&note.blocks, &mut runs));
    runs.iter().map(|words| words.replace('>', " ")).collect()
}

fn line(line: &[Inline], runs: &mut Vec<String>) {
    for inline in line {
        match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Gap(words) => runs.push(words.clone()),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strike(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Image { alt: inner, .. }
            | Inline::From { content: inner, .. }
            | Inline::Foreign { content: inner, .. } => self::line(inner, runs),
            Inline::Note(_) | Inline::Break | Inline::SoftBreak => {}
        }
    }
}

fn blocks(list: &[Block], runs: &mut Vec<String>) {
    for block in list {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => line(content, runs),
            Block::List(list) => list.items.iter().for_each(|item| blocks(item, runs)),
            Block::Quote(inner) => blocks(inner, runs),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    line(&definition.term, runs);
                    definition.meanings.iter().for_each(|meaning| blocks(meaning, runs));
                }
            }
            Block::Table(table) => {
                line(&table.caption, runs);
                table.head.iter().chain(&table.rows).flatten().for_each(|cell| blocks(&cell.blocks, runs));
            }
            Block::Figure(figure) => {
                line(&figure.caption, runs);
                let bare = Figure { caption: Vec::new(), ..figure.clone() };
                runs.extend(alone(Block::Figure(bare)));
            }
            Block::Code { text, .. } => runs.extend(text.lines().map(str::to_owned)),
            other => runs.extend(alone(other.clone())),
        }
    }
}

/// Returns the words of a block by itself.
fn alone(block: Block) -> Vec<String> {
    Document { blocks: vec![block], ..Document::default() }.words().0
}
