//! The parser's events, put together. In: Markdown. Out: `Body`.
//!
//! A stack of open containers and one line: no recursion, so no input is too deep to read.

use super::anchor::anchors;
use super::caption::Caption;
use super::container::{Container, Open};
use super::line::{Mark, OpenLine};
use super::notes::Notes;
use super::stretches::Stretches;
use super::{Body, DEPTH, Fault, FaultKind, html};
use crate::document::{Align, Block, Cell, Column, Definition, Inline, Inlines, List, OriginId, Row, Table};
use crate::lang::Lang;
use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The state of reading.
pub(super) struct Builder<'t> {
    pub(super) source: &'t str,
    /// The language of what the text leaves to pakt to say.
    pub(super) lang: Lang,
    line_starts: Vec<usize>,
    pub(super) open: Vec<Open>,
    pub(super) deeper: usize,
    pub(super) line: OpenLine,
    /// The heading being read: its id as written.
    heading: Option<String>,
    /// The body of a code or HTML block, and its info string.
    pub(super) literal: Option<(String, String)>,
    pub(super) table: Option<Table>,
    pub(super) row: Row,
    pub(super) cell_end: usize,
    notes: Notes,
    pub(super) faults: Vec<Fault>,
    origins: Stretches,
}

impl<'t> Builder<'t> {
    pub(super) fn new(source: &'t str, lang: Lang, origins: Vec<(Range<usize>, OriginId)>) -> Self {
        let breaks = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self {
            source,
            lang,
            line_starts: std::iter::once(0).chain(breaks).collect(),
            open: vec![Open::new(Container::Whole)],
            deeper: 0,
            line: OpenLine::new(),
            heading: None,
            literal: None,
            table: None,
            row: Row::new(),
            cell_end: 0,
            notes: Notes::default(),
            faults: Vec::new(),
            origins: Stretches(origins),
        }
    }

    pub(super) fn read(mut self) -> Body {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_DEFINITION_LIST;
        for (event, range) in Parser::new_ext(self.source, options).into_offset_iter() {
            self.event(event, range);
        }
        self.flush(self.source.len());
        self.forget_caption();
        let mut blocks = self.open.pop().map(|whole| whole.blocks).unwrap_or_default();
        let mut notes = self.notes.number(&mut blocks);
        anchors(&mut blocks, &mut notes);
        self.faults.sort_by_key(|fault| fault.line);
        Body { blocks, notes, faults: self.faults }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) | Event::Html(text) => match &mut self.literal {
                Some((_, body)) => body.push_str(&text),
                None => self.text(&text, range),
            },
            Event::Code(text) => {
                let origin = self.origins.at(range.start);
                self.line.push_from(origin, Inline::Code(text.into_string()));
            }
            Event::InlineHtml(raw) => self.token(&raw),
            Event::FootnoteReference(label) => {
                let id = self.notes.refer(&label);
                self.line.push(Inline::Note(id));
            }
            Event::SoftBreak if self.heading.is_some() => self.line.text(" "),
            Event::SoftBreak => {
                let origin = self.origins.at(range.start);
                self.line.push_from(origin, Inline::SoftBreak);
            }
            Event::HardBreak => self.line.push(Inline::Break),
            Event::Rule => {
                self.flush(range.start);
                self.push(Block::Divider);
            }
            // Options that are off: their source is text like any other.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.line.text(&text),
            Event::TaskListMarker(_) => self.line.text(self.source.get(range).unwrap_or_default()),
        }
    }

    fn token(&mut self, raw: &str) {
        let list = match &mut self.open[..] {
            [.., Open { kind: Container::List(list), .. }, Open { kind: Container::Item, .. }] => Some(list),
            _ => None,
        };
        match list.zip(html::numbering(raw)).filter(|_| self.deeper == 0) {
            Some((list, numbering)) => list.numbering = numbering,
            None => self.line.html(raw),
        }
    }

    /// Adds text, each part of it under its origin.
    fn text(&mut self, text: &str, range: Range<usize>) {
        // An entity is one character, and comes from one place.
        if self.source.get(range.clone()) != Some(text) {
            return self.line.push_from(self.origins.at(range.start), Inline::Text(text.to_owned()));
        }
        for (part, origin) in self.origins.parts(range) {
            let words = &self.source[part];
            #[cfg(test)]
            let words = &*crate::planted::passed(crate::planted::Stage::Markdown, words);
            self.line.push_from(origin, Inline::Text(words.to_owned()));
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis => return self.line.start(Mark::Emphasis),
            Tag::Strong => return self.line.start(Mark::Strong),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                return self.line.start(Mark::Strike);
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
                let href = format!("{mail}{dest_url}");
                return self.line.start(Mark::Link { href, title: title.into_string() });
            }
            Tag::Image { dest_url, title, .. } => {
                let (src, title) = (dest_url.into_string(), title.into_string());
                return self.line.start(Mark::Image { src, title });
            }
            _ => self.flush(range.start),
        }
        match tag {
            Tag::Heading { id, .. } => self.heading = Some(id.map(String::from).unwrap_or_default()),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.literal = Some((info.into_string(), String::new()));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) | Tag::HtmlBlock => {
                self.literal = Some(Default::default());
            }
            Tag::Table(columns) => {
                let columns = columns.into_iter().map(|side| Column { align: align(side) }).collect();
                self.table = Some(Table { columns, ..Table::default() });
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::List(start) => self.enter(Container::List(List { start, tight: true, ..List::default() })),
            Tag::Item => self.enter(Container::Item),
            Tag::FootnoteDefinition(label) => {
                let line = self.line_at(range.start);
                self.enter(Container::Note(label.into_string(), line));
            }
            Tag::DefinitionList => self.enter(Container::Definitions(Vec::new())),
            Tag::DefinitionListDefinition => self.enter(Container::Meaning),
            Tag::TableCell => self.cell_end = range.end,
            Tag::Paragraph => self.loosen(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.paragraph(&range),
            TagEnd::Heading(level) => {
                let id = self.heading.take().unwrap_or_default();
                let content = self.take_line(range.start);
                self.push(Block::Heading { level: level as u8, id, content });
            }
            TagEnd::CodeBlock => self.code(&range),
            TagEnd::HtmlBlock => self.html(&range),
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.table(table);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.row(tag == TagEnd::TableHead, &range),
            TagEnd::TableCell => {
                self.cell_end = range.end;
                let line = self.take_line(range.start);
                let blocks = if line.is_empty() { vec![] } else { vec![Block::Paragraph(line)] };
                self.row.push(Cell { blocks });
            }
            TagEnd::DefinitionListTitle => self.term(range.start),
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition => self.leave(range.start),
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => self.line.end(),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    fn enter(&mut self, kind: Container) {
        // A part of an open container is always entered: its text would have nowhere to go.
        let part = matches!(kind, Container::Item | Container::Meaning);
        if self.deeper > 0 || (self.open.len() >= DEPTH && !part) {
            self.deeper += 1;
        } else {
            self.forget_caption();
            self.open.push(Open::new(kind));
        }
    }

    fn leave(&mut self, at: usize) {
        self.flush(at);
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        self.forget_caption();
        if self.open.len() < 2 {
            return;
        }
        let Some(Open { kind, blocks, .. }) = self.open.pop() else { return };
        match kind {
            Container::Whole => {}
            Container::Quote => self.push(Block::Quote(blocks)),
            Container::List(list) => self.push(Block::List(list)),
            Container::Definitions(definitions) => self.push(Block::Definitions(definitions)),
            Container::Note(label, line) => self.faults.extend(self.notes.define(&label, blocks, line)),
            Container::Item => {
                if let Some(Open { kind: Container::List(list), .. }) = self.open.last_mut() {
                    list.items.push(blocks);
                }
            }
            Container::Meaning => {
                if let Some(Open { kind: Container::Definitions(definitions), .. }) = self.open.last_mut() {
                    match definitions.last_mut() {
                        Some(definition) => definition.meanings.push(blocks),
                        None => definitions.push(Definition { term: Inlines::new(), meanings: vec![blocks] }),
                    }
                }
            }
        }
    }

    /// Ends a paragraph that has no marks of its own: the text of a tight list item.
    pub(super) fn flush(&mut self, at: usize) {
        let line = self.take_line(at);
        if !line.is_empty() {
            self.push(Block::Paragraph(line));
        }
    }

    pub(super) fn take_line(&mut self, at: usize) -> Inlines {
        let line = self.line.take();
        let number = self.line_at(at);
        let faults = std::mem::take(&mut self.line.faults);
        self.faults.extend(faults.into_iter().map(|kind| Fault { line: number, kind }));
        line
    }

    /// Marks the list around a paragraph as one whose items stand apart.
    fn loosen(&mut self) {
        if self.deeper > 0 {
            return;
        }
        if let [.., Open { kind: Container::List(list), .. }, Open { kind: Container::Item, .. }] =
            &mut self.open[..]
        {
            list.tight = false;
        }
    }

    pub(super) fn push(&mut self, block: Block) {
        self.forget_caption();
        self.innermost().blocks.push(block);
    }

    /// Returns the caption that stands straight before the next block, and takes its paragraph away.
    pub(super) fn take_caption(&mut self) -> Option<Caption> {
        let open = self.innermost();
        let (caption, _, at) = open.caption.take()?;
        open.blocks.truncate(at);
        Some(caption)
    }

    fn forget_caption(&mut self) {
        if let Some((caption, line, _)) = self.innermost().caption.take() {
            self.faults.push(Fault { line, kind: FaultKind::Caption { marker: caption.marker } });
        }
    }

    /// Returns the innermost container that takes blocks.
    pub(super) fn innermost(&mut self) -> &mut Open {
        self.open.last_mut().expect("the whole is closed last")
    }

    pub(super) fn line_at(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }
}

fn align(side: Alignment) -> Align {
    match side {
        Alignment::None => Align::Natural,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::Right,
    }
}
