//! What a PDF's pages mean: the tags that a screen reader follows. In: nothing (built by `layout`).
//! Out: `Structure`, written by `backend`.

use super::rect::Rect;
use crate::document::Numerals;
use crate::lang::Lang;

/// The index of an element in [`Structure::elements`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(pub usize);

/// The structure tree, in reading order; the first element is the document.
#[derive(Clone, Debug, Default)]
pub struct Structure {
    /// All elements; parents stand before their children.
    pub elements: Vec<Element>,
}

/// An element.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// Its parent; `None` for the document.
    pub parent: Option<ElementId>,
    /// Its children in reading order. Its own content comes before them, unless the layout gives the
    /// content a `Span` element of its own.
    pub children: Vec<ElementId>,
    /// What is read instead of a figure; required for one.
    pub alt: Option<String>,
    /// The language, where it is not the parent's.
    pub lang: Option<Lang>,
    /// The title, for headings and notes that carry one.
    pub title: Option<String>,
    /// How many columns and rows a cell covers.
    pub spans: (u16, u16),
    /// Where a figure stands: its page and its rectangle.
    pub bounds: Option<(usize, Rect)>,
    /// A link's index on its page is found by the element; a note's identifier stands here.
    pub identifier: Option<String>,
}

/// The standard structure types of PDF 1.7 that pakt uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// The whole.
    Document,
    /// A part of the whole without a meaning of its own.
    #[default]
    Div,
    /// A heading, 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A piece of a line.
    Span,
    /// A link with its annotation.
    Link,
    /// A footnote.
    Note,
    /// A reference to a footnote or an entry of the contents.
    Reference,
    /// A list.
    List {
        /// What its labels count by; `None` for bullets.
        by: Option<Numerals>,
    },
    /// An entry of a list.
    ListItem,
    /// An entry's bullet or number; a note's mark.
    Label,
    /// An entry's content.
    ListBody,
    /// A table.
    Table,
    /// Its header rows.
    TableHead,
    /// Its other rows.
    TableBody,
    /// A row.
    TableRow,
    /// A header cell of a column or a row.
    HeaderCell {
        /// Whether it heads its row and not its column.
        of_row: bool,
    },
    /// A cell.
    Cell,
    /// A caption.
    Caption,
    /// A figure.
    Figure,
    /// A field to be filled in.
    Form,
    /// A quotation.
    BlockQuote,
    /// Literal text.
    Code,
    /// The table of contents.
    Contents,
    /// An entry of the contents.
    ContentsItem,
}

impl Structure {
    /// Adds an element at the end of its parent's children and returns its index.
    pub fn add(&mut self, element: Element) -> ElementId {
        let id = ElementId(self.elements.len());
        if let Some(parent) = element.parent {
            self.elements[parent.0].children.push(id);
        }
        self.elements.push(element);
        id
    }
}
