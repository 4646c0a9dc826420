//! No writer loses a word: random trees go through every text writer and are read back.

#![expect(clippy::disallowed_methods, reason = "a test of speed reads the clock")]

mod docx;
mod tree;

use pakt::inside::document::{Block, Document, Inline, Inlines};
use pakt::inside::proof::{html, prove};
use pakt::inside::write::Format;
use pakt::inside::{markdown, write};
use std::time::{Duration, Instant};

const TREES: u64 = 400;

/// Runs of white space are one space, as in a browser.
fn normal(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn html_holds_every_word_in_order() {
    for seed in 0..TREES {
        let document = tree::document(seed);
        let html = write::html(&document, &write::Style::default());
        let words = normal(&html::text(&html));
        held(seed, &document, &words, |document| document.words().0, |block| holds_figure(block, false));
    }
}

#[test]
fn text_holds_every_word_in_order() {
    for seed in 0..TREES {
        let document = tree::document(seed);
        let text = write::text(&document);
        assert!(
            !text.contains(" \n") && text.ends_with('\n') && !text.ends_with("\n\n"),
            "seed {seed}: {text:?}"
        );
        // A quote puts a mark before each line: it is taken out on both sides.
        let words = normal(&text.replace('>', " "));
        held(seed, &document, &words, leaves, |block| holds_figure(block, true));
    }
}

/// Markdown for others holds every word too, and nothing that only templates know.
#[test]
fn markdown_is_read_by_others() {
    for seed in 0..TREES {
        let document = tree::document(seed);
        let md = write::md(&document);
        assert_eq!(prove(&document, Format::Md, md.as_bytes()).lost, [""; 0], "seed {seed}:\n{md}");
    }
}

/// A Word file holds every word, and is the same one each time.
#[test]
fn docx_holds_every_word() {
    let style = write::docx::Style::default();
    for seed in 0..TREES {
        let document = tree::document(seed);
        let file = write::docx::docx(&document, &style);
        assert_eq!(prove(&document, Format::Docx, &file).lost, [""; 0], "seed {seed}: {document:#?}");
        assert!(seed % 10 > 0 || file == write::docx::docx(&document, &style), "seed {seed}");
    }
}

#[test]
fn markdown_reads_back_to_the_same_tree() {
    for seed in 0..TREES * 5 {
        let document = tree::document(seed);
        let md = write::notation(&document);
        let body = md.split_once("\n---\n\n").filter(|_| !document.title.is_empty());
        let body = markdown::read(body.map_or(md.as_str(), |(_, body)| body));
        for (block, read) in document.blocks.iter().zip(&body.blocks) {
            assert!(read == block, "seed {seed}:\n{md}\n\nread {read:#?}\n\nfrom {block:#?}");
        }
        assert_eq!((&body.blocks, &body.notes), (&document.blocks, &document.notes), "seed {seed}:\n{md}");
        assert_eq!(body.faults, [], "seed {seed}:\n{md}");
    }
}

#[test]
fn deep_trees_and_long_lines_end_fast() {
    let start = Instant::now();
    for bomb in [
        format!("{}x", ">".repeat(50_000)),
        format!("{}x", "> - ".repeat(10_000)),
        format!("{}x{}", "*_".repeat(10_000), "_*".repeat(10_000)),
        "a ".repeat(500_000),
        "|a".repeat(2_000) + "|\n" + &"|-".repeat(2_000) + "|\n" + &("|b".repeat(2_000) + "|\n").repeat(20),
    ] {
        let body = markdown::read(&bomb);
        let document = Document { blocks: body.blocks, notes: body.notes, ..Document::default() };
        let last = document.words().0.pop().unwrap_or_default();
        let last = normal(&last);
        let html = write::html(&document, &write::Style::default());
        assert!(normal(&html::text(&html)).contains(&last));
        assert!(normal(&write::text(&document)).contains(&last));
        assert!(markdown::read(&write::notation(&document)).faults.is_empty());
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

/// Asserts that `words` holds the strings of each block in order, of blocks that `shuffles` anywhere.
fn held(
    seed: u64,
    document: &Document,
    words: &str,
    strings: fn(&Document) -> Vec<String>,
    shuffles: fn(&Block) -> bool,
) {
    let mut at = 0;
    let notes = document.notes.iter().flat_map(|note| &note.blocks);
    for block in document.blocks.iter().chain(notes) {
        let part = Document { blocks: vec![block.clone()], ..Document::default() };
        let shuffled = shuffles(block);
        let mut end = at;
        for string in strings(&part) {
            let string = normal(&string);
            let from = if shuffled { at } else { end };
            let found = words.get(from..).and_then(|rest| rest.find(&string));
            let Some(found) = found else {
                panic!(
                    "seed {seed}: lost {string:?} after {:?}\n{block:?}",
                    words.get(from..).unwrap_or_default()
                )
            };
            end = end.max(from + found + string.len());
        }
        at = end;
    }
}

/// Charts show their words where they lie, and so do tables that become records in plain text.
fn holds_figure(block: &Block, or_table: bool) -> bool {
    let any = |blocks: &[Block]| blocks.iter().any(|block| holds_figure(block, or_table));
    match block {
        Block::Figure(_) => true,
        Block::Table(_) => or_table,
        Block::Quote(inner) => any(inner),
        Block::List(list) => list.items.iter().any(|item| any(item)),
        Block::Definitions(definitions) => {
            definitions.iter().flat_map(|definition| &definition.meanings).any(|meaning| any(meaning))
        }
        _ => false,
    }
}

/// Returns the words run by run: plain text puts addresses and numbers of notes between them.
fn leaves(document: &Document) -> Vec<String> {
    fn line(line: &Inlines, out: &mut Vec<String>) {
        for inline in line {
            match inline {
                Inline::Text(words) | Inline::Code(words) | Inline::Gap(words) => out.push(words.clone()),
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Strike(inner)
                | Inline::Link { content: inner, .. }
                | Inline::Image { alt: inner, .. }
                | Inline::From { content: inner, .. }
                | Inline::Foreign { content: inner, .. } => line_of(inner, out),
                Inline::Note(_) | Inline::Break | Inline::SoftBreak => {}
            }
        }
    }
    fn line_of(inner: &Inlines, out: &mut Vec<String>) {
        line(inner, out);
    }
    fn blocks(list: &[Block], out: &mut Vec<String>) {
        for block in list {
            match block {
                Block::Heading { content, .. } | Block::Paragraph(content) => line(content, out),
                Block::List(list) => list.items.iter().for_each(|item| blocks(item, out)),
                Block::Quote(inner) => blocks(inner, out),
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        line(&definition.term, out);
                        definition.meanings.iter().for_each(|meaning| blocks(meaning, out));
                    }
                }
                Block::Table(table) => {
                    line(&table.caption, out);
                    let cells = table.head.iter().chain(&table.rows).flatten();
                    cells.for_each(|cell| blocks(&cell.blocks, out));
                }
                Block::Figure(figure) => {
                    line(&figure.caption, out);
                    let bare = pakt::inside::document::Figure { caption: Vec::new(), ..figure.clone() };
                    out.extend(
                        Document { blocks: vec![Block::Figure(bare)], ..Document::default() }.words().0,
                    );
                }
                // Each line by itself: a quote puts its mark between them.
                Block::Code { text, .. } => out.extend(text.lines().map(str::to_owned)),
                other => {
                    out.extend(Document { blocks: vec![other.clone()], ..Document::default() }.words().0)
                }
            }
        }
    }
    let mut out = Vec::new();
    blocks(&document.blocks, &mut out);
    out.iter().map(|words| words.replace('>', " ")).collect()
}
