//! Paragraphs numbered as contracts and rules have it. In: the Markdown of a section. Out: the same
//! with its paragraphs as the items of one list, where there are two or more.
//!
//! An author's own numbered list goes on with the same numbers; bullets stay with the paragraph that
//! announces them; tables, signatures and all else stand between the items as they are.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::prose;

/// Returns the section with its paragraphs numbered; one paragraph bears no number.
pub(super) fn numbered(text: &str) -> String {
    let pieces = pieces(text);
    let items = pieces.iter().filter(|(kind, _)| *kind == Kind::Item).count();
    let mut number = 0_usize;
    // What the number before takes, which is what its item's further lines stand in by.
    let mut room = String::new();
    let mut blocks: Vec<String> = Vec::new();
    for (kind, range) in pieces {
        let block = text[range].trim_end();
        match kind {
            Kind::Item if items > 1 => {
                number += 1;
                room = " ".repeat(format!("{number}. ").len());
                blocks.push(format!("{number}. {}", indented(block, &room)));
            }
            Kind::Within if !room.is_empty() => blocks.push(format!("{room}{}", indented(block, &room))),
            _ => blocks.push(block.to_owned()),
        }
    }
    blocks.join("\n\n")
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Bears a number.
    Item,
    /// Belongs to the item before it.
    Within,
    /// Stands by itself.
    Apart,
}

/// Returns the blocks of a text with what becomes of each; an item of a numbered list without its number.
fn pieces(text: &str) -> Vec<(Kind, Range<usize>)> {
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let mut in_list = false;
    for (event, range) in Parser::new_ext(text, prose::options()).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                match (depth, &tag) {
                    (0, Tag::List(Some(_))) => in_list = true,
                    (0, Tag::List(None)) => pieces.push((Kind::Within, range)),
                    (0, Tag::Paragraph) if !text[range.clone()].starts_with("{caption") => {
                        pieces.push((Kind::Item, range));
                    }
                    (0, _) => pieces.push((Kind::Apart, range)),
                    (1, Tag::Item) if in_list => pieces.push((Kind::Item, after_number(text, range))),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                in_list &= depth > 0;
            }
            _ if depth == 0 => pieces.push((Kind::Apart, range)),
            _ => {}
        }
    }
    pieces
}

fn after_number(text: &str, range: Range<usize>) -> Range<usize> {
    let item = &text[range.clone()];
    let rest = item.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start_matches(['.', ')']);
    range.end - rest.trim_start().len()..range.end
}

/// Moves all lines but the first one in, as far as the item needs, and keeps what lies deeper deeper.
fn indented(block: &str, room: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let rest = || block.lines().skip(1).filter(|line| !line.trim().is_empty());
    let least = rest().map(depth).min().unwrap_or_default();
    let mut out = block.lines().next().unwrap_or_default().to_owned();
    for line in block.lines().skip(1) {
        out.push('\n');
        if !line.trim().is_empty() {
            out.push_str(room);
            out.push_str(&line[least..]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_numbered_where_there_are_two() {
        assert_eq!(numbered("One."), "One.");
        assert_eq!(numbered("One.\n\nTwo\nlines."), "1. One.\n\n2. Two\n   lines.");
    }

    #[test]
    fn an_authors_own_numbers_go_on() {
        assert_eq!(numbered("Lead.\n\n1. One;\n2) x"), "1. Lead.\n\n2. One;\n\n3. x",);
        assert_eq!(numbered("1. One.\n2. Two:\n\n   - a\n   - b"), "1. One.\n\n2. Two:\n\n   - a\n   - b");
    }

    #[test]
    fn bullets_stay_with_their_paragraph_and_tables_apart() {
        assert_eq!(
            numbered("A:\n\n- x;\n- y.\n\n{caption} T\n\n| a |\n|---|\n| b |\n\nB."),
            "1. A:\n\n   - x;\n   - y.\n\n{caption} T\n\n| a |\n|---|\n| b |\n\n2. B."
        );
    }
}
