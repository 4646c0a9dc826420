//! Glyphs in place, line by line. In: `Text`, a width. Out: `Line`s, their origin the upper left corner.

use super::fit::{self, Break, Kind, Measure, Node};
use super::points;
use super::shape::{Shaper, Word};
use super::words::{Atom, Span, Text, Tie};
use crate::write::pdf::display::{
    Artifact, Colour, Glyph, GlyphRun, Item, Owner, Path, Piece, Rect, Shape, Stroke,
};

/// How lines stand between their edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Edge {
    /// Straight on the left.
    #[default]
    Left,
    /// Even on both sides.
    Centre,
    /// Straight on the right.
    Right,
    /// Straight on both sides.
    Both,
}

/// What lines are set to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// Their width.
    pub width: f32,
    /// Their edges.
    pub edge: Edge,
    /// Whether words may be hyphenated.
    pub hyphens: bool,
    /// The least height of a line.
    pub height: f32,
    /// The height of a line as a multiple of its largest font size.
    pub leading: f32,
}

/// A line.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// Its height.
    pub height: f32,
    /// The baseline below its top.
    pub baseline: f32,
    /// Where its words end.
    pub right: f32,
    /// What is drawn: grounds, then glyphs and strokes in reading order.
    pub items: Vec<Item>,
    /// Which links stand where.
    pub links: Vec<(usize, Rect)>,
    /// The notes that are called here.
    pub notes: Vec<usize>,
}

/// What a node shows.
#[derive(Clone, Copy, Debug)]
enum Show<'t> {
    Glyphs {
        word: &'t Word,
        from: usize,
        to: usize,
        span: usize,
    },
    Space {
        span: usize,
        tie: Tie,
    },
    Hyphen {
        span: usize,
    },
    /// A break that the author wants.
    Wanted {
        span: usize,
    },
    Nothing,
}

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
    pub(crate) fn lines(&self, setting: Setting, shaper: &mut Shaper) -> Vec<Line> {
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
                        (Tie::Free, _) => Kind::Glue,
                        (_, Freedom::Anywhere) => {
                            list.penalty(0.0, AT_TIE, false, show);
                            Kind::Glue
                        }
                        _ => Kind::Tie,
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
    ) -> Vec<Line> {
        let mut lines = Vec::with_capacity(breaks.len());
        let mut start = 0;
        for (index, end) in breaks.iter().enumerate() {
            // Glue and penalties after a break do not show; the space is kept at the end of its line.
            while start < end.node && matches!(nodes[start].kind, Kind::Glue | Kind::Penalty { .. }) {
                start += 1;
            }
            let last = index + 1 == breaks.len();
            let mut pen = Pen::new(self, setting, end.ratio);
            // A penalty shows only where it ends the line.
            for at in (start..end.node).filter(|&at| !matches!(nodes[at].kind, Kind::Penalty { .. })) {
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
        self.push(Node { kind: Kind::Forced, width: 0.0, stretch: 0.0, shrink: 0.0 }, show);
    }

    fn penalty(&mut self, width: f32, cost: f64, flagged: bool, show: Show<'t>) {
        self.push(Node { kind: Kind::Penalty { cost, flagged }, width, stretch: 0.0, shrink: 0.0 }, show);
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
                points::Kind::Hyphen => freedom >= Freedom::Hyphens && setting.hyphens || split,
                points::Kind::Plain => true,
                points::Kind::Address => freedom >= Freedom::Hyphens,
            });
            let starts = word.glyphs[glyph].from < word.glyphs[glyph].to;
            if kind.is_none() && !(split && starts) {
                continue;
            }
            self.ink(word, from, glyph, span, size);
            from = glyph;
            match kind {
                Some(points::Kind::Hyphen) => {
                    self.penalty(hyphen * size, 70.0, true, Show::Hyphen { span });
                }
                Some(points::Kind::Plain) => self.penalty(0.0, 30.0, true, Show::Nothing),
                Some(points::Kind::Address) => self.penalty(0.0, 90.0, false, Show::Nothing),
                None => self.penalty(0.0, AT_GLYPH, false, Show::Nothing),
            }
        }
        self.ink(word, from, word.glyphs.len(), span, size);
    }

    fn ink(&mut self, word: &'t Word, from: usize, to: usize, span: usize, size: f32) {
        let width = word.glyphs[from..to].iter().map(|glyph| glyph.advance).sum::<f32>() * size;
        self.push(
            Node { kind: Kind::Box, width, stretch: 0.0, shrink: 0.0 },
            Show::Glyphs { word, from, to, span },
        );
    }
}

/// Writes one line.
struct Pen<'t> {
    text: &'t Text,
    setting: Setting,
    ratio: f32,
    x: f32,
    runs: Vec<GlyphRun>,
    /// The span of each run, and whether its glyphs are spelt.
    of: Vec<(usize, bool)>,
    grounds: Vec<(usize, Rect)>,
    line: Line,
}

impl<'t> Pen<'t> {
    fn new(text: &'t Text, setting: Setting, ratio: f32) -> Self {
        let line = Line { height: setting.height, ..Line::default() };
        Self { text, setting, ratio, x: 0.0, runs: Vec::new(), of: Vec::new(), grounds: Vec::new(), line }
    }

    fn show(&mut self, node: &Node, show: Show, shaper: &mut Shaper) {
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
    fn end(&mut self, show: Show, last: bool, shaper: &mut Shaper) {
        match show {
            Show::Hyphen { span } => {
                let style = &self.text.spans[span];
                let hyphen = shaper.word("-", style.cast());
                for glyph in &hyphen.glyphs {
                    self.glyph(span, glyph.id, glyph.advance * style.size, 0.0, 0.0, "\u{AD}", true);
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
            self.glyph(span, glyph.id, width, 0.0, 0.0, text, spelt);
        }
    }

    fn glyphs(&mut self, word: &Word, from: usize, to: usize, span: usize) {
        let size = self.text.spans[span].size;
        for glyph in &word.glyphs[from..to] {
            let text = &word.text[glyph.from as usize..glyph.to as usize];
            let (advance, dx, dy) = (glyph.advance * size, glyph.dx * size, glyph.dy * size);
            self.glyph(span, glyph.id, advance, dx, dy, text, glyph.spelt);
        }
        self.line.right = self.x;
        if let Some(note) = self.text.spans[span].note {
            self.line.notes.push(note);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a glyph's own fields and whose it is")]
    fn glyph(&mut self, span: usize, id: u16, advance: f32, dx: f32, dy: f32, text: &str, spelt: bool) {
        let joins = match self.of.last() {
            // What follows a spelt glyph without text of its own belongs to it.
            Some(&(last, true)) => last == span && spelt && text.is_empty(),
            Some(&(last, false)) => last == span && !spelt,
            None => false,
        };
        if !joins {
            let style = &self.text.spans[span];
            self.runs.push(GlyphRun {
                face: style.cut.index(),
                size: style.size,
                colour: style.colour,
                x: self.x,
                y: 0.0,
                glyphs: Vec::new(),
                actual_text: spelt.then(|| text.to_owned()),
                lang: style.foreign.then_some(style.lang),
            });
            self.of.push((span, spelt));
        }
        if let Some(run) = self.runs.last_mut() {
            run.glyphs.push(Glyph { id, advance, dx, dy, text: text.replace('\u{AD}', "") });
        }
        self.x += advance;
    }

    fn line(mut self) -> Line {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::write::pdf::fonts::{Cut, Faces};
    use crate::write::pdf::structure::ElementId;
    use crate::write::pdf::text::Figures;

    fn span() -> Span {
        Span {
            cut: Cut::Regular,
            size: 10.0,
            colour: Colour::default(),
            rise: 0.0,
            figures: Figures::Proportional,
            lang: Lang::Pl,
            foreign: false,
            owner: Owner::Element(ElementId(0)),
            link: None,
            note: None,
            ground: None,
            underlined: false,
            struck: false,
        }
    }

    fn setting(width: f32, edge: Edge) -> Setting {
        Setting { width, edge, hyphens: true, height: 14.0, leading: 1.4 }
    }

    fn set(text: &str, setting: Setting) -> Vec<String> {
        let faces = Faces::default();
        let mut shaper = Shaper::new(&faces).expect("the built-in fonts are fonts");
        let mut paragraph = Text::default();
        let span = paragraph.span(span());
        paragraph.words(text, span, &mut shaper);
        let lines = paragraph.lines(setting, &mut shaper);
        for line in &lines {
            assert!(line.right <= setting.width + 0.1, "{} > {}", line.right, setting.width);
        }
        lines.iter().map(read).collect()
    }

    fn read(line: &Line) -> String {
        let mut text = String::new();
        for item in &line.items {
            if let Shape::Glyphs(run) = &item.shape {
                match &run.actual_text {
                    Some(actual) => text.push_str(actual),
                    None => run.glyphs.iter().for_each(|glyph| text.push_str(&glyph.text)),
                }
            }
        }
        text
    }

    const TEXT: &str = "Partnerstwo na rzecz zatrudnienia w powiecie krośnieńskim łączy urząd pracy, \
        organizacje pozarządowe i przedsiębiorców, którzy wspólnie odpowiadają na potrzeby osób \
        długotrwale bezrobotnych w wieku 50 lat i więcej.";

    #[test]
    fn filled_lines_reach_both_edges_and_keep_every_word() {
        let lines = set(TEXT, setting(200.0, Edge::Both));
        assert_eq!(lines.concat().replace('\u{AD}', ""), TEXT);
        assert!(lines.len() > 5);
    }

    #[test]
    fn a_one_letter_word_does_not_end_a_line() {
        for width in 60..260 {
            for line in set(TEXT, setting(width as f32, Edge::Left)) {
                let end = line.trim_end().rsplit(' ').next().unwrap_or_default();
                assert!(!matches!(end, "w" | "i" | "z"), "{line:?} at {width}");
            }
        }
    }

    #[test]
    fn a_word_of_300_letters_is_broken_inside_the_line() {
        for word in ["ą".repeat(300), "0".repeat(300), "Konstantynopolitańczykowianeczka".repeat(10)] {
            let lines = set(&word, setting(150.0, Edge::Both));
            assert_eq!(lines.concat().replace('\u{AD}', ""), word);
        }
    }

    #[test]
    fn a_no_break_space_keeps_its_words_together() {
        for width in 40..120 {
            for line in set("razem 1\u{A0}250\u{A0}000,00\u{A0}zł brutto", setting(width as f32, Edge::Left))
            {
                assert!(width < 75 || !line.trim_end().ends_with("250"), "{line:?} at {width}");
            }
        }
    }

    #[test]
    fn a_very_long_paragraph_takes_linear_time() {
        let text = TEXT.repeat(400);
        let lines = set(&text, setting(400.0, Edge::Both));
        assert_eq!(lines.concat().replace('\u{AD}', ""), text);
    }
}
