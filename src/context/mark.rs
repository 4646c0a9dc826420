//! Marks inside the texts that templates see. In: words. Out: words that carry their language or
//! stand for a gap, wherever a template puts them.
//!
//! A mark is a noncharacter of Unicode, which no text may hold; [`clean`] takes them out of input.
//! Only `templates::escape` and `templates::prose` read them, and turn them into Markdown.

use crate::lang::Lang;
use crate::source::is_shown;
use crate::typed;
pub use crate::typed::SOURCE;
use crate::words::{self, is_unwritten};

/// Opens words in Polish, inside an English document.
pub const POLISH: char = '\u{FDD0}';
/// Opens words in English, inside a Polish document.
pub const ENGLISH: char = '\u{FDD1}';
/// Closes words in another language.
pub const END: char = '\u{FDD2}';
/// Opens and closes the mark of a gap.
pub const GAP: char = '\u{FDD3}';

/// Returns the language that a mark opens; `None` for any other character.
pub fn opens(sign: char) -> Option<Lang> {
    match sign {
        POLISH => Some(Lang::Pl),
        ENGLISH => Some(Lang::En),
        _ => None,
    }
}

/// Returns the words marked as being in `lang`.
pub fn foreign(words: &str, lang: Lang) -> String {
    format!("{}{words}{END}", lang.pick(POLISH, ENGLISH))
}

/// Returns the mark of a gap, which names the thing that is missing.
pub fn gap(thing: &str, lang: Lang) -> String {
    format!("{GAP}[{}: {thing}]{GAP}", lang.pick("BRAK", "MISSING"))
}

/// Returns the mark of a gap that law does not allow.
pub fn required(thing: &str, lang: Lang) -> String {
    format!("{GAP}[{}: {thing}]{GAP}", lang.pick("BRAK – wymagane", "MISSING – required"))
}

/// Returns a text in which what is left to be written is marked as a gap.
pub(super) fn unwritten(text: &str) -> String {
    // A mark may not open in one cell, line or bold word and close in the next.
    let is_of_one = |words: &str| !words.contains(['*', '|', '\t', '\n']);
    if is_unwritten(text) && is_of_one(text) {
        return format!("{GAP}{text}{GAP}");
    }
    let (mut marked, mut done) = (String::with_capacity(text.len() + 2 * GAP.len_utf8()), 0);
    for part in words::unwritten(text).into_iter().filter(|part| is_of_one(&text[part.clone()])) {
        marked.extend([&text[done..part.start], &format!("{GAP}{}{GAP}", &text[part.clone()])]);
        done = part.end;
    }
    marked + &text[done..]
}

/// Tells whether words are the mark of a gap and nothing else.
pub fn is_gap(words: &str) -> bool {
    let inner = words.strip_prefix(GAP).and_then(|words| words.strip_suffix(GAP));
    inner.is_some_and(|inner| !inner.contains(GAP))
}

/// Returns a text with the sources that it names, `[E1]`, as marks.
pub fn cited(text: &str, is_source: impl Fn(&str) -> bool) -> String {
    typed::cited(text, is_source, |id| format!("{SOURCE}{id}{SOURCE}")).into_owned()
}

/// Takes out what no document can show: control characters but line breaks and tabs, noncharacters,
/// byte order marks; trims white space at both ends.
pub fn clean(text: &str) -> String {
    let trim = |text: &str| text.trim_matches(['\n', '\t', ' ']).to_owned();
    // As good as every text is clean.
    if text.chars().all(|sign| is_shown(sign) && sign != '\r') {
        return trim(text);
    }
    let text: String =
        text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|sign| is_shown(*sign)).collect();
    trim(&text)
}

/// Splits words into the mark they open with, if any, the words, and the mark they close with.
pub fn split(words: &str) -> (&str, &str, &str) {
    let open = words.chars().next().filter(|sign| opens(*sign).is_some()).map_or(0, char::len_utf8);
    let close = if open > 0 && words.ends_with(END) { END.len_utf8() } else { 0 };
    if close == 0 {
        return ("", words, "");
    }
    (&words[..open], &words[open..words.len() - close], &words[words.len() - close..])
}

/// Splits words into what stands before the sources at their end, and these.
pub fn before_sources(words: &str) -> (&str, &str) {
    let mut rest = words;
    while let Some(inner) = rest.strip_suffix(SOURCE) {
        let Some(at) = inner.rfind(SOURCE) else { break };
        rest = &inner[..at];
    }
    words.split_at(rest.len())
}

/// Joins texts into one; those in the other language carry its mark, or its code where some do not.
pub(super) fn joined(texts: impl IntoIterator<Item = String>, between: &str) -> Option<String> {
    let texts: Vec<String> = texts.into_iter().collect();
    let (open, _, close) = split(texts.first()?);
    if texts.iter().all(|text| split(text).0 == open) {
        let words: Vec<&str> = texts.iter().map(|text| split(text).1).collect();
        return Some(format!("{open}{}{close}", words.join(between)));
    }
    let words: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    Some(words.join(between))
}

/// Returns the words as plain text: what is in another language is followed by its code, a source is named as its
/// author did.
pub fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut open = None;
    let mut in_source = false;
    for sign in words.chars() {
        match (opens(sign), sign) {
            (Some(lang), _) => open = Some(lang),
            (None, END) => text.extend(open.take().map(|lang| format!(" [{}]", lang.code()))),
            (None, GAP) => {}
            (None, SOURCE) => {
                text.push_str(if in_source { "]" } else { " [" });
                in_source = !in_source;
            }
            (None, _) => text.push(sign),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_cannot_forge_a_mark() {
        assert_eq!(clean("a\u{FDD3}b\u{FFFE}\u{7}\r\nc\u{a0} "), "ab\nc\u{a0}");
    }

    #[test]
    fn a_mark_comes_off_and_on() {
        let words = foreign("work", Lang::En);
        assert_eq!(split(&words), ("\u{FDD1}", "work", "\u{FDD2}"));
        assert_eq!(split("praca"), ("", "praca", ""));
        assert_eq!(gap("skala N1", Lang::Pl), "\u{FDD3}[BRAK: skala N1]\u{FDD3}");
    }
}
