//! A Word file is built as its document is: random trees are written, and headings, lists, tables and notes are counted in
//! the package.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use pakt::inside::document::{
    Block, Document, Inline, List, Note, NoteId, Numbering, Numerals, Within, plain,
};
use pakt::inside::markdown;
use pakt::inside::write::docx::{Style, docx};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::tree;

/// An element of a part.
#[derive(Debug, Default)]
struct Node {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    inner: Vec<Node>,
}

impl Node {
    fn of(element: &BytesStart<'_>) -> Self {
        let attributes = element.attributes().map(|attribute| attribute.expect("attributes are well-formed"));
        let attributes = attributes
            .map(|attribute| (attribute.key.local_name().as_ref().to_owned(), attribute.value.to_string()));
        let name = element.local_name().as_ref().to_owned();
        Self { name, attributes: attributes.collect(), ..Self::default() }
    }

    fn read(part: &str) -> Self {
        let mut reader = Reader::from_str(part);
        let mut open = vec![Self::default()];
        let last = |open: &mut Vec<Self>, text: &str| {
            open.last_mut().expect("the root stays").text.push_str(text);
        };
        loop {
            match reader.read_event().expect("the part is well-formed") {
                Event::Start(element) => open.push(Self::of(&element)),
                Event::Empty(element) => {
                    open.last_mut().expect("the root stays").inner.push(Self::of(&element));
                }
                Event::End(_) => {
                    let done = open.pop().expect("it was opened");
                    open.last_mut().expect("the root stays").inner.push(done);
                }
                Event::Text(text) => last(&mut open, &text.xml10_content()),
                Event::GeneralRef(name) => {
                    let name = format!("&{};", name.xml10_content());
                    last(&mut open, &quick_xml::escape::unescape(&name).expect("it stands for a sign"));
                }
                Event::Eof => return open.pop().expect("the root stays"),
                _ => {}
            }
        }
    }

    /// Returns all elements of a name, in order.
    fn all<'n>(&'n self, name: &str, found: &mut Vec<&'n Node>) {
        for inner in &self.inner {
            if inner.name == name {
                found.push(inner);
            }
            inner.all(name, found);
        }
    }

    fn find(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    fn value(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// Returns the value of the first element of a name.
    fn said(&self, name: &str) -> &str {
        self.find(name).first().map_or("", |node| node.value("val"))
    }

    fn words(&self) -> String {
        let mut out = String::new();
        for inner in &self.inner {
            match inner.name.as_str() {
                "t" => out.push_str(&inner.text),
                "br" => out.push('\n'),
                "tab" => out.push('\t'),
                "softHyphen" => out.push('\u{ad}'),
                "noBreakHyphen" => out.push('\u{2011}'),
                "pPr" => {}
                // The number of a note that is called again.
                "r" if inner.said("rStyle") == "FootnoteReference" => {}
                _ => out.push_str(&inner.words()),
            }
        }
        out
    }
}

/// Returns the parts of a document's file that hold words: the body, the notes.
fn parts(document: &Document) -> [Node; 2] {
    let file = docx(document, &Style::default());
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("it is a package");
    ["word/document.xml", "word/footnotes.xml"].map(|name| match archive.by_name(name) {
        Ok(mut part) => {
            let mut text = String::new();
            part.read_to_string(&mut text).expect("a part is text");
            Node::read(&text)
        }
        Err(_) => Node::default(),
    })
}

/// How often a document has what a reader counts.
#[derive(Debug, Default, PartialEq)]
struct Counts {
    items: usize,
    tables: Vec<(usize, usize)>,
}

impl Counts {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::List(list) => {
                    self.items += list.items.len();
                    list.items.iter().for_each(|item| self.blocks(item));
                }
                Block::Quote(inner) => self.blocks(inner),
                Block::Definitions(definitions) => {
                    let meanings = definitions.iter().flat_map(|definition| &definition.meanings);
                    meanings.for_each(|meaning| self.blocks(meaning));
                }
                Block::Table(table) => {
                    let heads = if table.is_headless() { 0 } else { table.head.len() };
                    self.tables.push((heads + table.rows.len(), table.columns.len()));
                    let cells = table.head.iter().chain(&table.rows).flatten();
                    cells.for_each(|cell| self.blocks(&cell.blocks));
                }
                _ => {}
            }
        }
    }
}

fn counted(part: &Node) -> Counts {
    let is_item = |paragraph: &&&Node| {
        let properties = paragraph.inner.iter().find(|inner| inner.name == "pPr");
        properties
            .is_some_and(|own| !own.find("numPr").is_empty() || own.said("pStyle").starts_with("Clause"))
    };
    let paragraphs = part.find("p");
    let rows = |table: &Node| table.inner.iter().filter(|inner| inner.name == "tr").count();
    let columns = |table: &Node| {
        let grid = table.inner.iter().find(|inner| inner.name == "tblGrid");
        grid.map_or(0, |grid| grid.inner.len())
    };
    let tables = part.find("tbl");
    let own = tables.iter().filter(|table| table.said("tblStyle") == "PaktTable");
    Counts {
        items: paragraphs.iter().filter(is_item).count(),
        tables: own.map(|table| (rows(table), columns(table))).collect(),
    }
}

#[test]
fn a_file_is_built_as_its_document_is() {
    for seed in 0..150 {
        let document = tree::document(seed);
        let [body, notes] = parts(&document);
        let mut own = Counts::default();
        own.blocks(&document.blocks);
        assert_eq!(counted(&body), own, "seed {seed}");
        let mut own = Counts::default();
        document.notes.iter().for_each(|note| own.blocks(&note.blocks));
        assert_eq!(counted(&notes), own, "seed {seed}");
        let called: Vec<&str> =
            body.find("footnoteReference").iter().map(|reference| reference.value("id")).collect();
        let distinct: BTreeSet<&str> = called.iter().copied().collect();
        assert_eq!(
            (called.len(), distinct.len()),
            (document.notes.len(), document.notes.len()),
            "seed {seed}"
        );
    }
}

#[test]
fn headings_have_the_styles_and_the_names_of_their_levels() {
    for seed in 0..150 {
        let document = tree::document(seed);
        let [body, _] = parts(&document);
        let paragraphs = body.find("p");
        let shown = paragraphs.iter().filter_map(|paragraph| {
            let level = paragraph.said("pStyle").strip_prefix("Heading")?.chars().next()?.to_digit(10)?;
            Some((level as u8, paragraph.words()))
        });
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, content, .. } => Some((*level, plain(content))),
            _ => None,
        });
        let (shown, headings): (Vec<_>, Vec<_>) = (shown.collect(), headings.collect());
        assert_eq!(shown.len(), headings.len(), "seed {seed}");
        for ((level, words), (own, all)) in shown.iter().zip(&headings) {
            // A list may make the number.
            assert!(level == own && all.ends_with(words.as_str()), "seed {seed}: {words:?}, {all:?}");
        }
    }
}

fn line(words: &str) -> Block {
    Block::Paragraph(vec![Inline::Text(words.to_owned())])
}

/// Returns a list of one item that starts so, with blocks below its words.
fn list(start: u64, by: Numerals, within: Within, below: Vec<Block>) -> Block {
    let numbering = Numbering { by, within };
    Block::List(List {
        start: Some(start),
        numbering,
        tight: true,
        items: vec![[vec![line("x")], below].concat()],
    })
}

#[test]
fn clauses_are_levels_of_the_list_that_numbers_headings() {
    let heading = |words: &str| Block::Heading {
        level: 1,
        id: words.to_owned(),
        content: vec![Inline::Text(words.to_owned())],
    };
    let plain = |start, below| list(start, Numerals::Digits, Within::Stop, below);
    let letter = list(1, Numerals::Letters, Within::Bracket, Vec::new());
    let point = list(1, Numerals::Digits, Within::Bracket, vec![letter]);
    let blocks = vec![
        plain(1, Vec::new()),
        heading("§ 1. Przedmiot"),
        plain(1, vec![point]),
        line("Przerwa."),
        plain(2, Vec::new()),
        plain(1, Vec::new()),
        heading("§ 2. Strony"),
        plain(1, Vec::new()),
        heading("Podpisy"),
        plain(2, Vec::new()),
        heading("§ 7. Inny numer"),
    ];
    let [body, _] = parts(&Document { blocks, ..Document::default() });
    let found = body.find("p");
    let shown: Vec<(&str, &str)> =
        found.iter().map(|paragraph| (paragraph.said("pStyle"), paragraph.said("numId"))).collect();
    assert_eq!(
        shown,
        [
            ("ListNumber", "2"),
            ("Heading1", ""),
            ("Clause", ""),
            ("ClausePoint", ""),
            ("ClauseLetter", ""),
            ("BodyText", ""),
            ("Clause", ""),
            ("ListNumber", "3"),
            ("Heading1", ""),
            ("Clause", ""),
            ("Heading1Unnumbered", ""),
            ("ListNumber", "4"),
            ("Heading1Unnumbered", ""),
        ]
    );
    let said = [1, 10, 12].map(|at| found[at].words());
    assert_eq!(said, ["Przedmiot", "Podpisy", "§ 7. Inny numer"]);
}

#[test]
fn a_note_called_twice_is_one_note_and_its_number_a_field() {
    let line = |words: &str| vec![Inline::Text(words.to_owned()), Inline::Note(NoteId(0))];
    let note = |inner: Vec<Inline>| Note { label: "a".into(), blocks: vec![Block::Paragraph(inner)] };
    let stray = note(vec![Inline::Text("nikt nie woła".into())]);
    let blocks = vec![Block::Paragraph(line("raz")), Block::Paragraph(line("dwa"))];
    let notes = vec![note(vec![Inline::Text("Źródło".into())]), stray];
    let [body, notes] = parts(&Document { blocks, notes, ..Document::default() });
    assert_eq!(body.find("footnoteReference").len(), 2);
    let fields: Vec<&str> = body.find("instrText").iter().map(|field| field.text.as_str()).collect();
    assert_eq!(fields, [" NOTEREF _Note1 \\f \\h "]);
    assert_eq!(notes.find("footnote").len(), 4);
}

#[test]
fn hostile_texts_survive() {
    let hostile = [
        "]]> <w:p> &amp; \u{1}\u{b}\u{fffe} 😀 שלום مرحبا".to_owned(),
        "ż".repeat(5_000),
        "a\u{a0}b\u{2011}c\u{ad}d\te\nf".to_owned(),
    ];
    for text in hostile {
        let blocks = vec![Block::Paragraph(vec![Inline::Text(text.clone())])];
        let [body, _] = parts(&Document { title: text.clone(), blocks, ..Document::default() });
        let kept: String = text.chars().filter(|sign| !"\u{1}\u{b}\u{fffe}".contains(*sign)).collect();
        let words: Vec<String> = body.find("p").iter().map(|paragraph| paragraph.words()).collect();
        assert_eq!(words[..2], [kept.clone(), kept]);
    }
}

#[test]
fn a_table_heads_every_page_and_a_turned_page_keeps_its_foot() {
    let columns = 14;
    let row = |words: &str| format!("|{}\n", format!(" {words} |").repeat(columns));
    let rule = format!("|{}\n", "---|".repeat(columns));
    let text = format!("Przed.\n\n{}{rule}{}\nPo.\n", row("Sprawozdawczość"), row("Konstantynopolitańczyk"));
    let body = markdown::read(&text);
    let document = Document { blocks: body.blocks, ..Document::default() };
    let [body, _] = parts(&document);
    assert_eq!(body.find("tblHeader").len(), 1);
    assert_eq!(body.find("cantSplit").len(), 2);
    let sections = body.find("sectPr");
    let lies: Vec<&str> = sections.iter().map(|section| section.find("pgSz")[0].value("orient")).collect();
    assert_eq!(lies, ["", "landscape", ""]);
    for section in &sections {
        assert!(!section.find("footerReference").is_empty() && !section.find("headerReference").is_empty());
    }
    for table in body.find("tbl") {
        let widths = table.find("gridCol").into_iter().map(|column| column.value("w").parse::<i32>());
        let whole: i32 = widths.map(|width| width.expect("a width is a number")).sum();
        assert_eq!(whole.to_string(), table.find("tblW")[0].value("w"));
        assert!(whole <= Style::default().look.paper.size().1 as i32 * 20 - 2_800);
    }
}
