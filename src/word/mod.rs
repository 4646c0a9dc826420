//! A Word file that comes back. In: a package. Out: `Paper`: the texts of the application as they stand in it now, each
//! under the number of its control, and what stands around them.
//!
//! ```text
//! bytes → package (bounded) → xml (a tree) → styles, lists → paragraphs, tracked changes accepted → texts, notation
//! ```
//!
//! A text is told as the line of signs that [`notation`] describes; two that look the same to a reader are the same line,
//! whichever program saved the file.

mod comments;
mod lists;
mod look;
mod map;
pub mod notation;
mod package;
mod paragraphs;
mod reading;
mod rewritten;
mod tokens;
mod xml;

pub use comments::Comment;
pub use map::{Map, PART, Text, hash};
pub use package::{Package, attribute, elements};
pub use reading::{Paper, read};
pub use rewritten::rewritten;

use std::sync::LazyLock;

use crate::diagnostic::Table;

/// Returns the words of what is found in a Word file that comes back.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

#[cfg(test)]
mod tests;
