//! Pages made by hand, one of each thing a page can hold, for the tests of this folder.

use std::sync::Arc;

use harfrust::{FontRef, GlyphInfo, ShapeOptions, ShaperData, UnicodeBuffer};

use super::super::display::*;
use super::super::structure::{Element, ElementId, Tag};
use super::Meta;
use crate::lang::Lang;

const LATO: &[u8] = include_bytes!("../fonts/lato/Lato-Regular.ttf");
const SIZE: f32 = 11.0;

/// Pages with a pen that moves down.
pub(super) struct Specimen {
    pub(super) pages: Pages,
    y: f32,
}

pub(super) fn meta() -> Meta {
    Meta {
        title: "Diagnoza (R&D) – „próba”".into(),
        subject: "Próbka".into(),
        lang: Lang::Pl,
        authors: vec!["Anna Żak".into(), "Jan Łoś".into()],
        date: "2027-01-31".into(),
    }
}

/// Returns pages with everything on them.
pub(super) fn specimen() -> Pages {
    let mut it = Specimen::new();
    let root = ElementId(0);
    let contents = it.element(Tag::Contents, root);
    let item = it.element(Tag::ContentsItem, contents);
    let reference = it.element(Tag::Reference, item);
    it.link(reference, "1. Zażółć gęślą jaźń 2", Target::Spot(Spot { page: 1, y: 40 }));
    it.pages.structure.elements[0].title = Some("Próbka".into());
    let outermost = it.element(Tag::Heading(1), root);
    it.bookmark(1, "Zażółć");
    it.text(outermost, "Zażółć gęślą jaźń");
    let paragraph = it.element(Tag::Paragraph, root);
    it.text(paragraph, "W\u{a0}Szydłowcu (powiat) bezrobocie AVATAR wynosi 24,2\u{a0}% i\u{a0}spada; ");
    it.text(paragraph, "Ελληνικά, кириллица, e\u{301}\u{323}\u{302}, ");
    it.hyphenated(paragraph);
    let english =
        Element { tag: Tag::Span, parent: Some(paragraph), lang: Some(Lang::En), ..Element::default() };
    let english = it.pages.structure.add(english);
    it.text(english, "golden thread ");
    let span = it.element(Tag::Span, paragraph);
    it.missing(span, "😀");
    it.link(paragraph, "strona urzędu", Target::Uri("https://szydłowiec.pl/a b".into()));
    it.list(root);
    it.field(root);
    it.table(root);
    it.page();
    let inner = it.element(Tag::Heading(2), root);
    it.bookmark(2, "Wykres");
    it.text(inner, "Wykres");
    it.figure(root);
    let note = Element {
        tag: Tag::Note,
        parent: Some(root),
        identifier: Some("note-1".into()),
        ..Element::default()
    };
    let note = it.pages.structure.add(note);
    let label = it.element(Tag::Label, note);
    it.text(label, "1 ");
    it.text(note, "Powiatowy Urząd Pracy, 31.01.2025.");
    it.pages
}

impl Specimen {
    pub(super) fn new() -> Self {
        let mut pages = Pages::default();
        pages.structure.add(Element { tag: Tag::Document, ..Element::default() });
        pages.faces.push(Face { name: "Lato-Regular".into(), data: Arc::new(LATO.to_vec()), index: 0 });
        pages.pictures.push(Arc::new(png_of_two_pixels()));
        let mut specimen = Self { pages, y: 0.0 };
        specimen.page();
        specimen
    }

    pub(super) fn page(&mut self) {
        self.pages.pages.push(Page { width: 595.28, height: 841.89, ..Page::default() });
        self.y = 40.0;
        let number = self.pages.pages.len().to_string();
        let run = self.shape(&format!("strona {number}"), 280.0, 800.0);
        self.push(Owner::Artifact(Artifact::Pagination), Shape::Glyphs(run));
    }

    pub(super) fn element(&mut self, tag: Tag, parent: ElementId) -> ElementId {
        self.pages.structure.add(Element { tag, parent: Some(parent), ..Element::default() })
    }

    pub(super) fn text(&mut self, owner: ElementId, text: &str) {
        self.y += 16.0;
        let run = self.shape(text, 60.0, self.y);
        self.push(Owner::Element(owner), Shape::Glyphs(run));
    }

    fn hyphenated(&mut self, owner: ElementId) {
        self.text(owner, "part");
        let mut run = self.shape("-", 80.0, self.y);
        run.actual_text = Some("\u{ad}".into());
        self.push(Owner::Element(owner), Shape::Glyphs(run));
        self.text(owner, "nerstwo ");
    }

    fn missing(&mut self, owner: ElementId, text: &str) {
        self.y += 16.0;
        let glyph = Glyph { id: 0, advance: 8.0, dx: 0.0, dy: 0.0, text: text.into() };
        let run = GlyphRun { glyphs: vec![glyph], ..self.shape("", 60.0, self.y) };
        self.push(Owner::Element(owner), Shape::Glyphs(run));
        self.pages.missing.extend(text.chars());
    }

    fn link(&mut self, parent: ElementId, words: &str, target: Target) {
        let element = self.element(Tag::Link, parent);
        self.text(element, words);
        let area = |x| Rect { x, y: self.y - 10.0, width: 50.0, height: 13.0 };
        let areas = vec![area(60.0), area(110.0)];
        let link = Link { areas, element, target, contents: words.into() };
        self.pages.pages.last_mut().expect("a page is open").links.push(link);
    }

    fn field(&mut self, parent: ElementId) {
        let element = self.element(Tag::Form, parent);
        self.y += 30.0;
        let area = Rect { x: 60.0, y: self.y - 28.0, width: 200.0, height: 28.0 };
        let field = Field { area, element, name: "Gmina, Jan Kos".into(), says: "podpis, Jan Kos".into() };
        self.pages.pages.last_mut().expect("a page is open").fields.push(field);
    }

    fn list(&mut self, parent: ElementId) {
        let list = self.element(Tag::List { by: None }, parent);
        for words in ["gmina", "powiat"] {
            let item = self.element(Tag::ListItem, list);
            let label = self.element(Tag::Label, item);
            self.text(label, "• ");
            let body = self.element(Tag::ListBody, item);
            let paragraph = self.element(Tag::Paragraph, body);
            self.text(paragraph, words);
        }
    }

    fn table(&mut self, parent: ElementId) {
        let table = self.element(Tag::Table, parent);
        let head = self.element(Tag::TableHead, table);
        let body = self.element(Tag::TableBody, table);
        for (part, tag, words) in [
            (head, Tag::HeaderCell { of_row: false }, ["Miara", "Wartość"]),
            (body, Tag::Cell, ["stopa", "24,2 %"]),
            (body, Tag::Cell, ["osoby", ""]),
        ] {
            let row = self.element(Tag::TableRow, part);
            for words in words {
                let cell = self.element(tag, row);
                self.rule();
                if !words.is_empty() {
                    let paragraph = self.element(Tag::Paragraph, cell);
                    self.text(paragraph, words);
                }
            }
        }
    }

    fn rule(&mut self) {
        let y = self.y + 4.0;
        let stroke =
            Stroke { colour: Colour { red: 90, green: 90, blue: 90 }, width: 0.5, dash: vec![2.0, 1.0] };
        let pieces = vec![Piece::Move(60.0, y), Piece::Line(300.0, y)];
        let path = Path { pieces, fill: None, stroke: Some(stroke) };
        self.push(Owner::Artifact(Artifact::Layout), Shape::Path(path));
    }

    fn figure(&mut self, parent: ElementId) {
        let bounds = Rect { x: 60.0, y: self.y + 10.0, width: 200.0, height: 100.0 };
        let figure = Element {
            tag: Tag::Figure,
            parent: Some(parent),
            alt: Some("Słupek: 24,2 %".into()),
            bounds: Some((self.pages.pages.len() - 1, bounds)),
            ..Element::default()
        };
        let owner = Owner::Element(self.pages.structure.add(figure));
        let Rect { x, y, .. } = bounds;
        let curve = Piece::Curve([x + 60.0, y, x + 90.0, y + 20.0, x + 90.0, y + 60.0]);
        let pieces = vec![Piece::Move(x, y), Piece::Line(x + 50.0, y), curve, Piece::Close];
        let fill = Some(Colour { red: 0, green: 82, blue: 147 });
        self.push(owner, Shape::Path(Path { pieces, fill, stroke: None }));
        let area = Rect { x: x + 120.0, y, width: 40.0, height: 20.0 };
        self.push(owner, Shape::Picture { index: 0, area });
        self.y += 120.0;
    }

    pub(super) fn bookmark(&mut self, level: u8, title: &str) {
        let spot = Spot { page: self.pages.pages.len() - 1, y: self.y as i32 };
        self.pages.outline.push(Bookmark { level, title: title.into(), spot });
    }

    fn push(&mut self, owner: Owner, shape: Shape) {
        self.pages.pages.last_mut().expect("a page is open").items.push(Item { owner, shape });
    }

    fn shape(&self, text: &str, x: f32, y: f32) -> GlyphRun {
        let font = FontRef::new(LATO).expect("the font in this folder is whole");
        let tables = ShaperData::new(&font);
        let shaper = tables.shaper(&font).build();
        let scale = SIZE / shaper.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let infos = shaped.glyph_infos();
        let glyph = |(at, info): (usize, &GlyphInfo)| {
            let position = shaped.glyph_positions()[at];
            let start = info.cluster as usize;
            let end = infos[at..].iter().map(|info| info.cluster as usize).find(|&end| end > start);
            let first = at == 0 || infos[at - 1].cluster != info.cluster;
            let own = if first { &text[start..end.unwrap_or(text.len())] } else { "" };
            Glyph {
                id: info.glyph_id as u16,
                advance: position.x_advance as f32 * scale,
                dx: position.x_offset as f32 * scale,
                dy: position.y_offset as f32 * scale,
                text: own.into(),
            }
        };
        GlyphRun {
            face: 0,
            size: SIZE,
            colour: Colour { red: 26, green: 26, blue: 26 },
            x,
            y,
            glyphs: infos.iter().enumerate().map(glyph).collect(),
            actual_text: None,
        }
    }
}

fn png_of_two_pixels() -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 2, 1);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("memory takes every byte");
    writer.write_image_data(&[0, 51, 153, 255, 255, 204, 0, 128]).expect("two pixels are there");
    drop(writer);
    file
}
