//! How a Word file looks. In: a `Look`, or nothing. Out: `Style`, in the units of Word.

use crate::style::Look;
use crate::write::pdf::{self, display::Colour};

/// How much larger letters are set in the program's own font: Calibri is smaller to the eye than the Lato of a PDF.
const CALIBRI: f32 = 1.068;

/// The look of a Word file.
#[derive(Clone, Debug)]
pub struct Style {
    /// The font; a file holds none, so that it must be one that readers have.
    pub family: String,
    /// Everything else, as in a PDF.
    pub look: pdf::Style,
    scale: f32,
}

impl Default for Style {
    fn default() -> Self {
        Self { family: "Calibri".to_owned(), look: pdf::Style::default(), scale: CALIBRI }
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
        }
    }

    /// Returns a size of letters in points, as they are set here.
    pub(super) fn points(&self, size: f32) -> f32 {
        (size * self.scale * 2.0).round() / 2.0
    }

    /// Returns a size of letters in half points.
    pub(super) fn half_points(&self, size: f32) -> u32 {
        (self.points(size) * 2.0) as u32
    }

    /// Returns width and height of the page in twentieths of a point.
    pub(super) fn page(&self, sideways: bool) -> (i32, i32) {
        let (width, height) = self.look.paper.size();
        let (width, height) = (twips(width), twips(height));
        if sideways { (height, width) } else { (width, height) }
    }

    /// Returns width and height of the text of a page in twentieths of a point.
    pub(super) fn frame(&self, sideways: bool) -> (i32, i32) {
        let (width, height) = self.page(sideways);
        let margins = self.look.margins;
        let (across, down) = (2 * twips(margins.side), twips(margins.top) + twips(margins.bottom));
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
