//! The two languages pakt speaks. In: a code. Out: a `Lang`, and the plural form of a count.

use serde::{Deserialize, Serialize};

/// A language of messages and documents.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[schemars(rename = "Lang")]
#[serde(rename = "languages", rename_all = "lowercase")]
pub enum Lang {
    /// Polish, the first language of what people read.
    #[default]
    Pl,
    /// British English.
    En,
}

/// The three forms a Polish noun takes after a number; English uses the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// 1 partner.
    One,
    /// 2 partnerzy, 23 partnerzy.
    Few,
    /// 5 partnerów, 12 partnerów, 0 partnerów.
    Many,
}

/// A noun in the forms it takes after a number: the three Polish ones, the two English ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noun(pub [&'static str; 3], pub [&'static str; 2]);

impl Lang {
    /// Both languages, Polish first.
    pub const ALL: [Self; 2] = [Self::Pl, Self::En];

    /// Returns the ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
        }
    }

    /// Returns the BCP 47 tag that documents carry.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Pl => "pl-PL",
            Self::En => "en-GB",
        }
    }

    /// Reads `pl`, `pl_PL.UTF-8`, `en-GB` …; `None` for any other language.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// Returns the other language, in which a text may stand when this one lacks it.
    pub fn other(self) -> Self {
        match self {
            Self::Pl => Self::En,
            Self::En => Self::Pl,
        }
    }

    /// Returns the first text for Polish, the second for English.
    pub fn pick<T>(self, pl: T, en: T) -> T {
        match self {
            Self::Pl => pl,
            Self::En => en,
        }
    }

    /// Returns a count with its noun: `2 błędy`, `5 błędów`, `1 error`.
    pub fn counted(self, count: u64, Noun(pl, en): Noun) -> String {
        let noun = match self.plural(count) {
            Plural::One => self.pick(pl[0], en[0]),
            Plural::Few => self.pick(pl[1], en[1]),
            Plural::Many => self.pick(pl[2], en[1]),
        };
        format!("{count} {noun}")
    }

    /// Returns the form a noun takes after `count` (CLDR rules for whole numbers).
    pub fn plural(self, count: u64) -> Plural {
        match (self, count, count % 10, count % 100) {
            (_, 1, ..) => Plural::One,
            (Self::Pl, _, 2..=4, tens) if !(12..=14).contains(&tens) => Plural::Few,
            _ => Plural::Many,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_counts_take_three_forms() {
        let forms = |count| Lang::Pl.plural(count);
        assert_eq!(forms(1), Plural::One);
        for count in [2, 3, 4, 22, 23, 34, 102, 1004] {
            assert_eq!(forms(count), Plural::Few, "{count}");
        }
        for count in [0, 5, 11, 12, 13, 14, 21, 25, 100, 112, 1013] {
            assert_eq!(forms(count), Plural::Many, "{count}");
        }
    }

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Lang::from_code("pl_PL.UTF-8"), Some(Lang::Pl));
        assert_eq!(Lang::from_code("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_code("C.UTF-8"), None);
    }
}
