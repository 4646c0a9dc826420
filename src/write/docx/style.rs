//! How a Word file looks. In: a `Look`, or nothing. Out: `Style`, in the units of Word.

use std::sync::Arc;

use crate::style::{Colour as Asked, Look};
use crate::word::{Brand, Page};
use crate::write::pdf::{self, display::Colour};

/// How much larger letters are set in the program's own font: Calibri is smaller to the eye than the Lato of a PDF.
const CALIBRI: f32 = 1.068;

/// How far head and foot stand from the edge of the page.
const RUNNING: i32 = 720;

/// The look of a Word file.
#[derive(Clone, Debug)]
pub struct Style {
    /// The font; a file holds none, so that it must be one that readers have.
    pub family: String,
    /// Everything else, as in a PDF.
    pub look: pdf::Style,
    /// The file whose look is taken, with its pages, heads and feet.
    pub brand: Option<Arc<Brand>>,
    scale: f32,
}

impl Default for Style {
    fn default() -> Self {
        Self { family: "Calibri".to_owned(), look: pdf::Style::default(), brand: None, scale: CALIBRI }
    }
}

impl Style {
    /// Returns the look asked for, and where it says nothing the program's own. Head and foot are in the document's
    /// language.
    pub fn of(look: &Look, running: [String; 2]) -> Self {
        let own = Self::default();
        let family = look.fonts.as_ref().map(|fonts| fonts.family.clone());
        let family = family.filter(|family| !family.trim().is_empty());
        Self {
            scale: if family.is_some() { 1.0 } else { CALIBRI },
            family: family.unwrap_or(own.family),
            look: pdf::Style::of(look, running),
            brand: None,
        }
    }

    /// Returns the look of a file; where that says nothing, what is asked for, and then the program's own.
    pub fn of_brand(look: &Look, running: [String; 2], brand: Arc<Brand>) -> Self {
        let mut look = look.clone();
        let accent = brand.accent.as_deref().and_then(Asked::parse).filter(|colour| colour.is_read());
        look.colours.accent = accent.or(look.colours.accent);
        look.sizes.body = brand.size.map(|size| size.clamp(8.0, 14.0)).or(look.sizes.body);
        let own = Self::of(&look, running);
        let scale = if brand.size.is_some() { 1.0 } else { own.scale };
        Self { family: brand.family.clone().unwrap_or(own.family), scale, brand: Some(brand), look: own.look }
    }

    /// Returns a size of letters in points, as they are set here.
    pub(super) fn points(&self, size: f32) -> f32 {
        (size * self.scale * 2.0).round() / 2.0
    }

    /// Returns a size of letters in half points.
    pub(super) fn half_points(&self, size: f32) -> u32 {
        (self.points(size) * 2.0) as u32
    }

    /// Returns the sheet as it stands and its margins.
    pub(super) fn sheet(&self) -> Page {
        if let Some(page) = self.brand.as_ref().and_then(|brand| brand.page) {
            return page;
        }
        let (width, height) = self.look.paper.size();
        let margins = self.look.margins;
        let [top, side, bottom] = [margins.top, margins.side, margins.bottom].map(twips);
        Page {
            width: twips(width),
            height: twips(height),
            margins: [top, side, bottom, side],
            running: [top, bottom].map(|margin| RUNNING.min(margin / 2)),
            gutter: 0,
        }
    }

    /// Returns width and height of the page in twentieths of a point.
    pub(super) fn page(&self, sideways: bool) -> (i32, i32) {
        let Page { width, height, .. } = self.sheet();
        if sideways { (height, width) } else { (width, height) }
    }

    /// Returns width and height of the text of a page in twentieths of a point.
    pub(super) fn frame(&self, sideways: bool) -> (i32, i32) {
        let (width, height) = self.page(sideways);
        let Page { margins: [top, right, bottom, left], gutter, .. } = self.sheet();
        let (across, down) = (left + right + gutter, top.abs() + bottom.abs());
        ((width - across).max(2_000), (height - down).max(2_000))
    }
}

/// Returns a length in twentieths of a point.
pub(super) fn twips(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

/// Returns a colour as Word writes it.
pub(super) fn hex(Colour { red, green, blue }: Colour) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::{Paper, Sizes};

    #[test]
    fn a_look_changes_sheet_and_sizes() {
        let sizes = Sizes { body: Some(12.0), ..Sizes::default() };
        let look = Look { paper: Some(Paper::Letter), sizes, ..Look::default() };
        let style = Style::of(&look, ["Pakt".to_owned(), String::new()]);
        assert_eq!(style.page(false), (12_240, 15_840));
        assert_eq!(style.page(true), (15_840, 12_240));
        assert!(style.half_points(style.look.sizes.body) > Style::default().half_points(10.3));
        assert_eq!(Style::default().half_points(10.3), 22);
        assert_eq!(style.look.header, "Pakt");
    }
}
