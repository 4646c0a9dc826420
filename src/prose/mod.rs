//! What texts say. In: `Facts`, texts. Out: figures that the records contradict, sources that hold a number, names
//! that are misspelt.
//!
//! Advice stands on it, so a false alarm is worse than a miss: `tests/prose` measures how many there are.
//! Knows no rule and no message.

mod ages;
mod allowed;
mod between;
mod claims;
mod copies;
mod counted;
mod days;
mod durations;
mod figures;
mod holders;
mod leftovers;
mod lexicon;
mod marks;
mod misjudged;
mod names;
mod older;
mod passages;
mod products;
mod quantities;
mod ratios;
mod recorded;
mod records;
mod sentences;
mod unmarked;
mod wholes;

pub use ages::{Ages, ages};
pub use between::{Foreign, Shared, foreign, shared};
pub use claims::{Claimed, claims};
pub use copies::{Copy, copies};
pub use counted::Counted;
pub use days::{Named, dates};
pub use durations::{Lasting, durations};
pub use figures::{Contradiction, contradictions};
pub use holders::{Differing, differing, holders};
pub use leftovers::{Leftover, leftovers};
pub use marks::{Unknown, named, unknown};
pub use misjudged::{Misjudged, misjudged};
pub use names::{Misspelling, Names};
pub use older::{Older, last_day, older};
pub use products::{Factor, Product, products};
pub use quantities::{Figure, figures};
pub use records::Class;
pub use unmarked::{Unmarked, unmarked};
pub use wholes::{Part, Whole, wholes};
