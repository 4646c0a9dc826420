//! The application's data. In: any serde deserialiser. Out: `Application`.
//!
//! Types and nothing else: what a field means, its unit, and which codes it takes. Nothing here fails:
//! a value that cannot be read is [`Field::Unreadable`], and the loader has said why.

mod actions;
mod alignments;
mod application;
mod area;
mod budget;
mod code;
mod diagnosis;
mod evidence;
mod field;
mod groups;
mod indicators;
mod list;
mod map;
mod meta;
mod monitoring;
mod needs;
mod objectives;
mod pact;
mod partners;
mod partnership;
mod potential;
mod principles;
mod public;
mod required;
mod risks;
mod schedule;
pub mod short;
mod strategies;
mod text;

pub use actions::*;
pub use alignments::*;
pub use application::*;
pub use area::*;
pub use budget::*;
pub use code::*;
pub use diagnosis::*;
pub use evidence::*;
pub use field::Field;
pub use groups::*;
pub use indicators::*;
pub use list::List;
pub use map::Map;
pub use meta::*;
pub use monitoring::*;
pub use needs::*;
pub use objectives::*;
pub use pact::*;
pub use partners::*;
pub use partnership::*;
pub use potential::*;
pub use principles::*;
pub use required::required;
pub use risks::*;
pub use schedule::*;
use short::{Short, short};
pub use strategies::*;
pub use text::{ByLang, Prose, Said, Text};
