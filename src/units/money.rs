//! Amounts in zlotys. In: an amount as a person writes it. Out: whole grosze.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::{RoundingStrategy, ToPrimitive};

use super::figures::{Figure, Grouping, words};
use super::{Fault, Number, fault, scalar::scalar};
use crate::lang::Lang;

/// An amount in zlotys, in whole grosze; may be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// The least amount refused, 100 billion zlotys: below it, no sum over an application overflows.
const LIMIT: i64 = 10_000_000_000_000;

/// How people write the currency, the longest first.
const ZLOTY: [&str; 7] = ["złotych", "złote", "złoty", "zł.", "zł", "zl", "pln"];

/// Other currencies that applicants meet, to tell them from mistakes.
const FOREIGN: [&str; 10] = ["eur", "euro", "€", "usd", "$", "gbp", "£", "chf", "czk", "uah"];

/// Short forms of thousand, million and billion, with their zeros.
const MULTIPLES: [(&str, i64); 5] =
    [("tys.", 1_000), ("tys", 1_000), ("mln", 1_000_000), ("mld", 1_000_000_000), ("million", 1_000_000)];

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Returns an amount of whole grosze.
    pub fn from_grosze(grosze: i64) -> Self {
        Self(grosze)
    }

    /// Returns the amount in grosze.
    pub fn grosze(self) -> i64 {
        self.0
    }

    /// Reads `12 500,50`, `12500.50 zł`, `PLN 12.500,50`, `1,250,000.00`, `12500,-`. Fails when the
    /// text is no amount, can be read in two ways (`1.250`), has parts of a grosz, is in another
    /// currency, or is 100 billion or more.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let bare = text.trim().to_lowercase();
        if FOREIGN.iter().any(|sign| has_word(&bare, sign)) {
            return Err(Fault::new(fault::FOREIGN_CURRENCY, text));
        }
        let bare = without_dash(without_currency(&bare));
        let Some(figure) = Figure::read(bare) else { return Err(unreadable(text, bare)) };
        if figure.grouping == Grouping::None && figure.fraction.len() == 3 && is_group(&figure.whole) {
            let (first, second) = (thousands(&figure), cut(&figure));
            return Err(two_readings(fault::AMBIGUOUS_AMOUNT, text, first, second));
        }
        if figure.fraction.len() > 2 {
            return Err(too_precise(text, &figure));
        }
        Self::of(&figure).ok_or_else(|| Fault::new(fault::TOO_LARGE, text))
    }

    /// Returns the sum; `None` on overflow.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// Returns this unit price times a quantity, rounded to the grosz, halves away from zero; `None`
    /// on overflow.
    pub fn times(self, quantity: Number) -> Option<Self> {
        let product = Decimal::from(self.0).checked_mul(quantity.decimal())?;
        product.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64().map(Self)
    }

    /// Returns the amount for people: `1 250 000,00 zł`, `PLN 1,250,000.00`.
    pub fn words(self, lang: Lang) -> String {
        let figure = words(&self.to_string(), lang);
        match lang {
            Lang::Pl => format!("{figure}\u{a0}zł"),
            Lang::En => format!("PLN\u{a0}{figure}"),
        }
    }

    fn of(figure: &Figure) -> Option<Self> {
        let digits = format!("{}{:0<2}", figure.whole, figure.fraction);
        let grosze: i64 = digits.parse().ok()?;
        (grosze < LIMIT).then_some(Self(if figure.negative { -grosze } else { grosze }))
    }
}

/// Tells whether the sign stands apart from other letters.
fn has_word(text: &str, word: &str) -> bool {
    text.split(|sign: char| sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, '.' | ',' | '-'))
        .any(|part| part == word)
}

fn without_currency(text: &str) -> &str {
    let name = ZLOTY.iter().find_map(|name| text.strip_suffix(name).or_else(|| text.strip_prefix(name)));
    name.unwrap_or(text).trim()
}

/// Takes off the dash that stands for no grosze: `12500,-`.
fn without_dash(text: &str) -> &str {
    let bare = text.strip_suffix(['-', '\u{2013}', '\u{2014}']);
    bare.and_then(|rest| rest.strip_suffix([',', '.'])).unwrap_or(text)
}

/// Tells whether the digits could be the first group of a number in groups of three.
fn is_group(whole: &str) -> bool {
    whole.len() <= 3 && !whole.starts_with('0')
}

fn thousands(figure: &Figure) -> String {
    let sign = if figure.negative { "-" } else { "" };
    format!("{sign}{}{}.00", figure.whole, figure.fraction)
}

/// Returns the figure with its decimals cut to two.
fn cut(figure: &Figure) -> String {
    Figure { fraction: figure.fraction.chars().take(2).collect(), ..figure.clone() }.plain()
}

fn two_readings(code: &'static str, text: &str, first: String, second: String) -> Fault {
    Fault::new(code, text).with("first", first).with("second", second)
}

/// Returns a fault that offers the two nearest amounts; where only zeros would be cut, the second
/// reading is the one without a decimal mark.
fn too_precise(text: &str, figure: &Figure) -> Fault {
    let below = cut(figure);
    let next = || {
        let step = Decimal::new(if figure.negative { -1 } else { 1 }, 2);
        Decimal::from_str_exact(&below).ok()?.checked_add(step).map(|sum| sum.to_string())
    };
    let exact = figure.fraction.bytes().skip(2).all(|digit| digit == b'0');
    let second = if exact { Some(thousands(figure)) } else { next() };
    match second {
        Some(second) => two_readings(fault::TOO_PRECISE, text, below, second),
        None => Fault::new(fault::TOO_LARGE, text),
    }
}

fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit()
}

fn unreadable(text: &str, bare: &str) -> Fault {
    let multiple = MULTIPLES.iter().find_map(|(name, times)| Some((bare.strip_suffix(name)?, *times)));
    let full = multiple.and_then(|(figure, times)| {
        let figure = Decimal::from_str_exact(&Figure::read(figure)?.plain()).ok()?;
        let grosze = figure.checked_mul(Decimal::from(times))?.checked_mul(Decimal::from(100))?;
        grosze.normalize().is_integer().then(|| grosze.to_i64().map(Money))?
    });
    // „1 200 zł/os.”, „84 000 zł brutto”: what stands behind the currency says of what the amount is.
    let before = || {
        let (figure, behind) = bare.split_once("zł").filter(|(_, behind)| !behind.contains(is_digit))?;
        let is_more = behind.starts_with(['/', ' ']) && !behind.trim().is_empty();
        Money::parse(figure).ok().filter(|_| is_more)
    };
    match full {
        Some(amount) => Fault::new(fault::AMOUNT_BADLY_WRITTEN, text).suggest(amount),
        None => match before() {
            Some(amount) => Fault::new(fault::AMOUNT_BADLY_WRITTEN, text).propose(amount, false),
            None => Fault::new(fault::NOT_AN_AMOUNT, text),
        },
    }
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let grosze = self.0.unsigned_abs();
        write!(formatter, "{sign}{}.{:02}", grosze / 100, grosze % 100)
    }
}

/// Stops at the largest amount instead of overflowing, which amounts that were read never reach.
impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// Stops at the smallest amount instead of overflowing, which amounts that were read never reach.
impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

scalar!(
    Money,
    ["string", "number"],
    r"\d",
    "Kwota w złotych: 12500.50 albo 12 500,50. / Amount in zlotys: 12500.50 or 12 500,50."
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Share;
    use crate::units::fault::tests::assert_tellable;

    #[test]
    fn money_is_read_in_any_form_a_person_writes() {
        for (text, grosze) in [
            ("12 500,50", 1_250_050),
            ("12500.50", 1_250_050),
            ("12 500,50 zł", 1_250_050),
            ("12\u{a0}500,5 PLN", 1_250_050),
            ("PLN 12500", 1_250_000),
            ("12.500,50", 1_250_050),
            ("1,250,000.00", 125_000_000),
            ("1.250.000", 125_000_000),
            ("12\u{2009}500,- zł", 1_250_000),
            ("0", 0),
            ("-6,30 złotych", -630),
            ("99 999 999 999,99", 9_999_999_999_999),
        ] {
            assert_eq!(Money::parse(text).map(Money::grosze), Ok(grosze), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_says_what_to_type() {
        for (text, name, help) in [
            ("1.250", "ambiguous-amount", "wpisz `1250.00` albo `1.25`"),
            ("12,500", "ambiguous-amount", "wpisz `12500.00` albo `12.50`"),
            ("1250.505", "too-precise", "wpisz `1250.50` albo `1250.51`"),
            ("0.125", "too-precise", "wpisz `0.12` albo `0.13`"),
            ("12500.500", "too-precise", "wpisz `12500.50` albo `12500500.00`"),
            ("1,25 mln zł", "amount-badly-written", "wpisz `1250000.00`"),
            ("610 tys. zł", "amount-badly-written", "wpisz `610000.00`"),
            ("1 200 zł/os.", "amount-badly-written", "wpisz `1200.00`"),
            ("84000 zł brutto", "amount-badly-written", "wpisz `84000.00`"),
            ("100 zł 50 gr", "not-an-amount", ""),
            ("100000000000", "value-too-large", ""),
            ("", "not-an-amount", ""),
            ("około 100", "not-an-amount", ""),
            ("12 5", "not-an-amount", ""),
            ("1e5", "not-an-amount", ""),
            ("100 EUR", "foreign-currency", ""),
            ("€ 100", "foreign-currency", ""),
        ] {
            let fault = Money::parse(text).expect_err(text);
            assert_eq!(fault.name(), name, "{text}");
            assert!(fault.help(Lang::Pl).contains(help), "{text}: {}", fault.help(Lang::Pl));
            assert_tellable(&fault);
        }
        let fault = Money::parse("1.250").expect_err("two readings");
        assert_eq!(
            fault.message(Lang::Pl),
            "kwotę „1.250” można odczytać na dwa sposoby: 1250.00 zł albo 1.25 zł"
        );
    }

    #[test]
    fn money_prints_one_way() {
        let amount = Money::from_grosze(125_000_000);
        assert_eq!(amount.words(Lang::Pl), "1\u{a0}250\u{a0}000,00\u{a0}zł");
        assert_eq!(amount.words(Lang::En), "PLN\u{a0}1,250,000.00");
        assert_eq!(Money::from_grosze(123_400).words(Lang::Pl), "1\u{a0}234,00\u{a0}zł");
        assert_eq!(Money::from_grosze(-5).to_string(), "-0.05");
    }

    #[test]
    fn a_product_is_rounded_to_the_grosz() {
        let price = Money::from_grosze(333);
        let quantity = Number::parse("1,5").expect("a number");
        assert_eq!(price.times(quantity), Some(Money::from_grosze(500)));
        assert_eq!(price.part(Share::parse("50 %").expect("a share")), Money::from_grosze(167));
        assert_eq!(Money(i64::MAX).times(quantity), None);
        assert_eq!([price, price].into_iter().sum::<Money>().grosze(), 666);
    }
}
