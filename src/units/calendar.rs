//! The words of the calendar. In: a number of a month. Out: its names in both languages, and back.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lang::Lang;

/// Polish names as they stand after a day: `31 stycznia`.
pub(super) const GENITIVE: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

const NOMINATIVE: [&str; 12] = [
    "styczeń",
    "luty",
    "marzec",
    "kwiecień",
    "maj",
    "czerwiec",
    "lipiec",
    "sierpień",
    "wrzesień",
    "październik",
    "listopad",
    "grudzień",
];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Polish names as they stand after „w”: `w lutym 2027 r.`
const LOCATIVE: [&str; 12] = [
    "styczniu",
    "lutym",
    "marcu",
    "kwietniu",
    "maju",
    "czerwcu",
    "lipcu",
    "sierpniu",
    "wrześniu",
    "październiku",
    "listopadzie",
    "grudniu",
];

/// Returns the name of month 1 to 12 as it stands alone: `styczeń`, `January`.
pub(super) fn name(month: i8, lang: Lang) -> &'static str {
    at(&lang.pick(NOMINATIVE, ENGLISH), month)
}

/// Returns the name of month 1 to 12 as it stands after a day: `stycznia`, `January`.
pub(super) fn name_after_day(month: i8, lang: Lang) -> &'static str {
    at(&lang.pick(GENITIVE, ENGLISH), month)
}

/// Returns the first three letters of the name: `sty`, `Jan`.
pub(super) fn short(month: i8, lang: Lang) -> String {
    name(month, lang).chars().take(3).collect()
}

/// Reads a month's name in either language, in full, by three letters (`sty`, `Jan.`) or as a Roman
/// number, in either case.
pub(super) fn month(word: &str) -> Option<i8> {
    static NAMES: LazyLock<BTreeMap<String, i8>> = LazyLock::new(|| {
        let named = |number: i8| {
            let full = [GENITIVE, NOMINATIVE, LOCATIVE, ENGLISH].map(|names| at(&names, number));
            let short = Lang::ALL.map(|lang| short(number, lang));
            full.into_iter()
                .map(str::to_lowercase)
                .chain(short.map(|name| name.to_lowercase()))
                .map(move |name| (name, number))
        };
        let roman = (1..).zip(ROMAN).map(|(number, name)| (name.to_owned(), number));
        // Of two months of one name the first is meant, and a Roman number before all.
        (1..=12).rev().flat_map(named).chain(roman).collect()
    });
    NAMES.get(word.trim_end_matches('.').to_lowercase().as_str()).copied()
}

fn at(names: &[&'static str; 12], month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| names.get(index).copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_by_any_of_its_names() {
        for (word, number) in [
            ("stycznia", 1),
            ("PAŹDZIERNIK", 10),
            ("Jan.", 1),
            ("wrz", 9),
            ("XII", 12),
            ("may", 5),
            ("maja", 5),
            ("lutym", 2),
        ] {
            assert_eq!(month(word), Some(number), "{word}");
        }
        assert_eq!(month("st"), None);
        assert_eq!(month(""), None);
        assert_eq!(short(10, Lang::Pl), "paź");
    }
}
