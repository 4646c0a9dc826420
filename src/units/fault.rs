//! What is wrong with the text of a value. In: the text. Out: a code of `faults.md` with the values
//! for its words, able to travel through serde's errors.

use std::fmt;
use std::sync::LazyLock;

use crate::lang::Lang;
use crate::words::{Entry, Table, fill};

/// A text that is no value of its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The stable code, `TYPE-01` to `TYPE-26`; its words stand in `faults.md`.
    pub code: &'static str,
    /// What the words name, by placeholder; `value` is always among them.
    pub values: Vec<(&'static str, String)>,
    /// What to type instead, where it can be told.
    pub suggestion: Option<String>,
    /// Whether that leaves out words or signs which may mean something: `ok.`, `%`.
    pub says_less: bool,
}

pub(super) const NOT_AN_AMOUNT: &str = "TYPE-01";
pub(super) const AMOUNT_BADLY_WRITTEN: &str = "TYPE-02";
pub(super) const AMBIGUOUS_AMOUNT: &str = "TYPE-03";
pub(super) const TOO_PRECISE: &str = "TYPE-04";
pub(super) const FOREIGN_CURRENCY: &str = "TYPE-05";
pub(super) const NOT_A_NUMBER: &str = "TYPE-06";
pub(super) const NUMBER_BADLY_WRITTEN: &str = "TYPE-07";
pub(super) const NOT_A_COUNT: &str = "TYPE-08";
pub(super) const COUNT_BADLY_WRITTEN: &str = "TYPE-09";
pub(super) const NOT_A_SHARE: &str = "TYPE-10";
pub(super) const SHARE_OUT_OF_RANGE: &str = "TYPE-11";
pub(super) const NOT_A_DATE: &str = "TYPE-12";
pub(super) const DATE_NOT_ISO: &str = "TYPE-13";
pub(super) const IMPOSSIBLE_DATE: &str = "TYPE-14";
pub(super) const TOO_LARGE: &str = "TYPE-15";
pub(super) const WRONG_LENGTH: &str = "TYPE-16";
pub(super) const ZEROS_LOST: &str = "TYPE-17";
pub(super) const WRONG_CHECK_DIGIT: &str = "TYPE-18";
pub(super) const ALL_ZEROS: &str = "TYPE-19";
pub(super) const NOT_A_TERYT: &str = "TYPE-20";
pub(super) const UNKNOWN_VOIVODESHIP: &str = "TYPE-21";
pub(super) const NOT_A_PKD: &str = "TYPE-22";
pub(super) const NOT_AN_ACCOUNT: &str = "TYPE-23";
pub(super) const WRONG_CHECK_OF_ACCOUNT: &str = "TYPE-24";
pub(super) const SHARE_FOR_A_NUMBER: &str = "TYPE-25";
pub(super) const NOT_A_GRADE: &str = "TYPE-26";

/// The placeholders a fault can carry.
const NAMES: [&str; 6] = ["value", "first", "second", "register", "digits", "count"];

/// Opens the encoded form; what a reader puts before or after is passed over.
const MARK: &str = "fault:";

impl Fault {
    /// Returns a fault of the text `value`.
    pub(super) fn new(code: &'static str, value: &str) -> Self {
        Self { code, values: vec![("value", value.trim().to_owned())], suggestion: None, says_less: false }
    }

    /// Adds a value for the placeholder `name`.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        debug_assert!(NAMES.contains(&name), "{name} is not among the names that can be decoded");
        self.values.push((name, value.to_string()));
        self
    }

    /// Says what to type instead.
    #[must_use]
    pub(super) fn suggest(mut self, suggestion: impl fmt::Display) -> Self {
        self.suggestion = Some(suggestion.to_string());
        self
    }

    /// Says what to type instead; unless it `says_all`, it leaves out words or signs of the text.
    #[must_use]
    pub(super) fn propose(self, suggestion: impl fmt::Display, says_all: bool) -> Self {
        Self { says_less: !says_all, ..self.suggest(suggestion) }
    }

    /// Reads a fault back from the text of an error that it went into as `Error::custom`: readers
    /// add words of their own before and after. `None` when the text holds no fault.
    pub fn decode(text: &str) -> Option<Self> {
        type Wire = (String, Vec<(String, String)>, Option<String>, bool);
        let (_, encoded) = text.split_once(MARK)?;
        let (code, values, suggestion, says_less): Wire =
            serde_json::Deserializer::from_str(encoded).into_iter().next()?.ok()?;
        let known = |(name, value): (String, String)| {
            NAMES.iter().find(|known| **known == name).map(|name| (*name, value))
        };
        Some(Self {
            code: &Self::words().get(&code)?.code,
            values: values.into_iter().filter_map(known).collect(),
            suggestion,
            says_less,
        })
    }

    /// Returns the words of all faults of values.
    pub fn words() -> &'static Table {
        static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
        &WORDS
    }

    /// Returns the stable name, which states the fault: `ambiguous-amount`.
    pub fn name(&self) -> &'static str {
        self.entry().map_or("", |entry| &entry.name)
    }

    /// Returns what is wrong.
    pub fn message(&self, lang: Lang) -> String {
        self.entry().map_or_else(String::new, |entry| self.fill(entry.message(lang)))
    }

    /// Returns what to type.
    pub fn help(&self, lang: Lang) -> String {
        self.entry().map_or_else(String::new, |entry| self.fill(entry.help(lang)))
    }

    fn entry(&self) -> Option<&'static Entry> {
        Self::words().get(self.code)
    }

    fn fill(&self, template: &str) -> String {
        let suggestion = self.suggestion.iter().map(|text| ("suggestion", text.as_str()));
        let values = self.values.iter().map(|(name, value)| (*name, value.as_str()));
        fill(template, &values.chain(suggestion).collect::<Vec<_>>())
    }
}

/// Prints code, values and suggestion as one line that [`Fault::decode`] reads back.
impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A JSON array escapes every line break and shows by itself where it ends.
        let encoded = serde_json::json!([self.code, self.values, self.suggestion, self.says_less]);
        write!(formatter, "{MARK}{encoded}")
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::words::placeholders;

    /// Asserts that both languages tell the fault in full and that it survives a reader's error.
    pub(in crate::units) fn assert_tellable(fault: &Fault) {
        for lang in Lang::ALL {
            for text in [fault.message(lang), fault.help(lang)] {
                assert!(!text.is_empty() && placeholders(&text).is_empty(), "{fault}: {text:?}");
            }
        }
        let told = format!("budget.total: {fault} at line 3 column 5");
        assert_eq!(Fault::decode(&told).as_ref(), Some(fault));
    }

    #[test]
    fn a_fault_survives_any_text() {
        let fault = Fault::new(NOT_A_DATE, "„a\"]\\\n{b}\u{7}").suggest("fault:[1]");
        assert!(!fault.to_string().contains('\n'));
        assert_eq!(Fault::decode(&fault.to_string()), Some(fault));
        for foreign in ["missing field `id`", "fault:", "fault:[\"NEED-01\",[],null]", "fault:{\"a\":1}"] {
            assert_eq!(Fault::decode(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn both_languages_name_the_same_things() {
        let entries = Fault::words().entries();
        assert_eq!(entries.len(), 26);
        for (number, entry) in (1..).zip(entries) {
            assert_eq!(entry.code, format!("TYPE-{number:02}"));
            for words in [Entry::message, Entry::help] {
                assert_eq!(placeholders(words(entry, Lang::Pl)), placeholders(words(entry, Lang::En)));
                assert!(!words(entry, Lang::Pl).is_empty(), "{}", entry.code);
            }
        }
    }
}
