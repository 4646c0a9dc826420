//! A file's text to a tree. In: the bytes of a file, and which words name fields. Out: `Read`: nodes with the author's
//! spans, what could not be read, every slip told with its mend.
//!
//! bytes → text (`source::decode`) → draft, without what stands around it (`foreign`) and pasted signs
//! (`pasted`), with its texts whole (`texts`), repaired where the parser stops (`repair`) → tree (`events`, `builder`).

mod brackets;
mod builder;
mod candidates;
mod draft;
mod events;
mod faults;
mod foreign;
mod lines;
mod margin;
mod marks;
mod openers;
mod opening;
mod other_kind;
mod outline;
mod part;
mod pasted;
mod prefix;
mod quotes;
mod read;
mod repair;
mod running;
mod slips;
mod texts;
mod torn;
mod tree;
mod trouble;

pub use builder::MOST_VALUES;
pub use candidates::{Candidate, MISPLACED, candidates};
pub use draft::Edit;
pub use faults::{kind, shown, words};
pub use part::part;
pub use quotes::quoted;
pub use read::{LARGEST_APPLICATION, LARGEST_FILE, Read, read};
pub use torn::{Reach, Torn};

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

/// What is known of the words of a file, by which slips are seen.
#[derive(Clone, Copy)]
pub struct Known {
    /// Tells whether a word names a field.
    pub is_field: fn(&str) -> bool,
    /// Tells whether a word names a field at the top of a file.
    pub is_section: fn(&str) -> bool,
    /// Returns what stands at fields of a name.
    pub holds: fn(&str) -> Holds,
}

/// What stands at all fields of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// Another list.
    List,
    /// Something else, or no field has this name, or one here and another there.
    Other,
}
