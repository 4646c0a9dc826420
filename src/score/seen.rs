//! What was found for one check, with its words. In: places. Out: `Seen`.

use std::sync::LazyLock;

use serde::Serialize;

use crate::catalogue::Label;
use crate::described::{At, Described, List, View};
use crate::diagnostic::{Entry, Place, Table};
use crate::facts::Placed;
use crate::lang::Lang;
use crate::profile::Check;

/// What an assessor will and will not find for one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// What was looked for.
    pub check: Check,
    /// Where it stands.
    pub there: Vec<Place>,
    /// Where it should stand and does not.
    pub missing: Vec<Place>,
    /// Where it cannot be told: what stands there could not be read, or there is nothing to hold it against.
    pub unsure: Vec<Place>,
    /// What is missing, by name, where the places do not tell.
    pub lacking: Vec<Label>,
}

/// Whether something stands where it is looked for; of two the later is the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// It does.
    There,
    /// It cannot be told.
    Unsure,
    /// It does not.
    Missing,
}

impl State {
    /// Returns whether anything is written in a value: in any part of one that has parts.
    pub(super) fn of(value: &impl Described) -> Self {
        of_view(&value.view())
    }

    /// Returns the state of two things that are both asked for.
    pub(super) fn and(self, other: impl Into<Self>) -> Self {
        self.max(other.into())
    }

    /// Returns the state of two things of which one is enough.
    pub(super) fn or(self, other: impl Into<Self>) -> Self {
        self.min(other.into())
    }
}

impl From<bool> for State {
    fn from(found: bool) -> Self {
        if found { Self::There } else { Self::Missing }
    }
}

/// What follows from a comparison, where both sides are known.
impl From<Option<bool>> for State {
    fn from(found: Option<bool>) -> Self {
        found.map_or(Self::Unsure, Self::from)
    }
}

fn of_view(view: &View<'_>) -> State {
    let best = |parts: &mut dyn Iterator<Item = State>| parts.min().unwrap_or(State::Missing);
    match view {
        View::Missing => State::Missing,
        View::Unreadable => State::Unsure,
        View::Entity(own) => {
            best(&mut (0..own.entity().members.len()).map(|member| of_view(&own.value(member))))
        }
        View::List(entries) => best(&mut entries.iter().map(|(_, entry)| of_view(entry))),
        View::Map(entries) if entries.is_empty() => State::Unsure,
        View::Map(entries) => best(&mut entries.iter().map(|(_, entry)| of_view(entry))),
        View::Text(text, _) => (!text.is_blank()).into(),
        View::Id(word) | View::Code(_, word) | View::Word(word) => (!word.trim().is_empty()).into(),
        View::Truth(_) | View::Figure(_) => State::There,
    }
}

impl Seen {
    /// Returns whether all of it is there; `None` where that cannot be told.
    pub fn is_whole(&self) -> Option<bool> {
        let told = self.unsure.is_empty() && !(self.there.is_empty() && self.missing.is_empty());
        if self.missing.is_empty() { told.then_some(true) } else { Some(false) }
    }

    /// Returns what was found before anything is looked at.
    pub(super) fn none(check: Check) -> Self {
        Self { check, there: Vec::new(), missing: Vec::new(), unsure: Vec::new(), lacking: Vec::new() }
    }

    /// Returns a finding of one place.
    pub(super) fn one(check: Check, place: impl Into<Place>, state: impl Into<State>) -> Self {
        Self::none(check).and(place, state)
    }

    /// Returns what a field holds.
    pub(super) fn field<T: Described>(check: Check, field: At<'_, T>) -> Self {
        Self::none(check).and(field, State::of(field.entry))
    }

    /// Adds a place.
    pub(super) fn add(&mut self, place: impl Into<Place>, state: impl Into<State>) {
        let (place, places) = (
            place.into(),
            match state.into() {
                State::There => &mut self.there,
                State::Unsure => &mut self.unsure,
                State::Missing => &mut self.missing,
            },
        );
        if !places.contains(&place) {
            places.push(place);
        }
    }

    /// Returns the same with a further place.
    pub(super) fn and(mut self, place: impl Into<Place>, state: impl Into<State>) -> Self {
        self.add(place, state);
        self
    }

    /// Adds the list where none of it was found, of which one would be enough.
    pub(super) fn or_missing<T>(mut self, list: At<'_, List<T>>) -> Self {
        if self.is_nothing() {
            self.add(list, if list.is_damaged() { State::Unsure } else { State::Missing });
        }
        self
    }

    /// Adds the list where nothing of it was looked at: an empty one is missing, and of one without an entry
    /// that counts nothing can be told.
    pub(super) fn or_list<T>(mut self, list: At<'_, List<T>>) -> Self {
        if self.is_nothing() {
            self.add(list, if list.is_missing() { State::Missing } else { State::Unsure });
        }
        self
    }

    fn is_nothing(&self) -> bool {
        self.there.is_empty() && self.missing.is_empty() && self.unsure.is_empty()
    }
}

/// Looks at every entry of a list.
pub(super) fn each<'facts, 'app: 'facts, T: 'app, P: Into<Place>, S: Into<State>>(
    check: Check,
    entries: impl IntoIterator<Item = &'facts Placed<'app, T>>,
    list: At<'_, List<T>>,
    found: impl Fn(&Placed<'app, T>) -> (P, S),
) -> Seen {
    let mut seen = Seen::none(check);
    for (place, found) in entries.into_iter().map(found) {
        seen.add(place, found);
    }
    if list.is_damaged() {
        seen.add(list, State::Unsure);
    }
    seen.or_list(list)
}

/// Returns the state of things of which one is enough: where none is known, an unread one may be it.
pub(super) fn known_among(known: bool, damaged: bool) -> State {
    if !known && damaged { State::Unsure } else { known.into() }
}

/// Returns a field and whether anything is written in it.
pub(super) fn field<T: Described>(field: At<'_, T>) -> (Place, State) {
    (field.here(), State::of(field.entry))
}

fn words(check: Check) -> &'static Entry {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("checks.md")));
    TABLE.get(check.code()).expect("a test finds the words of every check")
}

/// Returns what is looked for, in a few words.
pub fn label(check: Check, lang: Lang) -> &'static str {
    words(check).message(lang)
}

/// Returns what would raise the criterion.
pub fn raise(check: Check, lang: Lang) -> &'static str {
    words(check).help(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_words_in_both_languages() {
        for check in Check::ALL {
            for lang in Lang::ALL {
                assert!(!label(*check, lang).is_empty() && !raise(*check, lang).is_empty(), "{check:?}");
            }
        }
        let table = Table::parse(include_str!("checks.md"));
        assert_eq!(table.entries().len(), Check::ALL.len());
    }
}
