//! Narratives on one line, for a table cell or a list item. In: a text as an author typed it, with its marks. Out:
//! Markdown of one line, paragraphs parted by `<br>`.

use super::escape;
use super::spans::Spans;
use crate::context::mark;
use crate::typed::{self, Block, Inline};

/// Returns a narrative on one line.
pub(super) fn line(text: &str) -> String {
    let (open, words, _) = mark::split(text);
    if mark::is_gap(words) {
        return escape::markdown(words);
    }
    let mut lines = Vec::new();
    push(&mut lines, String::new(), typed::read(words));
    let tree: Vec<Block> = lines.into_iter().map(Block::Paragraph).collect();
    let mut spans = Spans::of(&tree, words, open);
    let line =
        |block: &Block| if let Block::Paragraph(line) = block { spans.run(line) } else { String::new() };
    tree.iter().map(line).collect::<Vec<_>>().join("<br>")
}

/// Adds the lines of blocks, the first one after a label.
fn push(lines: &mut Vec<Vec<Inline>>, mut label: String, blocks: Vec<Block>) {
    for block in blocks {
        let line = match block {
            Block::Paragraph(line) => line,
            Block::Heading(_, line) => vec![Inline::Strong(line)],
            Block::List(list) => {
                for (number, item) in list.items.into_iter().enumerate() {
                    let label = list
                        .numbers
                        .map_or_else(|| "–".to_owned(), |(by, first)| by.label(first + number as u64));
                    push(lines, label + " ", item);
                }
                continue;
            }
            Block::Table(table) => {
                let rows = std::iter::once(table.head).chain(table.rows);
                lines.extend(rows.map(joined).filter(|line| !line.is_empty()));
                continue;
            }
            Block::Note(name, line) => {
                label = format!("[{name}] ");
                line
            }
        };
        let label = std::mem::take(&mut label);
        lines.push(bracketed(if label.is_empty() {
            line
        } else {
            [vec![Inline::Text(label)], line].concat()
        }));
    }
}

/// Joins the cells of a row.
fn joined(cells: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut line = Vec::new();
    for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
        if !line.is_empty() {
            line.push(Inline::Text("; ".to_owned()));
        }
        line.extend(cell);
    }
    line
}

/// Names the notes of a line, which has no room for them, as they stand below it.
fn bracketed(line: Vec<Inline>) -> Vec<Inline> {
    let named =
        |inline| if let Inline::Note(label) = inline { Inline::Text(format!("[{label}]")) } else { inline };
    line.into_iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::super::numbered::options;
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_narrative_stands_on_one_line() {
        assert_eq!(
            line("One *two* | [x](http://a.b)\n\nthree\n\n- four\n- five"),
            "One *two* \\| [x](<http://a.b>)<br>three<br>– four<br>– five"
        );
        assert_eq!(line("3. a\n4. b <b>"), "3\\. a<br>4\\. b \\<b\\>");
        assert_eq!(line("a) x\nb) y"), "a) x<br>b) y");
        assert_eq!(line("a[^1]\n\n[^1]: note"), "a\\[1\\]<br>\\[1\\] note");
        assert_eq!(
            line(&mark::foreign("One\n\ntwo", Lang::En)),
            "<span lang=\"en\">One</span><br><span lang=\"en\">two</span> \\[en\\]"
        );
    }

    #[test]
    fn no_narrative_leaves_its_cell() {
        const PIECES: [&str; 14] =
            ["|", "\n", "\n\n", "- ", "a", "**", "<br>", "[x](y)", "`|`", "## ", "\t", "> ", "1. ", "\\"];
        let mut random = fastrand::Rng::with_seed(5);
        for _ in 0..5_000 {
            let text: String =
                (0..random.usize(1..8)).map(|_| PIECES[random.usize(..PIECES.len())]).collect();
            let table = format!("| a | b |\n|---|---|\n| {} | x |\n\nsentinel", line(&text));
            let events: Vec<_> = Parser::new_ext(&table, options()).collect();
            let cells = events.iter().filter(|event| matches!(event, Event::Start(Tag::TableCell))).count();
            let last = events.iter().rev().find(|event| matches!(event, Event::End(TagEnd::TableCell)));
            assert!(cells == 4 && last.is_some(), "{text:?} as {table:?}");
            assert!(events.contains(&Event::Text("x".into())), "{text:?} as {table:?}");
        }
    }
}
