//! What no accessible PDF can be made of. In: a `Document`. Out: a `Refusal`, before anything is laid out.

use thiserror::Error;

use crate::document::{Block, Document, plain};

/// Why a document cannot be laid out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// A figure says nothing to those who cannot see it.
    #[error("a figure has no alternative text{}", named(.caption))]
    FigureWithoutAlt {
        /// The figure's caption; empty for none.
        caption: String,
    },
    /// Nobody knows what a table's columns hold.
    #[error("a table has no header row{}", named(.caption))]
    TableWithoutHead {
        /// The table's caption; empty for none.
        caption: String,
    },
    /// A heading's level is not the one after its forerunner's.
    #[error("the heading “{heading}” is of level {found}, where {most} is the deepest that can follow")]
    HeadingSkipped {
        /// The heading.
        heading: String,
        /// Its level.
        found: u8,
        /// The deepest level allowed there.
        most: u8,
    },
    /// A font file cannot be read.
    #[error("the font files are no fonts")]
    NotFonts,
}

fn named(caption: &str) -> String {
    if caption.is_empty() { String::new() } else { format!(": {caption}") }
}

/// Returns the first thing that stands in the way.
pub(super) fn refuse(document: &Document) -> Option<Refusal> {
    let mut level = 0;
    let body = blocks(&document.blocks, &mut level);
    body.or_else(|| {
        // Notes stand apart from the order of sections.
        document.notes.iter().find_map(|note| blocks(&note.blocks, &mut 6))
    })
    .or_else(|| {
        let silent = document.front.marks.iter().any(|mark| mark.alt.trim().is_empty());
        silent.then(|| Refusal::FigureWithoutAlt { caption: String::new() })
    })
}

fn blocks(list: &[Block], level: &mut u8) -> Option<Refusal> {
    list.iter().find_map(|block| one(block, level))
}

fn one(block: &Block, level: &mut u8) -> Option<Refusal> {
    match block {
        Block::Heading { level: found, content, .. } => {
            let most = *level + 1;
            *level = (*found).clamp(1, 6);
            (*found > most).then(|| Refusal::HeadingSkipped { heading: plain(content), found: *found, most })
        }
        Block::List(list) => list.items.iter().find_map(|item| blocks(item, level)),
        Block::Quote(inner) => blocks(inner, level),
        Block::Definitions(all) => {
            all.iter().flat_map(|one| &one.meanings).find_map(|meaning| blocks(meaning, level))
        }
        Block::Table(table) => {
            if table.is_headless() && table.rows.is_empty() {
                return Some(Refusal::TableWithoutHead { caption: plain(&table.caption) });
            }
            table.rows.iter().flatten().find_map(|cell| blocks(&cell.blocks, level))
        }
        Block::Figure(figure) => {
            let silent = figure.alt.trim().is_empty();
            silent.then(|| Refusal::FigureWithoutAlt { caption: plain(&figure.caption) })
        }
        Block::Paragraph(_)
        | Block::Code { .. }
        | Block::Divider
        | Block::PageBreak(_)
        | Block::Contents
        | Block::Signatures(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Bars, Drawing, Figure, Inline, Table};

    fn refusal(blocks: Vec<Block>) -> Option<Refusal> {
        refuse(&Document { blocks, ..Document::default() })
    }

    fn heading(level: u8) -> Block {
        Block::Heading { level, id: level.to_string(), content: vec![Inline::Text("Cele".to_owned())] }
    }

    #[test]
    fn a_skipped_heading_level_is_refused() {
        assert_eq!(refusal(vec![heading(1), heading(2), heading(3), heading(1), heading(2)]), None);
        let skipped = Refusal::HeadingSkipped { heading: "Cele".to_owned(), found: 3, most: 2 };
        assert_eq!(refusal(vec![heading(1), heading(3)]), Some(skipped));
    }

    #[test]
    fn a_figure_without_words_and_a_table_without_heads_are_refused() {
        let figure = Figure { alt: " ".to_owned(), caption: vec![], drawing: Drawing::Bars(Bars::default()) };
        let refused = refusal(vec![Block::Quote(vec![Block::Figure(figure)])]);
        assert_eq!(refused, Some(Refusal::FigureWithoutAlt { caption: String::new() }));
        let refused = refusal(vec![Block::Table(Table::default())]);
        assert_eq!(refused, Some(Refusal::TableWithoutHead { caption: String::new() }));
    }
}
