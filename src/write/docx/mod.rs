//! A Word file. In: a `Document` and a `Style`. Out: an Office Open XML package, the same bytes for the same input.
//!
//! ```text
//! Document → front, blocks (lists, tables, figures …) → pieces → sections → document.xml ┐
//!            notes → footnotes.xml;  what they use → styles, numbering, media, relations ├ package → ZIP
//! ```
//!
//! Built as a careful person builds one: styles under the names that every language of Word translates, numbers made by
//! lists and not typed, real notes and captions, and no field that makes Word ask when it is opened.

mod blocks;
mod brand;
mod comments;
mod contents;
mod controls;
mod figures;
mod fit;
mod front;
mod headings;
mod inlines;
mod lists;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod picture;
mod properties;
mod redline;
mod relations;
mod running;
mod sections;
mod signatures;
mod style;
mod styles;
mod tables;
mod theme;
mod widths;
mod xml;

pub use brand::lacking;
pub use comments::Remark;
pub use package::Parts;
pub use redline::redline;
pub use style::Style;

use super::phrases::{Phrases, phrases};
use crate::document::{Block, Document};
use controls::Controls;
use headings::Labels;
use notes::Notes;
use numbering::Numbers;
use paragraph::Piece;
use relations::Relations;

/// Returns the file.
pub fn docx(document: &Document, style: &Style) -> Vec<u8> {
    parts(document, style).packed()
}

/// Returns the parts of the file, before they are packed.
pub fn parts(document: &Document, style: &Style) -> Parts {
    let mut writer = Writer::new(document, style);
    writer.front();
    writer.body();
    writer.stray_notes();
    let body = writer.finished();
    let notes = writer.footnotes();
    package::parts(&writer, &body, &notes)
}

/// A paper while it is being written.
struct Writer<'d> {
    document: &'d Document,
    style: &'d Style,
    phrases: &'static Phrases,
    /// What has been written of the body, or of the part of it in hand.
    out: Vec<Piece>,
    /// Runs that the next paragraph begins with.
    lead: String,
    /// Whether the next paragraph starts a page.
    breaks: bool,
    /// Whether the page lies on its long side.
    sideways: bool,
    /// Whether a section has been closed already, so that the title page is behind.
    is_first_closed: bool,
    /// Whether any page lies on its long side, so that a foot of that width is wanted.
    is_ever_sideways: bool,
    labels: Labels<'d>,
    numbers: Numbers,
    notes: Notes,
    /// The relations of the body, then those of the notes.
    relations: [Relations; 2],
    /// Which of the two is being written.
    is_in_notes: bool,
    /// Pictures: the name of each part and its bytes.
    media: Vec<(String, Vec<u8>)>,
    /// What draws charts, made when the first one is met.
    painter: picture::Painter<'d>,
    tables: usize,
    charts: usize,
    /// The last number given to a bookmark or a drawing.
    last_id: usize,
    within_link: bool,
    controls: Controls,
}

impl<'d> Writer<'d> {
    fn new(document: &'d Document, style: &'d Style) -> Self {
        let labels = Labels::of(document);
        let sideways = document.front.landscape;
        Self {
            document,
            style,
            phrases: phrases(document.lang),
            out: Vec::new(),
            lead: String::new(),
            breaks: false,
            sideways,
            is_first_closed: false,
            is_ever_sideways: sideways,
            numbers: Numbers::new(labels.kind()),
            labels,
            notes: Notes::of(document),
            relations: Default::default(),
            is_in_notes: false,
            media: Vec::new(),
            painter: picture::Painter::new(&style.look),
            tables: 0,
            charts: 0,
            last_id: 0,
            within_link: false,
            controls: Controls::default(),
        }
    }

    /// Tells whether the title has a page of its own.
    fn has_cover(&self) -> bool {
        self.document.blocks.iter().any(|block| matches!(block, Block::Contents))
    }

    /// Returns a number that no other bookmark or drawing has.
    fn next_id(&mut self) -> usize {
        self.last_id += 1;
        self.last_id
    }

    fn relations(&mut self) -> &mut Relations {
        &mut self.relations[usize::from(self.is_in_notes)]
    }
}
