//! Charts and pictures. In: a `Figure`, a mark of the title page. Out: drawings in a line, each with its alt text.

use super::Writer;
use super::blocks::{Place, Room};
use super::paragraph::Paragraph;
use super::xml::escaped;
use crate::document::{Drawing, Figure, Header, Picture, header, plain};
use crate::write::chart::{self, Scene};

/// How many English Metric Units make a point.
const EMU: f32 = 12_700.0;

/// The height of a mark in the row over the title, in points.
const MARK: f32 = 44.0;

/// The fonts of a chart in a reader's own letters: no wider than those that its words were measured with.
const FONTS: &str = "Lato, Calibri, Carlito, sans-serif";

/// A drawing on its way into markup; lengths are points.
struct Shown<'a> {
    name: String,
    alt: &'a str,
    size: (f32, f32),
    /// The relation of the picture.
    picture: String,
    /// The relation of the same picture as an SVG.
    sharp: Option<String>,
}

impl Writer<'_> {
    /// Tells whether a chart is crowded on a page that stands.
    pub(super) fn wants_width(&mut self, drawing: &Drawing, width: i32) -> bool {
        let width = width as f32 / 20.0;
        self.painter.least_width(drawing, self.document.lang) > width
    }

    pub(super) fn figure(&mut self, figure: &Figure, place: &Place) {
        self.charts += 1;
        let number = self.charts;
        if !plain(&figure.caption).trim().is_empty() {
            self.caption(&figure.caption, self.phrases.chart, number, place);
        }
        let width = (place.width - place.indent) as f32 / 20.0;
        let frame = self.style.frame(self.sideways).1 as f32 / 20.0;
        // Room for the caption and a heading on the same page; a cell may stand on a page that lies.
        let height = if place.room == Room::Body { frame - 100.0 } else { frame * 0.35 };
        let lang = self.document.lang;
        for (at, scene) in self.painter.scenes(&figure.drawing, lang, (width, height)).iter().enumerate() {
            let alt = match at {
                0 => figure.alt.clone(),
                _ => format!("{}: {}", lang.pick("Ciąg dalszy", "Continued"), figure.alt),
            };
            let name = format!("{} {number}", self.phrases.chart);
            let runs = self.scene(scene, &alt, name);
            let indent = (place.indent > 0).then_some((place.indent, 0));
            let keep = place.keep;
            self.paragraph(&Paragraph { indent, keep, ..Paragraph::of("Figure") }, &runs);
        }
    }

    fn scene(&mut self, scene: &Scene, alt: &str, name: String) -> String {
        let (width, height) = (scene.width.max(1.0), scene.height.max(1.0));
        let number = self.media.len() + 1;
        let bytes = self.painter.paint(scene, self.document.lang);
        let (lang, id) = (self.document.lang, format!("chart-{number}"));
        let sharp = chart::svg_of(scene, &chart::Label { alt, id: &id, lang, fonts: FONTS });
        let picture = self.medium(format!("chart{number}.png"), bytes);
        let sharp = Some(self.medium(format!("chart{number}.svg"), sharp.into_bytes()));
        self.drawing(&Shown { name, alt, size: (width, height), picture, sharp })
    }

    /// Takes a picture into the package and returns its relation.
    fn medium(&mut self, name: String, bytes: Vec<u8>) -> String {
        let known =
            self.media.iter().position(|(known, held)| *held == bytes && ending(known) == ending(&name));
        let at = known.unwrap_or_else(|| {
            self.media.push((name, bytes));
            self.media.len() - 1
        });
        let part = format!("media/{}", self.media[at].0);
        self.relations().picture(&part)
    }

    fn drawing(&mut self, shown: &Shown<'_>) -> String {
        let id = self.next_id();
        let (width, height) = ((shown.size.0 * EMU) as u64, (shown.size.1 * EMU) as u64);
        let name = escaped(&shown.name);
        let alt = escaped(shown.alt);
        let sharp = shown.sharp.as_ref().map_or_else(String::new, |sharp| {
            format!(
                "<a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip \
                 xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{sharp}\"/>\
                 </a:ext></a:extLst>"
            )
        });
        let picture = &shown.picture;
        format!(
            "<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" \
             cy=\"{height}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr id=\"{id}\" name=\"{name}\" descr=\"{alt}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
             <pic:cNvPr id=\"{id}\" name=\"{name}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip \
             r:embed=\"{picture}\">{sharp}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off \
             x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\
             </pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    }

    /// Writes the row of logos and funding marks over the title.
    pub(super) fn marks(&mut self) {
        let document = self.document;
        let marks = &document.front.marks;
        if marks.is_empty() {
            return;
        }
        let most = self.style.frame(self.sideways).0 as f32 / 20.0 / marks.len() as f32 - 8.0;
        let mut runs = String::new();
        for (at, mark) in marks.iter().enumerate() {
            if at > 0 {
                runs += &self.run("  ", Default::default());
            }
            runs += &self.mark(mark, at + 1, (most, MARK));
        }
        self.paragraph(&Paragraph::of("Marks"), &runs);
    }

    /// Returns a picture no wider and no higher than it may be; its pixels are 96 to the inch. One whose size cannot be
    /// read is told by its alt text.
    fn mark(&mut self, mark: &Picture, number: usize, most: (f32, f32)) -> String {
        let Some(Header { width, height, .. }) = header(&mark.bytes) else {
            return self.run(&mark.alt, Default::default());
        };
        let (width, height) = (width as f32, height as f32);
        let factor = (most.0 / width).min(most.1 / height).min(0.75);
        let kind = if mark.bytes.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
        let picture = self.medium(format!("mark{number}.{kind}"), mark.bytes.clone());
        let size = (width * factor, height * factor);
        let name = format!("Logo {number}");
        self.drawing(&Shown { name, alt: &mark.alt, size, picture, sharp: None })
    }
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}
