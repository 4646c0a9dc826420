//! A document dealt out on pages. In: a `Document`, a `Style`. Out: `Pages`, or why there are none.
//!
//! ```text
//! blocks → composer (inlines, lists, tables, figures …) → Flow of slabs + structure tree
//!        → paginate (keeps, footnotes, repeated header rows) → drafts → emit (page numbers, links) → Pages
//! ```

mod blocks;
mod columns;
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
mod wanted;
mod widths;
mod wishes;

pub use refuse::Refusal;

use composer::Composer;
use paginate::PageDraft;

use super::display::Pages;
use super::style::Style;
use super::text::Shaper;
use crate::document::Document;

/// How much closer lines may stand to save a page.
const CLOSER: f32 = 0.95;

/// How much of a page closer lines may save on each page before it, in points.
const SAVED: f32 = 40.0;
/// How much may be left over of what nearly fits on one page.
const NEARLY: f32 = 190.0;

/// Returns the document on pages; refuses what no accessible PDF can be made of.
pub fn lay_out(document: &Document, style: &Style) -> Result<Pages, Refusal> {
    if let Some(refusal) = refuse::refuse(document) {
        return Err(refusal);
    }
    let (drafts, composer) = dealt(document, style)?;
    let nearly_one = drafts.len() == 2 && drafts[1].is_thin(1, NEARLY);
    if nearly_one || drafts.iter().enumerate().any(|(before, page)| page.is_thin(before, SAVED)) {
        // Lines a little closer may save the page that holds a few of them.
        let mut close = style.clone();
        close.sizes.leading *= CLOSER;
        let (closer, composer) = dealt(document, &close)?;
        if closer.len() < drafts.len() {
            return Ok(emit::emit(closer, composer));
        }
        if nearly_one {
            // What nearly fits on one page is set on one, over its whole width.
            close.sizes.body *= CLOSER;
            close.sizes.measure = f32::INFINITY;
            let (one, composer) = dealt(document, &close)?;
            if one.len() == 1 {
                return Ok(emit::emit(one, composer));
            }
        }
    }
    Ok(emit::emit(drafts, composer))
}

fn dealt<'a>(document: &'a Document, style: &'a Style) -> Result<(Vec<PageDraft>, Composer<'a>), Refusal> {
    let shaper = Shaper::new(&style.faces).ok_or(Refusal::NotFonts)?;
    let mut composer = Composer::new(document, style, shaper);
    let flow = composer.document();
    let drafts = paginate::paginate(flow, &mut composer);
    Ok((drafts, composer))
}
