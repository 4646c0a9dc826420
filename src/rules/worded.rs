//! The words of a field in each language that it is given in. In: a field. Out: `Worded`.

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
