//! Letters on a page. In: a run of glyphs. Out: operators that place and show it, and what is read where
//! the glyphs alone do not say it.

use printpdf::{DictItem, FontId, Op, PdfFontHandle, Point, Pt};

use super::codes::{Coded, Codes, Faces};
use super::content::{Canvas, Pen};
use super::objects::{round, text_item};
use super::shapes;
use crate::write::pdf::display::{Glyph, GlyphRun};

/// Glyphs that stand for characters together.
struct Cluster<'a> {
    glyphs: &'a [Glyph],
    text: &'a str,
}

/// Shows a run.
pub(super) fn run(canvas: &mut Canvas, run: &GlyphRun, faces: &mut Faces) {
    let Some(codes) = faces.0.get_mut(run.face) else { return };
    if run.size.is_nan() || run.size <= 0.0 || run.glyphs.is_empty() {
        return;
    }
    // One glyph that stands for something else gets a code of its own and needs no words beside it.
    if let (Some(said), [glyph]) = (&run.actual_text, run.glyphs.as_slice())
        && glyph.id != 0
        && plain(said)
    {
        let glyph = Glyph { text: said.into(), ..glyph.clone() };
        let run = GlyphRun { actual_text: None, glyphs: vec![glyph], ..run.clone() };
        return show(canvas, &run, codes);
    }
    show(canvas, run, codes);
}

fn show(canvas: &mut Canvas, run: &GlyphRun, codes: &mut Codes) {
    #[cfg(test)]
    let run = &run.passed();
    canvas.fill(run.colour);
    let said = run.actual_text.as_deref().map(|text| ("ActualText", text_item(text)));
    let around = said.is_some();
    if around {
        canvas.end_text();
        canvas.span(said);
    }
    let mut line = Stretch::new(run);
    for cluster in clusters(&run.glyphs) {
        cluster.show(canvas, &mut line, codes);
    }
    line.flush(canvas);
    if around {
        canvas.end_text();
        canvas.ops.push(Op::EndMarkedContent);
    }
}

#[cfg(test)]
impl GlyphRun {
    /// Returns the run as a writer hands it on that a test makes lose a sign.
    fn passed(&self) -> Self {
        let is_lost = |glyph: &Glyph| {
            let is_losing = crate::planted::is_losing(crate::planted::Stage::Pdf);
            is_losing && glyph.text.contains(crate::planted::SIGN)
        };
        let glyphs = self.glyphs.iter().filter(|glyph| !is_lost(glyph)).cloned().collect();
        Self { glyphs, ..self.clone() }
    }
}

fn clusters(glyphs: &[Glyph]) -> impl Iterator<Item = Cluster<'_>> {
    glyphs.chunk_by(|_, next| next.text.is_empty()).map(|glyphs| Cluster { glyphs, text: &glyphs[0].text })
}

/// Returns whether a reader's program understands the text as it stands: some, and no private use.
fn plain(text: &str) -> bool {
    let private = |c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..) || matches!(c, '\0' | '\u{feff}');
    !text.is_empty() && !text.contains(private)
}

impl Cluster<'_> {
    fn show(&self, canvas: &mut Canvas, line: &mut Stretch, codes: &mut Codes) {
        if self.glyphs.iter().any(|glyph| glyph.id == 0) {
            return self.said(canvas, line, |canvas, line| line.boxes(canvas, self.glyphs, codes));
        }
        let count = self.glyphs.len();
        if plain(self.text) && (count == 1 || self.text.chars().count() >= count) {
            let mut rest = self.text;
            let mut ambiguous = false;
            let coded: Vec<Coded> = (1..=count)
                .zip(self.glyphs)
                .map(|(nth, glyph)| {
                    let end = rest.chars().next().map_or(0, char::len_utf8);
                    let (own, after) = if nth == count { (rest, "") } else { rest.split_at(end) };
                    rest = after;
                    let coded = codes.code(glyph.id, own);
                    ambiguous |= coded.ambiguous;
                    coded
                })
                .collect();
            if !ambiguous {
                coded.iter().zip(self.glyphs).for_each(|(coded, glyph)| line.push(canvas, glyph, *coded));
                return;
            }
        }
        self.said(canvas, line, |canvas, line| {
            let own = self.text.chars().next().filter(|c| plain(c.encode_utf8(&mut [0; 4])));
            let own = own.unwrap_or('\u{fffd}').to_string();
            for glyph in self.glyphs {
                let coded = codes.code(glyph.id, &own);
                line.push(canvas, glyph, coded);
            }
        });
    }

    /// Shows glyphs with their text said beside them.
    fn said(&self, canvas: &mut Canvas, line: &mut Stretch, show: impl FnOnce(&mut Canvas, &mut Stretch)) {
        line.flush(canvas);
        if line.run.actual_text.is_some() {
            show(canvas, line);
            return line.flush(canvas);
        }
        canvas.end_text();
        canvas.span([("ActualText", text_item(self.text))]);
        show(canvas, line);
        line.flush(canvas);
        canvas.end_text();
        canvas.ops.push(Op::EndMarkedContent);
    }
}

/// A stretch of glyphs on its way to one text-showing operator.
struct Stretch<'a> {
    run: &'a GlyphRun,
    /// Where the next glyph stands, in points.
    x: f32,
    /// Where the stretch starts, and how far it is raised.
    start: (f32, f32),
    /// Where the stretch's next glyph should stand and would stand, in thousandths of an em.
    wanted: f32,
    actual: f32,
    codes: Vec<u8>,
    items: Vec<DictItem>,
}

impl<'a> Stretch<'a> {
    fn new(run: &'a GlyphRun) -> Self {
        Self {
            run,
            x: run.x,
            start: (run.x, 0.0),
            wanted: 0.0,
            actual: 0.0,
            codes: Vec::with_capacity(run.glyphs.len() * 2),
            items: Vec::with_capacity(16),
        }
    }

    fn push(&mut self, canvas: &mut Canvas, glyph: &Glyph, coded: Coded) {
        if glyph.dy != self.start.1 {
            self.flush(canvas);
        }
        if self.codes.is_empty() && self.items.is_empty() {
            self.start = (self.x + glyph.dx, glyph.dy);
            (self.wanted, self.actual) = (-em(glyph.dx, self.run.size), 0.0);
        }
        // A thousandth of an em is finer than any printer; smaller steps would only swell the file.
        let back = self.actual - (self.wanted + em(glyph.dx, self.run.size));
        if back.abs() >= 1.0 {
            let back = back.round();
            self.shown();
            self.items.push(DictItem::Int(back as i64));
            self.actual -= back;
        }
        self.codes.extend(coded.code.to_be_bytes());
        self.actual += coded.width;
        self.wanted += em(glyph.advance, self.run.size);
        self.x += glyph.advance;
    }

    fn flush(&mut self, canvas: &mut Canvas) {
        if self.codes.is_empty() {
            return;
        }
        let (x, raised) = self.start;
        canvas.line(self.run, x, self.run.y - raised);
        self.shown();
        match self.items.len() {
            1 => canvas.raw("Tj", self.items.split_off(0)),
            _ => canvas.raw("TJ", vec![DictItem::Array(self.items.split_off(0))]),
        }
    }

    /// Ends a piece of codes: what comes next stands elsewhere.
    fn shown(&mut self) {
        self.items.push(DictItem::String { data: self.codes.as_slice().into(), literal: true });
        self.codes.clear();
    }

    /// Draws a box for each glyph that the face lacks, over a space that programs can select.
    fn boxes(&mut self, canvas: &mut Canvas, glyphs: &[Glyph], codes: &mut Codes) {
        let space = codes.font().and_then(|font| font.glyph(' '));
        for glyph in glyphs {
            canvas.end_text();
            shapes::missing(canvas, self.run, self.x + glyph.dx, glyph.advance);
            match space {
                Some(space) => {
                    let coded = codes.code(space, " ");
                    self.push(canvas, glyph, coded);
                }
                None => self.x += glyph.advance,
            }
            self.flush(canvas);
        }
    }
}

fn em(points: f32, size: f32) -> f32 {
    points * 1000.0 / size
}

impl Canvas<'_> {
    /// Opens a span with properties.
    fn span<'p>(&mut self, properties: impl IntoIterator<Item = (&'p str, DictItem)>) {
        self.begin("Span", properties);
    }

    /// Opens a text object if none is open, chooses the font and goes to where a stretch starts.
    fn line(&mut self, run: &GlyphRun, x: f32, y: f32) {
        let mut pen = self.pen.unwrap_or_default();
        if self.pen.is_none() {
            self.ops.push(Op::StartTextSection);
        }
        if self.font.replace((run.face, run.size)) != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(FontId(format!("F{}", run.face)));
            self.ops.push(Op::SetFont { font, size: Pt(round(run.size)) });
        }
        let to = Pen { x: hundredths(x), y: hundredths(self.up(y)) };
        let step = |to: i64, from: i64| Pt((to - from) as f32 / 100.0);
        let pos = Point { x: step(to.x, pen.x), y: step(to.y, pen.y) };
        self.ops.push(Op::SetTextCursor { pos });
        pen = to;
        self.pen = Some(pen);
    }
}

fn hundredths(value: f32) -> i64 {
    if value.is_finite() { (value * 100.0).round() as i64 } else { 0 }
}
