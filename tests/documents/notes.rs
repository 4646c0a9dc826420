//! What stands behind each note: the mark of an author, or a figure that the source records. Every note of every sample
//! has a verdict in `tests/notes.yaml`; one without, or a verdict without its note, fails.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use pakt::inside::context::{Context, Mode};
use pakt::inside::described::{Step, View, visit};
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;
use pakt::inside::model::Application;
use pakt::inside::typed::brackets;
use serde::Deserialize;

use super::{documents, root, sample, samples};

/// What a person says of a note.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Verdict {
    sample: String,
    source: String,
    /// The end of the sentence before the note.
    says: String,
    /// The documents, without the ending of their language.
    documents: BTreeSet<String>,
    is_true: bool,
    because: String,
}

/// A note by its sample, its source and the words before it.
type Note = (String, String, String);

/// How much of the words before a note is compared with an author's.
const COMPARED: usize = 24;

/// Letters and digits in lower case.
fn letters(words: &str) -> String {
    words.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn ending(words: &str) -> String {
    let letters: Vec<char> = letters(words).chars().collect();
    letters[letters.len().saturating_sub(COMPARED)..].iter().collect()
}

/// Returns the notes of a line, each with what stands before it.
fn notes(line: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut parts = line.split("[^");
    let mut before = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((id, after)) = part.split_once(']') else { continue };
        found.push((id.to_owned(), said(&before)));
        before.push_str(after);
    }
    found
}

/// Returns a line without markup.
fn bare(line: &str) -> String {
    let mut parts = line.split('<');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        out.push_str(if tag == "br" { "|" } else { "" });
        out.push_str(words);
    }
    out.replace("\\[pl\\]", "").replace("{caption} ", "").replace(['\\', '*'], "").replace("  ", " ")
}

/// Returns the last sentence or cell of a line.
fn said(before: &str) -> String {
    let before = bare(before);
    let cell =
        before.rsplit(['|', ':']).find(|cell| cell.contains(char::is_alphanumeric)).unwrap_or_default();
    let ends = cell.match_indices(". ").map(|(at, stop)| at + stop.len());
    let ends = ends.filter(|at| cell[*at..].starts_with(char::is_uppercase));
    let sentence = &cell[ends.last().unwrap_or_default()..];
    sentence.trim_matches([' ', '*', '-', '.', '(', '–']).replace('\u{a0}', " ")
}

/// Returns the words before the marks of an author, by source.
fn marked(application: &Application, facts: &Facts<'_>) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    visit(application, &mut |spot| {
        if let View::Text(..) = spot.view {
            for (_, text) in spot.words() {
                for (range, inside) in brackets(text) {
                    let ids = inside.split([',', ';']).map(str::trim).filter(|id| facts.source(id).is_some());
                    found.extend(ids.map(|id| (id.to_owned(), ending(&text[..range.start]))));
                }
            }
        }
        Step::Into
    });
    found
}

/// Returns what documents print of the numbers of sources, by source: with its unit, and what a chart is called.
fn figures(facts: &Facts<'_>) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for lang in Lang::ALL {
        let (context, _) = Context::of(facts, lang, Mode::Final);
        for figure in context.evidence.iter().flat_map(|source| &source.figures) {
            let words = figure.words.iter().map(|words| (figure.source.clone(), ending(words)));
            found.extend(words);
            let day = figure.as_of.map(|day| day.0.words(lang)).unwrap_or_default();
            let caption = format!("{} – {day}", figure.measure.clone().unwrap_or_default());
            found.insert((figure.source.clone(), ending(&caption)));
        }
        for source in context.evidence.iter().filter(|source| !source.parts.is_empty()) {
            found.insert((source.id.clone(), ending(source.title.as_deref().unwrap_or_default())));
        }
        for series in &context.series {
            let change = lang.pick("zmiana w czasie", "change over time");
            let caption = ending(&format!("{} – {change}", series.measure.clone().unwrap_or_default()));
            found.extend(series.sources.iter().map(|id| (id.clone(), caption.clone())));
        }
        for need in &context.needs {
            let scale = need.scale.as_deref().map(ending).unwrap_or_default();
            found.extend(need.scale_evidence.iter().map(|id| (id.clone(), scale.clone())));
        }
    }
    found
}

#[test]
fn behind_each_note_stands_a_mark_or_a_figure() {
    let text = fs::read_to_string(root().join("tests/notes.yaml")).expect("the verdicts are there");
    let verdicts: Vec<Verdict> = serde_yaml::from_str(&text).expect("the verdicts are read");
    let mut found: BTreeMap<Note, BTreeSet<String>> = BTreeMap::new();
    for (file, text, _) in documents() {
        let (sample, document) = file.split_once('/').expect("a sample and a document");
        let document = document.split('.').next().unwrap_or_default();
        for line in text.lines().filter(|line| !line.starts_with("[^")) {
            for (source, said) in notes(line) {
                found.entry((sample.to_owned(), source, said)).or_default().insert(document.to_owned());
            }
        }
    }
    let mut wrong = Vec::new();
    for (name, path) in samples() {
        let loaded = sample(&path);
        let facts = Facts::of(&loaded.application);
        let (marked, figures) = (marked(&loaded.application, &facts), figures(&facts));
        for (sample, source, said) in found.keys().filter(|(sample, ..)| *sample == name) {
            let end = ending(said);
            let of_source = |known: &BTreeSet<(String, String)>, is: &dyn Fn(&str) -> bool| {
                known.iter().any(|(id, own)| id == source && !own.is_empty() && is(own))
            };
            let is_marked = of_source(&marked, &|own| own.ends_with(&end) || end.ends_with(own));
            let is_figure = of_source(&figures, &|own| end.ends_with(own));
            if end.is_empty() || !is_marked && !is_figure {
                wrong.push(format!("nothing stands behind {source} at {said:?} in {sample}"));
            }
        }
    }
    for ((sample, source, said), documents) in &found {
        let is_listed = |own: &&Verdict| {
            (&own.sample, &own.source, &own.says, &own.documents) == (sample, source, said, documents)
        };
        if !verdicts.iter().any(|own| is_listed(&own)) {
            let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
            wrong.push(format!(
                "no verdict on {{sample: {sample}, source: {source}, says: {said:?}, documents: [{}]}}",
                documents.join(", ")
            ));
        }
    }
    for own in &verdicts {
        let note = (own.sample.clone(), own.source.clone(), own.says.clone());
        if !found.contains_key(&note) || !own.is_true || own.because.is_empty() {
            wrong.push(format!("no such note, or an untrue one: {own:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found.len() > 20, "{}", found.len());
}
