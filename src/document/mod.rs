//! The one tree that every writer prints. In: nothing (built by `markdown`). Out: `Document`.
//!
//! The tree knows headings, tables and figures; it knows no HTML, no points and no partnership.
//! Strings hold what a reader sees: no markup, no escapes. A writer may break lines, never words.

mod alt;
mod figure;
mod inline;
mod numbering;
mod origin;
mod picture;
mod table;
mod words;

pub use figure::{
    Bar, Bars, Day, Drawing, Edge, Figure, Gantt, GanttRow, Graph, Group, Lane, Lines, Reference, Vertex,
};
pub use inline::{Inline, Inlines, NoteId, OriginId, may_be_followed};
pub use numbering::{Numbering, Numerals, Within};
pub use origin::{Origin, Traced};
pub use picture::{Header, Picture, header};
pub use table::{Align, Cell, Column, Grade, Row, Table};
pub use words::{Way, Words, plain};

use crate::lang::Lang;
use serde::{Deserialize, Serialize};

/// A whole document in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What the title page, the file's metadata and the window title say.
    pub title: String,
    /// The language of everything that no [`Inline::Foreign`] marks otherwise.
    pub lang: Lang,
    /// What stands on the title page and in the file's metadata besides the title.
    pub front: Front,
    /// The body, in reading order.
    pub blocks: Vec<Block>,
    /// Footnotes, in the order of their first reference; a reference names its index.
    pub notes: Vec<Note>,
    /// The origins that [`Inline::From`] names; empty where nobody asked for them.
    pub origins: Vec<Origin>,
}

/// The title page and the metadata.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    /// A line under the title; empty for none.
    pub subtitle: String,
    /// Who wrote it, one name an entry.
    pub authors: Vec<String>,
    /// The application's date, ISO 8601; empty for none. Never the clock.
    pub date: String,
    /// The date as a reader of the document's language writes it; empty for none.
    pub date_words: String,
    /// Lines of the title page: label and value ("Nabór", "FEMA.08.01-…").
    pub facts: Vec<(String, String)>,
    /// Logos and funding marks, in a row at the head of the title page.
    pub marks: Vec<Picture>,
    /// Marks that the call asks for and no file gives; none where files give some.
    pub wanted: Vec<Wanted>,
    /// What the foot of each page says of the paper (version, standing); empty for nothing.
    pub edition: String,
    /// A notice that must be read first (legal draft, invented data); empty for none.
    pub notices: Vec<String>,
    /// Whether its pages lie on their long side.
    pub landscape: bool,
}

/// A mark that the call asks for and no file gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The emblem of the Union, which a writer draws, with the statement beside it.
    Emblem {
        /// What the emblem is, for those who hear it.
        alt: String,
        /// "Dofinansowane przez Unię Europejską".
        statement: String,
    },
    /// A place for a mark, named by its words.
    Place(String),
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its label in the source (`E1`), unique in the document.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One block of the body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of level 1 to 6; `id` is unique in the document and fit for a link.
    Heading {
        /// 1 for a section of the document, 2 below it, and so on.
        level: u8,
        /// The anchor, without `#`.
        id: String,
        /// The words.
        content: Inlines,
    },
    /// A paragraph.
    Paragraph(Inlines),
    /// A list.
    List(List),
    /// A quotation.
    Quote(Vec<Block>),
    /// Text whose line breaks and spaces count.
    Code {
        /// The language the author named; empty for none.
        info: String,
        /// The text, with `\n` between lines.
        text: String,
    },
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// A table with a header row.
    Table(Table),
    /// A chart or a picture.
    Figure(Figure),
    /// A rule between thoughts.
    Divider,
    /// The next block starts a page.
    PageBreak(Break),
    /// The table of contents stands here.
    Contents,
    /// Places for signatures, each kept whole.
    Signatures(Vec<Signature>),
}

/// When a page ends before a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Whatever stands on it.
    Always,
    /// Where no more than a quarter of it would stay blank, as far as the writer knows pages; else always.
    WhereFull,
}

/// A numbered or a bulleted list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// The first number; `None` for bullets.
    pub start: Option<u64>,
    /// How its numbers are written.
    pub numbering: Numbering,
    /// Whether items stand close, as lines and not as paragraphs.
    pub tight: bool,
    /// The items.
    pub items: Vec<Vec<Block>>,
}

impl List {
    /// Returns the label of an item, counted from nought: `3.`, `c)`; `None` for bullets.
    pub fn label(&self, item: usize) -> Option<String> {
        self.start.map(|first| self.numbering.label(first.saturating_add(item as u64)))
    }
}

/// A term and its meanings.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Inlines,
    /// One or more meanings.
    pub meanings: Vec<Vec<Block>>,
}

/// A place to sign: who signs for whom, on what basis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signature {
    /// The body that is bound.
    pub party: String,
    /// The person; empty leaves a line to fill in.
    pub name: String,
    /// The person's function; empty leaves a line to fill in.
    pub function: String,
    /// The basis of representation; empty for none.
    pub mandate: String,
    /// Label for the line that takes place and date ("miejscowość i data").
    pub place_label: String,
    /// Label for the line that takes the signature ("podpis").
    pub sign_label: String,
}
