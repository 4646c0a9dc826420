//! The blocks of a text. In: a text. Out: `Block`s.

use super::inlines::inlines;
use super::lines::{Line, lines};
use super::lists::{Items, list};
use super::rows::table;
use super::{Block, List};

/// How deep lists lie in one another at most; what lies deeper is lines of the item around it.
const DEPTH: usize = 9;

/// Reads a text.
pub fn read(text: &str) -> Vec<Block> {
    blocks(&lines(text), DEPTH)
}

/// Reads some lines of a text.
fn blocks(lines: &[Line<'_>], depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = &lines[at..];
        if line.is_empty() {
            at += 1;
        } else if let Some((level, words)) = line.heading() {
            blocks.push(Block::Heading(level, inlines(words)));
            at += 1;
        } else if let Some((label, words)) = line.note() {
            let further = paragraph(&rest[1..], depth);
            blocks.push(Block::Note(label.to_owned(), inlines(&joined(words, &rest[1..=further]))));
            at += 1 + further;
        } else if let Some((table, count)) = table(rest) {
            blocks.push(Block::Table(table));
            at += count;
        } else if line.item.is_some() && depth > 0 {
            let Items { numbers, tight, items, count } = list(rest);
            let items = items.iter().map(|item| item_blocks(item, depth - 1)).collect();
            blocks.push(Block::List(List { numbers, tight, items }));
            at += count;
        } else {
            let further = paragraph(&rest[1..], depth);
            blocks.push(Block::Paragraph(inlines(&joined(line.words, &rest[1..=further]))));
            at += 1 + further;
        }
    }
    blocks
}

/// Returns the blocks of an item, the first of which is a paragraph.
fn item_blocks(lines: &[Line<'_>], depth: usize) -> Vec<Block> {
    let further = paragraph(&lines[1..], depth);
    let first = Block::Paragraph(inlines(&joined(lines[0].words, &lines[1..=further])));
    std::iter::once(first).chain(blocks(&lines[1 + further..], depth)).collect()
}

/// Returns how many lines go on with a paragraph.
fn paragraph(lines: &[Line<'_>], depth: usize) -> usize {
    let goes_on = |at: &usize| {
        let line = &lines[*at];
        let is_block = line.is_empty()
            || line.heading().is_some()
            || line.note().is_some()
            || line.item.is_some() && depth > 0
            || table(&lines[*at..]).is_some();
        !is_block
    };
    (0..lines.len()).take_while(goes_on).count()
}

fn joined(first: &str, further: &[Line<'_>]) -> String {
    let mut text = first.to_owned();
    for line in further {
        text.push('\n');
        text.push_str(line.words);
    }
    text
}
