//! Ages in texts: `osoby w wieku 18–29 lat`, `po 50. roku życia`, `aged 50+`. In: a text. Out: `Ages`.

use std::ops::Range;

use super::sentences::offset;
use crate::words::plain;

/// The ages that can be meant; other numbers are something else.
const YOUNGEST: u64 = 13;
const OLDEST: u64 = 100;

/// What stands before an age that is the least, and before one that is the most.
const OVER: [&str; 9] = ["po", "powyzej", "ponad", "od", "ukonczyly", "ukonczyl", "over", "above", "least"];
const UNDER: [&str; 6] = ["do", "ponizej", "przed", "under", "below", "to"];

/// People from one age to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The youngest.
    pub from: u64,
    /// The oldest.
    pub to: u64,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

impl Ages {
    /// Tells whether somebody can be of both.
    pub fn meets(&self, other: &Self) -> bool {
        self.from.max(other.from) <= self.to.min(other.to)
    }
}

/// Returns the ages that a text speaks of, each where its words say that ages are meant.
pub fn ages(text: &str) -> Vec<Ages> {
    let outside = |sign: char| !sign.is_alphanumeric();
    let words: Vec<&str> = text.split(outside).filter(|word| !word.is_empty()).collect();
    let number =
        |at: usize| words.get(at)?.parse::<u64>().ok().filter(|age| (YOUNGEST..=OLDEST).contains(age));
    let word =
        |at: Option<usize>| at.and_then(|at| words.get(at)).map(|word| plain(word)).unwrap_or_default();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let Some(first) = number(at) else {
            at += 1;
            continue;
        };
        let from = offset(text, words[at]);
        let behind = &text[from + words[at].len()..];
        let dash =
            behind.trim_start().starts_with(['–', '-', '—']) && behind.len() - behind.trim_start().len() < 2;
        let second = number(at + 1).filter(|second| dash && *second > first);
        let length = if second.is_some() { 2 } else { 1 };
        let last = words[at + length - 1];
        let to = offset(text, last) + last.len();
        let (before, after) = (word(at.checked_sub(1)), word(Some(at + length)));
        let earlier = word(at.checked_sub(2));
        let of_life = after == "roku" && word(Some(at + length + 1)).starts_with("zyci")
            || after == "r" && matches!(word(Some(at + length + 1)).as_str(), "z" | "zycia");
        let of_age = of_life
            || [&before, &earlier].into_iter().any(|word| word == "wieku" || word == "aged" || word == "age")
            || after == "years" && matches!(word(Some(at + length + 1)).as_str(), "old" | "of");
        let is_plus = text[to..].starts_with('+');
        let is_range = second.is_some() && (of_age || after == "lat" || after == "latkow");
        let bounds = match second {
            Some(second) if is_range => Some((first, second)),
            None if is_plus && !after.starts_with("proc") => Some((first, u64::MAX)),
            None if of_age && OVER.contains(&before.as_str()) => Some((first, u64::MAX)),
            None if of_age && UNDER.contains(&before.as_str()) => Some((0, first)),
            _ => None,
        };
        if let Some((youngest, oldest)) = bounds {
            // What says that it is the least or the most belongs to it, and so does what says that it is an age.
            let is_bound = second.is_none() && !is_plus;
            let start = at.checked_sub(1).filter(|_| is_bound).map_or(from, |at| offset(text, words[at]));
            let of_life = if of_life { words.get(at + length + 1).copied() } else { None };
            let end = of_life.map_or(to + usize::from(is_plus), |last| offset(text, last) + last.len());
            found.push(Ages { from: youngest, to: oldest, range: start..end });
        }
        at += length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, u64, &str)> {
        ages(text).into_iter().map(|ages| (ages.from, ages.to, &text[ages.range])).collect()
    }

    #[test]
    fn ages_are_read_as_people_write_them() {
        for (text, expected) in [
            ("osoby bezrobotne w wieku 18–29 lat", (18, 29, "18–29")),
            ("Osoby w wieku 30-59 lat", (30, 59, "30-59")),
            ("Osoby po 50. roku życia, przed emeryturą", (50, u64::MAX, "po 50. roku życia")),
            ("osoby powyżej 55 r.ż.", (55, u64::MAX, "powyżej 55 r.ż")),
            ("osoby 50+", (50, u64::MAX, "50+")),
            ("młodzież do 25. roku życia", (0, 25, "do 25. roku życia")),
            ("unemployed people aged 18–29", (18, 29, "18–29")),
            ("people over 50 years of age", (50, u64::MAX, "over 50")),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_ages() {
        for text in [
            "od 15 lat prowadzi klub",
            "do 49 osób",
            "w promieniu 20 km",
            "firmy zatrudniające 20-49 osób",
            "31 z 34 osób",
            "po 30 dniach",
            "lata 2019–2024",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn young_and_old_do_not_meet() {
        let of = |text| ages(text).remove(0);
        assert!(!of("w wieku 18–29 lat").meets(&of("po 50. roku życia")));
        assert!(of("w wieku 30–59 lat").meets(&of("po 45. roku życia")));
    }
}
