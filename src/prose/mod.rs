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
pub use claims::Claimed;
pub use copies::{Copy, copies};
pub use counted::Counted;
pub use days::{Named, dates};
pub use durations::{Lasting, durations};
pub use figures::Contradiction;
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

use crate::facts::Facts;

/// What the numbers in an application's texts are beside its records, which are read once for both.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The figures that its records contradict.
    pub contradictions: Vec<Contradiction>,
    /// The numbers of people and firms that are none of the plan.
    pub claimed: Vec<Claimed>,
}

/// Compares the numbers in an application's texts with its records.
pub fn compared(facts: &Facts<'_>) -> Compared {
    let mut books = records::Books::new();
    let contradictions = figures::contradictions(facts, &mut books);
    Compared { contradictions, claimed: claims::claims(facts, books) }
}
