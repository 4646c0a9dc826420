//! Comparisons in words: `ponad cztery razy wyższa niż w kraju`, `co druga firma`. In: a sentence. Out: `Ratio`s.

use std::ops::Range;

use rust_decimal::Decimal;

use super::sentences::offset;
use crate::words::plain;

/// What a comparison claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// So many times as much.
    Times(Decimal),
    /// So many per cent more.
    More(Decimal),
    /// One of so many.
    OneOf(Decimal),
}

/// Which side of the number is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// More than it.
    Over,
    /// Nearly it.
    Under,
    /// It, or about it.
    About,
}

/// A comparison in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ratio {
    /// What it claims.
    pub claim: Claim,
    /// Which side of the number it claims.
    pub side: Side,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// Numerals, plain, in the forms that stand before `razy` and `times`.
const NUMERALS: [(&str, i64); 22] = [
    ("dwa", 20),
    ("dwu", 20),
    ("trzy", 30),
    ("cztery", 40),
    ("cztero", 40),
    ("piec", 50),
    ("piecio", 50),
    ("szesc", 60),
    ("szescio", 60),
    ("siedem", 70),
    ("osiem", 80),
    ("dziewiec", 90),
    ("dziesiec", 100),
    ("dziesiecio", 100),
    ("poltora", 15),
    ("two", 20),
    ("three", 30),
    ("four", 40),
    ("five", 50),
    ("six", 60),
    ("seven", 70),
    ("ten", 100),
];

/// Ordinals, plain, without their ending: `co druga`.
const ORDINALS: [(&str, i64); 9] = [
    ("drug", 2),
    ("trzeci", 3),
    ("czwart", 4),
    ("piat", 5),
    ("szost", 6),
    ("dziesiat", 10),
    ("second", 2),
    ("third", 3),
    ("fifth", 5),
];

impl Ratio {
    /// Tells whether a value against another is what the comparison claims; generous, for words round.
    pub(super) fn holds(&self, value: Decimal, reference: Decimal) -> bool {
        let Some(quotient) = value.checked_div(reference) else { return true };
        let (claimed, real) = match self.claim {
            Claim::Times(times) => (times, quotient),
            Claim::More(percent) => {
                (percent, quotient.saturating_sub(Decimal::ONE).saturating_mul(Decimal::ONE_HUNDRED))
            }
            Claim::OneOf(_) => return true,
        };
        let part = |percent: i64| claimed.saturating_mul(Decimal::new(percent, 2));
        let (least, most) = match self.side {
            Side::Over => (part(99), part(150)),
            Side::Under => (part(75), part(101)),
            Side::About => (part(85), part(115)),
        };
        least <= real && real <= most
    }

    /// Tells whether a share in per cent is what `one of so many` claims.
    pub(super) fn is_share(&self, percent: Decimal) -> bool {
        let Claim::OneOf(parts) = self.claim else { return true };
        let claimed = Decimal::ONE_HUNDRED / parts;
        let part = |percent: i64| claimed.saturating_mul(Decimal::new(percent, 2));
        part(75) <= percent && percent <= part(130)
    }
}

/// Returns the comparisons of a text, in its order.
pub(super) fn ratios(text: &str) -> Vec<Ratio> {
    let words: Vec<&str> = text
        .split(|sign: char| !sign.is_alphanumeric() && sign != ',')
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let word = plain(word.trim_end_matches(','));
        let before = at.checked_sub(1).map(|at| words[at]);
        let one = |claim, first: usize| Ratio {
            claim,
            side: side(&words[..first]),
            range: offset(text, words[first])
                ..offset(text, words[at]) + words[at].trim_end_matches(',').len(),
        };
        match word.as_str() {
            "razy" | "times" => {
                let times = before.and_then(number).filter(|_| compares(words.get(at + 1)));
                found.extend(times.map(|times| one(Claim::Times(times), at - 1)));
            }
            "twice" | "dwukrotnie" if compares(words.get(at + 1)) => {
                found.push(one(Claim::Times(Decimal::TWO), at));
            }
            "wiecej" | "more" | "wyzsza" | "wyzszy" | "wyzsze" | "higher" => {
                found.extend(
                    percent_before(text, &words[..at])
                        .map(|(percent, first)| one(Claim::More(percent), first)),
                );
            }
            _ => {
                let times = word.strip_suffix("krotnie").filter(|_| compares(words.get(at + 1)));
                if let Some(number) = times.and_then(number) {
                    found.push(one(Claim::Times(number), at));
                }
                let is_every = before.is_some_and(|before| matches!(plain(before).as_str(), "co" | "every"));
                let ordinal =
                    ORDINALS.iter().find(|(stem, _)| word.starts_with(stem) && word.len() <= stem.len() + 3);
                if let Some((_, parts)) = ordinal.filter(|_| is_every) {
                    found.push(one(Claim::OneOf(Decimal::from(*parts)), at - 1));
                }
            }
        }
    }
    found
}

/// Tells whether the word behind `three times` compares: what is done three times a year does not.
fn compares(word: Option<&&str>) -> bool {
    const BEGINNINGS: [&str; 20] = [
        "wyz", "wiek", "wiec", "czes", "niz", "tyl", "mni", "dluz", "gor", "slab", "as", "the", "high",
        "more", "larg", "great", "low", "less", "that", "long",
    ];
    word.is_some_and(|word| BEGINNINGS.iter().any(|start| plain(word).starts_with(start)))
}

/// Reads the `o 40 %` before `więcej`, `40% more`; with the number of the first word it stands in.
fn percent_before(text: &str, words: &[&str]) -> Option<(Decimal, usize)> {
    let last = words.len().checked_sub(1)?;
    let number: Decimal = words[last].trim_end_matches(',').replace(',', ".").parse().ok()?;
    let end = offset(text, words[last]) + words[last].len();
    text[end..].trim_start().starts_with('%').then_some((number, last))
}

fn number(word: &str) -> Option<Decimal> {
    let word = plain(word);
    let named = NUMERALS.iter().find(|(name, _)| *name == word).map(|(_, tenths)| Decimal::new(*tenths, 1));
    named.or_else(|| word.replace(',', ".").parse().ok()).filter(|number| *number > Decimal::ONE)
}

/// Returns the side that the words before a number claim.
fn side(before: &[&str]) -> Side {
    let last = before.iter().rev().take(2).map(|word| plain(word));
    for word in last {
        match word.as_str() {
            "ponad" | "przeszlo" | "najmniej" | "than" | "over" | "least" => return Side::Over,
            "prawie" | "niemal" | "blisko" | "nearly" | "almost" => return Side::Under,
            _ => {}
        }
    }
    Side::About
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, value: i64, reference: i64) -> Vec<bool> {
        ratios(text)
            .iter()
            .map(|ratio| ratio.holds(Decimal::new(value, 1), Decimal::new(reference, 1)))
            .collect()
    }

    #[test]
    fn times_are_held_against_both_values() {
        for text in [
            "Wskaźnik jest ponad cztery razy wyższy niż w kraju",
            "czterokrotnie wyższa niż w kraju",
            "The rate is more than four times the country's",
            "4,5 razy wyższa",
        ] {
            assert_eq!(holds(text, 242, 54), [true], "{text}");
            assert_eq!(holds(text, 92, 54), [false], "{text}");
        }
        assert_eq!(holds("o ponad 40 % więcej niż w przeciętnej gminie", 2140, 1510), [true]);
        assert_eq!(holds("o ponad 40 % więcej niż w przeciętnej gminie", 2140, 1900), [false]);
        assert_eq!(holds("dwukrotnie wyższa", 200, 100), [true]);
        assert_eq!(ratios("spotykamy się dwa razy w roku, czterokrotnie w ciągu projektu"), []);
        assert_eq!(ratios("działa po raz trzeci"), []);
    }

    #[test]
    fn one_of_so_many_is_a_share() {
        let share = |text, percent| ratios(text)[0].is_share(Decimal::new(percent, 1));
        assert!(share("Niemal co druga firma nie może obsadzić wakatu", 470));
        assert!(share("Co trzeci zakład ma wakat", 380));
        assert!(!share("Co trzeci zakład ma wakat", 180));
        assert!(share("every second firm", 511));
    }
}
