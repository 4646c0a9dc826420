//! The body's blocks. In: `Block`s and where they stand. Out: pieces.

use super::Writer;
use super::inlines::Run;
use super::paragraph::{Border, Paragraph};
use super::style::hex;
use crate::document::{Block, Definition, Inline};

/// How far a quotation and a meaning stand in, and each level of a list.
pub(super) const STEP: i32 = 397;

/// Where blocks stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// What they stand in.
    pub(super) room: Room,
    /// How far they stand in from the left edge of it.
    pub(super) indent: i32,
    /// How wide that is, the indent included.
    pub(super) width: i32,
    /// How many lists they stand in.
    pub(super) depth: usize,
    /// The level of the clause they are a part of.
    pub(super) clause: Option<usize>,
    /// Where the lines of a cell stand.
    pub(super) align: Option<&'static str>,
    /// Whether they stay with what follows.
    pub(super) keep: bool,
}

/// What blocks stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// The body.
    Body,
    /// A quotation.
    Quote,
    /// A cell of a table.
    Cell,
    /// A cell that heads its row or its column.
    Head,
    /// A note.
    Note,
}

impl Place {
    /// Returns the style of running text here.
    pub(super) fn text(&self) -> &'static str {
        match self.room {
            _ if self.room == Room::Body && self.depth > 0 => "ListContinue",
            Room::Body => "BodyText",
            Room::Quote => "Quote",
            Room::Cell => "TableText",
            Room::Head => "TableHead",
            Room::Note => "FootnoteText",
        }
    }

    /// Tells whether letters are small here and lines close.
    pub(super) fn is_small(&self) -> bool {
        !matches!(self.room, Room::Body | Room::Quote)
    }

    /// Returns the place a step further in, as far as there is room.
    pub(super) fn indented(&self, by: i32) -> Self {
        let by = if self.width - self.indent - by < 1_600 { 0 } else { by };
        Self { indent: self.indent + by, ..*self }
    }

    /// Returns a paragraph of running text.
    pub(super) fn paragraph(&self) -> Paragraph {
        let indent = (self.indent > 0).then_some((self.indent, 0));
        Paragraph { indent, align: self.align, keep: self.keep, ..Paragraph::of(self.text()) }
    }
}

impl Writer<'_> {
    /// Returns the place of the body's blocks.
    pub(super) fn place(&self) -> Place {
        Place {
            room: Room::Body,
            indent: 0,
            width: self.style.frame(self.sideways).0,
            depth: 0,
            clause: None,
            align: None,
            keep: false,
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block], place: &Place) {
        self.each(blocks, 0..blocks.len(), place);
    }

    /// Writes some of the blocks that follow one another; those of one text stand in one control where there is room for
    /// more of them.
    pub(super) fn each(&mut self, blocks: &[Block], range: std::ops::Range<usize>, place: &Place) {
        let mut at = range.start;
        while at < range.end {
            let group = if place.is_small() { None } else { self.group(&blocks[at..range.end]) };
            match group {
                Some((origin, count)) => {
                    self.in_control(origin, |writer| writer.each(blocks, at..at + count, place));
                    at += count;
                }
                None => {
                    let headed = at > 0 && matches!(blocks[at - 1], Block::Heading { .. });
                    self.block(&blocks[at], blocks.get(at + 1), headed, place);
                    at += 1;
                }
            }
        }
    }

    /// Writes a block; `next` is the one behind it.
    pub(super) fn block(&mut self, block: &Block, next: Option<&Block>, headed: bool, place: &Place) {
        match block {
            Block::Heading { level, id, content } => self.heading(*level, id, content, place),
            Block::Paragraph(line) => {
                let leads = headed && matches!(next, Some(Block::Table(_) | Block::Figure(_)));
                let own = place.paragraph();
                // A line that its author ends is not stretched to the edge.
                let is_broken = line.iter().any(|inline| matches!(inline, Inline::Break));
                let align = own.align.or(is_broken.then_some("left"));
                self.text(line, &Paragraph { keep: own.keep || leads, align, ..own });
            }
            Block::List(list) => self.list(list, place),
            Block::Quote(inner) => {
                let room = if place.is_small() { place.room } else { Room::Quote };
                let quoted = Place { room, depth: 0, clause: None, ..place.indented(STEP) };
                self.blocks(inner, &quoted);
            }
            Block::Code { text, .. } => self.code(text, place),
            Block::Definitions(definitions) => self.definitions(definitions, place),
            Block::Table(table) => self.table(table, place),
            Block::Figure(figure) => self.figure(figure, place),
            Block::Divider => self.divider(place),
            Block::PageBreak(_) => self.breaks |= place.room == Room::Body && !self.out.is_empty(),
            Block::Contents => self.contents(headed),
            Block::Signatures(signatures) => self.signatures(signatures, place),
        }
    }

    /// Adds a paragraph of words.
    pub(super) fn text(&mut self, line: &[Inline], paragraph: &Paragraph) {
        self.controls.is_alone = true;
        let runs = self.line(line, Run::default());
        self.paragraph(paragraph, &runs);
    }

    /// Adds a paragraph of plain words.
    pub(super) fn plain(&mut self, words: &str, paragraph: &Paragraph) {
        let runs = self.run(words, Run::default());
        self.paragraph(paragraph, &runs);
    }

    fn code(&mut self, text: &str, place: &Place) {
        let lines = text.strip_suffix('\n').unwrap_or(text);
        let runs = self.run(lines, Run { literal: true, ..Run::default() });
        let paragraph = Paragraph { style: "HTMLPreformatted".into(), align: None, ..place.paragraph() };
        self.paragraph(&paragraph, &runs);
    }

    fn definitions(&mut self, definitions: &[Definition], place: &Place) {
        let is_small = place.is_small();
        for definition in definitions {
            let own = place.paragraph();
            let style = if is_small { own.style.clone() } else { "DefinitionTerm".into() };
            let runs = self.line(&definition.term, Run { bold: true, ..Run::default() });
            self.paragraph(&Paragraph { keep: true, style, ..own }, &runs);
            let inside = Place { depth: place.depth + 1, ..place.indented(STEP) };
            definition.meanings.iter().for_each(|meaning| self.blocks(meaning, &inside));
        }
    }

    fn divider(&mut self, place: &Place) {
        let third = (place.width - place.indent) / 3;
        let colour = hex(self.style.look.colours.rule);
        let border = Some(Border { side: "bottom", kind: "single", width: 6, colour });
        let indent = Some((place.indent + third, 0));
        self.paragraph(&Paragraph { border, indent, ..Paragraph::of("Divider") }, "");
    }
}
