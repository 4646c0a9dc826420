//! A document dealt out on pages. In: a `Document`, a `Style`. Out: `Pages`, or why there are none.
//!
//! ```text
//! blocks → composer (inlines, lists, tables, figures …) → Flow of slabs + structure tree
//!        → paginate (keeps, footnotes, repeated header rows) → drafts → emit (page numbers, links) → Pages
//! ```

mod blocks;
mod composer;
mod contents;
mod emit;
mod figures;
mod flow;
mod foot;
mod front;
mod inlines;
mod lists;
mod notes;
mod paginate;
mod refuse;
mod row;
mod shapes;
mod signatures;
mod slab;
mod tables;
#[cfg(test)]
mod tests;
mod widths;

pub use refuse::Refusal;
pub(in crate::write) use tables::is_figure;
pub(in crate::write) use widths::{Need, widths};

use composer::Composer;

use super::display::Pages;
use super::style::Style;
use super::text::Shaper;
use crate::document::Document;

/// Returns the document on pages; refuses what no accessible PDF can be made of.
pub fn lay_out(document: &Document, style: &Style) -> Result<Pages, Refusal> {
    if let Some(refusal) = refuse::refuse(document) {
        return Err(refusal);
    }
    let shaper = Shaper::new(&style.faces).ok_or(Refusal::NotFonts)?;
    let mut composer = Composer::new(document, style, shaper);
    let flow = composer.document();
    let drafts = paginate::paginate(flow, &mut composer);
    Ok(emit::emit(drafts, composer))
}
