//! A file's text to a tree. In: the bytes of a file, and which words name fields. Out: `Read`: nodes with the author's
//! spans, what could not be read, every slip told with its mend.
//!
//! bytes → text (`source::decode`) → draft, without pasted signs (`pasted`), repaired where the parser stops
//! (`repair`) → tree (`events`, `builder`).

mod brackets;
mod builder;
mod draft;
mod events;
mod faults;
mod lines;
mod marks;
mod pasted;
mod quotes;
mod read;
mod repair;
mod slips;
mod torn;
mod tree;
mod trouble;

pub use faults::{kind, shown, words};
pub use quotes::quoted;
pub use read::{LARGEST_FILE, Read, read};
pub use torn::Torn;

/// A file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// Its path as messages show it.
    pub name: String,
    /// Its bytes, in any encoding.
    pub bytes: Vec<u8>,
}

/// Tells whether a word names a field.
type IsField = fn(&str) -> bool;
