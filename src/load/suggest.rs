//! What a mistyped word was meant to be. In: the word and what is allowed. Out: the nearest one.

use std::borrow::Cow;

use crate::lang::fold_letter;

/// Returns a word in the form in which words are compared: small letters, no Polish diacritics,
/// `_` for a space or a hyphen.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    let same = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if word.bytes().all(same) {
        return Cow::Borrowed(word);
    }
    let fold = |letter: char| match letter {
        ' ' | '-' | '\u{a0}' => '_',
        other => fold_letter(other),
    };
    Cow::Owned(word.trim().chars().flat_map(char::to_lowercase).map(fold).collect())
}

/// Returns the allowed word nearest to the written one, where it is near enough to be meant and no
/// other is as near. Each candidate is what is compared and what it stands for.
pub fn nearest<'a, T: PartialEq>(
    written: &str,
    candidates: impl IntoIterator<Item = (&'a str, T)>,
) -> Option<T> {
    /// Longer words are no slips of a keyword, and comparing costs their length squared.
    const LONGEST: usize = 64;
    let written = fold(written);
    let length = written.chars().count();
    if length > LONGEST {
        return None;
    }
    let mut best: Option<(usize, T)> = None;
    let mut tied = false;
    for (word, meaning) in candidates {
        let word = fold(word);
        let allowed = slips(length.min(word.chars().count()));
        let distance = strsim::osa_distance(&written, &word);
        if distance > allowed {
            continue;
        }
        match &best {
            Some((nearest, known)) if *nearest == distance => tied |= *known != meaning,
            Some((nearest, _)) if *nearest < distance => {}
            _ => (best, tied) = (Some((distance, meaning)), false),
        }
    }
    best.filter(|_| !tied).map(|(_, meaning)| meaning)
}

/// Returns how many slips of the keyboard a word of this length may hold and still be meant.
fn slips(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant<'a>(written: &str, words: &[&'a str]) -> Option<&'a str> {
        nearest(written, words.iter().map(|word| (*word, *word)))
    }

    #[test]
    fn slips_of_the_keyboard_are_seen_through() {
        assert_eq!(meant("evidnece", &["evidence", "effects"]), Some("evidence"));
        assert_eq!(meant("dzialanai", &["działania", "cele"]), Some("działania"));
        assert_eq!(meant("Tytul", &["tytuł"]), Some("tytuł"));
        assert_eq!(meant("wholly_else", &["evidence"]), None);
        assert_eq!(meant("od", &["do", "by"]), None);
        // As near to the one as to the other: nothing is guessed.
        assert_eq!(meant("woman", &["women", "womanx"]), None);
    }
}
