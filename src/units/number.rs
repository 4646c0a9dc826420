//! Measured values. In: a number as a person writes it. Out: a decimal that keeps its scale.

use std::fmt;

use rust_decimal::Decimal;

use super::figures::{self, Figure, Grouping};
use super::{Fault, fault, scalar::scalar};
use crate::lang::Lang;

/// A number with the decimals it was written with: `24.20` stays so. Compared by value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

impl Number {
    /// Returns the number of a decimal.
    pub fn from_decimal(decimal: Decimal) -> Self {
        Self(decimal)
    }

    /// Returns the decimal, for computing.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Reads `24,2`, `24.20`, `1 240`, `-6.3`, `−6,3`. One comma or point is the decimal mark and
    /// spaces group. Fails on anything else and above 28 digits.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let Some(figure) = Figure::read(text) else { return Err(unreadable(text)) };
        if figure.grouping == Grouping::Marks {
            return Err(Fault::new(fault::NUMBER_BADLY_WRITTEN, text).suggest(figure.plain()));
        }
        let decimal = Decimal::from_str_exact(&figure.plain());
        decimal.map(Self).map_err(|_| Fault::new(fault::TOO_LARGE, text))
    }

    /// Returns the number for people, with its decimals: `1 240,5`, `1,240.5`.
    pub fn words(self, lang: Lang) -> String {
        figures::words(&self.to_string(), lang)
    }
}

/// Finds the number in `24,2 %`, `+3`, `ok. 120 osób`, to suggest it alone.
fn unreadable(text: &str) -> Fault {
    // What share of which number it is, the number alone does not say.
    if text.trim_end().ends_with('%') {
        return Fault::new(fault::SHARE_FOR_A_NUMBER, text);
    }
    match number_inside(text) {
        Some(figure) => Fault::new(fault::NUMBER_BADLY_WRITTEN, text).propose(figure.plain(), is_bare(text)),
        None => Fault::new(fault::NOT_A_NUMBER, text),
    }
}

/// Returns the only figure that a text holds beside words and signs; `None` for none or several.
pub(super) fn number_inside(text: &str) -> Option<Figure> {
    let is_other = |sign: char| !sign.is_ascii_digit() && !matches!(sign, '-' | '\u{2212}');
    let bare = text.trim_start_matches(is_other);
    let (bare, behind) = bare.split_at(bare.trim_end_matches(|sign: char| !sign.is_ascii_digit()).len());
    let figure = Figure::read(bare)?;
    match multiplied(behind) {
        Multiplied::No => Some(figure),
        // „1.200 tys.” may be 1200 and may be 1 200 000.
        Multiplied::By(zeros) => (figure.fraction.len() != 3).then(|| figure.times(zeros)),
        Multiplied::Unclear => None,
    }
}

/// Tells whether nothing but a word for its zeros or its unit stands behind a figure: `1,2 mln`, `15 osób`, `5 h`.
pub(super) fn is_bare(text: &str) -> bool {
    /// Words behind a figure that say how it is meant.
    const SAYING: [&str; 24] = [
        "lub",
        "albo",
        "i",
        "oraz",
        "do",
        "razy",
        "raz",
        "więcej",
        "mniej",
        "plus",
        "minus",
        "rocznie",
        "miesięcznie",
        "proc",
        "procent",
        "or",
        "and",
        "to",
        "more",
        "less",
        "times",
        "yearly",
        "monthly",
        "percent",
    ];
    let is_sign = |sign: char| sign.is_whitespace() || matches!(sign, '.' | ',' | '\'' | '-' | '\u{2212}');
    let words = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || is_sign(sign));
    let words: Vec<String> =
        words.split(is_sign).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let is_unit = |word: &String| word.chars().all(char::is_alphabetic) && !SAYING.contains(&word.as_str());
    let units = words.iter().filter(|word| zeros(word).is_none()).count();
    text.trim_start().starts_with(|sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '\u{2212}'))
        && units <= 2
        && words.iter().all(is_unit)
}

/// What the words behind a figure do to it.
enum Multiplied {
    No,
    /// They add so many zeros.
    By(usize),
    /// They multiply it, but not alone: „2 i pół tysiąca”.
    Unclear,
}

fn multiplied(behind: &str) -> Multiplied {
    let words = behind.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    let zeros = words.map(|word| zeros(&word.to_lowercase())).collect::<Vec<_>>();
    let Some(at) = zeros.iter().position(Option::is_some) else { return Multiplied::No };
    match zeros.iter().flatten().collect::<Vec<_>>().as_slice() {
        [one] if at == 0 => Multiplied::By(**one),
        _ => Multiplied::Unclear,
    }
}

/// Returns the zeros that a word stands for; `None` for one that stands for none.
fn zeros(word: &str) -> Option<usize> {
    const STEMS: [(&str, usize); 6] =
        [("tysi", 3), ("thousand", 3), ("milion", 6), ("million", 6), ("miliard", 9), ("billion", 9)];
    match word {
        "tys" => Some(3),
        "mln" | "mio" => Some(6),
        "mld" => Some(9),
        _ => STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, zeros)| *zeros),
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

scalar!(
    Number,
    ["string", "number"],
    r"^\s*[-−]?\d",
    "Liczba: 24,2 albo -6.3; jednostka w osobnym polu. / Number: 24.2 or -6.3; the unit has its own field."
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    #[test]
    fn a_number_keeps_its_scale() {
        for (text, canonical) in [
            ("24.2", "24.2"),
            ("24,20", "24.20"),
            ("-6.3", "-6.3"),
            ("\u{2212}6,3", "-6.3"),
            ("1 240", "1240"),
            ("12\u{a0}500,5", "12500.5"),
            ("1.250", "1.250"),
            ("0", "0"),
        ] {
            assert_eq!(
                Number::parse(text).map(|number| number.to_string()).as_deref(),
                Ok(canonical),
                "{text}"
            );
        }
        assert_eq!(
            Number::parse("-1240,50").map(|number| number.words(Lang::Pl)).as_deref(),
            Ok("−1\u{a0}240,50")
        );
    }

    #[test]
    fn what_is_no_number_is_a_fault() {
        for (text, name, suggestion) in [
            ("24,2 %", "share-for-a-number", None),
            ("ok. 120 osób", "number-badly-written", Some("120")),
            ("1,2 mln", "number-badly-written", Some("1200000")),
            ("2,4567 tys. zł", "number-badly-written", Some("2456.7")),
            ("2 i pół tysiąca", "not-a-number", None),
            ("1.200 tys.", "not-a-number", None),
            ("+3", "number-badly-written", Some("3")),
            ("1.250.000", "number-badly-written", Some("1250000")),
            ("1,250.5", "number-badly-written", Some("1250.5")),
            ("", "not-a-number", None),
            ("dużo", "not-a-number", None),
            ("5-10", "not-a-number", None),
            ("1e5", "not-a-number", None),
            ("99999999999999999999999999999999", "value-too-large", None),
        ] {
            let fault = Number::parse(text).expect_err(text);
            assert_eq!((fault.name(), fault.suggestion.as_deref()), (name, suggestion), "{text}");
            assert_tellable(&fault);
        }
    }

    #[test]
    fn a_suggestion_that_drops_words_or_signs_says_less() {
        for (text, says_less) in [
            ("1,2 mln", false),
            ("2 tysiące", false),
            ("1.250.000", false),
            ("ok. 120", true),
            ("~120", true),
            ("+3", true),
            ("120 osób", false),
            ("5 h", false),
            ("24 m-ce", false),
            ("3 razy", true),
            ("20 lub", true),
            (">20", true),
            ("ponad 2 tys.", true),
        ] {
            let fault = Number::parse(text).expect_err(text);
            assert_eq!((fault.suggestion.is_some(), fault.says_less), (true, says_less), "{text}");
            assert_eq!(Fault::decode(&fault.to_string()), Some(fault), "{text}");
        }
    }
}
