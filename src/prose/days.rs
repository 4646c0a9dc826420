//! Days in prose. In: a sentence. Out: the first day of each date it says.

use std::ops::Range;

use super::sentences::offset;
use crate::units::{Date, Grain, month_named};

/// What stands before or after a number that is a year.
const BEFORE_YEARS: [&str; 5] = ["w", "od", "in", "since", "of"];
const AFTER_YEARS: [&str; 4] = ["r", "rok", "roku", "rokiem"];

/// What stands before a day that is still to come.
const UNTIL: [&str; 5] = ["do", "by", "until", "till", "before"];

/// What may stand between such a word and its day: `do końca 2029 r.`, `by the end of 2029`.
const BETWEEN: [&str; 6] = ["końca", "dnia", "the", "end", "of", "roku"];

/// A day, a month or a year in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said<'text> {
    /// Its first day.
    pub first: Date,
    /// As written.
    pub text: &'text str,
}

/// A date that a text says, whether it has come or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its first day, known as far as the text says: to the day, the month or the year.
    pub date: Date,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Whether the text says that something is so until then, or will have come by then.
    pub is_end: bool,
}

/// Returns all dates that a text names, but for periods of years.
pub fn dates(text: &str) -> Vec<Named> {
    let words: Vec<&str> =
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let Some((first, length)) = date(&words[at..], at.checked_sub(1).map(|before| words[before])) else {
            at += 1;
            continue;
        };
        let (from, last) = (offset(text, words[at]), words[at + length - 1]);
        let to = offset(text, last) + last.len();
        // Two years with a dash between them are a period: of a programme, of a strategy.
        let is_dash = |sign: Option<char>| sign.is_some_and(|sign| matches!(sign, '–' | '-' | '/'));
        let (around, behind) = (text[..from].trim_end(), text[to..].trim_start());
        let is_period =
            length == 1 && (is_dash(around.chars().next_back()) || is_dash(behind.chars().next()));
        if !is_period {
            let grain = [Grain::Year, Grain::Month, Grain::Day][length.clamp(1, 3) - 1];
            found.push(Named { date: first.known(grain), range: from..to, is_end: is_end(&words[..at]) });
        }
        at += length;
    }
    found
}

/// Tells whether words end with one that a last day follows.
fn is_end(before: &[&str]) -> bool {
    let mut before = before.iter().rev().map(|word| word.to_lowercase());
    let last = before.by_ref().take(4).find(|word| !BETWEEN.contains(&word.as_str()));
    last.is_some_and(|word| UNTIL.contains(&word.as_str()))
}

/// Returns the days, months and years that a sentence says to have come.
pub(super) fn days(text: &str) -> Vec<Said<'_>> {
    let past = dates(text).into_iter().filter(|named| !named.is_end);
    past.map(|named| Said { first: named.date.known(Grain::Day), text: &text[named.range] }).collect()
}

/// Reads a date at the beginning of words: its first day and how many words it has.
fn date(words: &[&str], before: Option<&str>) -> Option<(Date, usize)> {
    let number = |at: usize| words.get(at)?.parse::<i16>().ok();
    let month = |at: usize| month_named(words.get(at)?);
    let small = |at: usize| i8::try_from(number(at)?).ok();
    let year = |at: usize| number(at).filter(|year| (1990..2100).contains(year) && words[at].len() == 4);
    let day = |year: Option<i16>, month: Option<i8>, day: Option<i8>| Date::new(year?, month?, day?);
    if let Some(found) = day(year(2), month(1), small(0)).or_else(|| day(year(2), small(1), small(0))) {
        return Some((found, 3));
    }
    if let Some(found) = day(year(2), month(0), small(1)).or_else(|| day(year(0), small(1), small(2))) {
        return Some((found, 3));
    }
    if let Some(found) = day(year(1), month(0), Some(1)) {
        return Some((found, 2));
    }
    let is_year = before.is_some_and(|word| BEFORE_YEARS.contains(&word.to_lowercase().as_str()))
        || words.get(1).is_some_and(|word| AFTER_YEARS.contains(word));
    Some((Date::new(year(0).filter(|_| is_year)?, 1, 1)?, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        days(text).into_iter().map(|said| format!("{} {}", said.first, said.text)).collect()
    }

    #[test]
    fn dates_are_read_in_any_form() {
        for (text, expected) in [
            ("Na warsztacie 12 lutego 2025 r. było 31 osób", "2025-02-12 12 lutego 2025"),
            ("w ankiecie z lutego 2025 r.", "2025-02-01 lutego 2025"),
            ("W lutym 2025 było gorzej", "2025-02-01 lutym 2025"),
            ("48 wniosków w 2024 roku", "2024-01-01 2024"),
            ("W 2024 wpłynęło 48 wniosków", "2024-01-01 2024"),
            ("dnia 12.02.2025 r.", "2025-02-12 12.02.2025"),
            ("na dzień 2025-02-12", "2025-02-12 2025-02-12"),
            ("on 12 February 2025", "2025-02-12 12 February 2025"),
            ("on February 12, 2025", "2025-02-12 February 12, 2025"),
            ("in May 2026", "2026-05-01 May 2026"),
        ] {
            assert_eq!(told(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_last_day_is_told_from_others() {
        for (text, is_end) in [
            ("do 30 czerwca 2027 r.", true),
            ("do końca 2029 r.", true),
            ("by the end of 2029", true),
            ("by 31 August 2027", true),
            ("od października 2027 r.", false),
            ("w październiku 2027 r.", false),
        ] {
            let found = dates(text);
            assert_eq!(found.iter().map(|named| named.is_end).collect::<Vec<_>>(), [is_end], "{text}");
        }
        let months = dates("nabór od października 2025 r. do grudnia 2026 r.");
        assert_eq!(months.iter().map(|named| named.date.grain()).collect::<Vec<_>>(), [Grain::Month; 2]);
    }

    #[test]
    fn what_is_to_come_and_what_is_no_date_is_left_alone() {
        for text in [
            "2025 osób",
            "w latach 2021–2027",
            "do 31 sierpnia 2027 r.",
            "by 2027",
            "Strategia 2030",
            "od 18 do 29 lat",
            "w 120 gminach",
            "ustawa z 1999",
            "w 2021-2027 r.",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
