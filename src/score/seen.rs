//! What was found for one check, with its words. In: places. Out: `Seen`.

use std::sync::LazyLock;

use serde::Serialize;

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
}

impl Seen {
    /// Tells whether all of it is there.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && !self.there.is_empty()
    }

    /// Returns what was found before anything is looked at.
    pub(super) fn none(check: Check) -> Self {
        Self { check, there: Vec::new(), missing: Vec::new() }
    }

    /// Returns a finding of one place.
    pub(super) fn one(check: Check, place: impl Into<Place>, found: bool) -> Self {
        let mut seen = Self::none(check);
        seen.add(place, found);
        seen
    }

    /// Adds a place.
    pub(super) fn add(&mut self, place: impl Into<Place>, found: bool) {
        let places = if found { &mut self.there } else { &mut self.missing };
        places.push(place.into());
    }

    /// Adds a place that is missing where nothing was looked at.
    pub(super) fn or_missing(mut self, place: impl Into<Place>) -> Self {
        if self.there.is_empty() && self.missing.is_empty() {
            self.add(place, false);
        }
        self
    }
}

/// Looks at every entry of a list; an empty list is missing as a whole.
pub(super) fn each<'facts, 'app: 'facts, T: 'app, P: Into<Place>>(
    check: Check,
    entries: impl IntoIterator<Item = &'facts Placed<'app, T>>,
    list: impl Into<Place>,
    found: impl Fn(&Placed<'app, T>) -> (P, bool),
) -> Seen {
    let mut seen = Seen::none(check);
    for (place, found) in entries.into_iter().map(found) {
        seen.add(place, found);
    }
    seen.or_missing(list)
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
