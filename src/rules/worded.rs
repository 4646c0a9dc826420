//! The words of a field in each language that it is given in. In: a field. Out: `Worded`.

use std::ops::Range;

use super::Case;
use crate::described::At;
use crate::diagnostic::Place;
use crate::lang::Lang;
use crate::model::{Field, Prose, Text};

/// Words of an author in one language, with their own place.
pub(super) struct Worded<'run> {
    pub place: Place,
    pub lang: Lang,
    pub words: &'run str,
}

/// Returns the words of a text, language by language, but for blank ones.
pub(super) fn all<'run>(case: &Case<'run>, place: &Place, text: Option<&'run Text>) -> Vec<Worded<'run>> {
    let worded = text.into_iter().flat_map(Text::all).map(|(own, words)| Worded {
        place: own.map_or_else(|| place.clone(), |own| place.key(own.code())),
        lang: own.unwrap_or(case.main()),
        words,
    });
    worded.filter(|own| !own.words.trim().is_empty()).collect()
}

/// Returns the words of a plain field.
pub(super) fn text<'run>(case: &Case<'run>, field: At<'run, Field<Text>>) -> Vec<Worded<'run>> {
    all(case, &field.here(), field.entry.get())
}

/// Returns the words of a narrative.
pub(super) fn prose<'run>(case: &Case<'run>, field: At<'run, Field<Prose>>) -> Vec<Worded<'run>> {
    all(case, &field.here(), field.entry.get().map(|prose| &prose.0))
}

/// Returns where a text says a phrase in small letters, upper and lower case alike; `None` where it does not, or where
/// the letters of another script keep the place from being told.
pub(super) fn stretch(words: &str, phrase: &str) -> Option<Range<usize>> {
    let at = words.to_lowercase().find(phrase)?;
    let range = at..at + phrase.len();
    words.get(range.clone()).is_some_and(|own| own.to_lowercase() == phrase).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::stretch;

    #[test]
    fn letters_that_change_their_length_shift_no_stretch() {
        assert_eq!(stretch("W MIARĘ możliwości", "miarę"), Some(2..8));
        for text in ["İẞ w miarę", "ẞİ w miarę", "İİ", ""] {
            let found = stretch(text, "miarę");
            assert!(found.is_none_or(|range| text[range].to_lowercase() == "miarę"), "{text}");
        }
    }
}
