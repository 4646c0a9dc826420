//! The examples of the CommonMark specification, through `markdown` and the HTML and text writers.
//!
//! `.ci/commonmark` fetches the specification and names it in `COMMONMARK_SPEC`; without it there is
//! nothing to run: the test says so, and fails where `CI` is `true`.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

mod normal;

use normal::{normal, words};
use pakt::inside::document::Document;
use pakt::inside::{markdown, write};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    reason: String,
    examples: Vec<usize>,
}

struct Example {
    number: usize,
    markdown: String,
    html: String,
}

#[test]
fn the_examples_of_the_specification() {
    let Ok(path) = std::env::var("COMMONMARK_SPEC") else {
        let ci = std::env::var("CI");
        assert_ne!(ci.as_deref(), Ok("true"), "COMMONMARK_SPEC names no spec.txt: see .ci/commonmark");
        return println!("skipped: COMMONMARK_SPEC names no spec.txt (see .ci/commonmark)");
    };
    let spec = std::fs::read_to_string(&path).expect("COMMONMARK_SPEC names a file");
    let exceptions: Vec<Exception> =
        serde_yaml::from_str(include_str!("exceptions.yaml")).expect("the exceptions are a list");
    let mut reasons: BTreeMap<usize, String> = exceptions
        .into_iter()
        .flat_map(|exception| exception.examples.into_iter().map(move |at| (at, exception.reason.clone())))
        .collect();
    let (examples, listed) = (examples(&spec), reasons.len());
    let mut wrong = Vec::new();
    for example in &examples {
        let body = markdown::read_with_every_link(&example.markdown);
        let document = Document { blocks: body.blocks, notes: body.notes, ..Document::default() };
        let page = write::html(&document, &write::Style::default());
        let text = write::text(&document);
        lost(example, &document, &page, &text);
        let main = page.split_once("<main id=\"pakt:text\" tabindex=\"-1\">").map_or("", |(_, main)| main);
        let main = main.split_once("</main>").map_or(main, |(main, _)| main);
        let (ours, theirs) = (normal(main), normal(&example.html));
        match (ours == theirs, reasons.remove(&example.number)) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(reason)) => wrong.push(format!("{}: equal, yet listed: {reason}", example.number)),
            (false, None) => wrong
                .push(format!("{}: {:?}\n  pakt {ours}\n  spec {theirs}", example.number, example.markdown)),
        }
    }
    assert!(examples.len() > 600, "only {} examples in {path}", examples.len());
    assert!(reasons.is_empty(), "exceptions that are no examples: {reasons:?}");
    assert!(wrong.is_empty(), "{} of {} examples:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
    println!(
        "{} examples: {} equal in HTML, {listed} listed with a reason, no text lost in HTML and text",
        examples.len(),
        examples.len() - listed
    );
}

/// Asserts that the page and the text hold every run of letters that the specification shows, and the
/// page every string of the tree.
fn lost(example: &Example, document: &Document, page: &str, text: &str) {
    let number = example.number;
    let page = words(page).concat();
    for (name, ours) in [("HTML", &page), ("text", &letters(text))] {
        if let Some(word) = first_lost(ours, &words(&example.html)) {
            panic!("{number}: {name} lost {word:?}: {ours:?}");
        }
    }
    let strings: Vec<String> = document.words().0.iter().map(|string| letters(string)).collect();
    if let Some(string) = first_lost(&page, &strings) {
        panic!("{number}: HTML lost {string:?} of the tree");
    }
}

/// Returns the first string that does not stand behind those before it.
fn first_lost<'s>(ours: &str, strings: &'s [String]) -> Option<&'s str> {
    let mut rest = ours;
    strings.iter().map(String::as_str).find(|string| match rest.find(string) {
        Some(at) => {
            rest = rest.get(at + string.len()..).unwrap_or_default();
            false
        }
        None => true,
    })
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn examples(spec: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    for part in spec.split(&format!("{fence} example\n")).skip(1) {
        let part = part.split(&fence).next().unwrap_or_default();
        let (markdown, html) = match part.strip_prefix(".\n") {
            Some(html) => ("", html),
            None => part.split_once("\n.\n").unwrap_or((part, "")),
        };
        let number = examples.len() + 1;
        examples.push(Example {
            number,
            markdown: markdown.replace('→', "\t") + "\n",
            html: html.replace('→', "\t"),
        });
    }
    examples
}
