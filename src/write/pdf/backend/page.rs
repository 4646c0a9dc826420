//! A page from its items. In: a page. Out: it as printpdf operators, and which marked piece belongs to
//! which element.

use printpdf::{PdfPage, Pt};

use super::codes::Faces;
use super::content::Canvas;
use super::objects::round;
use super::{shapes, text};
use crate::write::pdf::display::{Item, Page, Shape};
use crate::write::pdf::structure::{ElementId, Structure};

/// Draws a page; the nth of the owners owns its nth marked piece.
pub(super) fn draw(page: &Page, structure: &Structure, faces: &mut Faces) -> (PdfPage, Vec<ElementId>) {
    let mut canvas = Canvas::new(page, structure);
    for Item { owner, shape } in &page.items {
        canvas.enter(*owner);
        match shape {
            Shape::Glyphs(run) => text::run(&mut canvas, run, faces),
            Shape::Path(path) => shapes::path(&mut canvas, path),
            Shape::Picture { index, area } => shapes::picture(&mut canvas, *index, *area),
        }
    }
    canvas.leave();
    let area = printpdf::Rect::from_wh(Pt(round(page.width)), Pt(round(page.height)));
    let page = PdfPage { media_box: area.clone(), trim_box: area.clone(), crop_box: area, ops: canvas.ops };
    (page, canvas.marks)
}
