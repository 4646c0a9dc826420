//! Narratives made fit for their place in a document. In: a text as an author typed it, with its marks. Out: Markdown
//! whose headings stand below the section's, whose notes bear names of their own, and which cannot touch the text
//! around it.

use super::escape;
use super::spans::Spans;
use crate::context::mark;
use crate::document::{Align, Numbering};
use crate::lang::Lang;
use crate::markdown::{self, Body};
use crate::typed::{self, Block, Inline, List, Table};

/// Returns a narrative as blocks of Markdown; its highest headings become headings of `level`, 1 to 6.
pub(super) fn blocks(text: &str, level: usize) -> String {
    let (open, words, _) = mark::split(text);
    if mark::is_gap(words) {
        return escape::markdown(words);
    }
    let tree = typed::read(words);
    let mut hand =
        Hand { spans: Spans::of(&tree, words, open), level, highest: highest(&tree), notes: Vec::new() };
    let mut out = hand.blocks(&tree);
    for note in hand.notes {
        out.push_str("\n\n");
        out.push_str(&note);
    }
    out
}

/// Returns what a narrative says, as documents show it.
pub fn body(text: &str, lang: Lang) -> Body {
    markdown::read_in(&blocks(text, 3), lang)
}

fn highest(blocks: &[Block]) -> usize {
    let level = |block: &Block| if let Block::Heading(level, _) = block { Some(*level) } else { None };
    blocks.iter().filter_map(level).min().unwrap_or_default()
}

/// A hand that writes blocks.
struct Hand {
    spans: Spans,
    level: usize,
    /// The level of the narrative's highest heading.
    highest: usize,
    /// What the notes say, which stand last.
    notes: Vec<String>,
}

impl Hand {
    fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut out: Vec<String> = Vec::with_capacity(blocks.len());
        let mut other_marker = false;
        let mut before = None;
        for block in blocks {
            let list = if let Block::List(list) = block { Some(list.numbers.is_some()) } else { None };
            // Two lists in a row would be one, had they the same markers.
            other_marker = list.is_some() && list == before && !other_marker;
            before = list;
            out.push(self.block(block, other_marker));
        }
        out.retain(|block| !block.is_empty());
        out.join("\n\n")
    }

    fn block(&mut self, block: &Block, other_marker: bool) -> String {
        match block {
            Block::Paragraph(line) => self.spans.run(line),
            Block::Heading(level, line) => {
                let signs = "#".repeat((level + self.level).saturating_sub(self.highest).clamp(1, 6));
                format!("{signs} {}", self.spans.run(line))
            }
            Block::List(list) => self.list(list, other_marker),
            Block::Table(table) => self.table(table),
            Block::Note(label, line) => {
                let note = self.spans.note(label, line);
                self.notes.push(note);
                String::new()
            }
        }
    }

    fn list(&mut self, list: &List, other_marker: bool) -> String {
        let close = is_close(list);
        let numbers = list.numbers;
        let mut out = String::new();
        for (number, item) in list.items.iter().enumerate() {
            let marker = match (numbers, other_marker) {
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
                (Some((_, first)), false) => format!("{}. ", first + number as u64),
                (Some((_, first)), true) => format!("{}) ", first + number as u64),
            };
            let token =
                numbers.filter(|_| number == 0).map_or_else(String::new, |(numbering, _)| token(numbering));
            let body = match (item.as_slice(), close) {
                ([first, inner], true) => {
                    format!("{}\n{}", self.block(first, false), self.block(inner, false))
                }
                _ => self.blocks(item),
            };
            if number > 0 {
                out.push_str(if close { "\n" } else { "\n\n" });
            }
            out.push_str(&hung(&(token + &body), &marker));
        }
        out
    }

    fn table(&mut self, table: &Table) -> String {
        let under = table.columns.iter().map(|side| match side {
            Align::Natural => "---",
            Align::Left => ":--",
            Align::Centre => ":-:",
            Align::Right => "--:",
        });
        let under = under.collect::<Vec<_>>().join(" | ");
        let mut rows: Vec<String> = vec![self.row(&table.head), format!("| {under} |")];
        rows.extend(table.rows.iter().map(|row| self.row(row)));
        rows.join("\n")
    }

    fn row(&mut self, cells: &[Vec<Inline>]) -> String {
        let cells: Vec<String> = cells.iter().map(|cell| self.spans.run(cell)).collect();
        format!("| {} |", cells.join(" | "))
    }
}

/// Returns what tells a reader how a list is numbered; nothing for `1.`, which Markdown says itself.
fn token(numbering: Numbering) -> String {
    if numbering.is_plain() { String::new() } else { markdown::item_token(numbering) }
}

/// Tells whether a list can be written without empty lines; of lists inside items, bullets and those from 1 are seen
/// straight after a paragraph's line.
fn is_close(list: &List) -> bool {
    let is_inner = |list: &List| list.numbers.is_none_or(|(_, first)| first == 1) && is_close(list);
    list.tight
        && list.items.iter().all(|item| match item.as_slice() {
            [Block::Paragraph(_)] => true,
            [Block::Paragraph(_), Block::List(inner)] => is_inner(inner),
            _ => false,
        })
}

/// Puts a marker before the first line, and as many spaces before the others.
fn hung(text: &str, marker: &str) -> String {
    let room = " ".repeat(marker.len());
    let mut lines = text.lines();
    let mut out = format!("{marker}{}", lines.next().unwrap_or_default());
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&room);
            out.push_str(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag};

    use super::super::numbered::options;
    use super::*;

    fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
        Parser::new_ext(text, options())
    }

    #[test]
    fn headings_stand_below_the_section() {
        assert_eq!(blocks("# A\n\ntext\n\n## B\n\n### C", 3), "\\# A\n\ntext\n\n### B\n\n#### C");
    }

    #[test]
    fn lists_keep_their_labels() {
        assert_eq!(blocks("a) x\nb) y\n   - z", 3), "1. <item mark=\"a)\">x\n2. y\n   - z");
        assert_eq!(blocks("1. x\n2. y\n4. z\n5. u", 3), "1. x\n2. y\n\n4) z\n5) u");
    }

    #[test]
    fn what_is_no_mark_is_escaped() {
        assert_eq!(blocks("a <b>c</b> `x`\n+ 5 %", 3), "a \\<b\\>c\\</b\\> \\`x\\`<br>\\+ 5 %");
    }

    #[test]
    fn notes_bear_names_of_their_own() {
        let shown = blocks("a[^1] b[^E1]\n\n[^1]: note", 3);
        assert!(shown.starts_with("a[^1-") && shown.contains(" b[^E1]\n\n[^1-"), "{shown}");
    }

    #[test]
    fn a_bracket_behind_a_note_is_a_bracket() {
        assert_eq!(blocks("a[^1](1) x", 3), "a[^1]\\(1) x");
    }

    #[test]
    fn a_source_named_in_a_text_is_a_note() {
        let text = mark::cited("320 **osób** [E1].\n\n[E2] nie", |id| id == "E1");
        assert_eq!(blocks(&text, 3), "320 **osób**[^E1].\n\n\\[E2\\] nie");
        assert_eq!(escape::markdown(&text), "320 \\*\\*osób\\*\\*[^E1]. \\[E2\\] nie");
        assert_eq!(super::super::line::line(&text), "320 **osób**[^E1].<br>\\[E2\\] nie");
    }

    #[test]
    fn words_in_another_language_are_marked_by_the_run() {
        let text = mark::foreign("One *two*\n\n- three", Lang::En);
        assert_eq!(
            blocks(&text, 3),
            "<span lang=\"en\">One *two*</span>\n\n- <span lang=\"en\">three</span> \\[en\\]"
        );
    }

    #[test]
    fn what_is_written_reads_back_as_it_was_typed_and_swallows_nothing() {
        const PIECES: [&str; 34] = [
            "```",
            "~~~",
            "<div>",
            "<!--",
            "\n",
            "\n\n",
            "## ",
            "# ",
            "text",
            "> ",
            "- ",
            "• ",
            "1. ",
            "2. ",
            "a) ",
            "b) ",
            "    ",
            "|a|b|\n|-|-|\n",
            "[^1]",
            "[^1]: ",
            "\n===\n",
            "\n---\n",
            "*",
            "**",
            "_",
            "`",
            ": ",
            "\\",
            "\t",
            "&amp;",
            "+ ",
            "„",
            "5",
            "[x](https://x.pl)",
        ];
        let mut random = fastrand::Rng::with_seed(3);
        for _ in 0..20_000 {
            let text: String =
                (0..random.usize(1..10)).map(|_| PIECES[random.usize(..PIECES.len())]).collect();
            let shown = format!("{}\n\nsentinel", blocks(&text, 3));
            let (mut depth, mut seen, mut words) = (0, false, String::new());
            for event in events(&shown) {
                match event {
                    Event::Start(Tag::Paragraph) => depth += 1,
                    Event::Start(_) => depth += 1,
                    Event::End(_) => depth -= 1,
                    Event::Text(found) if &*found == "sentinel" => seen |= depth == 1,
                    Event::Text(found) => words.push_str(&found),
                    Event::InlineHtml(raw) => {
                        assert!(
                            &*raw == "<br>" || raw.starts_with("<item "),
                            "{text:?} gives HTML in {shown:?}"
                        );
                    }
                    Event::Html(raw) => panic!("{text:?} gives {raw:?} in {shown:?}"),
                    _ => {}
                }
            }
            assert!(seen, "{text:?} swallows what follows: {shown:?}");
            let bare = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
            let mut wanted = bare(&typed::plain(&text));
            if shown.contains("[^1]") && !shown.contains("[^1-") {
                wanted.clear();
                words.clear();
            }
            let notes = shown.contains("[^1-");
            assert!(notes || bare(&words) == wanted, "{text:?} as {shown:?}: {words:?}");
        }
    }
}
