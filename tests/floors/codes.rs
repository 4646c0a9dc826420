//! What is told has words, and what has words is told. In: `src/`, the tables of words. Out: codes that have only
//! one of the two.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pakt::inside::report;

use super::{code, files};

/// Returns the codes that a text names in quotes: capitals, a hyphen, two digits.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let is_code = |word: &&str| {
        word.split_once('-').is_some_and(|(family, number)| {
            let capitals = family.len() > 1 && family.bytes().all(|sign| sign.is_ascii_uppercase());
            capitals && number.len() == 2 && number.bytes().all(|sign| sign.is_ascii_digit())
        })
    };
    text.split('"').filter(is_code)
}

#[test]
fn what_is_told_has_words_and_what_has_words_is_told() {
    let mut paths = Vec::new();
    files(Path::new("src"), &mut paths);
    let texts: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(path).expect("the file is there")).collect();
    let told: BTreeSet<&str> = texts.iter().flat_map(|text| named(code(text))).collect();
    let known: BTreeSet<&str> = report::tables()
        .into_iter()
        .flat_map(|table| table.entries())
        .map(|entry| entry.code.as_str())
        .collect();
    let silent: Vec<&&str> = known.difference(&told).collect();
    assert!(silent.is_empty(), "words that nothing tells: {silent:?}");
    let family = |code: &str| code.split('-').next().unwrap_or_default().to_owned();
    let families: BTreeSet<String> = known.iter().map(|code| family(code)).collect();
    let bare = told.iter().filter(|code| families.contains(&family(code)) && report::words(code).is_none());
    let bare: Vec<&&str> = bare.collect();
    assert!(bare.is_empty(), "codes without words: {bare:?}");
}
