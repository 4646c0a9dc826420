//! How a PDF looks. In: a `Look`, or nothing. Out: `Style`, read by `layout`.
//!
//! Lengths are points. Every pair of text colour and ground has a contrast of 4.5 : 1 or more.

use std::sync::Arc;

use super::display::{Colour, Face};
use super::fonts::{Cut, Faces};
use crate::style::{self, Fonts, Look};

pub use crate::style::Paper;

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
    /// What stands at the head of every page but the title page; empty for the document's title.
    pub header: String,
    /// What stands at the foot, beside the page number; empty for nothing.
    pub footer: String,
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
    /// The longest line of running text, in font sizes: some 80 characters.
    pub measure: f32,
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
    /// The grounds of grades: low, medium, high.
    pub grades: [Colour; 3],
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

/// Returns a colour from `0xRRGGBB`.
const fn rgb(hex: u32) -> Colour {
    Colour { red: (hex >> 16) as u8, green: (hex >> 8) as u8, blue: hex as u8 }
}

impl Default for Style {
    fn default() -> Self {
        Self {
            paper: Paper::A4,
            margins: Margins { top: 72.0, bottom: 70.0, side: 76.0 },
            faces: Faces::default(),
            sizes: Sizes {
                body: 10.8,
                table: 8.8,
                small: 8.3,
                title: 25.0,
                headings: [17.5, 13.5, 11.5, 10.5],
                leading: 1.4,
                measure: 36.0,
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
                grades: [rgb(0xDCEFDC), rgb(0xFFF0C2), rgb(0xF8D0C8)],
            },
            justify: Justify::Full,
            header: String::new(),
            footer: String::new(),
        }
    }
}

impl Style {
    /// Returns the look asked for, and where it says nothing the program's own. Head and foot are in
    /// the document's language.
    pub fn of(look: &Look, [header, footer]: [String; 2]) -> Self {
        let own = Self::default();
        Self {
            paper: look.paper.unwrap_or(own.paper),
            margins: Margins {
                top: look.margins.top.unwrap_or(own.margins.top),
                bottom: look.margins.bottom.unwrap_or(own.margins.bottom),
                side: look.margins.side.unwrap_or(own.margins.side),
            },
            faces: look.fonts.as_ref().map_or(own.faces, faces),
            sizes: own.sizes.asked(look.sizes),
            colours: own.colours.asked(look.colours),
            justify: match look.justify {
                Some(false) => Justify::Ragged,
                Some(true) => Justify::Full,
                None => own.justify,
            },
            header,
            footer,
        }
    }
}

/// Returns a family with the program's own behind it, for letters that it lacks.
fn faces(fonts: &Fonts) -> Faces {
    let mut own = Faces::default();
    let face = |font: &style::Font| Face { name: font.name.clone(), data: Arc::clone(&font.data), index: 0 };
    own.spare.insert(0, own.faces[Cut::Regular.index()].clone());
    Faces { faces: fonts.cuts.each_ref().map(face), spare: own.spare, shapes: Arc::default() }
}

impl Sizes {
    /// Headings grow and shrink with the text.
    fn asked(self, asked: style::Sizes) -> Self {
        let body = asked.body.unwrap_or(self.body);
        let scale = body / self.body;
        Self {
            body,
            table: asked.table.unwrap_or(self.table * scale),
            small: asked.small.unwrap_or(self.small * scale),
            title: asked.title.unwrap_or(self.title),
            headings: self.headings.map(|size| size * scale),
            leading: self.leading,
            measure: self.measure,
        }
    }
}

impl Colours {
    fn asked(self, asked: style::Colours) -> Self {
        let ours = |colour: style::Colour| {
            let style::Colour([red, green, blue]) = colour;
            Colour { red, green, blue }
        };
        let or = |colour: Option<style::Colour>, own: Colour| colour.map_or(own, ours);
        Self {
            ink: or(asked.ink, self.ink),
            accent: or(asked.accent, self.accent),
            muted: or(asked.muted, self.muted),
            link: or(asked.accent, self.link),
            rule: or(asked.rule, self.rule),
            head: or(asked.wash, self.head),
            tint: or(asked.wash, self.tint),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_changes_what_it_names_and_nothing_else() {
        let navy = style::Colour([0, 0, 0x60]);
        let look = Look {
            paper: Some(Paper::Letter),
            sizes: style::Sizes { body: Some(12.96), ..style::Sizes::default() },
            colours: style::Colours { accent: Some(navy), ..style::Colours::default() },
            justify: Some(false),
            ..Look::default()
        };
        let own = Style::default();
        let asked = Style::of(&look, ["Pakt".to_owned(), String::new()]);
        assert_eq!(asked.paper.size(), (612.0, 792.0));
        assert_eq!((asked.colours.accent, asked.colours.link), (rgb(0x60), rgb(0x60)));
        assert_eq!(asked.colours.ink, own.colours.ink);
        assert_eq!((asked.margins, asked.justify), (own.margins, Justify::Ragged));
        assert!((asked.sizes.headings[0] - own.sizes.headings[0] * 1.2).abs() < 0.01);
        assert_eq!(asked.header, "Pakt");
        let plain = Style::of(&Look::default(), Default::default());
        assert_eq!((plain.sizes, plain.colours, plain.paper), (own.sizes, own.colours, own.paper));
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
            (c.ink, c.grades[0]),
            (c.ink, c.grades[1]),
            (c.ink, c.grades[2]),
        ];
        for (text, ground) in pairs {
            let light = |colour: Colour| style::Colour([colour.red, colour.green, colour.blue]);
            let contrast = light(text).contrast(light(ground));
            assert!(contrast >= 4.5, "{text:?} on {ground:?}: {contrast:.2}");
        }
    }
}
