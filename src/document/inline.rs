//! What stands inside a line. In: nothing. Out: `Inline`.

use crate::lang::Lang;

/// A run of inline content.
pub type Inlines = Vec<Inline>;

/// The index of an origin in [`super::Document::origins`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OriginId(pub usize);

/// The index of a note in [`super::Document::notes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub usize);

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words as the reader sees them.
    Text(String),
    /// Strong emphasis.
    Strong(Inlines),
    /// Emphasis.
    Emphasis(Inlines),
    /// Struck-out words.
    Strike(Inlines),
    /// A literal: a code, a file name.
    Code(String),
    /// A link to a URL or to `#anchor` of the same document.
    Link {
        /// The target as written.
        href: String,
        /// The tooltip; empty for none.
        title: String,
        /// The words to click.
        content: Inlines,
    },
    /// A picture that the program does not fetch: writers show its alt text and keep its address as a link.
    Image {
        /// The address as written.
        src: String,
        /// The tooltip; empty for none.
        title: String,
        /// What the picture shows.
        alt: Inlines,
    },
    /// A reference to a footnote.
    Note(NoteId),
    /// Words in another language than the document's.
    Foreign {
        /// The language of the words.
        lang: Lang,
        /// The words.
        content: Inlines,
    },
    /// Words of a text of the application.
    From {
        /// The text.
        origin: OriginId,
        /// The words.
        content: Inlines,
    },
    /// A mark of a gap in a draft: `[BRAK: NEED-05]`.
    Gap(String),
    /// A line break that the author wants.
    Break,
    /// A line break of the source: a space, wherever lines may be broken anew.
    SoftBreak,
}
