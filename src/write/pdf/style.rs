//! How a PDF looks. In: nothing (built by the caller). Out: `Style`, read by `layout`.
//!
//! Lengths are points. Every pair of text colour and ground has a contrast of 4.5 : 1 or more.

use super::display::Colour;
use super::fonts::Faces;

/// The look of a document.
#[derive(Clone, Debug)]
pub struct Style {
    /// The sheet.
    pub paper: Paper,
    /// White space round the text.
    pub margins: Margins,
    /// The fonts.
    pub faces: Faces,
    /// Sizes of letters.
    pub sizes: Sizes,
    /// Colours by what they are for.
    pub colours: Colours,
    /// Whether running text fills its lines.
    pub justify: Justify,
    /// Whether the title stands on a page of its own.
    pub cover: Cover,
    /// What stands at the head of every page but the title page; empty for the document's title.
    pub header: String,
    /// What stands at the foot, beside the page number; empty for nothing.
    pub footer: String,
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Returns width and height in points, upright.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// White space round the text of a page; running head and foot stand inside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// Above.
    pub top: f32,
    /// Below.
    pub bottom: f32,
    /// On either side.
    pub side: f32,
}

/// Font sizes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// Running text.
    pub body: f32,
    /// Cells of tables.
    pub table: f32,
    /// Footnotes, captions and running heads.
    pub small: f32,
    /// The title.
    pub title: f32,
    /// Headings, the outermost first; deeper ones take the last.
    pub headings: [f32; 4],
    /// The height of a line as a multiple of the font size.
    pub leading: f32,
}

/// Colours by what they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Running text.
    pub ink: Colour,
    /// Headings and the title.
    pub accent: Colour,
    /// Captions, running heads, labels.
    pub muted: Colour,
    /// Links.
    pub link: Colour,
    /// Thin lines.
    pub rule: Colour,
    /// The ground of header rows.
    pub head: Colour,
    /// The ground of code and notices.
    pub tint: Colour,
    /// Marks of gaps in a draft.
    pub gap: Colour,
    /// The ground of those marks.
    pub gap_ground: Colour,
}

/// Whether lines are filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Justify {
    /// Both edges are straight.
    #[default]
    Full,
    /// The right edge is ragged.
    Ragged,
}

/// Where the title stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cover {
    /// On a page of its own if the document has a table of contents, else over the text.
    #[default]
    Auto,
    /// On a page of its own.
    Page,
    /// Over the text of the first page.
    Head,
}

/// Returns a colour from `0xRRGGBB`.
const fn rgb(hex: u32) -> Colour {
    Colour { red: (hex >> 16) as u8, green: (hex >> 8) as u8, blue: hex as u8 }
}

impl Default for Style {
    fn default() -> Self {
        Self {
            paper: Paper::A4,
            margins: Margins { top: 76.0, bottom: 74.0, side: 70.87 },
            faces: Faces::default(),
            sizes: Sizes {
                body: 10.3,
                table: 8.8,
                small: 8.3,
                title: 25.0,
                headings: [17.5, 13.5, 11.5, 10.5],
                leading: 1.42,
            },
            colours: Colours {
                ink: rgb(0x1B2430),
                accent: rgb(0x17406D),
                muted: rgb(0x55606E),
                link: rgb(0x17508F),
                rule: rgb(0xBAC4D0),
                head: rgb(0xE6EDF5),
                tint: rgb(0xF2F5F8),
                gap: rgb(0x7A2E00),
                gap_ground: rgb(0xFFEFC2),
            },
            justify: Justify::Full,
            cover: Cover::Auto,
            header: String::new(),
            footer: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Colour) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }

    #[test]
    fn text_stands_out_from_its_ground() {
        let c = Style::default().colours;
        let white = rgb(0xFF_FFFF);
        let pairs = [
            (c.ink, white),
            (c.ink, c.head),
            (c.ink, c.tint),
            (c.accent, c.head),
            (c.accent, white),
            (c.muted, white),
            (c.muted, c.tint),
            (c.link, white),
            (c.link, c.head),
            (c.gap, c.gap_ground),
        ];
        for (text, ground) in pairs {
            let (a, b) = (luminance(text), luminance(ground));
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= 4.5, "{text:?} on {ground:?}: {contrast:.2}");
        }
    }
}
