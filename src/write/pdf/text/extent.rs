//! How wide a text is before it is broken into lines. In: `Text`. Out: `Extent`.

use super::points::BreakKind;
use super::shape::Shaper;
use super::words::{Atom, Text, Tie};

/// The widths of a text, in points.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Extent {
    /// The widest piece that is left when words are hyphenated, its hyphen included.
    pub part: f32,
    /// The widest piece that cannot break at a space.
    pub word: f32,
    /// Each line that the author wants.
    pub lines: Vec<Line>,
}

/// A line that the author wants, before it is broken.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// The widths of its pieces that cannot break at a space.
    pub words: Vec<f32>,
    /// The width of the space between them.
    pub space: f32,
    /// How far it stands in.
    pub indent: f32,
}

impl Line {
    /// Returns its width, unbroken.
    pub(crate) fn width(&self) -> f32 {
        self.indent + self.words.iter().sum::<f32>() + self.space * self.words.len().saturating_sub(1) as f32
    }
}

impl Extent {
    /// Returns the width of the widest line.
    pub(crate) fn most(&self) -> f32 {
        self.lines.iter().map(Line::width).fold(0.0, f32::max)
    }

    /// Adds what stands below, moved in by `indent`.
    pub(crate) fn below(&mut self, other: Self, indent: f32) {
        self.part = self.part.max(other.part + indent);
        self.word = self.word.max(other.word + indent);
        let moved = |line: Line| Line { indent: line.indent + indent, ..line };
        self.lines.extend(other.lines.into_iter().map(moved));
    }
}

/// The pieces that are being added up.
#[derive(Default)]
struct Run {
    extent: Extent,
    part: f32,
    word: f32,
    line: Line,
}

impl Run {
    fn add(&mut self, width: f32) {
        self.part += width;
        self.word += width;
    }

    fn end_part(&mut self, hyphen: f32) {
        self.extent.part = self.extent.part.max(self.part + hyphen);
        self.part = 0.0;
    }

    fn end_word(&mut self) {
        self.end_part(0.0);
        self.extent.word = self.extent.word.max(self.word);
        if self.word > 0.0 {
            self.line.words.push(self.word);
        }
        self.word = 0.0;
    }

    fn end_line(&mut self) {
        self.end_word();
        self.extent.lines.push(std::mem::take(&mut self.line));
    }
}

impl Text {
    /// Returns the widths of the text.
    pub(crate) fn extent(&self, shaper: &mut Shaper) -> Extent {
        let mut run = Run::default();
        for atom in &self.atoms {
            match atom {
                Atom::Word { word, span } => {
                    let span = &self.spans[*span];
                    let hyphen = shaper.word("-", span.cast()).width * span.size;
                    let mut start = 0;
                    for point in &word.points {
                        let end = point.glyph as usize;
                        let glyphs = &word.glyphs[start..end];
                        run.add(glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * span.size);
                        match point.kind {
                            BreakKind::Hyphen => run.end_part(hyphen),
                            BreakKind::Plain => run.end_word(),
                            BreakKind::Address => run.end_part(0.0),
                        }
                        start = end;
                    }
                    let glyphs = &word.glyphs[start..];
                    run.add(glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * span.size);
                }
                Atom::Space { span, tie } => {
                    let span = &self.spans[*span];
                    let width = shaper.word(" ", span.cast()).width * span.size;
                    match tie {
                        Tie::Free => {
                            run.end_word();
                            run.line.space = width;
                        }
                        _ => run.add(width),
                    }
                }
                Atom::Break { .. } => run.end_line(),
            }
        }
        if !self.atoms.is_empty() {
            run.end_line();
        }
        run.extent
    }
}
