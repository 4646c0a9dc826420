//! Words that ask for what belongs in their place. In: a few words. Out: whether they ask: `nazwa gminy`, `wpisz kwotę`.

use super::lists::{WORDS, begins};
use crate::words::letters::plain;

/// How many words somebody puts in brackets to say what belongs there.
const IN_BRACKETS: usize = 8;

/// Tells whether words say what belongs in their place: `nazwa gminy`, `tu wpisz kwotę`.
pub(super) fn asks(words: &str) -> bool {
    let folded = plain(words);
    let own: Vec<&str> = split(&folded).collect();
    let mut asked = own.iter().skip_while(|word| WORDS.before.iter().any(|before| before == *word));
    let first = asked.next().is_some_and(|word| begins(word, &WORDS.things));
    let known = WORDS.whole.iter().chain(&WORDS.anywhere).chain(&WORDS.ending).any(|word| *word == folded);
    let digits = words.contains(|sign: char| sign.is_ascii_digit());
    let order = own.iter().any(|word| begins(word, &WORDS.orders));
    own.len() <= IN_BRACKETS && !digits && (first || known || order)
}

/// Tells whether a text orders somebody to write a thing of the list: `wpisz tytuł projektu`.
pub(super) fn is_order(folded: &str) -> bool {
    let own: Vec<&str> = split(folded).collect();
    let is_one = |at: usize, list: &[String]| own.get(at).is_some_and(|word| begins(word, list));
    (2..=IN_BRACKETS).contains(&own.len()) && is_one(0, &WORDS.orders) && is_one(1, &WORDS.things)
}

pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
}

pub(super) fn is_ellipsis(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|sign| matches!(sign, '…' | '.')) && words != "."
}

/// Tells whether a word is at least so many crosses: `xxx`.
pub(super) fn is_crosses(word: &str, least: usize) -> bool {
    word.len() >= least && (word.bytes().all(|byte| byte == b'x') || word.bytes().all(|byte| byte == b'X'))
}
