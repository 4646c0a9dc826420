//! A Word file that comes back. In: a package. Out: `Paper`: the texts of the application as they stand in it now, each
//! under the number of its control, and what stands around them.
//!
//! ```text
//! bytes → package (bounded) → xml (a tree) → styles, lists → paragraphs, tracked changes accepted → texts, notation
//! ```
//!
//! A text is told as the line of signs that [`notation`] describes; two that look the same to a reader are the same line,
//! whichever program saved the file.
//!
//! A file may also be read for its look alone, which papers then take: [`Brand`].

mod brand;
mod comments;
mod lists;
mod look;
mod map;
mod names;
pub mod notation;
mod package;
mod paragraphs;
mod reading;
mod rewritten;
mod running;
mod spliced;
mod tokens;
mod unfit;
mod xml;

pub use brand::{Brand, Page};
pub use comments::Comment;
pub(crate) use look::END;
pub use map::{Map, PART, Text, hash};
pub use names::english;
pub use package::{Package, attribute, elements};
pub use reading::{Paper, read};
pub use rewritten::rewritten;
pub use running::Running;
pub use spliced::{Step, Turn, spliced};
pub use unfit::Unfit;

use std::sync::LazyLock;

use crate::diagnostic::Table;

/// Returns the words of what is found in a Word file that comes back.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

#[cfg(test)]
mod tests;
