//! Shares of a whole. In: a percentage as a person writes it, or two amounts. Out: parts per ten thousand.

use std::fmt;

use super::figures::{self, Figure, Grouping};
use super::{Fault, Money, fault, scalar::scalar};
use crate::lang::Lang;

/// A share in parts per ten thousand: 12,5 % is 1250. One that is read lies between nothing and the whole; one
/// of two amounts may be more than the whole, so that a limit above which it stands can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u32);

/// The whole.
const WHOLE: u32 = 10_000;

impl Share {
    /// Returns the share that `part` is of `whole`, rounded half up, above 100 % where the part is greater;
    /// `None` when the whole is not positive or the part is below zero.
    pub fn of(part: Money, whole: Money) -> Option<Self> {
        if whole.grosze() <= 0 || part.grosze() < 0 {
            return None;
        }
        let (part, whole) = (i128::from(part.grosze()), i128::from(whole.grosze()));
        let parts = (part * i128::from(WHOLE) * 2 + whole) / (whole * 2);
        Some(Self(u32::try_from(parts).unwrap_or(u32::MAX)))
    }

    /// Returns the parts per ten thousand; 10,000 are the whole.
    pub fn parts(self) -> u32 {
        self.0
    }

    /// Returns the share of so many parts per ten thousand.
    pub fn from_parts(parts: u32) -> Self {
        Self(parts)
    }

    /// Returns the share rounded half up to tenths of a percent.
    #[must_use]
    pub fn in_tenths(self) -> Self {
        Self(self.0.saturating_add(5) / 10 * 10)
    }

    /// Reads `15`, `15 %`, `12,5%` as percentages. Fails outside 0–100 and beyond two decimals.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let bare = text.trim();
        let bare = bare.strip_suffix('%').unwrap_or(bare);
        let figure = Figure::read(bare).filter(|figure| figure.grouping != Grouping::Marks);
        let Some(figure) = figure else { return Err(Fault::new(fault::NOT_A_SHARE, text)) };
        let (kept, rest) = figure.fraction.split_at(figure.fraction.len().min(2));
        let parts = format!("{}{kept:0<2}", figure.whole).parse::<u32>();
        let parts = parts.ok().filter(|parts| *parts <= WHOLE && (!figure.negative || *parts == 0));
        let Some(parts) = parts else { return Err(Fault::new(fault::SHARE_OUT_OF_RANGE, text)) };
        if rest.bytes().all(|digit| digit == b'0') {
            return Ok(Self(parts));
        }
        if parts == WHOLE {
            return Err(Fault::new(fault::SHARE_OUT_OF_RANGE, text));
        }
        Err(Fault::new(fault::TOO_PRECISE, text).with("first", Self(parts)).with("second", Self(parts + 1)))
    }

    /// Returns the share for people: `12,5 %`, `12.5%`.
    pub fn words(self, lang: Lang) -> String {
        format!("{}{}", figures::words(&self.to_string(), lang), lang.pick("\u{a0}%", "%"))
    }
}

impl Money {
    /// Returns this part of the amount, rounded to the grosz, halves away from zero.
    pub fn part(self, share: Share) -> Self {
        let product = i128::from(self.grosze()) * i128::from(share.parts());
        let half = if product < 0 { -5_000 } else { 5_000 };
        let bound = if product < 0 { i64::MIN } else { i64::MAX };
        Self::from_grosze(i64::try_from((product + half) / 10_000).unwrap_or(bound))
    }
}

/// Prints the percentage without the sign and without needless zeros: `12.5`.
impl fmt::Display for Share {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(formatter, "{whole}"),
            (whole, tenths) if tenths % 10 == 0 => write!(formatter, "{whole}.{}", tenths / 10),
            (whole, hundredths) => write!(formatter, "{whole}.{hundredths:02}"),
        }
    }
}

scalar!(
    Share,
    ["string", "number"],
    r"^\s*\d+([.,]\d+)?\s*%?\s*$",
    "Udział w procentach, od 0 do 100: 15 albo 12,5 %. / Percentage from 0 to 100: 15 or 12.5 %."
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    #[test]
    fn a_share_is_a_percentage() {
        for (text, parts, words) in [
            ("15", 1500, "15\u{a0}%"),
            ("15 %", 1500, "15\u{a0}%"),
            ("12,5%", 1250, "12,5\u{a0}%"),
            ("3.33", 333, "3,33\u{a0}%"),
            ("0,05 %", 5, "0,05\u{a0}%"),
            ("12.500", 1250, "12,5\u{a0}%"),
            ("100", 10_000, "100\u{a0}%"),
        ] {
            assert_eq!(Share::parse(text), Ok(Share(parts)), "{text}");
            assert_eq!(Share(parts).words(Lang::Pl), words);
        }
        assert_eq!(Share(1250).words(Lang::En), "12.5%");
    }

    #[test]
    fn what_is_no_share_is_a_fault() {
        for (text, name) in [
            ("101", "share-out-of-range"),
            ("100,001", "share-out-of-range"),
            ("-5 %", "share-out-of-range"),
            ("999999999", "share-out-of-range"),
            ("33,333", "too-precise"),
            ("połowa", "not-a-share"),
            ("", "not-a-share"),
            ("1/2", "not-a-share"),
            ("15 % %", "not-a-share"),
        ] {
            let fault = Share::parse(text).expect_err(text);
            assert_eq!(fault.name(), name, "{text}");
            assert_tellable(&fault);
        }
    }

    #[test]
    fn a_share_of_an_amount_is_rounded() {
        let share = |part, whole| Share::of(Money::from_grosze(part), Money::from_grosze(whole));
        assert_eq!(share(1, 3), Some(Share(3333)));
        assert_eq!(share(2, 3), Some(Share(6667)));
        assert_eq!(share(3, 3), Some(Share(WHOLE)));
        assert_eq!((share(0, 0), share(-1, 3)), (None, None));
    }

    #[test]
    fn a_part_greater_than_the_whole_is_a_share_above_it() {
        let share = |part, whole| Share::of(Money::from_grosze(part), Money::from_grosze(whole));
        assert_eq!(share(4, 3).map(|share| share.words(Lang::En)).as_deref(), Some("133.33%"));
        assert_eq!(share(i64::MAX, 1), Some(Share(u32::MAX)));
    }
}
