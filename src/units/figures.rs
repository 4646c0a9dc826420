//! How people write figures. In: digits with spaces, points and commas. Out: the digits before and
//! after the decimal mark, and what stood between groups. Also the way back: grouping for print.

use crate::lang::Lang;

/// A written figure, its parts still text so that no digit is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Whether a minus stood before it.
    pub negative: bool,
    /// The digits before the decimal mark, without grouping; never empty.
    pub whole: String,
    /// The digits after it; empty for none.
    pub fraction: String,
    /// What stood between groups.
    pub grouping: Grouping,
}

/// What stood between the groups of three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// Nothing.
    None,
    /// Spaces of any width.
    Spaces,
    /// Points or commas.
    Marks,
}

impl Figure {
    /// Reads a figure. One point or comma is the decimal mark; of both kinds, the last is, and the
    /// other groups; several of one kind group. `None` when it is no figure or the groups are not
    /// of three digits.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, text) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text),
        };
        let (whole, fraction) = split_at_mark(text)?;
        if !fraction.chars().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let (whole, grouping) = ungroup(whole)?;
        Some(Self { negative, whole, fraction: fraction.to_owned(), grouping })
    }

    /// Returns the figure with so many zeros more: 1,2 with six is 1200000.
    pub(super) fn times(mut self, zeros: usize) -> Self {
        let mut fraction = format!("{:0<zeros$}", self.fraction);
        let rest = fraction.split_off(zeros);
        let whole = self.whole + &fraction;
        let digits = whole.trim_start_matches('0');
        self.whole = if digits.is_empty() { "0".to_owned() } else { digits.to_owned() };
        Self { fraction: rest, grouping: Grouping::None, ..self }
    }

    /// Returns the figure with a point and without groups, as programs write it.
    pub(super) fn plain(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let mark = if self.fraction.is_empty() { "" } else { "." };
        format!("{sign}{}{mark}{}", self.whole, self.fraction)
    }
}

/// Splits at the decimal mark; the second part is empty when there is none.
fn split_at_mark(text: &str) -> Option<(&str, &str)> {
    let Some(last) = text.rfind(['.', ',']) else { return Some((text, "")) };
    let (whole, rest) = text.split_at(last);
    let (mark, fraction) = rest.split_at(1);
    if whole.contains(mark) {
        return Some((text, ""));
    }
    (!fraction.is_empty()).then_some((whole, fraction))
}

fn ungroup(whole: &str) -> Option<(String, Grouping)> {
    let grouping = match whole.find(|sign: char| !sign.is_ascii_digit()) {
        None => Grouping::None,
        Some(at) if whole[at..].starts_with(['.', ',']) => Grouping::Marks,
        Some(_) => Grouping::Spaces,
    };
    let mark = whole.chars().find(|sign| matches!(sign, '.' | ','));
    let parts: Vec<&str> = match grouping {
        Grouping::None => vec![whole],
        Grouping::Marks => whole.split(|sign| Some(sign) == mark).collect(),
        Grouping::Spaces => whole.split(is_space).collect(),
    };
    let digits = parts.iter().all(|part| part.chars().all(|digit| digit.is_ascii_digit()));
    let (first, rest) = parts.split_first()?;
    let thirds = rest.is_empty() || first.len() <= 3 && rest.iter().all(|part| part.len() == 3);
    (digits && !first.is_empty() && thirds).then(|| (parts.concat(), grouping))
}

/// Tells whether this is a space that people group digits with: plain, no-break, thin, figure.
pub(super) fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// Returns the whole number in groups of three, from four digits on.
pub(super) fn grouped(digits: &str, lang: Lang) -> String {
    let mark = lang.pick('\u{a0}', ',');
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// Returns a plain figure (`-1250.50`) as people read it: `−1 250,50`, `−1,250.50`.
pub(super) fn words(plain: &str, lang: Lang) -> String {
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |rest| ("\u{2212}", rest));
    match plain.split_once('.') {
        Some((whole, fraction)) => {
            format!("{sign}{}{}{fraction}", grouped(whole, lang), lang.pick(',', '.'))
        }
        None => format!("{sign}{}", grouped(plain, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_two_marks_is_the_decimal_one() {
        let plain = |text| Figure::read(text).map(|figure| figure.plain());
        for (text, expected) in [
            ("12500", "12500"),
            ("12\u{202f}500,50", "12500.50"),
            ("12.500,50", "12500.50"),
            ("1,250,000.00", "1250000.00"),
            ("1.250.000", "1250000"),
            ("\u{2212}6,3", "-6.3"),
            ("1.250", "1.250"),
        ] {
            assert_eq!(plain(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "-",
            "1 25",
            "12 5000",
            "1250 000",
            "1,25,0.0",
            "1.",
            ",5",
            "1..5",
            "1 000.000,5",
            "1,2 3",
            "٣",
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    #[test]
    fn groups_start_at_four_digits() {
        assert_eq!(words("-1234567.80", Lang::Pl), "\u{2212}1\u{a0}234\u{a0}567,80");
        assert_eq!(words("1234", Lang::En), "1,234");
        assert_eq!(words("123", Lang::En), "123");
    }
}
