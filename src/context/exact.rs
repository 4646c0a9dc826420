//! Figures as templates carry them. In: money, days, shares, numbers. Out: bytes that keep the exact
//! value, compare as it does, and become words where a template prints them.
//!
//! Tera knows texts, numbers, lists and maps, and nothing in between. Its bytes are the one kind that no
//! template and no author can make: what is bytes is a figure. Bytes of one kind sort as their values
//! do. Joined to a text (`~`) they still open with a noncharacter, so that [`said`] finds them.

use std::borrow::Cow;
use std::ops::Deref;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use crate::lang::Lang;
use crate::units::{Date, Grain, Money, Number, Share};

/// A figure of the context.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact<T>(pub T);

/// A figure, or the mark of the gap where it is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum OrGap<T: Copy + Into<Measure>> {
    /// The figure.
    Known(Exact<T>),
    /// The mark.
    Gap(String),
}

/// What a figure measures, read back from what a template carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// An amount.
    Money(Money),
    /// A day.
    Date(Date),
    /// A share of a whole.
    Share(Share),
    /// Any other number.
    Number(Number),
}

/// Opens a figure: a noncharacter, which no input holds.
pub const OPEN: char = '\u{FDD4}';
/// The base of the digits that follow the mark and the kind; letters of either case are digits.
const BASE: u32 = 32;
/// How many digits money, a day or a share takes: a whole number of 64 bits.
const WHOLE: usize = 13;
/// How many digits any other number takes: what it sorts by, its mantissa, its scale.
const NUMBER: usize = WHOLE + 26 + 1;
/// Where the digits begin.
const DIGITS: usize = OPEN.len_utf8() + 1;

impl<T> Deref for Exact<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Copy + Into<Measure>> Serialize for Exact<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (bytes, length) = self.0.into().bytes();
        serializer.serialize_bytes(&bytes[..length])
    }
}

/// The schema is that of what is measured.
impl<T: JsonSchema> JsonSchema for Exact<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

macro_rules! measures {
    ($($kind:ident)*) => {
        $(impl From<$kind> for Measure {
            fn from(value: $kind) -> Self {
                Self::$kind(value)
            }
        })*
    };
}
measures!(Money Date Share Number);

impl Measure {
    /// Reads the bytes that a template carries; `None` for any others.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let (kind, digits) = text.strip_prefix(OPEN)?.split_at_checked(1)?;
        let value = |from: usize, to: usize| u128::from_str_radix(digits.get(from..to)?, BASE).ok();
        if kind == "3" {
            let mantissa = (value(WHOLE, NUMBER - 1)? ^ 1 << 127).cast_signed();
            let scale = u32::try_from(value(NUMBER - 1, NUMBER)?).ok()?;
            return Some(
                Number::from_decimal(Decimal::try_from_i128_with_scale(mantissa, scale).ok()?).into(),
            );
        }
        let whole = (u64::try_from(value(0, WHOLE)?).ok()? ^ 1 << 63).cast_signed();
        Some(match kind {
            "0" => Money::from_grosze(whole).into(),
            "1" => unpacked(u32::try_from(whole).ok()?)?.into(),
            _ => Share::from_parts(u32::try_from(whole).ok()?).into(),
        })
    }

    /// Returns the value as a decimal; a day as its digits, `20270131`.
    pub fn decimal(self) -> Decimal {
        match self {
            Self::Money(money) => Decimal::new(money.grosze(), 2),
            Self::Share(share) => Decimal::new(i64::from(share.parts()), 2),
            Self::Number(number) => number.decimal(),
            Self::Date(date) => Decimal::from(digits_of(date)),
        }
    }

    /// Returns the figure in the form of a document: a share without its sign, as of all that is in percent.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Money(money) => money.words(lang),
            Self::Date(date) => date.words(lang),
            Self::Share(_) | Self::Number(_) => self.number().words(lang),
        }
    }

    /// Returns the figure in the form of data: `1728360.00`, `2027-01-31`, `12.5`.
    pub fn plain(self) -> String {
        match self {
            Self::Money(money) => money.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Share(share) => share.to_string(),
            Self::Number(number) => number.to_string(),
        }
    }

    /// Returns the figure as a bare number; the zeros after the point of a share go.
    pub fn number(self) -> Number {
        let decimal = self.decimal();
        Number::from_decimal(if matches!(self, Self::Share(_)) { decimal.normalize() } else { decimal })
    }

    /// Returns the bytes, and how many of them there are.
    fn bytes(self) -> ([u8; DIGITS + NUMBER], usize) {
        let mut bytes = [b'0'; DIGITS + NUMBER];
        OPEN.encode_utf8(&mut bytes);
        let (kind, whole) = match self {
            Self::Money(money) => (b'0', money.grosze()),
            Self::Date(date) => (b'1', packed(date)),
            Self::Share(share) => (b'2', i64::from(share.parts())),
            Self::Number(number) => {
                let decimal = number.decimal();
                let (mantissa, scale) = (decimal.mantissa().cast_unsigned() ^ 1 << 127, decimal.scale());
                bytes[DIGITS - 1] = b'3';
                let end = DIGITS + NUMBER;
                put(&mut bytes[DIGITS..DIGITS + WHOLE], order(decimal).into());
                put(&mut bytes[DIGITS + WHOLE..end - 1], mantissa);
                put(&mut bytes[end - 1..], scale.into());
                return (bytes, end);
            }
        };
        bytes[DIGITS - 1] = kind;
        put(&mut bytes[DIGITS..DIGITS + WHOLE], (whole.cast_unsigned() ^ 1 << 63).into());
        (bytes, DIGITS + WHOLE)
    }
}

/// Returns what decimals of any scale sort by.
fn order(decimal: Decimal) -> u64 {
    let bits = decimal.to_f64().unwrap_or_default().to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// Writes a number, the last digit last. A plain loop: every figure of a context comes by for every document.
fn put(digits: &mut [u8], mut value: u128) {
    let mut at = digits.len();
    while at > 0 {
        at -= 1;
        digits[at] = b"0123456789abcdefghijklmnopqrstuv"[(value & 31) as usize];
        value >>= 5;
    }
}

/// Returns a day as its digits: 20270131.
fn digits_of(date: Date) -> i64 {
    (i64::from(date.year()) * 100 + i64::from(date.month())) * 100 + i64::from(date.day())
}

fn day(digits: u32) -> Option<Date> {
    let part = |number: u32| i8::try_from(number % 100).ok();
    Date::new(i16::try_from(digits / 10_000).ok()?, part(digits / 100)?, part(digits)?)
}

/// Returns a day with how exactly it is known.
fn packed(date: Date) -> i64 {
    let grain = Grain::ALL.iter().position(|grain| *grain == date.grain()).unwrap_or_default();
    digits_of(date) * 10 + i64::try_from(grain).unwrap_or_default()
}

fn unpacked(digits: u32) -> Option<Date> {
    let grain = Grain::ALL.get(usize::try_from(digits % 10).ok()?)?;
    day(digits / 10).map(|date| date.known(*grain))
}

/// Returns a text with the figures that a template joined to it in the form of the document.
pub fn said(text: &str, lang: Lang) -> String {
    let mut parts = text.split(OPEN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let length = 1 + if part.starts_with('3') { NUMBER } else { WHOLE };
        // What a filter cut in two says nothing.
        let cut = || ("", part.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric()));
        let (digits, rest) = part.split_at_checked(length).unwrap_or_else(cut);
        out.extend(Measure::read(format!("{OPEN}{digits}").as_bytes()).map(|figure| figure.words(lang)));
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers() -> Vec<Measure> {
        let number = |text: &str| Number::from_decimal(text.parse().expect("a decimal"));
        ["-79228162514264337593543950335", "-12.5", "-0.01", "0", "3", "3.0", "5.5", "12"]
            .map(number)
            .map(Measure::from)
            .to_vec()
    }

    fn dates() -> Vec<Measure> {
        let day = |year, month, day| Measure::from(Date::new(year, month, day).expect("a day"));
        vec![day(1, 1, 1), day(2026, 12, 31), day(2027, 1, 2), day(9999, 12, 31)]
    }

    #[test]
    fn a_figure_comes_back_as_it_was() {
        let money = [i64::MIN, -5, 0, 172_836_000, i64::MAX].map(Money::from_grosze).map(Measure::from);
        let shares = [0, 1250, u32::MAX].map(Share::from_parts).map(Measure::from);
        for figure in money.into_iter().chain(shares).chain(numbers()).chain(dates()) {
            assert_eq!(Measure::read(&figure.bytes().0[..figure.bytes().1]), Some(figure));
        }
        assert_eq!(Measure::read("\u{FDD4}0zzz".as_bytes()), None);
    }

    #[test]
    fn figures_sort_by_value() {
        for figures in
            [numbers(), dates(), [-7, 0, 5, 1200].map(Money::from_grosze).map(Measure::from).to_vec()]
        {
            let bytes = |figure: Measure| figure.bytes().0;
            assert!(figures.windows(2).all(|pair| bytes(pair[0]) < bytes(pair[1])), "{figures:?}");
        }
    }

    #[test]
    fn figures_inside_a_text_are_said() {
        let (money, length) = Measure::from(Money::from_grosze(172_836_000)).bytes();
        let text = format!("a{}, b", String::from_utf8_lossy(&money[..length]));
        assert_eq!(said(&text, Lang::Pl), "a1\u{a0}728\u{a0}360,00\u{a0}zł, b");
        assert_eq!(said(&text.to_uppercase(), Lang::En), "APLN\u{a0}1,728,360.00, B");
        assert_eq!(said(&text[..12], Lang::En), "a");
    }
}
