//! Where texts come from. In: the texts that a context says, with their places. Out: `Origins`, and marks that a
//! text bears through all that templates do with it.
//!
//! A document is filled in twice: with bare texts, for what is in it, and with marked ones, for where that comes
//! from. Two places that say the same are one origin, the first one's, so that marked texts compare as bare ones do;
//! but a name and a narrative are read in two ways, and are two.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::described::Markup;
use crate::document::{Origin, OriginId};

/// The texts of a context by their first words.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// The origins, by number.
    pub all: Vec<Origin>,
    /// The number of each text.
    numbers: BTreeMap<(bool, String), OriginId>,
    /// The texts that begin with a word, the longest first.
    texts: BTreeMap<String, Vec<(String, OriginId)>>,
}

/// Opens words whose origin is known: four digits follow.
const OPEN: char = '\u{FDD5}';
/// Closes them.
const CLOSE: char = '\u{FDD6}';
/// The digit nought; fifteen more follow it.
const NOUGHT: u32 = 0xFDE0;
/// How many digits there are.
const DIGITS: usize = 4;

/// Tells whether a character belongs to the mark of an origin.
pub fn is_origin(sign: char) -> bool {
    matches!(sign, OPEN | CLOSE | '\u{FDE0}'..='\u{FDEF}')
}

impl Origins {
    /// Takes a text and returns it with the mark of its origin.
    pub(super) fn mark(&mut self, words: &str, markup: Markup, origin: impl FnOnce() -> Origin) -> String {
        let next = OriginId(self.all.len());
        let number = *self.numbers.entry((markup == Markup::Prose, words.to_owned())).or_insert(next);
        if number == next {
            self.all.push(origin());
            let bare = bare(words);
            if let Some(first) = first_word(bare) {
                self.texts.entry(first).or_default().push((bare.to_owned(), number));
            }
        }
        around(words, number)
    }

    /// Returns the origins of all that was said.
    pub(super) fn finished(mut self) -> Self {
        // The sort is stable: of equals the first that was said stays first.
        self.texts.values_mut().for_each(|texts| texts.sort_by_key(|(words, _)| usize::MAX - words.len()));
        self
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
}

/// Returns what is printed of a text with the marks of its origin around it.
pub fn around(printed: &str, OriginId(number): OriginId) -> String {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    let digit = |place: u32| char::from_u32(NOUGHT + (number >> (4 * place) & 15)).unwrap_or(CLOSE);
    let digits: String = (0..DIGITS as u32).rev().map(digit).collect();
    format!("{OPEN}{digits}{printed}{CLOSE}")
}

/// Returns words without marks.
pub fn without_marks(words: &str) -> Cow<'_, str> {
    match words.contains(is_origin) {
        true => Cow::Owned(words.chars().filter(|sign| !is_origin(*sign)).collect()),
        false => Cow::Borrowed(words),
    }
}

/// Returns words with a capital letter first, behind the mark that may open them.
pub fn capital(words: &str) -> String {
    let rest = words.trim_start_matches(is_origin);
    let mut signs = rest.chars();
    let first = signs.next().into_iter().flat_map(char::to_uppercase);
    words[..words.len() - rest.len()].chars().chain(first).chain(signs.as_str().chars()).collect()
}

/// Splits one marked text into the mark that opens it, its words, and the mark that closes it; what is no marked text,
/// or more than one, is words alone.
pub fn split(words: &str) -> (&str, &str, &str) {
    let open = OPEN.len_utf8() + DIGITS * CLOSE.len_utf8();
    let inner = words.strip_prefix(OPEN).and_then(|_| words.get(open..)?.strip_suffix(CLOSE));
    match inner.filter(|inner| !inner.contains(is_origin)) {
        Some(inner) => (&words[..open], inner, &words[open + inner.len()..]),
        None => ("", words, ""),
    }
}

/// Returns the number that the digits of a mark say.
fn number(digits: impl Iterator<Item = char>) -> OriginId {
    OriginId(digits.fold(0, |number, digit| number << 4 | (u32::from(digit).saturating_sub(NOUGHT)) as usize))
}

/// A text where it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Its origin.
    pub origin: OriginId,
    /// Where it stands, line by line.
    pub ranges: Vec<Range<usize>>,
}

/// Returns where texts stand in `plain`, by a copy of it with marks. Of a text that the marks have changed, or of
/// whose end a template has made something else, nothing is told.
pub fn align(plain: &str, marked: &str) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    let mut open: Option<(Printed, usize)> = None;
    let mut is_sound = true;
    for (start, copy) in lines(plain, marked).into_iter().zip(marked.split('\n')) {
        let is_same = start.is_some();
        is_sound &= is_same;
        let start = start.unwrap_or_default();
        let mut at = start;
        if let Some((_, from)) = &mut open {
            *from = start;
        }
        let mut signs = copy.chars();
        while let Some(sign) = signs.next() {
            match sign {
                OPEN => {
                    let origin = number(signs.by_ref().take(DIGITS));
                    open = Some((Printed { origin, ranges: Vec::new() }, at));
                    is_sound = is_same;
                }
                CLOSE => {
                    if let Some((mut printed, from)) = open.take().filter(|_| is_sound) {
                        printed.ranges.push(from..at);
                        found.push(printed);
                    }
                }
                other => at += other.len_utf8(),
            }
        }
        if let Some((printed, from)) = &mut open {
            printed.ranges.push(*from..at);
        }
    }
    found
}

/// Returns for each line of the copy where the same line of `plain` begins; `None` where there is none.
fn lines(plain: &str, marked: &str) -> Vec<Option<usize>> {
    let own: Vec<&str> = plain.split('\n').collect();
    let copies: Vec<Cow<'_, str>> = marked.split('\n').map(without_marks).collect();
    let starts: Vec<usize> =
        own.iter().scan(0, |next, line| Some(std::mem::replace(next, *next + line.len() + 1))).collect();
    if own.len() == copies.len() {
        let pairs = own.iter().zip(&copies).zip(starts);
        return pairs.map(|((line, copy), start)| (line == copy).then_some(start)).collect();
    }
    let copies: Vec<&str> = copies.iter().map(AsRef::as_ref).collect();
    let mut found = vec![None; copies.len()];
    for same in similar::capture_diff_slices(similar::Algorithm::Myers, &own, &copies) {
        if let similar::DiffOp::Equal { old_index, new_index, len } = same {
            (0..len).for_each(|at| found[new_index + at] = Some(starts[old_index + at]));
        }
    }
    found
}

/// Returns the marked texts that words hold.
pub fn marked(words: &str) -> Vec<(OriginId, &str)> {
    let texts = words.split(OPEN).skip(1).filter_map(|rest| {
        let from = rest.char_indices().nth(DIGITS)?.0;
        Some((number(rest[..from].chars()), rest[from..].split_once(CLOSE)?.0))
    });
    texts.collect()
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
        let mut origins = Origins::default();
        for (words, route) in
            [("Praca", "a"), ("praca u siebie.", "b"), ("„Staże” dla osób", "c"), ("Praca", "d")]
        {
            origins.mark(words, Markup::Plain, || origin(route));
        }
        origins.finished()
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
        let ranges = |plain: &str, marked: &str| -> Vec<(usize, String)> {
            let said = |printed: &Printed| printed.ranges.iter().map(|range| &plain[range.clone()]).collect();
            align(plain, marked).iter().map(|printed| (printed.origin.0, said(printed))).collect()
        };
        let text = |number: usize, words: &str| around(words, OriginId(number));
        let marked = format!("Cel: {}. {}\nDalej", text(300, "+ 5\n\nb"), text(1, ""));
        let plain = without_marks(&marked);
        assert_eq!(ranges(&plain, &marked), [(300, "+ 5b".to_owned()), (1, String::new())]);
        // A line that the marks have changed, and an end that was cut.
        assert_eq!(ranges("a\nb", &format!("{}\nB{}", text(1, "a"), text(2, "b"))), [(1, "a".to_owned())]);
        let cut = text(1, "ab").replace(CLOSE, "");
        assert_eq!(ranges("ab c", &format!("{cut} {}", text(2, "c"))), [(2, "c".to_owned())]);
        assert_eq!(ranges("a\nb\nc", &format!("a\n{}", text(3, "c"))), [(3, "c".to_owned())]);
    }

    #[test]
    fn one_marked_text_comes_apart() {
        let text = around("praca", OriginId(7));
        let (open, words, close) = split(&text);
        assert_eq!((words, format!("{open}{words}{close}") == text), ("praca", true));
        let two = format!("{text}{text}");
        assert_eq!(split(&two), ("", two.as_str(), ""));
        assert_eq!(marked(&format!("a {text} b {text}")), [(OriginId(7), "praca"), (OriginId(7), "praca")]);
    }
}
