//! How documents look, one look for all writers. In: a `style.yaml` and the files it names. Out:
//! `Look`; what it leaves out is the writers' own.

mod colour;
mod faults;
mod files;
mod pictures;
mod read;
mod reading;
#[cfg(test)]
mod tests;

pub use crate::model::Paper;
pub use colour::Colour;
pub use faults::words;
pub(crate) use files::opened;
pub(crate) use pictures::is_picture;
pub use read::read;

use std::sync::Arc;

use crate::document::Picture;
use crate::lang::Lang;
use crate::model::Text;

/// What a `style.yaml` asks for. Lengths are points (1/72 inch).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// The sheet.
    pub paper: Option<Paper>,
    /// White space round the text.
    pub margins: Margins,
    /// Sizes of letters.
    pub sizes: Sizes,
    /// Colours by what they are for.
    pub colours: Colours,
    /// The fonts.
    pub fonts: Option<Fonts>,
    /// What stands at the head of every page; the document's title where there is none.
    pub header: Option<Text>,
    /// What stands at the foot of every page.
    pub footer: Option<Text>,
    /// Marks at the head of the title page.
    pub logos: Vec<Logo>,
    /// Whether running text fills its lines.
    pub justify: Option<bool>,
}

/// White space round the text of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Margins {
    /// Above.
    pub top: Option<f32>,
    /// Below.
    pub bottom: Option<f32>,
    /// On either side.
    pub side: Option<f32>,
}

/// Sizes of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sizes {
    /// Running text.
    pub body: Option<f32>,
    /// Cells of tables.
    pub table: Option<f32>,
    /// Footnotes, captions and running heads.
    pub small: Option<f32>,
    /// The title.
    pub title: Option<f32>,
}

/// Colours by what they are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Running text.
    pub ink: Option<Colour>,
    /// Text of less weight.
    pub muted: Option<Colour>,
    /// Headings and links.
    pub accent: Option<Colour>,
    /// Thin lines.
    pub rule: Option<Colour>,
    /// The ground of header rows and notices.
    pub wash: Option<Colour>,
}

/// A family of fonts.
#[derive(Clone, Debug, PartialEq)]
pub struct Fonts {
    /// The name people know it by; empty when the file has none.
    pub family: String,
    /// Regular, bold, italic, bold italic; a cut that was left out is the nearest one given.
    pub cuts: [Font; 4],
}

/// A font file that opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Font {
    /// Its PostScript name.
    pub name: String,
    /// The whole file.
    pub data: Arc<Vec<u8>>,
}

/// A mark of the title page.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// The file, PNG or JPEG.
    pub bytes: Vec<u8>,
    /// What it shows.
    pub alt: Text,
}

impl Look {
    /// Returns the marks of the title page, described in `lang` where the file does so; `main` is the
    /// application's language.
    pub fn marks(&self, lang: Lang, main: Lang) -> Vec<Picture> {
        let mark = |logo: &Logo| Picture { bytes: logo.bytes.clone(), alt: said(&logo.alt, lang, main) };
        self.logos.iter().map(mark).collect()
    }

    /// Returns head and foot of the pages; empty for none.
    pub fn running(&self, lang: Lang, main: Lang) -> [String; 2] {
        [&self.header, &self.footer]
            .map(|text| text.as_ref().map_or_else(String::new, |text| said(text, lang, main)))
    }
}

fn said(text: &Text, lang: Lang, main: Lang) -> String {
    text.say(lang, main).map_or_else(String::new, |said| said.words.trim().to_owned())
}
