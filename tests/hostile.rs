//! Whatever characters an author uses, documents hold them all and keep their structure.
//!
//! The full sample is built with a word of its own at the end of each text, then tame letters, and built
//! again with hostile characters instead of these: where the word stands, the characters must stand too.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

#[path = "hostile/marked.rs"]
mod marked;
#[path = "hostile/random.rs"]
mod random;

use std::collections::{BTreeMap, BTreeSet};

use marked::{SPACED, UNSPACED, WORD};
use pakt::inside::context::{Context, Mode};
use pakt::inside::document::{Block, Document};
use pakt::inside::facts::Facts;
use pakt::inside::joining::Loaded;
use pakt::inside::lang::Lang;
use pakt::inside::proof;
use pakt::inside::templates::Library;
use pakt::inside::write::pdf::reading;
use pakt::inside::{markdown, write};

/// Returns every document of an application, by name and language.
fn documents(loaded: &Loaded) -> BTreeMap<(String, &'static str), Document> {
    let library = Library::shipped();
    let facts = Facts::of(&loaded.application);
    let mut documents = BTreeMap::new();
    for lang in Lang::ALL {
        let (whole, _) = Context::of(&facts, lang, Mode::Final);
        for manifest in library.documents() {
            for (number, (_, context)) in manifest.papers(&whole).iter().enumerate() {
                let paper = library.paper(&manifest.id, context).expect("shipped templates fill in");
                assert!(paper.faults.is_empty(), "{}: {:?}", manifest.id, paper.faults);
                documents.insert((format!("{} {number}", manifest.id), lang.code()), paper.document);
            }
        }
    }
    documents
}

/// Returns the forms in which a document reaches a reader, each as its words.
fn forms(document: &Document) -> [(&'static str, String); 4] {
    let html = write::html(document, &write::Style::default());
    [
        ("tree", document.words().0.join("\n")),
        ("html", proof::html::text(&html)),
        ("md", proof::md::text(&write::md(document))),
        ("txt", write::text(document)),
    ]
    .map(|(form, words)| (form, normal(&words)))
}

fn read_back(document: &Document) -> Document {
    let md = write::notation(document);
    let body = md.split_once("\n---\n\n").map_or(md.as_str(), |(_, body)| body);
    let body = markdown::read_in(body, document.lang);
    assert_eq!(body.faults, [], "{}", document.title);
    Document { blocks: body.blocks, notes: body.notes, ..document.clone() }
}

/// Runs of white space are one space; a no-break space stays what it is.
fn normal(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the numbers of the marked texts, with what follows each, in reading order.
fn marks(words: &str) -> Vec<(usize, &str)> {
    let pieces = words.match_indices(WORD).map(|(at, word)| &words[at + word.len()..]);
    pieces
        .map(|rest| {
            let (number, after) = rest.split_once('q').expect("the mark ends");
            (number.parse().expect("the mark has a number"), after)
        })
        .collect()
}

fn first_mark(words: &str) -> Option<usize> {
    marks(words).first().map(|(number, _)| *number)
}

/// Returns the narratives among the marked texts: there a backslash before a star is no text.
fn narratives() -> BTreeSet<usize> {
    let mut found = BTreeMap::new();
    for (name, document) in documents(&marked::sample(|_| " \\*".to_owned())) {
        let words = document.words().0.join("\n");
        for (number, after) in marks(&words) {
            let narrative = after.starts_with(" *");
            assert!(narrative || after.starts_with(" \\*"), "{name:?}: text {number} goes on {after:.20?}");
            let known = *found.entry(number).or_insert(narrative);
            assert_eq!(known, narrative, "{name:?}: text {number} is Markdown here and plain elsewhere");
        }
    }
    found.into_iter().filter(|(_, narrative)| *narrative).map(|(number, _)| number).collect()
}

#[test]
fn hostile_characters_come_out_whole_and_break_no_structure() {
    let narratives = narratives();
    let hostile = |number: usize| {
        if narratives.contains(&number) { SPACED.to_owned() } else { format!("{UNSPACED}{SPACED}") }
    };
    // As long, so that what is set as a list is a list in both.
    let tame =
        |number: usize| hostile(number).chars().map(|sign| if sign == ' ' { ' ' } else { 'o' }).collect();
    let plain = documents(&marked::sample(tame));
    let harsh = documents(&marked::sample(hostile));
    let mut lost = Vec::new();
    let mut seen = BTreeSet::new();
    for ((name, before), after) in plain.iter().zip(harsh.values()) {
        let shapes = [before, after, &read_back(after)].map(|document| {
            let mut shape = Vec::new();
            self::shape(&document.blocks, &mut shape);
            document.notes.iter().for_each(|note| self::shape(&note.blocks, &mut shape));
            shape
        });
        if shapes[0] != shapes[1] {
            let (before_words, after_words) = (before.words().0, after.words().0);
            let at = before_words.iter().zip(&after_words).position(|(a, b)| first_mark(a) != first_mark(b));
            let at = at.unwrap_or(0).saturating_sub(2);
            let near = |words: &[String]| words.iter().skip(at).take(5).cloned().collect::<Vec<_>>();
            panic!(
                "{name:?}: structure changes from {:#?} to {:#?}",
                near(&before_words),
                near(&after_words)
            );
        }
        assert_eq!(shapes[1], shapes[2], "{name:?}: Markdown reads back as another structure");
        for ((form, before), (_, after)) in forms(before).iter().zip(forms(after).iter()) {
            let (before, after) = (marks(before), marks(after));
            let numbers =
                |marks: &[(usize, &str)]| marks.iter().map(|(number, _)| *number).collect::<Vec<_>>();
            assert_eq!(numbers(&before), numbers(&after), "{name:?} as {form}: texts differ");
            for (number, rest) in after {
                seen.insert(number);
                let expected = normal(&hostile(number));
                if !rest.trim_start().starts_with(&expected) {
                    let rest: String = rest.chars().take(60).collect();
                    lost.push(format!("{name:?} as {form}: text {number} goes on {rest:?}"));
                }
            }
        }
    }
    assert!(seen.len() > 300, "only {} texts are seen", seen.len());
    assert!(narratives.len() > 30, "only {} narratives are seen", narratives.len());
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost[..lost.len().min(40)].join("\n"));
}

#[test]
fn hostile_characters_stand_in_the_pdf() {
    let harsh = marked::sample(|_| SPACED.to_owned());
    for (name, document) in documents(&harsh).into_iter().filter(|((id, _), _)| id.starts_with("esf-")) {
        let file = write::pdf::pdf(&document, &write::pdf::Style::default()).expect("a PDF can be made");
        let words = normal(&reading::read(&file.bytes).expect("it can be read").root.words());
        let marks = marks(&words);
        assert!(marks.len() > 100, "{name:?}: {}", marks.len());
        for (number, rest) in marks {
            let shown: String = rest.chars().take(60).collect();
            assert!(
                rest.trim_start().starts_with(SPACED.trim()),
                "{name:?}: text {number} goes on {shown:?}"
            );
        }
    }
}

/// Writes down kinds of blocks as they lie in each other.
fn shape(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { level, .. } => out.push(format!("h{level}")),
            Block::Paragraph(_) => out.push("p".to_owned()),
            Block::List(list) => list.items.iter().for_each(|item| nested("li", item, out)),
            Block::Quote(inner) => nested("quote", inner, out),
            Block::Definitions(definitions) => {
                let meanings = definitions.iter().flat_map(|definition| &definition.meanings);
                meanings.for_each(|meaning| nested("dd", meaning, out));
            }
            Block::Table(table) => {
                for row in table.head.iter().chain(&table.rows) {
                    out.push("tr".to_owned());
                    row.iter().for_each(|cell| nested("td", &cell.blocks, out));
                }
            }
            Block::Code { info, .. } => out.push(format!("code {info}")),
            Block::Figure(_) => out.push("figure".to_owned()),
            Block::Divider => out.push("hr".to_owned()),
            Block::PageBreak(_) => out.push("page".to_owned()),
            Block::Contents => out.push("contents".to_owned()),
            Block::Signatures(signatures) => out.push(format!("sign{}", signatures.len())),
        }
    }
}

fn nested(tag: &str, blocks: &[Block], out: &mut Vec<String>) {
    out.push(format!("<{tag}>"));
    shape(blocks, out);
    out.push(format!("</{tag}>"));
}
