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

    /// Returns a finding of one place.
    pub(super) fn one(check: Check, place: &str, found: bool) -> Self {
        let mut seen = Self { check, there: Vec::new(), missing: Vec::new() };
        seen.add(Place::parse(place), found);
        seen
    }

    /// Adds a place.
    pub(super) fn add(&mut self, place: Place, found: bool) {
        let places = if found { &mut self.there } else { &mut self.missing };
        places.push(place);
    }
}

/// Looks at every entry of a list; an empty list is missing as a whole.
pub(super) fn each<'facts, 'app: 'facts, T: 'app>(
    check: Check,
    entries: impl IntoIterator<Item = &'facts Placed<'app, T>>,
    list: &str,
    key: &str,
    found: impl Fn(&Placed<'app, T>) -> bool,
) -> Seen {
    let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
    for entry in entries {
        seen.add(entry.place.key(key), found(entry));
    }
    if seen.there.is_empty() && seen.missing.is_empty() {
        seen.add(Place::parse(list), false);
    }
    seen
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
