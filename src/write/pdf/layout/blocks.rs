//! Blocks in reading order. In: `Block`s and a scope. Out: `Flow`.

use super::composer::{Composer, Look, Scope, flow, slabs, space};
use super::flow::Flow;
use super::row::Force;
use super::shapes;
use super::slab::{Backdrop, Slab, WISH};
use crate::document::{Block, Inline, Signature};
use crate::write::pdf::display::Owner;
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::{Edge, Figures, Text};

/// A row inside a cell or a note is cut above this height.
const HIGH: f32 = 200.0;
/// How many lines may lead from a heading to the table that stays with both.
const LEAD: usize = 3;
/// Narrower than this nothing is indented any further.
const NARROW: f32 = 110.0;

/// Tells whether a block is a paragraph that leads to a table or a figure.
fn leads(block: &Block, next: Option<&Block>) -> bool {
    matches!(block, Block::Paragraph(_)) && matches!(next, Some(Block::Table(_) | Block::Figure(_)))
}

/// Returns all places to sign at the head of blocks.
fn signing(blocks: &[Block]) -> Vec<&Signature> {
    let places = blocks.iter().map_while(|block| match block {
        Block::Signatures(signatures) => Some(signatures),
        _ => None,
    });
    places.flatten().collect()
}

/// Keeps lines with what follows them; they give way where a hole would be left, two of them sooner than one.
fn keep(pieces: &mut [Flow]) {
    let wish = if pieces.len() > 1 { WISH } else { 2.0 * WISH };
    for piece in pieces {
        if let Flow::Slab(slab) = piece {
            slab.wish = if slab.keep { 0.0 } else { wish };
            slab.keep = true;
        }
    }
}

impl Composer<'_> {
    /// Lays out the whole document: title, body, and the notes that nothing calls.
    pub(super) fn document(&mut self) -> Vec<Flow> {
        let mut flow = self.front();
        let scope = self.body();
        self.blocks(&self.document.blocks, &scope, &mut flow);
        for note in 0..self.called.len() {
            if !std::mem::replace(&mut self.called[note], true) {
                self.note(note, ElementId(0));
            }
        }
        flow
    }

    /// Lays out blocks one below the other.
    pub(super) fn blocks(&mut self, blocks: &[Block], scope: &Scope, flow: &mut Vec<Flow>) {
        for (index, block) in blocks.iter().enumerate() {
            if let Block::Signatures(_) = block {
                // Those who sign for several bodies stand side by side as those of one do.
                let before = index.checked_sub(1).and_then(|before| blocks.get(before));
                if !matches!(before, Some(Block::Signatures(_))) {
                    self.signatures(&signing(&blocks[index..]), scope, flow);
                }
                continue;
            }
            let headed = index > 0 && matches!(blocks[index - 1], Block::Heading { .. });
            let start = flow.len();
            self.block(block, scope, headed, flow);
            if headed && leads(block, blocks.get(index + 1)) && flow.len() - start <= LEAD {
                keep(&mut flow[start..]);
            }
        }
    }

    fn block(&mut self, block: &Block, scope: &Scope, headed: bool, flow: &mut Vec<Flow>) {
        match block {
            Block::Heading { level, content, .. } => self.heading(*level, content, scope, flow),
            Block::Paragraph(content) => {
                let element = self.element(Tag::Paragraph, scope.parent);
                self.paragraph(content, element, scope, flow);
                self.waiting_notes(scope.parent);
            }
            Block::List(list) => self.list(list, scope, flow),
            Block::Quote(inner) => self.quote(inner, scope, flow),
            Block::Code { text, .. } => self.code(text, scope, flow),
            Block::Definitions(definitions) => self.definitions(definitions, scope, flow),
            Block::Table(table) => self.table(table, scope, flow),
            Block::Figure(figure) => self.figure(figure, scope, flow),
            Block::Divider => self.divider(scope, flow),
            Block::PageBreak(_) if scope.inside => {}
            Block::PageBreak(when) => flow.push(Flow::Break(*when)),
            Block::Contents => self.contents(scope, headed, flow),
            Block::Signatures(signatures) => {
                self.signatures(&signatures.iter().collect::<Vec<_>>(), scope, flow)
            }
        }
    }

    /// Sets a paragraph whose words an element owns.
    pub(super) fn paragraph(
        &mut self,
        content: &[Inline],
        element: ElementId,
        scope: &Scope,
        into: &mut Vec<Flow>,
    ) {
        let text = self.text(content, &scope.look, element);
        let most = if scope.inside { scope.width } else { self.measure() - scope.x };
        let lines = self.lines(&text, scope.width.min(most), &scope.look);
        let mut set = slabs(lines, scope.x);
        space(&mut set, 0.0, scope.look.size * scope.gap);
        flow(set, into);
    }

    fn heading(&mut self, level: u8, content: &[Inline], scope: &Scope, into: &mut Vec<Flow>) {
        let sizes = self.style.sizes;
        let level = level.clamp(1, 6);
        let index = usize::from(level - 1).min(sizes.headings.len() - 1);
        let size = if scope.inside { scope.look.size } else { sizes.headings[index] };
        // The title is the one heading of the first level.
        let element = self.element(Tag::Heading((level + 1).min(6)), scope.parent);
        let look = Look {
            cut: Cut::Bold,
            size,
            colour: self.style.colours.accent,
            edge: Edge::Left,
            hyphens: false,
            figures: Figures::Proportional,
        };
        let text = self.text(content, &look, element);
        let lines = self.lines(&text, scope.width, &look);
        let mut set = slabs(lines, scope.x);
        for slab in &mut set {
            slab.keep = true;
        }
        let anchor = self.next_heading;
        self.next_heading += 1;
        if set.is_empty() {
            set.push(Slab { keep: true, ..Slab::default() });
        }
        set[0].anchors.push(anchor);
        let before = if scope.inside { size * 0.4 } else { [26.0, 20.0, 15.0, 12.0][index] };
        space(&mut set, before, if scope.inside { size * 0.2 } else { [9.0, 6.5, 5.0, 4.0][index] });
        flow(set, into);
        if let Some(heading) = self.headings.get_mut(anchor) {
            heading.element = Some(element);
        }
        self.waiting_notes(scope.parent);
    }

    fn quote(&mut self, inner: &[Block], scope: &Scope, flow: &mut Vec<Flow>) {
        let parent = self.element(Tag::BlockQuote, scope.parent);
        let indent = if scope.width > NARROW { 14.0 } else { 0.0 };
        let inside = Scope { parent, ..scope.indented(indent) };
        let bar = Backdrop {
            number: self.new_backdrop(),
            x: scope.x + 1.0,
            width: 2.2,
            pad: 0.0,
            fill: self.style.colours.rule,
        };
        let start = flow.len();
        self.blocks(inner, &inside, flow);
        behind(&mut flow[start..], bar);
    }

    fn code(&mut self, code: &str, scope: &Scope, into: &mut Vec<Flow>) {
        let element = self.element(Tag::Code, scope.parent);
        let size = scope.look.size * 0.92;
        let look = Look {
            size,
            edge: Edge::Left,
            hyphens: false,
            figures: Figures::Tabular,
            cut: Cut::Regular,
            ..scope.look
        };
        let mut text = Text::default();
        let span = text.span(self.span(&look, Owner::Element(element)));
        for (index, line) in code.strip_suffix('\n').unwrap_or(code).split('\n').enumerate() {
            if index > 0 {
                text.line_break(span);
            }
            text.literal(line.trim_end_matches('\r'), span, &mut self.shaper);
        }
        let lines = self.lines(&text, scope.width - 16.0, &look);
        let mut set = slabs(lines, scope.x + 8.0);
        let ground = Backdrop {
            number: self.new_backdrop(),
            x: scope.x,
            width: scope.width,
            pad: 4.0,
            fill: self.style.colours.tint,
        };
        for slab in &mut set {
            slab.backdrops.push(ground);
        }
        space(&mut set, 8.0, 12.0);
        flow(set, into);
    }

    fn divider(&mut self, scope: &Scope, flow: &mut Vec<Flow>) {
        let third = scope.width / 3.0;
        let line = shapes::rule(scope.x + third, scope.x + 2.0 * third, 0.5, 0.8, self.style.colours.rule);
        let space = scope.look.size;
        flow.push(Flow::Slab(Slab {
            height: 1.0,
            before: space,
            after: space,
            items: vec![line],
            ..Slab::default()
        }));
    }
}

impl Scope {
    /// Returns the scope moved in from the left, unless it is too narrow for that.
    pub(super) fn indented(&self, by: f32) -> Scope {
        let by = if self.width - by < NARROW.min(self.width * 0.6) { 0.0 } else { by };
        Scope { x: self.x + by, width: self.width - by, ..*self }
    }
}

/// Puts a backdrop behind all slabs of a flow.
pub(super) fn behind(flow: &mut [Flow], backdrop: Backdrop) {
    for piece in flow {
        if let Flow::Slab(slab) = piece {
            slab.backdrops.push(backdrop);
        }
    }
}

/// Returns a flow as slabs only, for places where pages cannot end inside a row; a high row is cut, so that
/// they can end between its parts.
pub(super) fn settled(flow: Vec<Flow>) -> Vec<Slab> {
    let mut slabs = Vec::with_capacity(flow.len());
    for piece in flow {
        match piece {
            Flow::Slab(slab) => slabs.push(slab),
            Flow::Row(mut row) => {
                while row.height() > HIGH
                    && let Some(upper) = row.cut(HIGH, Force::Gentle).or_else(|| row.cut(HIGH, Force::Hard))
                {
                    slabs.push(upper.slab());
                }
                slabs.push(row.slab());
            }
            Flow::Break(_) | Flow::Turn(_) => {}
        }
    }
    slabs
}
