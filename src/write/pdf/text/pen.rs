//! One line, glyph by glyph. In: what a line shows, between its edges. Out: a `SetLine`.

use super::fit::Node;
use super::glyph::WordGlyph;
use super::line::{Edge, SetLine, Setting, Show};
use super::shape::{Shaper, Word};
use super::words::{Span, Text, Tie};
use crate::write::pdf::display::{
    Artifact, Colour, Glyph, GlyphRun, Item, Owner, Path, Piece, Rect, Shape, Stroke,
};

/// Writes one line.
pub(super) struct Pen<'t> {
    text: &'t Text,
    setting: Setting,
    ratio: f32,
    x: f32,
    runs: Vec<GlyphRun>,
    /// The span of each run, and whether its glyphs are spelt.
    of: Vec<(usize, bool)>,
    grounds: Vec<(usize, Rect)>,
    line: SetLine,
}

impl<'t> Pen<'t> {
    pub(super) fn new(text: &'t Text, setting: Setting, ratio: f32) -> Self {
        let line = SetLine { height: setting.height, ..SetLine::default() };
        Self { text, setting, ratio, x: 0.0, runs: Vec::new(), of: Vec::new(), grounds: Vec::new(), line }
    }

    pub(super) fn show(&mut self, node: &Node, show: Show, shaper: &mut Shaper) {
        match show {
            Show::Glyphs { word, from, to, span } => {
                self.glyphs(word, from, to, span);
            }
            Show::Space { span, tie } => {
                let filled = self.setting.edge == Edge::Both;
                let change = if !filled {
                    0.0
                } else if self.ratio >= 0.0 {
                    // A line that nothing fills looks better short than torn.
                    node.stretch * self.ratio.min(6.0)
                } else {
                    node.shrink * self.ratio.max(-1.0)
                };
                self.space(span, tie, node.width + change, shaper);
            }
            Show::Hyphen { .. } | Show::Wanted { .. } | Show::Nothing => {}
        }
    }

    /// Ends the line: a hyphen, or the space that keeps its last word apart from the next.
    pub(super) fn end(&mut self, show: Show, last: bool, shaper: &mut Shaper) {
        match show {
            Show::Hyphen { span } => {
                let style = &self.text.spans[span];
                let hyphen = shaper.word("-", style.cast());
                for glyph in &hyphen.glyphs {
                    self.glyph(
                        span,
                        WordGlyph { spelt: true, ..*glyph },
                        glyph.advance * style.size,
                        "\u{AD}",
                    );
                }
                self.line.right = self.x;
            }
            Show::Space { span, tie } if !last => self.space(span, tie, 0.0, shaper),
            Show::Wanted { span } if !last => self.space(span, Tie::Free, 0.0, shaper),
            _ => {}
        }
    }

    fn space(&mut self, span: usize, tie: Tie, width: f32, shaper: &mut Shaper) {
        let word = shaper.word(" ", self.text.spans[span].cast());
        let text = if tie == Tie::NoBreak { "\u{A0}" } else { " " };
        for glyph in &word.glyphs {
            let spelt = glyph.spelt || tie == Tie::NoBreak;
            self.glyph(span, WordGlyph { spelt, ..*glyph }, width, text);
        }
    }

    fn glyphs(&mut self, word: &Word, from: usize, to: usize, span: usize) {
        let size = self.text.spans[span].size;
        for glyph in &word.glyphs[from..to] {
            let text = &word.text[glyph.from as usize..glyph.to as usize];
            self.glyph(span, *glyph, glyph.advance * size, text);
        }
        self.line.right = self.x;
        if let Some(note) = self.text.spans[span].note {
            self.line.notes.push(note);
        }
    }

    fn glyph(&mut self, span: usize, glyph: WordGlyph, advance: f32, text: &str) {
        let WordGlyph { face, id, spelt, .. } = glyph;
        let size = self.text.spans[span].size;
        let same = self.runs.last().is_some_and(|run| run.face == usize::from(face));
        let joins = match self.of.last() {
            // What follows a spelt glyph without text of its own belongs to it.
            Some(&(last, true)) => last == span && spelt && same && text.is_empty(),
            Some(&(last, false)) => last == span && !spelt && same,
            None => false,
        };
        if !joins {
            let style = &self.text.spans[span];
            self.runs.push(GlyphRun {
                face: usize::from(face),
                size,
                colour: style.colour,
                x: self.x,
                y: 0.0,
                glyphs: Vec::new(),
                actual_text: spelt.then(|| text.to_owned()),
            });
            self.of.push((span, spelt));
        }
        if let Some(run) = self.runs.last_mut() {
            let (dx, dy) = (glyph.dx * size, glyph.dy * size);
            run.glyphs.push(Glyph {
                id,
                advance,
                dx,
                dy,
                text: text.chars().filter(|&shown| shown != '\u{AD}').collect(),
            });
        }
        self.x += advance;
    }

    pub(super) fn line(mut self) -> SetLine {
        let mut size = 0.0_f32;
        for &(span, _) in &self.of {
            let style = &self.text.spans[span];
            if style.rise == 0.0 {
                size = size.max(style.size);
            }
        }
        self.line.height = self.line.height.max(size * self.setting.leading);
        let size = if size == 0.0 { self.setting.height / self.setting.leading } else { size };
        self.line.baseline = self.line.height * 0.5 + size * 0.355;
        let spare = (self.setting.width - self.line.right).max(0.0);
        let shift = match self.setting.edge {
            Edge::Left | Edge::Both => 0.0,
            Edge::Centre => spare / 2.0,
            Edge::Right => spare,
        };
        self.line.right += shift;
        let mut marks = Vec::new();
        let mut at = 0;
        let runs = std::mem::take(&mut self.runs);
        let mut items = Vec::with_capacity(runs.len());
        while at < self.of.len() {
            let span = self.of[at].0;
            let until = self.of[at..].iter().take_while(|&&(next, _)| next == span).count() + at;
            let right = match runs.get(until) {
                Some(next) => next.x + shift,
                None => self.line.right,
            };
            self.mark(span, runs[at].x + shift, right, &mut marks);
            at = until;
        }
        for (run, &(span, _)) in runs.into_iter().zip(&self.of) {
            let style = &self.text.spans[span];
            let (x, y) = (run.x + shift, self.line.baseline - style.rise);
            items.push(Item { owner: style.owner, shape: Shape::Glyphs(GlyphRun { x, y, ..run }) });
        }
        let grounds = std::mem::take(&mut self.grounds);
        for (span, area) in grounds {
            self.line.items.push(ground(area, self.text.spans[span].ground.unwrap_or_default()));
        }
        self.line.items.append(&mut items);
        self.line.items.append(&mut marks);
        self.line
    }

    /// Notes what surrounds the words of a span from `left` to `right`: ground, strokes, link.
    fn mark(&mut self, span: usize, left: f32, right: f32, marks: &mut Vec<Item>) {
        let style: &Span = &self.text.spans[span];
        let right = right.max(left);
        let base = self.line.baseline - style.rise;
        let area =
            Rect { x: left, y: base - style.size * 0.86, width: right - left, height: style.size * 1.14 };
        if style.ground.is_some() {
            self.grounds.push((span, area));
        }
        let mut stroke = |y: f32| marks.push(rule(left, right, y, style.size * 0.055, style.colour));
        if style.underlined {
            stroke(base + style.size * 0.14);
        }
        if style.struck {
            stroke(base - style.size * 0.26);
        }
        if let Some(link) = style.link {
            match self.line.links.last_mut() {
                Some((last, known)) if *last == link => known.width = right - known.x,
                _ => self.line.links.push((link, area)),
            }
        }
    }
}

/// Returns a filled rectangle behind words.
fn ground(area: Rect, fill: Colour) -> Item {
    let Rect { x, y, width, height } = area;
    let pieces = vec![
        Piece::Move(x, y),
        Piece::Line(x + width, y),
        Piece::Line(x + width, y + height),
        Piece::Line(x, y + height),
        Piece::Close,
    ];
    Item {
        owner: Owner::Artifact(Artifact::Layout),
        shape: Shape::Path(Path { pieces, fill: Some(fill), stroke: None }),
    }
}

/// Returns a thin line under or through words.
fn rule(left: f32, right: f32, y: f32, width: f32, colour: Colour) -> Item {
    let pieces = vec![Piece::Move(left, y), Piece::Line(right, y)];
    let stroke = Some(Stroke { colour, width, dash: Vec::new() });
    Item { owner: Owner::Artifact(Artifact::Layout), shape: Shape::Path(Path { pieces, fill: None, stroke }) }
}
