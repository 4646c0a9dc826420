//! Counts of people, firms, meetings. In: a whole number as a person writes it. Out: the count.

use std::fmt;
use std::iter::Sum;

use super::figures::{self, Figure, Grouping};
use super::number::{is_bare, number_inside};
use super::{Fault, Number, fault, scalar::scalar};
use crate::lang::Lang;

/// A whole number from zero upwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u64);

impl Count {
    /// Returns the count of a plain number.
    pub fn new(count: u64) -> Self {
        Self(count)
    }

    /// Returns the plain number.
    pub fn get(self) -> u64 {
        self.0
    }

    /// Reads `1240` and `1 240`. Fails on decimals, a minus, words, and above the range of `u64`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match Figure::read(text) {
            Some(figure) if figure.negative => Err(Fault::new(fault::NOT_A_COUNT, text)),
            Some(figure) if figure.fraction.is_empty() && figure.grouping != Grouping::Marks => {
                figure.whole.parse().map(Self).map_err(|_| Fault::new(fault::TOO_LARGE, text))
            }
            Some(figure) => Err(badly_written(text, &figure)),
            // A percentage is no count of anything, whatever its number.
            None => Err(match number_inside(text).filter(|_| !text.contains('%')) {
                Some(figure) if !figure.negative => badly_written(text, &figure),
                _ => Fault::new(fault::NOT_A_COUNT, text),
            }),
        }
    }

    /// Returns the count for people: `1 240`, `1,240`.
    pub fn words(self, lang: Lang) -> String {
        figures::words(&self.to_string(), lang)
    }
}

/// Suggests the whole number that was meant: `1.240` and `1240,0` both mean 1240.
fn badly_written(text: &str, figure: &Figure) -> Fault {
    let zeros = figure.fraction.bytes().all(|digit| digit == b'0');
    let group = figure.fraction.len() == 3 && figure.whole.len() <= 3 && !figure.whole.starts_with('0');
    let suggestion = match (group, zeros) {
        (true, _) => format!("{}{}", figure.whole, figure.fraction),
        (false, true) => figure.whole.clone(),
        (false, false) => return Fault::new(fault::NOT_A_COUNT, text),
    };
    Fault::new(fault::COUNT_BADLY_WRITTEN, text).propose(suggestion, is_bare(text))
}

impl From<Count> for Number {
    fn from(count: Count) -> Self {
        Self::from_decimal(count.0.into())
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Stops at the largest count instead of overflowing.
impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        Self(counts.fold(0, |sum, count| sum.saturating_add(count.0)))
    }
}

scalar!(
    Count,
    ["string", "integer"],
    r"^\s*\d[\d\s]*$",
    "Liczba całkowita od zera: 1240 albo 1 240. / Whole number from zero: 1240 or 1 240."
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    #[test]
    fn a_sum_stops_at_the_largest_count() {
        assert_eq!([3, 4].map(Count::new).into_iter().sum::<Count>(), Count::new(7));
        assert_eq!([u64::MAX, 4].map(Count::new).into_iter().sum::<Count>(), Count::new(u64::MAX));
    }

    #[test]
    fn a_count_may_be_grouped_by_spaces() {
        for (text, count) in [("0", 0), ("1240", 1240), ("1 240", 1240), ("61\u{202f}200", 61200), ("007", 7)]
        {
            assert_eq!(Count::parse(text), Ok(Count(count)), "{text}");
        }
        assert_eq!(Count(61200).words(Lang::Pl), "61\u{a0}200");
    }

    #[test]
    fn what_is_no_count_is_a_fault_and_thousands_multiply() {
        for (text, name, suggestion) in [
            ("1.240", "count-badly-written", Some("1240")),
            ("1,240,500", "count-badly-written", Some("1240500")),
            ("1240,0", "count-badly-written", Some("1240")),
            ("1240 osób", "count-badly-written", Some("1240")),
            ("85 tys.", "count-badly-written", Some("85000")),
            ("ok. 85 tys. osób", "count-badly-written", Some("85000")),
            ("2 tysiące", "count-badly-written", Some("2000")),
            ("1,2 mln", "count-badly-written", Some("1200000")),
            ("0,5 mln", "count-badly-written", Some("500000")),
            ("1,2345 tys.", "not-a-count", None),
            ("2 i pół tysiąca", "not-a-count", None),
            ("24,5", "not-a-count", None),
            ("0,500", "not-a-count", None),
            ("-3", "not-a-count", None),
            ("", "not-a-count", None),
            ("kilka", "not-a-count", None),
            ("57%", "not-a-count", None),
            ("99999999999999999999", "value-too-large", None),
        ] {
            let fault = Count::parse(text).expect_err(text);
            assert_eq!((fault.name(), fault.suggestion.as_deref()), (name, suggestion), "{text}");
            assert_tellable(&fault);
        }
    }
}
