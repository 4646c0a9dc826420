//! Words of messages, whoever speaks. In: words as written, and those there are. Out: what was meant; lists and
//! counts as sentences hold them; the tables of what is said of each code; what says nothing yet.

mod letters;
mod listed;
mod meant;
mod named;
mod roots;
mod shipped;
mod table;
mod unwritten;
mod visible;

pub use letters::{fold, fold_letter, is_lone, plain};
pub use listed::{counted, listed};
pub use meant::{alike, closest, meant, nearest};
pub(crate) use named::named;
pub use roots::roots;
pub(crate) use shipped::{from_json, shipped};
pub use table::{Entry, Example, Level, Table, fill, fill_with, placeholders};
pub use unwritten::{is_unwritten, is_value_left, unwritten};
pub use visible::{steers, visible, visible_json};
