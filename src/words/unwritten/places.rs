//! Where a text holds a place. In: a text as typed. Out: the parts of it that say nothing: `…`, `[nazwa gminy]`, and the
//! words of the lists.

use std::ops::Range;

use super::asked::{asks, is_crosses, is_ellipsis, split};
use super::lists::{HINTS, WORDS, begins};
use crate::words::letters::{fold_letter, plain};

/// The brackets round what belongs in a place, the longer first.
pub(super) const BRACKETS: [(&str, &str); 4] = [("{{", "}}"), ("[", "]"), ("<", ">"), ("{", "}")];

/// Returns the parts of a text that hold a place, from the first to the last.
pub fn unwritten(text: &str) -> Vec<Range<usize>> {
    // As good as every text is without: a look for each sign tells, faster than one for all of them.
    let has = |signs: &[&str]| signs.iter().any(|signs| text.contains(signs));
    let mut found = Vec::new();
    if has(&["[", "<", "{", "(…)", "(...)"]) {
        bracketed(text, &mut found);
    }
    if has(&["..", "…", "__", "??"]) {
        runs(text, &mut found);
    }
    words(text, &mut found);
    found.sort_by_key(|part| (part.start, std::cmp::Reverse(part.end)));
    let mut end = 0;
    found.retain(|part| {
        let is_new = part.start >= end;
        end = end.max(part.end);
        is_new
    });
    found
}

/// Finds brackets round an ellipsis or round words of the lists; no link, no note, no `[sic]`.
fn bracketed(text: &str, found: &mut Vec<Range<usize>>) {
    for (open, close) in BRACKETS {
        for (at, _) in text.match_indices(open) {
            let inner = at + open.len();
            let Some(length) = text[inner..].find(close) else { continue };
            let end = inner + length + close.len();
            let words = text[inner..inner + length].trim();
            let is_link = text[end..].starts_with('(');
            // What a template puts in names a thing of the list somewhere: `{{ partner.role }}`.
            let is_named = || open == "{{" && split(&plain(words)).any(|word| begins(word, &WORDS.things));
            if !is_link && (is_ellipsis(words) && !is_omission(text, at..end) || asks(words) || is_named()) {
                found.push(at..end);
            }
        }
    }
    for round in ["(…)", "(...)"] {
        let hits = text.match_indices(round).map(|(at, _)| at..at + round.len());
        found.extend(hits.filter(|part| !is_omission(text, part.clone())));
    }
}

/// Tells whether an ellipsis stands between the words of a quotation, where it says that some were left out.
fn is_omission(text: &str, part: Range<usize>) -> bool {
    let Some(open) = text[..part.start].rfind(['„', '“', '«', '"']) else { return false };
    let (before, after) = (&text[open..part.start], &text[part.end..]);
    let Some(close) = after.find(['”', '“', '»', '"']) else { return false };
    !before.contains(['”', '»'])
        && [before, &after[..close]].iter().any(|words| words.contains(char::is_alphabetic))
}

/// Finds dots and underscores that stand for words: rows of them, and an ellipsis where a value belongs.
fn runs(text: &str, found: &mut Vec<Range<usize>>) {
    let is_dot = |sign: char| matches!(sign, '.' | '…');
    let mut from = 0;
    while let Some(at) = text[from..].find(['.', '…', '_', '?']).map(|at| from + at) {
        let rest = &text[at..];
        let sign = rest.chars().next().unwrap_or_default();
        let same = |other: char| if is_dot(sign) { is_dot(other) } else { other == sign };
        let run = rest.find(|other| !same(other)).unwrap_or(rest.len());
        let part = at..at + run;
        from = part.end;
        let weight: usize = rest[..run].chars().map(|sign| if sign == '…' { 3 } else { 1 }).sum();
        let joined = text[..at].ends_with(char::is_alphanumeric);
        let holds = match sign {
            '_' | '?' => weight >= 3,
            _ if joined => weight >= 6,
            _ => weight >= 4 || weight == 3 && lacks_value(text, &part),
        };
        if holds && !(is_dot(sign) && is_omission(text, part.clone())) {
            found.push(part);
        }
    }
}

/// Tells whether a lone ellipsis stands where a sentence needs a value: `wynosi …, a …`, `… zł`.
fn lacks_value(text: &str, part: &Range<usize>) -> bool {
    let (before, after) = (&text[..part.start], &text[part.end..]);
    if !before.is_empty() && !before.ends_with(char::is_whitespace)
        || after.starts_with(char::is_alphanumeric)
    {
        return false;
    }
    let (before, after) = (before.trim_end(), after.trim_start());
    if before.ends_with([':', '=']) {
        return true;
    }
    let last =
        before.rsplit(char::is_whitespace).next().map(|word| plain(word.trim_matches(['(', '„', '.'])));
    let next =
        after.split(char::is_whitespace).next().map(|word| plain(word.trim_matches(['.', ',', ';', ')'])));
    last.is_some_and(|word| WORDS.leads.contains(&word))
        || next.is_some_and(|word| WORDS.units.contains(&word))
}

/// Finds the words that are such a mark.
fn words(text: &str, found: &mut Vec<Range<usize>>) {
    for word in WORDS.capitals.iter().filter(|word| text.contains(word.as_str())) {
        found.extend(standing(text, word));
    }
    let crosses = if text.contains(['x', 'X']) { text } else { "" };
    for (at, word) in cut(crosses, char::is_alphanumeric) {
        let after = || text[at + word.len()..].trim_start();
        let next = || {
            after()
                .split(char::is_whitespace)
                .next()
                .map(|word| plain(word.trim_matches(['.', ',', ';', ')'])))
        };
        let is_value = || is_crosses(word, 2) && next().is_some_and(|word| WORDS.units.contains(&word));
        if is_crosses(word, 3) && word != "XXX" || is_value() {
            found.push(at..at + word.len());
        }
    }
    if !HINTS.is_match(text) {
        return;
    }
    // Folded text has other bytes; letters are counted.
    let folded: Vec<char> = text.chars().map(fold_letter).flat_map(char::to_lowercase).collect();
    if folded.len() != text.chars().count() {
        return;
    }
    let folded: String = folded.into_iter().collect();
    for word in WORDS.anywhere.iter().filter(|word| folded.contains(word.as_str())) {
        found.extend(standing(&folded, word).map(|part| whole_bytes(text, &folded, part)));
    }
    for word in WORDS.ending.iter().filter(|word| folded.contains(word.as_str())) {
        let goes_on = |part: &Range<usize>| {
            let next = folded[part.end..].trim_start_matches(' ');
            let next = next.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
            !next.is_empty() && !WORDS.leads.iter().any(|lead| lead == next)
        };
        let last = standing(&folded, word).filter(|part| !goes_on(part));
        found.extend(last.map(|part| whole_bytes(text, &folded, part)));
    }
    for (at, line) in cut(&folded, |sign| sign != '\n') {
        let tail = line
            .rfind([':', '–', '—'])
            .map_or(0, |colon| colon + line[colon..].chars().next().map_or(1, char::len_utf8));
        for (start, own) in [(0, line), (tail, &line[tail..])] {
            let bare = own.trim_matches(|sign: char| !sign.is_alphanumeric());
            if WORDS.alone.iter().any(|word| word == bare) {
                let start = at + start + (bare.as_ptr() as usize - own.as_ptr() as usize);
                found.push(whole_bytes(text, &folded, start..start + bare.len()));
            }
        }
    }
}

/// Returns where the letters of a stretch of the folded text stand in the text.
fn whole_bytes(text: &str, folded: &str, part: Range<usize>) -> Range<usize> {
    let byte = |at: usize| {
        let letters = folded[..at].chars().count();
        text.char_indices().nth(letters).map_or(text.len(), |(byte, _)| byte)
    };
    byte(part.start)..byte(part.end)
}

/// Returns where a word stands as one of its own.
fn standing(text: &str, word: &str) -> impl Iterator<Item = Range<usize>> {
    let hits = text.match_indices(word).map(|(at, word)| at..at + word.len());
    hits.filter(|part| {
        !text[..part.start].ends_with(char::is_alphanumeric)
            && !text[part.end..].starts_with(char::is_alphanumeric)
    })
}

/// Returns the longest stretches of such letters, each with its first byte.
fn cut(text: &str, is_part: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    text.split(move |sign| !is_part(sign))
        .filter(|part| !part.is_empty())
        .map(move |part| (part.as_ptr() as usize - text.as_ptr() as usize, part))
}
