//! Calculations in texts: `2 etaty × 24 miesiące × 7 800 zł`. In: a text. Out: `Product`.
//!
//! A text is a calculation only where all of it can be read; where a factor says no number, or two, nothing is said.

use std::ops::Range;

use rust_decimal::Decimal;

use super::counted::Counted;
use super::sentences::{figure, thousands};
use crate::lang::Lang;
use crate::units::Number;
use crate::words::plain;

/// A chain of factors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// The factors, at least two.
    pub factors: Vec<Factor>,
    /// Where the chain stands in its text, in bytes.
    pub range: Range<usize>,
}

/// A number of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factor {
    /// The number.
    pub value: Decimal,
    /// What it counts.
    pub counted: Counted,
}

impl Product {
    /// Returns what the factors make; `None` where that is more than a number can hold.
    pub fn value(&self) -> Option<Decimal> {
        self.factors.iter().try_fold(Decimal::ONE, |product, factor| product.checked_mul(factor.value))
    }

    /// Tells whether one of the factors is money.
    pub fn is_money(&self) -> bool {
        self.factors.iter().any(|factor| factor.counted == Counted::Money)
    }
}

/// Returns the products that a text adds up; empty where it is no calculation or one that cannot be read.
pub fn products(text: &str, lang: Lang) -> Vec<Product> {
    let sum = text.split('=').next().unwrap_or_default();
    let (mut found, mut from) = (Vec::new(), 0);
    for term in sum.split('+') {
        let range = from..from + term.len();
        from = range.end + 1;
        match product(term, range, lang) {
            Some(product) => found.push(product),
            None => return Vec::new(),
        }
    }
    found
}

fn product(term: &str, range: Range<usize>, lang: Lang) -> Option<Product> {
    let parts = factors(term);
    let last = parts.len().checked_sub(1).filter(|last| *last > 0)?;
    let read = |(at, part): (usize, &&str)| {
        let part = if at == last { part.split([';', '(']).next().unwrap_or_default() } else { part };
        let numbers = numbers(part, lang)?;
        match numbers.as_slice() {
            [only] => Some(*only),
            [.., own] if at == 0 => Some(*own),
            [own, ..] if at == last => Some(*own),
            _ => None,
        }
    };
    let factors: Option<Vec<Factor>> = parts.iter().enumerate().map(read).collect();
    Some(Product { factors: factors?, range })
}

/// Splits at signs of multiplication; an `x` is one between spaces or digits.
fn factors(term: &str) -> Vec<&str> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, sign) in term.char_indices() {
        let before = term[..at].chars().next_back().unwrap_or(' ');
        let after = term[at + sign.len_utf8()..].chars().next().unwrap_or(' ');
        let is_apart = |sign: char| sign.is_whitespace() || sign.is_ascii_digit();
        let is_times = match sign {
            '×' | '*' => true,
            'x' | 'X' => is_apart(before) && is_apart(after),
            _ => false,
        };
        if is_times {
            parts.push(&term[from..at]);
            from = at + sign.len_utf8();
        }
    }
    parts.push(&term[from..]);
    parts
}

/// Returns the numbers of a factor; `None` where it says more than numbers and what they count.
fn numbers(part: &str, lang: Lang) -> Option<Vec<Factor>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = part[at..].find(|sign: char| sign.is_ascii_digit()).map(|offset| at + offset) {
        let end = start + figure(&part[start..]);
        at = end;
        let written = &part[start..end];
        let english = lang == Lang::En && thousands(written);
        let bare = if english { written.replace(',', "") } else { written.to_owned() };
        let mut value = Number::parse(&bare).ok()?.decimal();
        let rest = part[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        match rest.chars().next() {
            Some('%') => value /= Decimal::ONE_HUNDRED,
            Some('/' | ':' | '–' | '-' | '÷') => return None,
            _ => {}
        }
        let word = rest.split(|sign: char| !sign.is_alphabetic() && sign != '-').next().unwrap_or_default();
        let is_zloty = part[..start].trim_end().ends_with("PLN");
        let counted = if is_zloty { Counted::Money } else { Counted::of(word) };
        found.push(Factor { value, counted });
    }
    let half = |word: &str| matches!(plain(word).as_str(), "pol" | "half");
    if found.is_empty() && part.split_whitespace().any(half) {
        found.push(Factor { value: Decimal::new(5, 1), counted: Counted::Other });
    }
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &str, lang: Lang) -> Vec<String> {
        products(text, lang)
            .iter()
            .filter_map(Product::value)
            .map(|value| value.normalize().to_string())
            .collect()
    }

    #[test]
    fn calculations_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2 etaty × 24 miesiące × 7 800 zł", vec!["374400"]),
            ("pół etatu × 24 miesiące × 7 200 zł", vec!["86400"]),
            ("Doradca zawodowy 24 m-ce x 7 250,50 zł", vec!["174012"]),
            ("2*24*1750 zł = 84 000 zł", vec!["84000"]),
            ("10 osób × 100 zł + 5 osób × 50 zł", vec!["1000", "250"]),
            ("60 osób × 3 200 zł (cena z rozeznania)", vec!["192000"]),
            ("1 440 300 zł × 20 %", vec!["288060"]),
        ] {
            assert_eq!(made(text, Lang::Pl), expected, "{text}");
        }
        assert_eq!(made("90 people × 3 months × PLN 2,100", Lang::En), ["567000"]);
        let counted: Vec<Counted> = products("90 osób × 3 miesiące × 2 100 zł", Lang::Pl)[0]
            .factors
            .iter()
            .map(|own| own.counted)
            .collect();
        assert_eq!(counted, [Counted::People, Counted::Months, Counted::Money]);
    }

    #[test]
    fn what_cannot_be_read_whole_is_no_calculation() {
        for text in
            ["według cennika", "część etatu × 24 miesiące", "1/2 etatu × 3 miesiące", "90 osób", "a × b", ""]
        {
            assert_eq!(made(text, Lang::Pl), [""; 0], "{text}");
        }
    }
}
