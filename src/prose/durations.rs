//! How long something in a text lasts: `trzymiesięczne staże`, `a six-month course`. In: a text. Out: `Lasting`.

use std::ops::Range;

use super::sentences::offset;
use crate::words::plain;

/// Something that lasts a number of months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lasting<'text> {
    /// How many months.
    pub months: u64,
    /// What lasts so long: the word behind.
    pub what: &'text str,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// How Polish adjectives and English numerals begin.
const NUMERALS: [(&str, u64); 24] = [
    ("dwu", 2),
    ("trzy", 3),
    ("cztero", 4),
    ("piecio", 5),
    ("szescio", 6),
    ("siedmio", 7),
    ("osmio", 8),
    ("dziewiecio", 9),
    ("dziesiecio", 10),
    ("dwunasto", 12),
    ("osiemnasto", 18),
    ("dwudziestocztero", 24),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("eighteen", 18),
];

/// Returns what a text says to last a number of months.
pub fn durations(text: &str) -> Vec<Lasting<'_>> {
    if !text.contains("miesi") && !text.contains("month") {
        return Vec::new();
    }
    let outside = |sign: char| !sign.is_alphanumeric() && sign != '-';
    let words: Vec<&str> = text.split(outside).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let (Some(months), Some(what)) = (months(word), words.get(at + 1)) else { continue };
        let from = offset(text, word);
        let to = offset(text, what) + what.len();
        // What is done every so many months lasts no such time.
        let is_rhythm =
            at > 0 && matches!(words[at - 1].to_lowercase().as_str(), "co" | "every" | "po" | "after");
        if !is_rhythm {
            found.push(Lasting { months, what, range: from..to });
        }
    }
    found
}

/// Reads `trzymiesięczne`, `3-miesięczny`, `three-month`.
fn months(word: &str) -> Option<u64> {
    let word = plain(word);
    let number = word
        .split_once("miesieczn")
        .map(|(number, _)| number)
        .or_else(|| word.strip_suffix("-month").or_else(|| word.strip_suffix("-months")))?;
    let number = number.trim_end_matches('-');
    let named = NUMERALS.iter().find(|(name, _)| *name == number).map(|(_, months)| *months);
    named.or_else(|| number.parse().ok().filter(|months| *months > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_in_words_and_figures() {
        for (text, expected) in [
            ("Trzymiesięczne staże poprzedza próbny tydzień", vec![(3, "staże")]),
            ("potem na 6-miesięczny staż", vec![(6, "staż")]),
            ("Three-month traineeships follow", vec![(3, "traineeships")]),
            ("posiedzenia co trzymiesięczny okres", vec![]),
            ("przez sześć miesięcy zatrudnienia", vec![]),
            ("miesięczny raport", vec![]),
        ] {
            let found: Vec<(u64, &str)> = durations(text).iter().map(|own| (own.months, own.what)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
