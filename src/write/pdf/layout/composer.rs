//! The state that all blocks share while they are laid out. In: a document, a style. Out: see `blocks`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::flow::Flow;
use super::row::Row;
use super::slab::{Direction, Slab};
use crate::document::{Block, Document};
use crate::write::pdf::display::{Colour, Owner};
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::{Element, ElementId, Structure, Tag};
use crate::write::pdf::style::{Justify, Style};
use crate::write::pdf::text::{Edge, Figures, SetLine, Setting, Shaper, Span, Text};

/// The space after a paragraph, in font sizes.
pub(super) const PARAGRAPH_GAP: f32 = 0.62;

/// Lays blocks out one after the other.
pub(super) struct Composer<'a> {
    pub(super) document: &'a Document,
    pub(super) style: &'a Style,
    pub(super) shaper: Shaper<'a>,
    pub(super) structure: Structure,
    pub(super) links: Vec<Goal>,
    /// The anchors that links of the document name.
    pub(super) anchors: BTreeMap<String, usize>,
    /// How many anchors there are: headings, then notes.
    pub(super) anchor_count: usize,
    pub(super) headings: Vec<Heading>,
    /// The heading that is laid out next.
    pub(super) next_heading: usize,
    /// The laid-out notes that no page has taken yet.
    pub(super) notes: Vec<Option<Vec<Slab>>>,
    /// Which notes have been called.
    pub(super) called: Vec<bool>,
    /// Notes called by the text just set, to be laid out after it.
    pub(super) waiting: Vec<usize>,
    pub(super) pictures: Vec<Arc<Vec<u8>>>,
    /// The header rows of each table.
    pub(super) heads: Vec<Vec<Row>>,
    pub(super) backdrop: usize,
    /// How the pages lie that are being filled.
    pub(super) direction: Direction,
    pub(super) has_cover: bool,
}

/// A link: its element, where it leads, what is said of it.
#[derive(Clone, Debug)]
pub(super) struct Goal {
    pub(super) element: ElementId,
    pub(super) target: GoalTarget,
    pub(super) contents: String,
}

/// Where a link leads, before pages are known.
#[derive(Clone, Debug)]
pub(super) enum GoalTarget {
    Uri(String),
    Anchor(usize),
}

/// A heading of the document.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) title: String,
    /// Its element, once it is laid out.
    pub(super) element: Option<ElementId>,
    /// Whether the contents list it.
    pub(super) listed: bool,
}

/// Where blocks stand and how their words look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    pub(super) parent: ElementId,
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) look: Look,
    /// How deep lists are nested.
    pub(super) depth: usize,
    /// The space after a paragraph, in font sizes.
    pub(super) gap: f32,
    /// Whether blocks stand inside a cell or a note, where no table can break over pages.
    pub(super) inside: bool,
}

/// How words look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) cut: Cut,
    pub(super) size: f32,
    pub(super) colour: Colour,
    pub(super) edge: Edge,
    pub(super) figures: Figures,
    pub(super) hyphens: bool,
}

impl<'a> Composer<'a> {
    /// Gathers what has to be known before the first block: headings and anchors.
    pub(super) fn new(document: &'a Document, style: &'a Style, shaper: Shaper<'a>) -> Self {
        let mut structure = Structure::default();
        structure.add(Element { tag: Tag::Document, ..Element::default() });
        let count = document.notes.len();
        let mut composer = Self {
            document,
            style,
            shaper,
            structure,
            links: Vec::new(),
            anchors: BTreeMap::new(),
            anchor_count: 0,
            headings: Vec::new(),
            next_heading: 0,
            notes: vec![None; count],
            called: vec![false; count],
            waiting: Vec::new(),
            pictures: Vec::new(),
            heads: Vec::new(),
            backdrop: 0,
            direction: if document.front.landscape { Direction::Sideways } else { Direction::Upright },
            has_cover: false,
        };
        composer.gather(&document.blocks);
        for note in &document.notes {
            composer.gather(&note.blocks);
        }
        composer.anchor_count = composer.headings.len() + count;
        composer
    }

    /// Returns the anchor of a note.
    pub(super) fn note_anchor(&self, note: usize) -> usize {
        self.headings.len() + note
    }

    /// Returns the height of the text area.
    pub(super) fn frame_height(&self, direction: Direction) -> f32 {
        let (width, height) = self.style.paper.size();
        let margins = self.style.margins;
        let tall = match direction {
            Direction::Upright => height,
            Direction::Sideways => width,
        };
        tall - margins.top - margins.bottom
    }

    /// Returns the width of the text area.
    pub(super) fn frame_width(&self, direction: Direction) -> f32 {
        let (width, height) = self.style.paper.size();
        let wide = match direction {
            Direction::Upright => width,
            Direction::Sideways => height,
        };
        wide - 2.0 * self.style.margins.side
    }

    /// Returns how far running text reaches; tables and charts take the whole width.
    pub(super) fn measure(&self) -> f32 {
        self.style.sizes.body * self.style.sizes.measure
    }

    /// Returns the scope of the body.
    pub(super) fn body(&self) -> Scope {
        let edge = match self.style.justify {
            Justify::Full => Edge::Both,
            Justify::Ragged => Edge::Left,
        };
        Scope {
            parent: ElementId(0),
            x: 0.0,
            width: self.frame_width(self.direction),
            look: Look {
                cut: Cut::Regular,
                size: self.style.sizes.body,
                colour: self.style.colours.ink,
                edge,
                figures: Figures::Proportional,
                hyphens: true,
            },
            depth: 0,
            gap: PARAGRAPH_GAP,
            inside: false,
        }
    }

    /// Adds an element under a parent.
    pub(super) fn element(&mut self, tag: Tag, parent: ElementId) -> ElementId {
        self.structure.add(Element { tag, parent: Some(parent), ..Element::default() })
    }

    /// Returns a number for a new backdrop.
    pub(super) fn new_backdrop(&mut self) -> usize {
        self.backdrop += 1;
        self.backdrop
    }

    /// Returns a span of a look.
    pub(super) fn span(&self, look: &Look, owner: Owner) -> Span {
        Span {
            cut: look.cut,
            size: look.size,
            colour: look.colour,
            rise: 0.0,
            figures: look.figures,
            lang: self.document.lang,
            owner,
            link: None,
            note: None,
            ground: None,
            underlined: false,
            struck: false,
        }
    }

    /// Returns plain words as a text of one span.
    pub(super) fn plain(&mut self, words: &str, look: &Look, owner: Owner) -> Text {
        let mut text = Text::default();
        let span = text.span(self.span(look, owner));
        text.words(words, span, &mut self.shaper);
        text
    }

    /// Breaks a text into the lines of a scope.
    pub(super) fn lines(&mut self, text: &Text, width: f32, look: &Look) -> Vec<SetLine> {
        let leading = self.style.sizes.leading;
        let setting = Setting {
            width: width.max(1.0),
            edge: look.edge,
            hyphens: look.hyphens,
            height: look.size * leading,
            leading,
        };
        text.lines(setting, &mut self.shaper)
    }

    /// Returns plain words as slabs.
    pub(super) fn plain_slabs(&mut self, words: &str, scope: &Scope, owner: Owner) -> Vec<Slab> {
        let text = self.plain(words, &scope.look, owner);
        let lines = self.lines(&text, scope.width, &scope.look);
        slabs(lines, scope.x)
    }

    fn gather(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading { level, id, content } => {
                    let anchor = self.headings.len();
                    let heads_contents = matches!(blocks.get(index + 1), Some(Block::Contents));
                    self.headings.push(Heading {
                        level: (*level).clamp(1, 6),
                        title: crate::document::plain(content).replace('\n', " "),
                        element: None,
                        listed: *level <= 3 && !heads_contents,
                    });
                    self.anchors.entry(id.clone()).or_insert(anchor);
                }
                Block::List(list) => list.items.iter().for_each(|item| self.gather(item)),
                Block::Quote(inner) => self.gather(inner),
                Block::Definitions(all) => {
                    all.iter().flat_map(|one| &one.meanings).for_each(|meaning| self.gather(meaning));
                }
                Block::Table(table) => {
                    table.head.iter().chain(&table.rows).flatten().for_each(|cell| self.gather(&cell.blocks));
                }
                _ => {}
            }
        }
    }
}

/// Returns lines as slabs; two lines at least stay together at the foot and the head of a page.
pub(super) fn slabs(lines: Vec<SetLine>, x: f32) -> Vec<Slab> {
    let count = lines.len();
    let each = lines.into_iter().enumerate().map(|(index, line)| {
        let mut slab = Slab {
            height: line.height,
            baseline: line.baseline,
            keep: index + 1 < count && (index == 0 || index + 2 == count),
            items: line.items,
            links: line.links,
            notes: line.notes,
            ..Slab::default()
        };
        slab.shift(x, 0.0);
        slab
    });
    each.collect()
}

/// Sets the space above the first and below the last slab.
pub(super) fn space(slabs: &mut [Slab], before: f32, after: f32) {
    if let Some(first) = slabs.first_mut() {
        first.before = before;
    }
    if let Some(last) = slabs.last_mut() {
        last.after = after;
    }
}

/// Puts slabs at the end of a flow.
pub(super) fn flow(slabs: Vec<Slab>, flow: &mut Vec<Flow>) {
    flow.extend(slabs.into_iter().map(Flow::Slab));
}
