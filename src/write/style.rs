//! How HTML looks. In: a `Look`, or nothing. Out: `Style`.

use crate::style::{Colour, Look, Paper};

/// The look of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// The CSS `font-family`; no font is ever fetched.
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
    /// The sheet it is printed on.
    pub paper: Paper,
    /// White space round print, in points: above, at the sides, below.
    pub margins: [f32; 3],
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
            paper: Paper::A4,
            margins: [62.4, 56.7, 56.7],
        }
    }
}

impl From<&Look> for Style {
    fn from(look: &Look) -> Self {
        let own = Self::default();
        let family = look.fonts.as_ref().map(|fonts| fonts.family.replace(['\'', '\\'], ""));
        let family = family.filter(|family| !family.is_empty());
        let [top, side, bottom] = own.margins;
        Self {
            fonts: family.map_or_else(|| own.fonts.clone(), |family| format!("'{family}', {}", own.fonts)),
            ink: look.colours.ink.unwrap_or(own.ink),
            muted: look.colours.muted.unwrap_or(own.muted),
            accent: look.colours.accent.unwrap_or(own.accent),
            rule: look.colours.rule.unwrap_or(own.rule),
            wash: look.colours.wash.unwrap_or(own.wash),
            paper: look.paper.unwrap_or_default(),
            margins: [
                look.margins.top.unwrap_or(top),
                look.margins.side.unwrap_or(side),
                look.margins.bottom.unwrap_or(bottom),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::style::Colours;

    #[test]
    fn a_look_changes_the_colours_and_the_sheet_of_a_page() {
        let accent = Some(Colour([0x60, 0, 0x30]));
        let look = Look {
            paper: Some(Paper::Letter),
            colours: Colours { accent, ..Colours::default() },
            ..Look::default()
        };
        let page = crate::write::html(&Document::default(), &Style::from(&look));
        assert!(page.contains("--accent: #600030;") && page.contains("--ink: #1b1f24;"));
        assert!(page.contains("@page { size: letter; margin: 62.4pt 56.7pt 56.7pt; }"));
    }
}
