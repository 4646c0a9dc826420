//! The words of placeholders. Out: `WORDS`, the lists of `words.yaml` in the form in which words are compared.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::words::letters::plain;
use crate::words::shipped;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) whole: Vec<String>,
    pub(super) capitals: Vec<String>,
    pub(super) anywhere: Vec<String>,
    pub(super) ending: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) alone: Vec<String>,
    pub(super) things: Vec<String>,
    pub(super) orders: Vec<String>,
    pub(super) leads: Vec<String>,
    pub(super) units: Vec<String>,
}

impl Words {
    /// Reads the shipped lists, in the form in which words are compared.
    fn read() -> Self {
        let mut words: Self = shipped!("words/unwritten/words.yaml");
        let lists =
            [&mut words.whole, &mut words.anywhere, &mut words.ending, &mut words.before, &mut words.alone];
        let stems = [&mut words.things, &mut words.orders, &mut words.leads, &mut words.units];
        for list in lists.into_iter().chain(stems) {
            list.iter_mut().for_each(|word| *word = plain(word));
        }
        words
    }
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// Finds where a text may hold a word of the lists, by the letters of the word that are plain in any case: as good as
/// every text has none, and need not be folded.
pub(super) static HINTS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let longest = |word: &String| {
        let runs = word.split(|sign: char| !sign.is_ascii());
        runs.max_by_key(|run| run.len()).unwrap_or_default().to_owned()
    };
    let words: Words = shipped!("words/unwritten/words.yaml");
    let hints = words.anywhere.iter().chain(&words.ending).chain(&words.alone).map(longest);
    AhoCorasick::builder().ascii_case_insensitive(true).build(hints).expect("a few words")
});

/// How many letters an inflected word has behind its beginning, at most.
const ENDING: usize = 6;

/// Tells whether a word is one of the list with an ending of its own.
pub(super) fn begins(word: &str, list: &[String]) -> bool {
    list.iter().any(|stem| word.strip_prefix(stem.as_str()).is_some_and(is_ending))
}

fn is_ending(rest: &str) -> bool {
    rest.chars().count() <= ENDING
}
