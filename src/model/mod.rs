//! The application's data. In: any serde deserialiser. Out: `Application`.
//!
//! Types and nothing else: what a field means, its unit, and which codes it takes. Nothing here fails:
//! a value that cannot be read is [`Field::Unreadable`], and the loader has said why.

mod actions;
mod alignments;
mod application;
mod area;
mod budget;
mod diagnosis;
mod evidence;
mod groups;
mod indicators;
mod look;
mod meta;
mod monitoring;
mod needs;
mod objectives;
mod pact;
mod papers;
mod partners;
mod partnership;
mod potential;
mod principles;
mod public;
mod risks;
mod schedule;
mod strategies;

pub use actions::*;
pub use alignments::*;
pub use application::*;
pub use area::*;
pub use budget::*;
pub use diagnosis::*;
pub use evidence::*;
pub use groups::*;
pub use indicators::*;
pub use look::*;
pub use meta::*;
pub use monitoring::*;
pub use needs::*;
pub use objectives::*;
pub use pact::*;
pub use papers::*;
pub use partners::*;
pub use partnership::*;
pub use potential::*;
pub use principles::*;
pub use risks::*;
pub use schedule::*;
pub use strategies::*;

use crate::described::short::Short;
pub use crate::described::*;
