//! From pages to bytes. In: `Pages` and what the file says of itself. Out: a PDF/UA-1 and PDF/A-2a file.
//!
//! ```text
//! Pages → page (operators, marks, codes of glyphs) → printed (by printpdf, into lopdf objects)
//!       → finish (fonts, tags, links, outline, metadata) → file (object streams, identifier)
//! ```
//!
//! printpdf writes pages and operators; it has no structure tree, no subset fonts without a layout
//! engine of its own and random identifiers, so `finish` and `file` add and replace these.

mod codes;
mod content;
mod fields;
mod file;
mod finish;
mod fonts;
mod icc;
mod links;
mod metadata;
mod objects;
mod outline;
mod page;
mod pictures;
mod printed;
mod serialise;
mod shapes;
#[cfg(test)]
mod specimen;
mod tags;
#[cfg(test)]
mod tests;
mod text;

use super::display::Pages;
use crate::lang::Lang;

/// What the file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title, shown in the window's title bar.
    pub title: String,
    /// What the document is about; empty for nothing said.
    pub subject: String,
    /// The language of everything that is not marked otherwise.
    pub lang: Lang,
    /// Who wrote it, one name an entry.
    pub authors: Vec<String>,
    /// The document's date, ISO 8601 (`2027-01-31`); empty for none. Never the clock.
    pub date: String,
}

/// Returns the file, the same bytes for the same pages.
pub fn pdf(pages: &Pages, meta: &Meta) -> Vec<u8> {
    let mut deflater = file::Deflater::new();
    let printed = printed::print(pages, &mut deflater);
    let document = finish::finish(pages, meta, printed);
    file::bytes(document, &mut deflater)
}
