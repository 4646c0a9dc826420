//! Figures of a text with what each counts and the sentence it stands in. In: a text. Out: `Figure`s.

use std::ops::Range;

use rust_decimal::Decimal;

use super::counted::Counted;
use super::sentences::{Unit, offset, sentences};
use crate::lang::Lang;

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<'text> {
    /// Its value, thousands and millions multiplied out.
    pub value: Decimal,
    /// What it counts.
    pub counted: Counted,
    /// The word behind it; empty for none.
    pub unit: &'text str,
    /// The word before it; empty for none.
    pub before: &'text str,
    /// Where it stands in the text with its unit, in bytes.
    pub range: Range<usize>,
    /// The sentence it stands in.
    pub sentence: &'text str,
}

/// Returns the figures of a text that count things, people or money; no shares, dates and codes.
pub fn figures(text: &str, lang: Lang) -> Vec<Figure<'_>> {
    let mut found = Vec::new();
    for sentence in sentences(text, lang) {
        for mention in sentence.mentions {
            let (counted, unit) = match mention.unit {
                Unit::Percent => continue,
                Unit::Money => (Counted::Money, ""),
                Unit::Things(word) => (Counted::of(word), word),
            };
            let from = offset(text, mention.text);
            found.push(Figure {
                value: mention.value,
                counted,
                unit,
                before: mention.before,
                range: from..from + mention.text.len(),
                sentence: sentence.text,
            });
        }
    }
    found
}
