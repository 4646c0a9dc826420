//! A Word file whose look others take. In: the file. Out: `Brand`, or `Unfit`: why none of it is taken.
//!
//! What could run, or fetch something when a paper is opened, is never taken over: the whole file is refused, so that nobody
//! believes to have its look in part.

use std::collections::BTreeMap;

use super::names::english;
use super::package::Package;
use super::running::{self, Running};
use super::unfit::{Unfit, refuse_active, refuse_outside, relations};
use super::xml::{Element, tree};

/// The namespace of the markup that Word writes unless it is asked for another one.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The widest and the narrowest sheet, in twentieths of a point: 56 cm and 5 cm.
const SHEET: std::ops::RangeInclusive<i32> = 2_835..=31_750;

/// The least width of text, in the same: 5 cm.
const LEAST: i32 = 2_835;

/// The look of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brand {
    /// The part with its styles.
    pub styles: String,
    /// The ids of its styles by their kind (`paragraph`) and their English name in small letters; then by kind and id.
    names: BTreeMap<(String, String), String>,
    ids: BTreeMap<(String, String), String>,
    /// The part with its theme.
    pub theme: Option<String>,
    /// How pages are set up.
    pub page: Option<Page>,
    /// Heads and feet.
    pub running: Vec<Running>,
    /// Whether the first page has its own head and foot.
    pub is_first_apart: bool,
    /// Whether even pages have their own.
    pub is_even_apart: bool,
    /// Whether even pages are mirrors of odd ones.
    pub is_mirrored: bool,
    /// The font of running text.
    pub family: Option<String>,
    /// The size of its letters in points.
    pub size: Option<f32>,
    /// The colour of headings, as `#1f4e79`.
    pub accent: Option<String>,
    /// Whether paragraphs keep apart by themselves.
    pub is_spaced: bool,
}

/// A sheet that stands and its margins, in twentieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// White space above, right, below, left.
    pub margins: [i32; 4],
    /// How far head and foot stand from the edge.
    pub running: [i32; 2],
    /// What is bound in.
    pub gutter: i32,
}

impl Brand {
    /// Reads a file.
    pub fn read(file: &[u8]) -> Result<Self, Unfit> {
        let package = Package::read(file).and_then(Package::whole).ok_or(Unfit::Damaged)?;
        refuse_active(&package)?;
        refuse_outside(&package)?;
        let part = |name: &str| package.text(name).and_then(|text| Some((text, tree(text)?)));
        let (styles, sheet) = part("word/styles.xml").ok_or(Unfit::Damaged)?;
        let (_, body) = part("word/document.xml").ok_or(Unfit::Damaged)?;
        let has_main = |text: &str| text.contains(&format!("xmlns:w=\"{MAIN}\""));
        if !has_main(styles) {
            return Err(Unfit::Damaged);
        }
        let mut own = Self { styles: styles.to_owned(), ..Self::default() };
        own.name(&sheet);
        let known = relations(&package, "word/document.xml");
        own.theme = known.iter().find(|relation| relation.kind == "theme").and_then(|relation| {
            let has_pictures = !relations(&package, &relation.target).is_empty();
            package
                .text(&relation.target)
                .filter(|text| !has_pictures && tree(text).is_some())
                .map(str::to_owned)
        });
        own.measure(&sheet);
        let mut sections = Vec::new();
        all(&body, "sectPr", &mut sections);
        own.page = sections.iter().rev().find_map(|section| page(section));
        own.is_first_apart =
            sections.last().and_then(|last| last.child("titlePg")).is_some_and(Element::is_on);
        if let Some((_, settings)) = part("word/settings.xml") {
            let is_on = |name: &str| settings.child(name).is_some_and(Element::is_on);
            (own.is_even_apart, own.is_mirrored) = (is_on("evenAndOddHeaders"), is_on("mirrorMargins"));
        }
        own.running = running::read(&package, &sections, &known)?;
        Ok(own)
    }

    /// Returns the id that a style of a kind has in the file: by its name, else by its id.
    pub fn style(&self, kind: &str, name: &str, id: &str) -> Option<&str> {
        let key = |word: &str| (kind.to_owned(), word.to_owned());
        self.names.get(&key(&english(name))).or_else(|| self.ids.get(&key(id))).map(String::as_str)
    }

    /// Tells whether it has heads, or feet.
    pub fn has(&self, what: &str) -> bool {
        self.running.iter().any(|running| running.what == what)
    }

    fn name(&mut self, sheet: &Element) {
        for style in sheet.elements().filter(|element| element.name == "style") {
            let kind = style.attribute("type").unwrap_or("paragraph");
            let id = style.attribute("styleId").unwrap_or_default();
            let name = style.child("name").map(Element::value).unwrap_or_default();
            let known = self.names.entry((kind.to_owned(), english(name))).or_insert_with(|| id.to_owned());
            // One that bears Word's own name goes before one that is called as Word shows it.
            if name.to_lowercase() == english(name) {
                id.clone_into(known);
            }
            self.ids.insert((kind.to_owned(), id.to_owned()), id.to_owned());
            if matches!(style.attribute("default"), Some("1" | "true" | "on")) {
                let name = match kind {
                    "paragraph" => "normal",
                    "character" => "default paragraph font",
                    "table" => "normal table",
                    _ => "no list",
                };
                self.names.insert((kind.to_owned(), name.to_owned()), id.to_owned());
            }
        }
    }

    /// Reads what styles that are added have to fit to.
    fn measure(&mut self, sheet: &Element) {
        let style = |name: &str| {
            let id = self.style("paragraph", name, "")?;
            sheet.elements().find(|style| style.name == "style" && style.attribute("styleId") == Some(id))
        };
        let defaults = sheet.child("docDefaults");
        let text = [style("body text"), style("normal")];
        let of_text = |part: &str, name: &str| -> Option<&Element> {
            let default = defaults.and_then(|own| own.at(&[&format!("{part}Default"), part, name]));
            text.iter().find_map(|style| style.as_ref()?.at(&[part, name])).or(default)
        };
        let size = of_text("rPr", "sz").and_then(|size| Some(size.value().parse::<f32>().ok()? / 2.0));
        let space = of_text("pPr", "spacing").and_then(|space| space.attribute("after")?.parse::<i32>().ok());
        let is_spaced = space.is_some_and(|space| space > 0);
        let fonts = of_text("rPr", "rFonts");
        let theme = self.theme.as_deref().and_then(tree);
        let of_theme = || {
            let latin = theme.as_ref()?.at(&["themeElements", "fontScheme", "minorFont", "latin"])?;
            latin.attribute("typeface").map(str::to_owned)
        };
        let family = match fonts {
            Some(fonts) if fonts.attribute("asciiTheme").is_some() => of_theme(),
            Some(fonts) => fonts.attribute("ascii").map(str::to_owned),
            None => None,
        };
        let colour = style("heading 1").and_then(|style| style.at(&["rPr", "color"])).map(Element::value);
        let accent = colour.filter(|colour| colour.len() == 6).map(|colour| format!("#{colour}"));
        let family = family.filter(|family| !family.trim().is_empty());
        (self.size, self.is_spaced, self.accent, self.family) = (size, is_spaced, accent, family);
    }
}

fn all<'e>(element: &'e Element, name: &str, found: &mut Vec<&'e Element>) {
    for inner in element.elements() {
        if inner.name == name {
            found.push(inner);
        }
        all(inner, name, found);
    }
}

/// Returns how a section sets its pages up; `None` where that leaves no room for text.
fn page(section: &Element) -> Option<Page> {
    let (size, margins) = (section.child("pgSz")?, section.child("pgMar")?);
    let number = |of: &Element, name: &str| of.attribute(name).and_then(|number| number.parse::<i32>().ok());
    let sides = [number(size, "w")?, number(size, "h")?];
    let margin = |name: &str| number(margins, name).map_or(0, |margin| margin.clamp(-31_750, 31_750));
    let own = Page {
        width: sides[0].min(sides[1]),
        height: sides[0].max(sides[1]),
        margins: ["top", "right", "bottom", "left"].map(margin),
        running: ["header", "footer"].map(|name| margin(name).max(0)),
        gutter: margin("gutter").max(0),
    };
    let is_sheet = SHEET.contains(&own.width) && SHEET.contains(&own.height);
    let [top, right, bottom, left] = own.margins;
    let room = [own.width - left - right - own.gutter, own.width - top.abs() - bottom.abs()];
    (is_sheet && left >= 0 && right >= 0 && room.iter().all(|room| *room >= LEAST)).then_some(own)
}
