//! Paragraphs numbered as contracts and rules have it. In: the Markdown of a section. Out: the same
//! with its paragraphs as the items of one list, where there are two or more.
//!
//! An author's own numbered list goes on with the same numbers; bullets stay with the paragraph that
//! announces them; tables, signatures and all else stand between the items as they are.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// Returns the section with its paragraphs numbered; one paragraph bears no number, and a section with
/// a block that only its indent or its neighbours make what it is stays as it is.
pub(super) fn numbered(text: &str) -> String {
    let numbered = pieces(text).map(|pieces| joined(text, pieces));
    // Markdown has corners where a line that moves reads in another way; no word may be lost in one.
    numbered.filter(|numbered| words(numbered) == words(text)).unwrap_or_else(|| text.to_owned())
}

/// Returns what a reader sees, without white space.
fn words(text: &str) -> String {
    let said = Parser::new_ext(text, options()).filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(words),
        _ => None,
    });
    said.flat_map(|words| words.chars().filter(|sign| !sign.is_whitespace()).collect::<Vec<_>>()).collect()
}

fn joined(text: &str, pieces: Vec<(Numbering, Range<usize>)>) -> String {
    let items = pieces.iter().filter(|(kind, _)| *kind == Numbering::Item).count();
    let mut number = 0_usize;
    // What the number before takes, which is what its item's further lines stand in by.
    let mut room = String::new();
    let mut blocks: Vec<String> = Vec::new();
    for (kind, range) in pieces {
        let column = range.start - line_start(text, range.start);
        let block = text[range].trim_end();
        match kind {
            Numbering::Item if items > 1 => {
                number += 1;
                room = " ".repeat(format!("{number}. ").len());
                blocks.push(format!("{number}. {}", indented(block, &room, column)));
            }
            Numbering::Within if !room.is_empty() => {
                blocks.push(format!("{room}{}", indented(block, &room, column)));
            }
            _ => blocks.push(block.to_owned()),
        }
    }
    blocks.join("\n\n")
}

#[derive(Clone, Copy, PartialEq)]
enum Numbering {
    /// Bears a number.
    Item,
    /// Belongs to the item before it.
    Within,
    /// Stands by itself.
    Apart,
}

/// Returns the blocks of a text with what becomes of each; an item of a numbered list without its
/// number. `None` for a text that is better left alone.
fn pieces(text: &str) -> Option<Vec<(Numbering, Range<usize>)>> {
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let mut in_list = false;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                match (depth, &tag) {
                    (0, Tag::CodeBlock(CodeBlockKind::Indented) | Tag::DefinitionList) => return None,
                    // Letters are no numbers of the section.
                    (0, Tag::List(Some(_))) if is_lettered(&text[range.clone()]) => {
                        pieces.push((Numbering::Within, range));
                    }
                    (0, Tag::List(Some(_))) => in_list = true,
                    (0, Tag::List(None)) => pieces.push((Numbering::Within, range)),
                    (0, Tag::Paragraph) if !text[range.clone()].starts_with("{caption") => {
                        pieces.push((Numbering::Item, range));
                    }
                    (0, _) => pieces.push((Numbering::Apart, range)),
                    (1, Tag::Item) if in_list => pieces.push((Numbering::Item, after_number(text, range))),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                in_list &= depth > 0;
            }
            _ if depth == 0 => pieces.push((Numbering::Apart, range)),
            _ => {}
        }
    }
    Some(pieces)
}

fn is_lettered(list: &str) -> bool {
    list.lines().next().is_some_and(|line| line.contains("<item mark="))
}

/// What pakt reads as Markdown; the same as `markdown::read`.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_STRIKETHROUGH
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

fn after_number(text: &str, range: Range<usize>) -> Range<usize> {
    let item = &text[range.clone()];
    let rest = item.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let rest = rest.strip_prefix(['.', ')']).unwrap_or(rest);
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    // Five spaces and more are one after the number and a block of code.
    let spaces = if spaces > 4 { 1 } else { spaces };
    range.end - rest.len() + spaces..range.end
}

/// Moves all lines but the first one from their column to the item's. A line that stood before the
/// column belongs to the paragraph above it all the same, and joins it.
fn indented(block: &str, room: &str, column: usize) -> String {
    let mut out = block.lines().next().unwrap_or_default().to_owned();
    for line in block.lines().skip(1) {
        let depth = line.len() - line.trim_start_matches(' ').len();
        match line.trim().is_empty() {
            true => out.push('\n'),
            false if depth < column => {
                out.truncate(out.trim_end().len());
                out.push(' ');
                out.push_str(line.trim_start());
            }
            false => {
                out.push('\n');
                out.push_str(room);
                out.push_str(&line[column..]);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::prose;
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

    #[test]
    fn no_words_are_lost_or_moved() {
        const PIECES: [&str; 20] = [
            "```",
            "\n",
            "\n\n",
            "# ",
            "text",
            "> ",
            "- ",
            "1. ",
            "10) ",
            "    ",
            "   ",
            "|a|b|\n|-|-|\n",
            "[^1]",
            "[^1]: ",
            "\n---\n",
            "*",
            "`",
            ": ",
            "{caption",
            "\\",
        ];
        let mut random = fastrand::Rng::with_seed(7);
        let mut kept = 0;
        for _ in 0..5_000 {
            let text: String =
                (0..random.usize(1..12)).map(|_| PIECES[random.usize(..PIECES.len())]).collect();
            let text = format!("{}\n\nsentinel", prose::blocks(&text, 3));
            assert_eq!(words(&numbered(&text)), words(&text), "{text:?} as {:?}", numbered(&text));
            kept += usize::from(numbered(&text) != text);
        }
        assert!(kept > 1_000, "only {kept} texts are numbered");
    }
}
