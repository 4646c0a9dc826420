//! The blocks. In: `Block`s. Out: Markdown without a line break at its end.

use super::Writer;
use super::fence::fence;
use super::letters::Place;
use crate::document::{Block, Break, Definition, Figure, Inline, List, Numerals, Within, plain};
use crate::markdown::{drawing_fence, signatures_fence};

impl Writer {
    pub(super) fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut parts: Vec<String> = Vec::with_capacity(blocks.len());
        let mut other_marker = false;
        let mut before: Option<&List> = None;
        for block in blocks {
            let list = if let Block::List(list) = block { Some(list) } else { None };
            // Two lists in a row would be one, had they the same markers.
            other_marker = match (before, list) {
                (Some(before), Some(list)) => sign(before, other_marker) == sign(list, false),
                _ => false,
            };
            before = list;
            let part = match list {
                Some(list) => self.list(list, other_marker),
                None => self.block(block),
            };
            if !part.is_empty() {
                parts.push(part);
            }
        }
        parts.join("\n\n")
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading { level, id, content } => self.heading(*level, id, content),
            Block::Paragraph(line) => self.line(line, Place::Paragraph),
            Block::List(list) => self.list(list, false),
            Block::Quote(inner) => hang(&self.blocks(inner), "> ", "> "),
            Block::Code { info, text } => fence(info, text),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            // Underscores, for `* ***` would be a rule and no list item with one in it.
            Block::Divider => "___".to_owned(),
            Block::PageBreak(Break::Always) => "<pagebreak>".to_owned(),
            Block::PageBreak(Break::WhereFull) => "<pagebreak full>".to_owned(),
            Block::Contents => "<contents>".to_owned(),
            Block::Signatures(signatures) => {
                fence("signatures", signatures_fence(signatures).trim_end_matches('\n'))
            }
        }
    }

    fn heading(&mut self, level: u8, id: &str, content: &[Inline]) -> String {
        let mut out = "#".repeat(usize::from(level.clamp(1, 6)));
        let words = self.line(content, Place::Heading);
        if !words.is_empty() {
            out.push(' ');
            out.push_str(&words);
        }
        let given = self.anchors.clone().of_words(&plain(content)) == id;
        self.anchors.unique(id.to_owned());
        if !given && !id.is_empty() && !id.contains(|c: char| c.is_whitespace() || "{}#\\".contains(c)) {
            out.push_str(&format!(" {{#{id}}}"));
        }
        out
    }

    fn list(&mut self, list: &List, other_marker: bool) -> String {
        let Some(sign) = sign(list, other_marker) else { return self.labelled(list) };
        let close = list.tight && list.items.iter().all(|item| is_close(item));
        let items: Vec<String> = (list.start.unwrap_or_default()..)
            .zip(&list.items)
            .map(|(number, item)| {
                let number = if list.start.is_some() { number.to_string() } else { String::new() };
                let marker = format!("{number}{sign} ");
                let body = if close {
                    item.iter().map(|block| self.block(block)).collect::<Vec<_>>().join("\n")
                } else {
                    self.blocks(item)
                };
                hang(&body, &marker, &" ".repeat(marker.len()))
            })
            .collect();
        items.join(if close { "\n" } else { "\n\n" })
    }

    /// Writes a list whose labels Markdown does not know: each label opens a paragraph.
    fn labelled(&mut self, list: &List) -> String {
        let mut items = Vec::new();
        for (number, item) in list.items.iter().enumerate() {
            let label = Inline::Text(list.label(number).unwrap_or_default() + " ");
            let (first, rest) = match item.split_first() {
                Some((Block::Paragraph(line), rest)) => (line.as_slice(), rest),
                _ => (&[][..], item.as_slice()),
            };
            items.push(self.line(&[&[label], first].concat(), Place::Paragraph));
            items.push(self.blocks(rest));
        }
        items.retain(|item| !item.is_empty());
        items.join("\n\n")
    }

    fn definitions(&mut self, definitions: &[Definition]) -> String {
        let one = |definition: &Definition| {
            let mut out = self.line(&definition.term, Place::Term);
            for meaning in &definition.meanings {
                out.push('\n');
                out.push_str(&hang(&self.blocks(meaning), ": ", "  "));
            }
            out
        };
        definitions.iter().map(one).collect::<Vec<_>>().join("\n\n")
    }

    fn figure(&mut self, figure: &Figure) -> String {
        let mut out = self.caption("{caption}", &figure.caption);
        let (info, yaml) = drawing_fence(figure);
        out.push_str(&fence(info, yaml.trim_end_matches('\n')));
        out
    }

    pub(super) fn caption(&mut self, marker: &str, words: &[Inline]) -> String {
        if marker == "{caption}" && words.is_empty() {
            return String::new();
        }
        let words = self.line(words, Place::Caption);
        format!("{marker} {words}").trim_end().to_owned() + "\n\n"
    }
}

/// Returns what stands after a list's numbers, or for them; `None` where Markdown knows no such labels.
fn sign(list: &List, other: bool) -> Option<char> {
    let signs = match (list.start, list.numbering.by, list.numbering.within) {
        (None, ..) => ['-', '*'],
        (_, Numerals::Digits, Within::Stop) => ['.', ')'],
        (_, Numerals::Digits, Within::Bracket) => [')', '.'],
        _ => return None,
    };
    Some(signs[usize::from(other)])
}

/// Tells whether an item can be written without empty lines in it.
fn is_close(item: &[Block]) -> bool {
    match item {
        [] | [Block::Paragraph(_)] => true,
        [Block::Paragraph(_), rest] => stands_close(rest) && interrupts(rest),
        [block] => stands_close(block),
        _ => false,
    }
}

fn stands_close(block: &Block) -> bool {
    match block {
        Block::Code { .. } => true,
        Block::List(list) => {
            sign(list, false).is_some() && list.tight && list.items.iter().all(|item| is_close(item))
        }
        _ => false,
    }
}

/// Tells whether a block is seen straight after a paragraph's line: of lists only bullets and
/// those from 1 are, unless their first item is empty.
fn interrupts(block: &Block) -> bool {
    match block {
        Block::List(list) => {
            matches!(list.start, None | Some(1)) && list.items.first().is_some_and(|item| !item.is_empty())
        }
        _ => true,
    }
}

/// Puts `first` before the first line and `others` before the others; empty lines get no spaces.
pub(super) fn hang(text: &str, first: &str, others: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let before = if number == 0 { first } else { others };
        out.push_str(if line.is_empty() { before.trim_end() } else { before });
        out.push_str(line);
    }
    out
}
