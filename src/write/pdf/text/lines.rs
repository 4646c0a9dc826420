//! Glyphs in place, line by line. In: `Text`, a width. Out: `SetLine`s, their origin the upper left corner.

use super::fit::{self, Break, Measure, Node, NodeKind};
use super::line::{Edge, SetLine, Setting, Show};
use super::pen::Pen;
use super::points;
use super::shape::{Shaper, Word};
use super::words::{Atom, Text, Tie};

/// Costs of breaks that are taken only where a line would overflow; far above that of any loose line.
const AT_TIE: f64 = 2e5;
const BETWEEN_SPANS: f64 = 2.5e5;
const AT_GLYPH: f64 = 3e5;

/// How freely words are broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Freedom {
    Spaces,
    Hyphens,
    Anywhere,
}

impl Text {
    /// Breaks the text into lines.
    pub(crate) fn lines(&self, setting: Setting, shaper: &mut Shaper) -> Vec<SetLine> {
        if self.atoms.is_empty() {
            return Vec::new();
        }
        let ragged = setting.edge != Edge::Both;
        let size = self.spans.iter().map(|span| span.size).fold(0.0, f32::max);
        let slack = if ragged { (setting.width * 0.25).clamp(size, size * 6.0) } else { 0.0 };
        let tries: [(Freedom, f64); 3] = [
            (Freedom::Spaces, if ragged { 2.6 } else { 1.2 }),
            (
                if setting.hyphens { Freedom::Hyphens } else { Freedom::Spaces },
                if ragged { 3.0 } else { 3.5 },
            ),
            (Freedom::Anywhere, f64::INFINITY),
        ];
        for (freedom, tolerance) in tries {
            let (nodes, shows) = self.nodes(setting, freedom, shaper);
            let measure = Measure { width: setting.width, slack, tolerance };
            if let Some(breaks) = fit::fit(&nodes, measure) {
                return self.place(&nodes, &shows, &breaks, setting, shaper);
            }
        }
        Vec::new()
    }

    fn nodes(&self, setting: Setting, freedom: Freedom, shaper: &mut Shaper) -> (Vec<Node>, Vec<Show<'_>>) {
        let mut list = List { nodes: Vec::new(), shows: Vec::new() };
        let filled = setting.edge == Edge::Both;
        for (index, atom) in self.atoms.iter().enumerate() {
            match atom {
                Atom::Word { word, span } => {
                    let follows = index > 0 && matches!(self.atoms[index - 1], Atom::Word { .. });
                    if follows && freedom == Freedom::Anywhere {
                        list.penalty(0.0, BETWEEN_SPANS, false, Show::Nothing);
                    }
                    let hyphen = shaper.word("-", self.spans[*span].cast()).width;
                    list.word(word, *span, self.spans[*span].size, hyphen, freedom, setting);
                }
                Atom::Space { span, tie } => {
                    let style = &self.spans[*span];
                    let width = shaper.word(" ", style.cast()).width * style.size;
                    let show = Show::Space { span: *span, tie: *tie };
                    let kind = match (tie, freedom) {
                        (Tie::Free, _) => NodeKind::Glue,
                        (_, Freedom::Anywhere) => {
                            list.penalty(0.0, AT_TIE, false, show);
                            NodeKind::Glue
                        }
                        _ => NodeKind::Tie,
                    };
                    let (stretch, shrink) =
                        if filled { (style.size * 0.14, style.size * 0.055) } else { (0.0, 0.0) };
                    list.push(Node { kind, width, stretch, shrink }, show);
                }
                Atom::Break { span } => list.forced(Show::Wanted { span: *span }),
            }
        }
        list.forced(Show::Nothing);
        (list.nodes, list.shows)
    }

    fn place(
        &self,
        nodes: &[Node],
        shows: &[Show],
        breaks: &[Break],
        setting: Setting,
        shaper: &mut Shaper,
    ) -> Vec<SetLine> {
        let mut lines = Vec::with_capacity(breaks.len());
        let mut start = 0;
        for (index, end) in breaks.iter().enumerate() {
            // Glue and penalties after a break do not show; the space is kept at the end of its line.
            while start < end.node && matches!(nodes[start].kind, NodeKind::Glue | NodeKind::Penalty { .. }) {
                start += 1;
            }
            let last = index + 1 == breaks.len();
            let mut pen = Pen::new(self, setting, end.ratio);
            // A penalty shows only where it ends the line.
            for at in (start..end.node).filter(|&at| !matches!(nodes[at].kind, NodeKind::Penalty { .. })) {
                pen.show(&nodes[at], shows[at], shaper);
            }
            pen.end(shows[end.node], last, shaper);
            lines.push(pen.line());
            start = end.node + 1;
        }
        lines
    }
}

struct List<'t> {
    nodes: Vec<Node>,
    shows: Vec<Show<'t>>,
}

impl<'t> List<'t> {
    fn push(&mut self, node: Node, show: Show<'t>) {
        self.nodes.push(node);
        self.shows.push(show);
    }

    fn forced(&mut self, show: Show<'t>) {
        self.push(Node { kind: NodeKind::Forced, width: 0.0, stretch: 0.0, shrink: 0.0 }, show);
    }

    fn penalty(&mut self, width: f32, cost: f64, flagged: bool, show: Show<'t>) {
        self.push(Node { kind: NodeKind::Penalty { cost, flagged }, width, stretch: 0.0, shrink: 0.0 }, show);
    }

    fn word(
        &mut self,
        word: &'t Word,
        span: usize,
        size: f32,
        hyphen: f32,
        freedom: Freedom,
        setting: Setting,
    ) {
        // A piece wider than the line breaks at any glyph, but only when nothing better is left.
        let split = freedom == Freedom::Anywhere && word.width * size > setting.width;
        let mut from = 0;
        let mut points = word.points.iter().peekable();
        for glyph in 1..word.glyphs.len() {
            let point = points.next_if(|point| point.glyph as usize == glyph);
            let kind = point.map(|point| point.kind).filter(|&kind| match kind {
                points::BreakKind::Hyphen => freedom >= Freedom::Hyphens && setting.hyphens || split,
                points::BreakKind::Plain => true,
                points::BreakKind::Address => freedom >= Freedom::Hyphens,
            });
            let starts = word.glyphs[glyph].from < word.glyphs[glyph].to;
            if kind.is_none() && !(split && starts) {
                continue;
            }
            self.ink(word, from, glyph, span, size);
            from = glyph;
            match kind {
                Some(points::BreakKind::Hyphen) => {
                    self.penalty(hyphen * size, 70.0, true, Show::Hyphen { span });
                }
                Some(points::BreakKind::Plain) => self.penalty(0.0, 30.0, true, Show::Nothing),
                Some(points::BreakKind::Address) => self.penalty(0.0, 90.0, false, Show::Nothing),
                None => self.penalty(0.0, AT_GLYPH, false, Show::Nothing),
            }
        }
        self.ink(word, from, word.glyphs.len(), span, size);
    }

    fn ink(&mut self, word: &'t Word, from: usize, to: usize, span: usize, size: f32) {
        let width = word.glyphs[from..to].iter().map(|glyph| glyph.advance).sum::<f32>() * size;
        self.push(
            Node { kind: NodeKind::Box, width, stretch: 0.0, shrink: 0.0 },
            Show::Glyphs { word, from, to, span },
        );
    }
}

#[cfg(test)]
#[path = "lines_tests.rs"]
mod tests;
