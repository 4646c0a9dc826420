//! One road for all values through serde and JSON Schema. In: a reader. Out: the value, read from
//! the scalar's own text.
//!
//! `Deserialize` asks for a newtype struct of the type's name, so that a reader which keeps texts
//! can recognise the value; others hand over a string or, where they guessed a type, a number.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

use super::Fault;

/// A value that a scalar's text holds.
pub(super) trait Scalar: Sized {
    /// The type's name, which the reader is asked for.
    const NAME: &'static str;
    /// The JSON types an editor may see: `["string", "integer"]`.
    const TYPES: &'static [&'static str];
    /// A pattern for the string form.
    const PATTERN: &'static str;
    /// One line for the author, Polish and English.
    const ABOUT: &'static str;

    /// Reads the text.
    fn read(text: &str) -> Result<Self, Fault>;
}

/// Reads a value by its text.
pub(super) fn deserialize<'de, T: Scalar, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(T::NAME, Text(PhantomData))
}

/// Returns the schema of a value.
pub(super) fn schema<T: Scalar>() -> schemars::Schema {
    schemars::json_schema!({ "type": T::TYPES, "pattern": T::PATTERN, "description": T::ABOUT })
}

/// Returns the name of a value's schema.
pub(super) fn schema_name<T: Scalar>() -> Cow<'static, str> {
    Cow::Borrowed(T::NAME)
}

/// Returns what stands between the quotation marks that a word processor puts around a value.
pub(crate) fn unquoted(text: &str) -> Option<&str> {
    let pairs = [('„', '”'), ('“', '”'), ('„', '“'), ('«', '»'), ('‚', '’'), ('‘', '’')];
    pairs.iter().find_map(|(open, close)| text.trim().strip_prefix(*open)?.strip_suffix(*close))
}

struct Text<T>(PhantomData<T>);

impl<'de, T: Scalar> Visitor<'de> for Text<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::NAME)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        // Asked for a string, a YAML reader gives the scalar as written; asked for anything, it guesses.
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        // Quotation marks of a letter around a value say nothing of it.
        let bare = || unquoted(text).and_then(|bare| T::read(bare).ok());
        T::read(text).or_else(|fault| bare().ok_or(fault)).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }
}

/// Writes serde and schema for a [`Scalar`] whose `Display` is its canonical text.
macro_rules! scalar {
    ($type:ident, $types:expr, $pattern:expr, $about:expr) => {
        impl $crate::units::scalar::Scalar for $type {
            const NAME: &'static str = stringify!($type);
            const TYPES: &'static [&'static str] = &$types;
            const PATTERN: &'static str = $pattern;
            const ABOUT: &'static str = $about;

            fn read(text: &str) -> Result<Self, $crate::units::Fault> {
                Self::parse(text)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::units::scalar::deserialize(deserializer)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $crate::units::scalar::schema_name::<Self>()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::units::scalar::schema::<Self>()
            }
        }
    };
}

/// Declares values that are kept as they are written: their JSON types, pattern and line for the author.
macro_rules! written {
    ($($(#[$doc:meta])+ $name:ident = $types:expr, $pattern:expr, $about:expr;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        $crate::units::scalar::scalar!($name, $types, $pattern, $about);
    )+};
}

pub(super) use {scalar, written};

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Scalar;
    use crate::units::{Count, Date, Fault, Krs, Money, Nip, Number, Pkd, Regon, Share, Teryt};

    /// Reads the text; what is read must read back from its own print.
    fn assert_prints_as_read<T: Scalar + std::fmt::Display + PartialEq + std::fmt::Debug>(text: &str) {
        if let Ok(value) = T::read(text) {
            assert_eq!(T::read(&value.to_string()), Ok(value), "{text:?}");
        }
    }

    #[test]
    fn no_text_breaks_a_reader() {
        const PARTS: [&str; 25] = [
            "B",
            "0",
            "1",
            "2",
            "9",
            "12",
            "500",
            "263",
            "2027",
            " ",
            "\u{a0}",
            ".",
            ",",
            "-",
            "\u{2212}",
            "/",
            "%",
            "zł",
            "PLN",
            "mln",
            "stycznia",
            "r.",
            "ą",
            "5261040828",
            "99999999999999999999",
        ];
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..20_000 {
            let text: String = (0..random.usize(0..8)).map(|_| PARTS[random.usize(..PARTS.len())]).collect();
            assert_prints_as_read::<Money>(&text);
            assert_prints_as_read::<Number>(&text);
            assert_prints_as_read::<Count>(&text);
            assert_prints_as_read::<Share>(&text);
            assert_prints_as_read::<Date>(&text);
            assert_prints_as_read::<Nip>(&text);
            assert_prints_as_read::<Regon>(&text);
            assert_prints_as_read::<Krs>(&text);
            assert_prints_as_read::<Teryt>(&text);
            assert_prints_as_read::<Pkd>(&text);
        }
    }

    #[test]
    fn a_yaml_reader_gives_the_text_as_written() {
        let read: BTreeMap<String, Number> = serde_yaml::from_str("a: 1.10\nb: '-6,30'").expect("numbers");
        assert_eq!(read["a"].to_string(), "1.10");
        assert_eq!(serde_yaml::to_string(&read).expect("text"), "a: '1.10'\nb: '-6.30'\n");
        let teryt: Teryt = serde_yaml::from_str("0263").expect("a code");
        assert_eq!(teryt.as_str(), "0263");
        let dates: Vec<Option<Date>> = serde_yaml::from_str("[2027-01-31, ~]").expect("a date and nothing");
        assert_eq!(dates[0].map(|date| date.to_string()).as_deref(), Some("2027-01-31"));
    }

    #[test]
    fn quotation_marks_of_a_letter_say_nothing_of_a_value() {
        for text in ["„2027-01-31”", "“31.01.2027”", "«2027-01-31»", "„31 stycznia 2027 r.“"] {
            let date: Date = serde_yaml::from_str(text).expect("a date");
            assert_eq!(date.to_string(), "2027-01-31", "{text}");
        }
        let wrong = serde_yaml::from_str::<Date>("„wkrótce”").expect_err("no date");
        assert_eq!(Fault::decode(&wrong.to_string()), Some(Date::parse("„wkrótce”").expect_err("no date")));
    }

    #[test]
    fn a_fault_comes_out_of_a_readers_error() {
        let error = serde_yaml::from_str::<BTreeMap<String, Money>>("total: 1.250").expect_err("ambiguous");
        assert_eq!(Fault::decode(&error.to_string()), Some(Money::parse("1.250").expect_err("ambiguous")));
    }

    #[test]
    fn a_guessed_number_is_read_by_its_text() {
        let number = serde::de::value::U64Deserializer::<serde_yaml::Error>::new(5_261_040_828);
        let nip: Nip = serde::Deserialize::deserialize(number).expect("a number");
        assert_eq!(nip.to_string(), "5261040828");
    }

    #[test]
    fn the_schema_takes_a_register_number_without_quotes() {
        let schema = schemars::schema_for!(Nip);
        assert_eq!(schema.get("type"), Some(&serde_json::json!(["string", "integer"])));
    }
}
