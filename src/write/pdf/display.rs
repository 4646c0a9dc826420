//! What lies where on which page. In: nothing (built by `layout`). Out: `Pages`, drawn by `backend`.
//!
//! Lengths are points (1/72 inch); the origin is the page's upper left corner and y grows downwards.
//! The list knows glyphs and shapes and who owns them; it knows no PDF operator and no paragraph.

use std::sync::Arc;

use smol_str::SmolStr;

pub use super::rect::Rect;
use super::structure::{ElementId, Structure};
pub use crate::write::chart::Piece;

/// A laid-out document.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// What the pages mean, in reading order.
    pub structure: Structure,
    /// The bookmarks, in reading order; `level` nests them.
    pub outline: Vec<Bookmark>,
    /// The faces that glyph runs name by index.
    pub faces: Vec<Face>,
    /// The pictures that shapes name by index.
    pub pictures: Vec<Arc<Vec<u8>>>,
    /// Characters no face can show, each shown as a box; for a warning.
    pub missing: Vec<char>,
}

/// A font file in use.
#[derive(Clone, Debug)]
pub struct Face {
    /// Its PostScript name (`Lato-Regular`).
    pub name: String,
    /// The whole font file.
    pub data: Arc<Vec<u8>>,
    /// The index in a font collection.
    pub index: u32,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What is drawn, the lowest first; items of one owner stand in reading order.
    pub items: Vec<Item>,
    /// Where a click leads away.
    pub links: Vec<Link>,
    /// Where a signature goes.
    pub fields: Vec<Field>,
}

/// A drawn thing and whose it is.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it belongs to.
    pub owner: Owner,
    /// What is drawn.
    pub shape: Shape,
}

/// Whose a drawn thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// Content of an element of the structure tree.
    Element(ElementId),
    /// Decoration, running heads, repeated header rows, page numbers: nothing a reader is read aloud.
    Artifact(Artifact),
}

/// The kinds of artifacts that PDF tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Artifact {
    /// Running head, foot, page number.
    Pagination,
    /// Rules, backgrounds, repeated header rows.
    Layout,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A run of glyphs on one baseline.
    Glyphs(GlyphRun),
    /// A path, filled or stroked or both.
    Path(Path),
    /// A picture, stretched to a rectangle.
    Picture {
        /// Which, an index into [`Pages::pictures`].
        index: usize,
        /// Where.
        area: Rect,
    },
}

/// A run of glyphs of one face, size, colour and language. Where a line ends at a space, the run holds
/// the space too, so that the words of two lines do not run together when they are read aloud or copied.
#[derive(Clone, Debug)]
pub struct GlyphRun {
    /// Which face, an index into [`Pages::faces`].
    pub face: usize,
    /// The font size.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// Where the first glyph starts.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// The glyphs in visual order.
    pub glyphs: Vec<Glyph>,
    /// What is read instead of the glyphs (a hyphen that is no part of the word, a box for a missing glyph).
    pub actual_text: Option<String>,
}

/// A glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font file; 0, which no PDF/A file may show, is drawn as a box.
    pub id: u16,
    /// How far the next one starts, in points, kerning and justification included.
    pub advance: f32,
    /// A shift to the right that does not move the next one.
    pub dx: f32,
    /// A shift upwards that does not move the next one.
    pub dy: f32,
    /// The characters it shows; empty when an earlier glyph of the cluster holds them. Kept off the heap:
    /// a thousand pages are three million glyphs.
    pub text: SmolStr,
}

/// A path of straight and curved pieces.
#[derive(Clone, Debug, Default)]
pub struct Path {
    /// Its pieces.
    pub pieces: Vec<Piece>,
    /// The fill; `None` for none.
    pub fill: Option<Colour>,
    /// The stroke; `None` for none.
    pub stroke: Option<Stroke>,
}

/// A line's look.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// The colour.
    pub colour: Colour,
    /// The width.
    pub width: f32,
    /// Dash and gap lengths; empty for a solid line.
    pub dash: Vec<f32>,
}

/// A colour, sRGB, 0 to 255.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

/// A place to click.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where; a link over a line break has one area a line.
    pub areas: Vec<Rect>,
    /// The link's element in the structure tree.
    pub element: ElementId,
    /// Where it leads.
    pub target: Target,
    /// What is said of it aloud: its words.
    pub contents: String,
}

/// A place for an electronic signature.
#[derive(Clone, Debug)]
pub struct Field {
    /// Where.
    pub area: Rect,
    /// Its element in the structure tree.
    pub element: ElementId,
    /// What it is called among the fields: who signs, and for whom.
    pub name: String,
    /// What is said of it aloud.
    pub says: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An address in the world.
    Uri(String),
    /// A spot in this document.
    Spot(Spot),
}

/// A spot on a page. Heights are whole points, so that two runs agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The page, counted from 0.
    pub page: usize,
    /// The height from the top.
    pub y: i32,
}

/// A bookmark.
#[derive(Clone, Debug)]
pub struct Bookmark {
    /// 1 for the outermost.
    pub level: u8,
    /// The words.
    pub title: String,
    /// Where it leads.
    pub spot: Spot,
}
