//! Markdown into the document tree. In: Markdown text. Out: `Body`, with every fault it shows.
//!
//! CommonMark with tables, footnotes, strikethrough, definition lists and heading ids. Raw HTML is
//! shown as text, nesting stops at [`DEPTH`] (what lies deeper joins its nearest container), and
//! nothing is lost: whatever cannot be read as meant stays in the tree as text. So does a link that leads
//! nowhere a reader may go: its words stay, with the address behind them.
//!
//! Templates say the rest of the tree in seven forms, each exactly as written here:
//!
//! | form | meaning |
//! | --- | --- |
//! | `<span lang="en">words</span>` | words in another language (`pl` or `en`) |
//! | `<gap>[BRAK: skala problemu N1]</gap>` | the mark of a gap |
//! | `<br>` | a line break, in a table cell too |
//! | `<item mark="a)">` | at the head of a numbered list: how it is numbered, by the label of its kind's first item |
//! | `<pagebreak>`, `<contents>` | on a line alone between empty lines: a new page, the table of contents |
//! | `<pagebreak full>` | a new page, unless more than a quarter of the page before would stay blank in PDF |
//! | `{caption} Words` | a paragraph straight before a table or a chart: its caption |
//! | fence `chart bars`, `chart groups`, `chart lines`, `chart gantt`, `chart graph`, `signatures` | a figure or places to sign; the body is YAML |
//!
//! `{caption rows}` says besides that the first cell of each row is the header of its row, and
//! `{caption head=2}` that the first two rows of the table are header rows, and `{caption graded}` that cells
//! open with the letter of a grade (N, Ś, W; L, M, H); the words may be left out. The YAML of a fence has the fields of [`crate::document::Figure`] and
//! [`crate::document::Signature`]; its keys are shown by the examples in `fence.rs`. A chart's `alt`
//! may be left out: then its data are told in words.

mod anchor;
mod build;
mod caption;
mod container;
mod fence;
mod html;
mod leaf;
mod line;
mod notes;
mod stretches;
#[cfg(test)]
mod tests;

pub use anchor::Anchors;
pub use fence::{drawing_fence, signatures_fence};
pub use html::item_token;

use std::ops::Range;

use crate::document::{Block, Note, OriginId};
use crate::lang::Lang;

/// How many containers (quotes, lists and their items, notes, definitions) lie in one another at most.
pub const DEPTH: usize = 64;

/// What a Markdown text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// The text, in reading order.
    pub blocks: Vec<Block>,
    /// The footnotes, by first reference; notes that nothing refers to come last.
    pub notes: Vec<Note>,
    /// What could not be read as meant, by line.
    pub faults: Vec<Fault>,
}

/// Something that could not be read as meant; its text is in the tree all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// The kinds of [`Fault`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A `chart` fence that is no chart; the reason is the YAML reader's, in English.
    Chart {
        /// What it says.
        reason: String,
    },
    /// A `signatures` fence that is no list of signatures.
    Signatures {
        /// What it says.
        reason: String,
    },
    /// A `{caption}` with words it does not know, or with no table or chart after it.
    Caption {
        /// The marker as written.
        marker: String,
    },
    /// A token that is not closed, or does not stand alone where it must.
    Token {
        /// The token as written.
        token: String,
    },
    /// A table row with more cells than the header; their text stands in the last cell.
    Cells {
        /// What stood there.
        text: String,
    },
    /// A link that nobody may follow; its words stand without it.
    Link {
        /// Where it leads, as written.
        address: String,
    },
    /// A second note of this label; it stands after the other notes.
    Note {
        /// The label.
        label: String,
    },
}

/// Reads Markdown of the first language.
pub fn read(text: &str) -> Body {
    read_in(text, Lang::default())
}

/// Reads Markdown and leaves links in it that nobody may follow: how it is read can be compared with the
/// specification so, but no document is made of it.
#[doc(hidden)]
pub fn read_with_every_link(text: &str) -> Body {
    let mut builder = build::Builder::new(text, Lang::default(), Vec::new());
    builder.line.keeps_links = true;
    builder.read()
}

/// Reads Markdown; the language is that of the alt texts of charts whose fences give none.
pub fn read_in(text: &str, lang: Lang) -> Body {
    read_traced(text, lang, Vec::new())
}

/// Reads Markdown some stretches of which come from texts of the application, in the order of the Markdown.
pub fn read_traced(text: &str, lang: Lang, origins: Vec<(Range<usize>, OriginId)>) -> Body {
    build::Builder::new(text, lang, origins).read()
}
