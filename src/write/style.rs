//! How documents look. In: a `style.yaml`, or nothing. Out: `Style`.

use std::fmt;

/// The look of a document, as far as its reader may change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// The CSS `font-family` of HTML; no font is ever fetched.
    pub fonts: String,
    /// Words.
    pub ink: Colour,
    /// Words of less weight.
    pub muted: Colour,
    /// Headings, links and lines that lead the eye.
    pub accent: Colour,
    /// Lines that order.
    pub rule: Colour,
    /// A light ground behind words.
    pub wash: Colour,
}

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Default for Style {
    fn default() -> Self {
        Self {
            fonts: "Lato, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif".to_owned(),
            ink: Colour([0x1b, 0x1f, 0x24]),
            muted: Colour([0x4d, 0x57, 0x62]),
            accent: Colour([0x1f, 0x4e, 0x79]),
            rule: Colour([0xc9, 0xd0, 0xd7]),
            wash: Colour([0xee, 0xf2, 0xf6]),
        }
    }
}
