//! What Markdown means in the tree.

#![expect(clippy::disallowed_methods, reason = "a test of speed reads the clock")]

use super::{Fault, FaultKind, read};
use crate::document::{Block, Break, Document, Inline, NoteId, plain};
use crate::lang::Lang;
use std::time::{Duration, Instant};

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn words(markdown: &str) -> Vec<String> {
    let body = read(markdown);
    Document { blocks: body.blocks, notes: body.notes, ..Document::default() }.words().0
}

fn faults(markdown: &str) -> Vec<(usize, FaultKind)> {
    read(markdown).faults.into_iter().map(|Fault { line, kind }| (line, kind)).collect()
}

#[test]
fn raw_html_is_text_and_our_tokens_are_not() {
    let body = read("a <span lang=\"en\">b *c*</span> <gap>\\[BRAK: X\\]</gap><br>&lt; <b>d</b>");
    let foreign = vec![text("b "), Inline::Emphasis(vec![text("c")])];
    assert_eq!(
        body.blocks,
        [Block::Paragraph(vec![
            text("a "),
            Inline::Foreign { lang: Lang::En, content: foreign },
            text(" "),
            Inline::Gap("[BRAK: X]".to_owned()),
            Inline::Break,
            text("< <b>d</b>"),
        ])]
    );
    assert_eq!(words("<div>\n*a*\n\nb</div>"), ["<div> *a*", "b</div>"]);
}

#[test]
fn a_token_that_is_not_closed_is_text_and_a_fault() {
    let token = |token: &str| FaultKind::Token { token: token.to_owned() };
    assert_eq!(words("a\n\n*x <span lang=\"en\">b* c</span>"), ["a", "x <span lang=\"en\">b c</span>"]);
    assert_eq!(
        faults("a\n\n*x <span lang=\"en\">b* c</span>"),
        [(3, token("<span lang=\"en\">")), (3, token("</span>"))]
    );
    assert_eq!(faults("<pagebreak>\n# Cele"), [(1, token("<pagebreak>"))]);
    assert_eq!(words("<pagebreak>\n# Cele"), ["<pagebreak> # Cele"]);
}

#[test]
fn blocks_of_templates() {
    assert_eq!(
        read("<contents>\n\n<pagebreak>\n\n<pagebreak full>\n").blocks,
        [Block::Contents, Block::PageBreak(Break::Always), Block::PageBreak(Break::WhereFull)]
    );
}

#[test]
fn a_caption_belongs_to_the_table_after_it() {
    let body = read("{caption rows head=2} Bezrobocie *2025*\n\n| a | b |\n|---|--:|\n| c | d |\n| e | f |");
    let [Block::Table(table)] = &body.blocks[..] else { panic!("{body:?}") };
    assert_eq!(plain(&table.caption), "Bezrobocie 2025");
    assert_eq!((table.head.len(), table.rows.len(), table.row_headers), (2, 1, true));
    assert_eq!(body.faults, []);
}

#[test]
fn a_caption_alone_stays_text() {
    let caption = |marker: &str| FaultKind::Caption { marker: marker.to_owned() };
    assert_eq!(faults("x\n\n{caption} a\n\nb"), [(3, caption("{caption}"))]);
    assert_eq!(faults("{caption} a"), [(1, caption("{caption}"))]);
    assert_eq!(faults("{caption wide} a\n\n|b|\n|-|"), [(1, caption("{caption wide}"))]);
    assert_eq!(words("{caption wide} a\n\n|b|\n|-|"), ["{caption wide} a", "b"]);
    assert_eq!(words("\\{caption} a\n\n|b|\n|-|"), ["{caption} a", "b"]);
    assert_eq!(faults("\\{caption} a\n\n|b|\n|-|"), []);
}

#[test]
fn cells_beyond_the_header_are_kept() {
    let markdown = "|a|b|\n|-|-|\n|1|2|3|x|\n";
    assert_eq!(faults(markdown), [(3, FaultKind::Cells { text: "3|x".to_owned() })]);
    assert_eq!(words(markdown), ["a", "b", "1", "2", "3|x"]);
}

#[test]
fn notes_are_numbered_by_first_reference() {
    let body = read(
        "[^z]: no one asks\n[^b]: then[^c]\n[^a]: first\n[^c]: third\n\nX[^A] y[^b] z[^a] \\[^q] [^q]\n\n- [^b]",
    );
    let labels: Vec<&str> = body.notes.iter().map(|note| note.label.as_str()).collect();
    assert_eq!(labels, ["a", "b", "c", "z"]);
    let Some(Block::Paragraph(line)) = body.blocks.first() else { panic!("{body:?}") };
    let note = |number| Inline::Note(NoteId(number));
    assert_eq!(line[..], [text("X"), note(0), text(" y"), note(1), text(" z"), note(0), text(" [^q] [^q]")]);
}

#[test]
fn a_second_note_of_one_label_is_kept() {
    let markdown = "x[^a]\n\n[^a]: one\n\n[^a]: two";
    assert_eq!(faults(markdown), [(5, FaultKind::Note { label: "a".to_owned() })]);
    assert_eq!(words(markdown), ["x", "one", "two"]);
}

#[test]
fn ids_that_the_author_wrote_come_first() {
    let body = read("# Cele\n\n## Cele\n\nŹródła\n===\n\n# Inne {#cele}");
    let ids: Vec<&str> = body
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { id, .. } => Some(id.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(ids, ["cele-2", "cele-3", "zrodla", "cele"]);
}

#[test]
fn a_faulty_chart_stays_as_code() {
    let body = read("a\n\n```chart bars\nalt: x\nbars: 3\n```\n");
    assert_eq!(body.faults.first().map(|fault| fault.line), Some(5));
    assert_eq!(
        body.blocks.last(),
        Some(&Block::Code { info: "chart bars".to_owned(), text: "alt: x\nbars: 3".to_owned() })
    );
}

#[test]
fn nesting_bombs_end_fast_and_keep_their_text() {
    let start = Instant::now();
    let items: String = (0..400).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    for bomb in [
        format!("{}x", ">".repeat(50_000)),
        format!("{}x", "- ".repeat(20_000)),
        format!("{}x{}", "*_".repeat(10_000), "_*".repeat(10_000)),
        format!("{}x{}", "[".repeat(20_000), "](u)".repeat(20_000)),
        format!("{}x", "<span lang=\"en\">".repeat(20_000)),
        format!("{}x", "![".repeat(20_000)),
        format!("a {}x", "`".repeat(20_000)),
        format!("x{}", "[^a]".repeat(20_000)),
        format!("{}x", "> - ".repeat(10_000)),
        items,
    ] {
        let words = words(&bomb).concat();
        assert!(words.contains(['x', 'a']), "{} …", bomb.get(..20).unwrap_or_default());
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn the_pdf_kept_links_that_pages_refused() {
    let body = read(
        "[a](javascript:x) *![b](//c/d)* <data:x> [e](https://f.pl) [g](#h) [i][j]\n\n[j]: \\\\\\\\k\\l",
    );
    let page = Inline::Link { href: "https://f.pl".into(), title: String::new(), content: vec![text("e")] };
    let place = Inline::Link { href: "#h".into(), title: String::new(), content: vec![text("g")] };
    assert_eq!(
        body.blocks,
        [Block::Paragraph(vec![
            text("a (javascript:x) "),
            Inline::Emphasis(vec![text("b (//c/d)")]),
            text(" data:x "),
            page,
            text(" "),
            place,
            text(" i (\\\\k\\l)"),
        ])]
    );
    let refused = body.faults.iter().filter(|fault| matches!(fault.kind, FaultKind::Link { .. }));
    assert_eq!(refused.count(), 4);
}
