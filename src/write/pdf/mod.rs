//! PDF/UA-1 and PDF/A-2a. In: a `Document` and a style. Out: bytes, the same for the same input.
//!
//! ```text
//! Document → layout (text, flow, tables) → Pages: display list + structure tree → backend → bytes
//! ```

pub mod backend;
pub mod display;
pub mod drawing;
pub mod fonts;
mod layout;
mod open;
pub mod reading;
mod rect;
pub mod structure;
pub mod style;
mod text;

pub(super) use fonts::Cut;
pub use layout::{Refusal, lay_out};
pub use style::Style;
pub(super) use text::{Figures, Shaper};

use crate::document::Document;

/// A PDF and what it could not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters no face has, each shown as a box.
    pub missing: Vec<char>,
}

/// Lays a document out and writes it; refuses what no accessible PDF can be made of.
pub fn pdf(document: &Document, style: &Style) -> Result<Written, Refusal> {
    let pages = lay_out(document, style)?;
    let meta = backend::Meta {
        title: document.title.clone(),
        subject: document.front.subtitle.clone(),
        lang: document.lang,
        authors: document.front.authors.clone(),
        date: document.front.date.clone(),
    };
    Ok(Written { bytes: backend::pdf(&pages, &meta), missing: pages.missing })
}
