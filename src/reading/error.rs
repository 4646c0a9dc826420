//! Why a value could not be read. In: what a type says of a text. Out: `Error`, told by who knows the place.

use std::fmt;

/// Why a value could not be read.
#[derive(Debug)]
pub(super) enum Error {
    /// It has been told.
    Told,
    /// The type says so; to be told by the one who asked.
    Said(String),
    /// A field without which the type cannot be; to be told by the one who asked.
    Missing(&'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Told => formatter.write_str("told"),
            Self::Said(text) => formatter.write_str(text),
            Self::Missing(field) => formatter.write_str(field),
        }
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Self::Said(text.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }
}
