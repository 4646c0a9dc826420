//! The words of a text. In: a text. Out: what a reader sees of it, as plain text.

use super::{Block, Inline, read};

/// Returns the words of a text without what the dialect reads as marks: blocks parted by an empty line, lines by a
/// line end.
pub fn plain(text: &str) -> String {
    let mut blocks = Vec::new();
    push(&mut blocks, &read(text));
    blocks.join("\n\n")
}

fn push(out: &mut Vec<String>, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(line) | Block::Heading(_, line) | Block::Note(_, line) => out.push(words(line)),
            Block::List(list) => list.items.iter().for_each(|item| push(out, item)),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                out.extend(rows.flatten().map(|cell| words(cell)).filter(|cell| !cell.is_empty()));
            }
        }
    }
}

/// Returns the words of a line.
fn words(line: &[Inline]) -> String {
    let mut out = String::new();
    for inline in line {
        match inline {
            Inline::Text(words) => out.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link(_, inner) => {
                out.push_str(&words(inner))
            }
            Inline::Note(_) | Inline::Source(_) => {}
            Inline::Break => out.push('\n'),
        }
    }
    out
}
