//! Words of messages, whoever speaks. In: words as written, and those there are. Out: what was meant; lists and
//! counts as sentences hold them.

mod letters;
mod listed;
mod meant;

pub use letters::{fold, fold_letter, is_lone, plain};
pub use listed::{counted, listed};
pub use meant::{alike, closest, meant, nearest};
