//! What texts say. In: `Facts`, texts. Out: figures that the records contradict, sources that hold a number, names
//! that are misspelt.
//!
//! Advice stands on it, so a false alarm is worse than a miss: `tests/prose` measures how many there are.
//! Knows no rule and no message.

mod days;
mod figures;
mod holders;
mod lexicon;
mod marks;
mod names;
mod older;
mod passages;
mod recorded;
mod records;
mod sentences;
mod unmarked;

pub use figures::{Contradiction, contradictions};
pub use holders::holders;
pub use marks::{Unknown, named, unknown};
pub use names::{Misspelling, Names};
pub use older::{Older, last_day, older};
pub use records::Class;
pub use unmarked::{Unmarked, unmarked};
