//! What a word behind a figure counts. In: a word. Out: `Counted`.

use crate::words::plain;

/// What is counted, as far as one word says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// People of both sexes.
    People,
    /// Women.
    Women,
    /// Men.
    Men,
    /// Firms and other bodies.
    Entities,
    /// Months.
    Months,
    /// Hours.
    Hours,
    /// Zlotys.
    Money,
    /// Anything else.
    Other,
}

/// Beginnings of plain words, by what they count; the first that fits holds.
const BEGINNINGS: [(Counted, &[&str]); 7] = [
    (Counted::Money, &["zl", "pln"]),
    (Counted::Months, &["miesi", "m-c", "month"]),
    (Counted::Hours, &["godz", "hour"]),
    (Counted::Women, &["kobiet", "women", "uczestnicz"]),
    (Counted::Men, &["mezczyzn"]),
    (
        Counted::People,
        &[
            "osob",
            "uczestni",
            "bezrobotn",
            "mieszkan",
            "stazyst",
            "uczni",
            "absolwent",
            "senior",
            "kursant",
            "people",
            "person",
            "participant",
            "trainee",
            "unemployed",
            "resident",
            "learner",
        ],
    ),
    (
        Counted::Entities,
        &[
            "firm",
            "przedsiebior",
            "pracodaw",
            "zaklad",
            "podmiot",
            "mikroprzedsiebior",
            "compan",
            "employer",
            "enterprise",
            "workshop",
            "entit",
            "business",
        ],
    ),
];

/// Whole plain words, by what they count.
const WHOLE: [(Counted, &[&str]); 4] = [
    (Counted::People, &["os", "staz", "staze", "stazy"]),
    (Counted::Hours, &["h"]),
    (Counted::Men, &["men"]),
    (Counted::Months, &["msc", "mc", "mies"]),
];

impl Counted {
    /// Reads a word as it stands behind a figure.
    pub fn of(word: &str) -> Self {
        let word = plain(word.trim_end_matches('.'));
        let whole = WHOLE.iter().find(|(_, words)| words.contains(&word.as_str()));
        let begun = || BEGINNINGS.iter().find(|(_, words)| words.iter().any(|start| word.starts_with(start)));
        // `months` of a workshop are months, `traineeships` are places of people.
        whole
            .map(|(counted, _)| *counted)
            .or_else(|| begun().map(|(counted, _)| *counted))
            .unwrap_or(Self::Other)
    }

    /// Tells whether people are counted, of whichever sex.
    pub fn is_people(self) -> bool {
        matches!(self, Self::People | Self::Women | Self::Men)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_what_it_counts() {
        for (word, counted) in [
            ("osób", Counted::People),
            ("os.", Counted::People),
            ("staży", Counted::People),
            ("traineeships", Counted::People),
            ("kobiet", Counted::Women),
            ("mieszkańców", Counted::People),
            ("mies.", Counted::Months),
            ("mężczyzn", Counted::Men),
            ("firmom", Counted::Entities),
            ("m-ce", Counted::Months),
            ("miesiące", Counted::Months),
            ("godzin", Counted::Hours),
            ("zł", Counted::Money),
            ("kompletów", Counted::Other),
            ("", Counted::Other),
        ] {
            assert_eq!(Counted::of(word), counted, "{word}");
        }
    }
}
