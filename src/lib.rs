//! pakt: one YAML description of a local partnership in, checked justification documents out.
//!
//! The line, which [`pipeline`] says in code:
//!
//! ```text
//! YAML → source → load → model → facts → rules
//!                                    ↘ context → templates → markdown → document → write
//! ```
//!
//! The floors: a module uses modules of lower floors only, and the test `floors` holds us to it.
//!
//! ```text
//! 0  words diagnostic lang units document
//! 1  source model catalogue
//! 2  load facts profile
//! 3  prose
//! 4  rules context schema score calendar style
//! 5  markdown templates comparison
//! 6  write report
//! 7  portal proof
//! 8  pipeline
//! 9  cli
//! ```
//!
//! Only `cli` sees disk, clock, environment and terminal; everything below takes values and gives values.

pub mod calendar;
pub mod catalogue;
pub mod cli;
pub mod comparison;
pub mod context;
pub mod diagnostic;
pub mod document;
pub mod facts;
pub mod lang;
pub mod load;
pub mod markdown;
pub mod model;
pub mod pipeline;
pub mod portal;
pub mod profile;
pub mod proof;
pub mod prose;
pub mod report;
pub mod rules;
pub mod schema;
pub mod score;
pub mod source;
pub mod style;
pub mod templates;
pub mod units;
pub mod words;
pub mod write;
