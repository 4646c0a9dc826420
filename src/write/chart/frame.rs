//! The space a chart gets and the words in it. In: a width, a font size, a measure. Out: lines of text.

use super::scene::{Scene, Text, Weight};
use super::{Role, wrap};
use crate::lang::Lang;

/// Returns the width of a text at a size; a writer with fonts measures, one without estimates.
pub type Measure<'a> = &'a dyn Fn(&str, f32, Weight) -> f32;

/// What a chart is drawn for.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The width that the drawing takes.
    pub width: f32,
    /// The font size of labels; all else follows from it.
    pub size: f32,
    /// The language of the words that charts add themselves ("brak", "inherited").
    pub lang: Lang,
    /// How wide words are.
    pub measure: Measure<'a>,
}

/// A text cut into lines, not yet placed.
#[derive(Clone, Debug, Default)]
pub(super) struct Label {
    /// As [`Text::lines`].
    pub(super) lines: Vec<String>,
    /// The font size.
    pub(super) size: f32,
    /// The face.
    pub(super) weight: Weight,
    /// The width of the widest line.
    pub(super) width: f32,
}

/// From baseline to baseline, in font sizes.
const LEADING: f32 = 1.22;

impl Frame<'_> {
    /// Returns a text cut to a width.
    pub(super) fn label(&self, text: &str, width: f32, weight: Weight) -> Label {
        self.sized(text, width, weight, self.size)
    }

    /// Returns a text of the smaller size cut to a width.
    pub(super) fn small(&self, text: &str, width: f32, weight: Weight) -> Label {
        self.sized(text, width, weight, self.size * 0.88)
    }

    /// Returns the width of a text on one line.
    pub(super) fn wide(&self, text: &str, weight: Weight) -> f32 {
        (self.measure)(text, self.size, weight)
    }

    fn sized(&self, text: &str, width: f32, weight: Weight, size: f32) -> Label {
        let measure = |words: &str| (self.measure)(words, size, weight);
        let lines = wrap::lines(text, width, self.lang, &measure);
        let width = lines.iter().map(|line| measure(line.trim_end())).fold(0.0, f32::max);
        Label { lines, size, weight, width }
    }
}

impl Label {
    /// Returns the height that the lines take.
    pub(super) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.size * LEADING
    }

    /// Returns the text with its lines starting at `x` and the first one's upper edge at `y`.
    pub(super) fn at(self, x: f32, y: f32, role: Role) -> Text {
        let Self { lines, size, weight, .. } = self;
        let y = y + size * 0.96;
        Text { x, y, lines, size, leading: size * LEADING, weight, role }
    }

    /// Returns the text with its middle at the height `y`.
    pub(super) fn beside(self, x: f32, y: f32, role: Role) -> Text {
        let top = y - self.height() / 2.0;
        self.at(x, top, role)
    }
}

impl Scene {
    /// Adds a text whose upper left corner stands here.
    pub(super) fn put(&mut self, label: Label, x: f32, y: f32, role: Role) {
        self.text(label.at(x, y, role));
    }
}
