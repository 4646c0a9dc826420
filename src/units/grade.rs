//! Marks from 1 to 5. In: a number, or the word that people write for it. Out: the mark.

use std::fmt;

use super::{Count, Fault, fault, scalar::scalar};

/// A mark on the scale from 1 (least) to 5 (most). What is off the scale is read too: a rule tells of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade(Count);

/// How the words for a mark begin, in small letters.
const WORDS: [(&[&str], u64); 5] = [
    (&["bardzo mał", "bardzo nisk", "bardzo słab", "znikom", "very low", "very poor", "minimal"], 1),
    (&["mał", "nisk", "słab", "low", "small", "poor"], 2),
    (&["średni", "umiarkowan", "przeciętn", "dostateczn", "medium", "moderate", "average"], 3),
    (&["duż", "wysok", "dobr", "high", "large", "good"], 4),
    (&["bardzo duż", "bardzo wysok", "bardzo dobr", "krytyczn", "very high", "very good", "critical"], 5),
];

/// The longest ending of a word for a mark: `umiarkowane`, `minimalnego`.
const LONGEST_ENDING: usize = 3;

impl Grade {
    /// Returns the plain number.
    pub fn get(self) -> u64 {
        self.0.get()
    }

    /// Reads `3` and `średnie`. Fails on decimals, a minus, and words that say no mark.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let said = text.trim().to_lowercase();
        let is = |stem: &&str| said.strip_prefix(*stem).is_some_and(is_ending);
        match WORDS.iter().find(|(stems, _)| stems.iter().any(is)) {
            Some((_, mark)) => Ok(Self(Count::new(*mark))),
            None => Count::parse(text).map(Self).map_err(|_| Fault::new(fault::NOT_A_GRADE, text)),
        }
    }
}

fn is_ending(text: &str) -> bool {
    text.chars().count() <= LONGEST_ENDING && text.chars().all(char::is_alphabetic)
}

impl From<Grade> for Count {
    fn from(grade: Grade) -> Self {
        grade.0
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

scalar!(
    Grade,
    ["string", "integer"],
    r"^\s*(\d+|[^\d\s%,.+-][^\d%,.]*)\s*$",
    "Liczba od 1 (najmniej) do 5 (najwięcej) albo słowo: małe, średnie, duże. / Number from 1 (least) to 5 (most), or a word: low, medium, high."
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    #[test]
    fn a_mark_may_be_said_in_a_word() {
        for (text, mark) in [
            ("3", 3),
            ("średnie", 3),
            ("Bardzo wysokie", 5),
            ("duży", 4),
            ("niskie", 2),
            ("bardzo małe", 1),
            ("very low", 1),
            ("medium", 3),
            ("dobra", 4),
            ("40", 40),
        ] {
            assert_eq!(Grade::parse(text).map(Grade::get), Ok(mark), "{text}");
        }
    }

    #[test]
    fn what_says_no_mark_is_a_fault() {
        for text in ["zależy", "średnie lub duże", "wysokościowe", "3,5", "-1", "60%", ""] {
            let fault = Grade::parse(text).expect_err(text);
            assert_eq!(fault.name(), "not-a-grade", "{text}");
            assert_tellable(&fault);
        }
    }
}
