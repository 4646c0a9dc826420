//! Texts given in one language of two, and that the other than the documents'. In: the application. Out: the
//! faults of META-11 and META-12, whose words stand in `meta.md`. A text without a language is in the main one
//! and is told of when a document is made (TPL-11).

use super::case::ticked;
use super::{Case, Faults, fault};
use crate::described::{ByLang, Step, Text, View, visit};
use crate::diagnostic::{self, Place};
use crate::lang::Lang;

/// How many places a finding names.
const NAMED: usize = 5;

/// What a finding is on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Names and titles.
    Names,
    /// Everything else.
    Texts,
}

pub(super) fn texts(case: &Case<'_>, faults: &mut Faults) {
    tell(case, faults, Of::Texts, (["tekst", "teksty", "tekstów"], ["text", "texts"]));
}

pub(super) fn names(case: &Case<'_>, faults: &mut Faults) {
    let titles = ["nazwa lub tytuł", "nazwy lub tytuły", "nazw lub tytułów"];
    tell(case, faults, Of::Names, (titles, ["name or title", "names or titles"]));
}

fn tell(case: &Case<'_>, faults: &mut Faults, of: Of, (pl, en): ([&'static str; 3], [&'static str; 2])) {
    let own: Vec<Lang> = case.application().meta.languages.iter().copied().collect();
    let asked = if own.is_empty() { vec![case.main()] } else { own };
    for lang in Lang::ALL.into_iter().filter(|lang| asked.contains(lang)) {
        let found = lacking(case, lang, of);
        let Some(first) = found.first() else { continue };
        let shown: Vec<String> = found.iter().take(NAMED).map(ToString::to_string).collect();
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        let more = if found.len() > NAMED { " …" } else { "" };
        let version = match lang {
            Lang::Pl => ["polskiej", "Polish"],
            Lang::En => ["angielskiej", "English"],
        };
        fault!(faults at first.clone(),
            version, count = diagnostic::Value::counted(found.len() as u64, pl, en),
            places = ticked(&shown) + more
        );
    }
}

/// Returns the places of texts that are said in the other language alone.
fn lacking(case: &Case<'_>, lang: Lang, of: Of) -> Vec<Place> {
    let mut found = Vec::new();
    visit(case.facts.application, &mut |spot| {
        if let View::Text(Text::Each(each), _) = spot.view {
            let own = if spot.member().is_some_and(|member| member.called) { Of::Names } else { Of::Texts };
            if own == of && !says(each, lang) && says(each, lang.other()) {
                found.push(spot.place());
            }
        }
        Step::Into
    });
    found
}

/// Tells whether there are words in a language; what has no letters is the same in every language.
fn says(each: &ByLang, lang: Lang) -> bool {
    each.get(lang).is_some_and(|words| words.contains(char::is_alphabetic))
}
