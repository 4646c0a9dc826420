//! Content controls: the frames in which texts of the application stand, so that they can be found again. In: lines and
//! blocks with origins. Out: markup with a control round each text.
//!
//! A control says in its tag the number of its origin in the document, the language, and by `b` that whole paragraphs stand
//! in it. Editors that drop controls keep hidden bookmarks, so each control has one of the same range: `_Pakt12` for the
//! first part of the text number 12, which fills its paragraph, `_Pakt12_2` for the second; `_PaktB12` for paragraphs,
//! `_PaktI12` for words inside one.

use std::collections::BTreeMap;

use super::Writer;
use super::paragraph::Kind;
use super::xml::escaped;
use crate::document::{Block, Inline, OriginId};

/// How long a tag and a title may be for Word.
const LONGEST: usize = 64;

/// The parts of each text that have been written, and the text that is being written.
#[derive(Debug, Default)]
pub(super) struct Controls {
    parts: BTreeMap<usize, usize>,
    within: Option<OriginId>,
    /// Whether the next line is all that its paragraph says.
    pub(super) is_alone: bool,
}

/// What a control goes round.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Paragraphs.
    Blocks,
    /// All of a line.
    Line,
    /// Some words of it.
    Words,
}

/// The markup that opens a control and its bookmark, and that closes them.
struct Frame {
    open: String,
    start: String,
    end: String,
}

const CLOSE: &str = "</w:sdtContent></w:sdt>";

impl Writer<'_> {
    /// Returns a line as runs, each text of the application in a control.
    pub(super) fn framed(
        &mut self,
        line: &[Inline],
        runs: impl Fn(&mut Self, &[Inline]) -> String,
    ) -> String {
        let is_alone = std::mem::take(&mut self.controls.is_alone);
        if self.controls.within.is_some() || self.document.origins.is_empty() {
            return runs(self, line);
        }
        let mut out = String::new();
        let mut at = 0;
        while at < line.len() {
            let Some(origin) = sole(&line[at..=at]) else {
                out += &runs(self, &line[at..=at]);
                at += 1;
                continue;
            };
            let mut end = at + 1;
            for next in at + 1..line.len() {
                match sole(&line[next..=next]) {
                    Some(other) if other == origin => end = next + 1,
                    None if is_neutral(&line[next]) => {}
                    _ => break,
                }
            }
            let said = self.within(origin, |writer| runs(writer, &line[at..end]));
            let is_line = is_alone && at == 0 && end == line.len();
            let extent = if is_line { Extent::Line } else { Extent::Words };
            out += &self.control(origin, extent, said);
            at = end;
        }
        out
    }

    fn within<T>(&mut self, origin: OriginId, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.controls.within.replace(origin);
        let written = write(self);
        self.controls.within = before;
        written
    }

    fn control(&mut self, origin: OriginId, extent: Extent, runs: String) -> String {
        match self.frame(origin, extent) {
            Some(Frame { open, start, end }) if !runs.is_empty() => {
                format!("{open}{start}{runs}{end}{CLOSE}")
            }
            _ => runs,
        }
    }

    /// Writes blocks that lie in one text of the application in a control round all of them.
    pub(super) fn in_control(&mut self, origin: OriginId, write: impl FnOnce(&mut Self)) {
        let from = self.out.len();
        self.within(origin, write);
        let Some(Frame { open, start, end }) = self.frame(origin, Extent::Blocks) else { return };
        let Some((first, _)) = self.out.get_mut(from..).and_then(<[_]>::split_first_mut) else { return };
        if let Some(at) = first.markup.find("</w:pPr>") {
            first.markup.insert_str(at + "</w:pPr>".len(), &start);
        }
        first.markup.insert_str(0, &open);
        if let Some(last) = self.out.last_mut() {
            if let Some(at) = last.markup.rfind("</w:p>") {
                last.markup.insert_str(at, &end);
            }
            last.markup.push_str(CLOSE);
            // The end of a section must not lie in a control.
            last.kind = Kind::Block;
        }
    }

    fn frame(&mut self, OriginId(number): OriginId, extent: Extent) -> Option<Frame> {
        let origin = self.document.origins.get(number)?;
        let part = self.controls.parts.entry(number).or_default();
        *part += 1;
        let (kind, block) = match extent {
            Extent::Blocks => ("B", ":b"),
            Extent::Line => ("", ""),
            Extent::Words => ("I", ""),
        };
        let suffix = if *part > 1 { format!("_{part}") } else { String::new() };
        let name = format!("_Pakt{kind}{number}{suffix}");
        let place = origin.place.to_string();
        let length = place.chars().count();
        let title: String = place.chars().skip(length.saturating_sub(LONGEST)).collect();
        let tag = format!("pakt:{number}:{}{block}", origin.lang.code());
        let (id, mark) = (self.next_id(), self.next_id());
        Some(Frame {
            open: format!(
                "<w:sdt><w:sdtPr><w:alias w:val=\"{}\"/><w:tag w:val=\"{tag}\"/><w:id w:val=\"{id}\"/></w:sdtPr>\
                 <w:sdtContent>",
                escaped(&title)
            ),
            start: format!("<w:bookmarkStart w:id=\"{mark}\" w:name=\"{name}\"/>"),
            end: format!("<w:bookmarkEnd w:id=\"{mark}\"/>"),
        })
    }

    /// Returns the text that the first blocks lie in, and how many they are.
    pub(super) fn group(&self, blocks: &[Block]) -> Option<(OriginId, usize)> {
        if self.controls.within.is_some() || self.document.origins.is_empty() {
            return None;
        }
        let origin = of_block(blocks.first()?)?;
        let count = blocks.iter().take_while(|block| of_block(block) == Some(origin)).count();
        Some((origin, count))
    }
}

/// Returns the one text in which a block lies whole; of tables each cell has a control of its own.
fn of_block(block: &Block) -> Option<OriginId> {
    match block {
        Block::Paragraph(line) | Block::Heading { content: line, .. } => sole(line),
        Block::List(list) => {
            let mut origins = list.items.iter().flatten().map(of_block);
            let first = origins.next()??;
            origins.all(|origin| origin == Some(first)).then_some(first)
        }
        _ => None,
    }
}

/// Returns the one text in which all words of a line stand; breaks have none. Where a note is called a control ends: of a
/// control with a note in it LibreOffice loses words.
fn sole(line: &[Inline]) -> Option<OriginId> {
    let mut found = None;
    for inline in line {
        let own = match inline {
            Inline::From { origin, .. } => Some(*origin),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strike(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Image { alt: inner, .. }
            | Inline::Foreign { content: inner, .. } => Some(sole(inner)?),
            other if is_neutral(other) => continue,
            _ => return None,
        };
        if found.is_some() && own != found {
            return None;
        }
        found = own;
    }
    found
}

fn is_neutral(inline: &Inline) -> bool {
    matches!(inline, Inline::Break | Inline::SoftBreak)
}
