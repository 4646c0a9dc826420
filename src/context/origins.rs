//! Where texts come from. In: the texts that a context says, with their places. Out: `Origins`, which finds
//! them again in what a template prints, and marks them there.
//!
//! Templates compute with bare texts; nothing inside a value tells its origin. A text is known by its words:
//! where two places say the same, the first one stands for both.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::{Origin, OriginId};

/// The texts of a context by their first words.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// The origins, by number.
    pub all: Vec<Origin>,
    /// The texts that begin with a word, the longest first.
    texts: BTreeMap<String, Vec<(String, OriginId)>>,
}

/// Opens words whose origin is known: four digits follow.
const OPEN: char = '\u{FDD5}';
/// Closes them.
const CLOSE: char = '\u{FDD6}';
/// The digit nought; fifteen more follow it.
const NOUGHT: u32 = 0xFDE0;

/// Tells whether a character belongs to the mark of an origin.
pub fn is_origin(sign: char) -> bool {
    matches!(sign, OPEN | CLOSE | '\u{FDE0}'..='\u{FDEF}')
}

impl Origins {
    pub(super) fn of(said: Vec<(String, Origin)>) -> Self {
        let mut origins = Self::default();
        for (words, origin) in said {
            let words = bare(&words);
            let Some(first) = first_word(words) else { continue };
            let texts = origins.texts.entry(first).or_default();
            if texts.iter().all(|(known, _)| known != words) {
                texts.push((words.to_owned(), OriginId(origins.all.len())));
                origins.all.push(origin);
            }
        }
        // The sort is stable: of equals the first that was said stays first.
        origins.texts.values_mut().for_each(|texts| texts.sort_by_key(|(words, _)| usize::MAX - words.len()));
        origins
    }

    /// Finds the texts that words hold, the longest where several begin; a capital letter and a full stop may
    /// be the sentence's.
    pub fn find(&self, words: &str) -> Vec<(Range<usize>, OriginId)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(from) = words[at..].find(char::is_alphanumeric).map(|next| at + next) {
            let rest = &words[from..];
            let word = rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len());
            let texts = first_word(rest).and_then(|first| self.texts.get(&first));
            let known = texts.into_iter().flatten().find(|(text, _)| starts_with(rest, text));
            at = from + known.map_or(word, |(text, _)| text.len());
            found.extend(known.map(|(_, origin)| (from..at, *origin)));
        }
        found
    }

    /// Returns the first text that holds these characters.
    pub fn holding(&self, characters: &str) -> Option<OriginId> {
        let texts = self.texts.values().flatten().filter(|(text, _)| text.contains(characters));
        texts.map(|(_, origin)| *origin).min()
    }

    /// Returns words with a mark around each text that they hold.
    pub fn marked(&self, words: &str) -> String {
        let mut out = String::with_capacity(words.len() + 32);
        let mut at = 0;
        for (range, origin) in self.find(words) {
            out.push_str(&words[at..range.start]);
            out.push_str(&around(&words[range.clone()], origin));
            at = range.end;
        }
        out + &words[at..]
    }
}

/// Returns what is printed of a text with the marks of its origin around it.
pub fn around(printed: &str, OriginId(number): OriginId) -> String {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    let digit = |place: u32| char::from_u32(NOUGHT + (number >> (4 * place) & 15)).unwrap_or(CLOSE);
    let digits: String = (0..4).rev().map(digit).collect();
    format!("{OPEN}{digits}{printed}{CLOSE}")
}

/// Returns which parts of `plain` come from where, by a copy of it with marks. A line that the marks have
/// changed tells nothing.
pub fn align(plain: &str, marked: &str) -> Vec<(Range<usize>, OriginId)> {
    if plain.lines().count() != marked.lines().count() {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, OriginId)> = Vec::new();
    // Marks may lie in one another: the outermost one knows the whole text.
    let mut open: Vec<OriginId> = Vec::new();
    let mut start = 0;
    for (line, copy) in plain.split('\n').zip(marked.split('\n')) {
        let is_same = copy.chars().filter(|sign| !is_origin(*sign)).eq(line.chars());
        let mut ranges = Vec::new();
        let (mut at, mut from) = (start, start);
        let mut signs = copy.chars();
        while let Some(sign) = signs.next() {
            match sign {
                OPEN => {
                    let digits = signs.by_ref().take(4);
                    let number =
                        digits.fold(0, |number, digit| number << 4 | (u32::from(digit) - NOUGHT) as usize);
                    if open.is_empty() {
                        from = at;
                    }
                    open.push(OriginId(number));
                }
                CLOSE => {
                    let closed = open.pop();
                    ranges.extend(closed.filter(|_| open.is_empty()).map(|origin| (from..at, origin)));
                }
                other => at += other.len_utf8(),
            }
        }
        ranges.extend(open.first().map(|origin| (from..at, *origin)));
        found.extend(ranges.into_iter().filter(|(range, _)| is_same && !range.is_empty()));
        start += line.len() + 1;
    }
    found
}

/// Returns a text without what a sentence puts around it or takes away.
fn bare(words: &str) -> &str {
    let words = words.trim_start_matches(|sign: char| !sign.is_alphanumeric()).trim_end();
    words.strip_suffix('.').unwrap_or(words)
}

/// Returns the first word in lower case; `None` where no word stands first.
fn first_word(words: &str) -> Option<String> {
    let end = words.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(words.len());
    (end > 0).then(|| words[..end].to_lowercase())
}

/// Tells whether words open with a text, up to the case of its first letter, and end with a word of theirs.
fn starts_with(words: &str, text: &str) -> bool {
    let (mut own, mut known) = (words.chars(), text.chars());
    let first = own.next().zip(known.next());
    let is_first = first.is_some_and(|(own, known)| own.to_lowercase().eq(known.to_lowercase()));
    let Some(rest) = is_first.then(|| own.as_str().strip_prefix(known.as_str())).flatten() else {
        return false;
    };
    let is_word_over = |sign: char| !sign.is_alphanumeric();
    text.ends_with(is_word_over) || rest.chars().next().is_none_or(is_word_over)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::lang::Lang;

    fn origins() -> Origins {
        let origin = |route: &str| Origin { place: Place::parse(route), lang: Lang::Pl };
        let said = [("Praca", "a"), ("praca u siebie.", "b"), ("„Staże” dla osób", "c"), ("Praca", "d")];
        Origins::of(said.map(|(words, route)| (words.to_owned(), origin(route))).to_vec())
    }

    fn found(words: &str) -> Vec<(&str, String)> {
        let origins = origins();
        let name = |(range, OriginId(at)): (Range<usize>, _)| (range, origins.all[at].place.to_string());
        origins.find(words).into_iter().map(name).map(|(range, place)| (&words[range], place)).collect()
    }

    #[test]
    fn each_part_of_a_joined_text_keeps_its_origin() {
        assert_eq!(
            found("Cel: Praca u siebie, praca i „Staże” dla osób."),
            [("Praca u siebie", "b".into()), ("praca", "a".into()), ("Staże” dla osób", "c".into())]
        );
        assert_eq!(found("pracawnia, Pracą"), []);
    }

    #[test]
    fn marks_show_where_words_come_from() {
        let plain = "Cel: Praca u siebie.\nDalej\nzmieniona praca";
        let marked = origins().marked(plain).replace("zmieniona", "Zmieniona");
        let parts: Vec<_> =
            align(plain, &marked).into_iter().map(|(range, id)| (&plain[range], id.0)).collect();
        assert_eq!(parts, [("Praca u siebie", 1)]);
        let nested = around(&format!("a\n{}c", around("b", OriginId(3))), OriginId(300));
        assert_eq!(align("a\nbc", &nested), [(0..1, OriginId(300)), (2..4, OriginId(300))]);
        assert_eq!(align("a\nb", "a"), []);
    }
}
