//! pakt: one YAML description of a local partnership in, checked justification documents out.
//!
//! The line, which `pipeline` says in code:
//!
//! ```text
//! source → yaml → reading → joining → model → facts → rules
//!                                                 ↘ context → templates → markdown → document → write
//! ```
//!
//! The floors: a module uses modules of lower floors only, and the test `floors` holds us to it.
//!
//! ```text
//! 0  lang words units diagnostic document planted edit
//! 1  source described typed
//! 2  yaml model catalogue
//! 3  reading facts
//! 4  joining
//! 5  profile prose
//! 6  rules context schema score calendar style copied
//! 7  markdown templates comparison word
//! 8  write
//! 9  portal proof
//! 10  tables
//! 11  report
//! 12  pipeline matrix
//! 13  cli face
//! ```
//!
//! Only `cli` sees disk, clock, environment and terminal; everything below takes values and gives values.
//!
//! Another program reads, checks and builds as the command line does:
//!
//! ```
//! use pakt::{Files, Format, Input, Lang, Level, Options};
//!
//! /// Files that `use:` may name; here there are none.
//! struct Alone;
//! impl Files for Alone {
//!     fn read(&self, path: &str) -> Result<Vec<u8>, pakt::Value> {
//!         Err(format!("{path} is not there").into())
//!     }
//! }
//!
//! let bytes = std::fs::read("samples/minimal.yaml").expect("the sample is there");
//! let input = Input { name: "minimal.yaml".to_owned(), bytes };
//! let run = pakt::read("minimal.yaml", vec![input], &Alone, &Options::default());
//! assert_eq!(pakt::check(&run).count(Level::Error), 0);
//!
//! let papers = pakt::build(&run, "summary", Lang::Pl).expect("the document is shipped");
//! assert!(!papers[0].paper.document.blocks.is_empty());
//! let page = pakt::write(&run, &papers[0], Format::Html).expect("HTML can always be written");
//! assert!(page.starts_with(b"<!DOCTYPE html>"));
//! ```

mod calendar;
mod catalogue;
#[doc(hidden)]
pub mod cli;
mod comparison;
mod context;
mod copied;
mod described;
mod diagnostic;
pub mod document;
mod edit;
mod face;
mod facts;
mod joining;
mod lang;
mod markdown;
mod matrix;
mod model;
mod pipeline;
#[cfg(test)]
mod planted;
mod portal;
mod profile;
mod proof;
mod prose;
mod reading;
mod report;
mod rules;
mod schema;
mod score;
mod source;
mod style;
mod tables;
mod templates;
mod typed;
mod units;
mod word;
mod words;
mod write;
mod yaml;

pub use diagnostic::{Level, Value};
pub use face::{build, check, write};
pub use joining::Files;
pub use lang::Lang;
pub use pipeline::{Filled, Options, Run, read};
pub use report::Checked;
pub use write::Format;
pub use yaml::Input;

/// The rooms, for the project's own tests and benchmarks; no part of the interface, and free to change.
#[doc(hidden)]
pub mod inside {
    /// Opens rooms, each under its own name.
    macro_rules! open {
        ($($room:ident)+) => { $(pub mod $room { pub use crate::$room::*; })+ };
    }

    open! {
        calendar catalogue comparison context copied described diagnostic document edit facts joining lang markdown matrix model
        pipeline portal profile proof prose reading report rules schema score source style tables templates typed units word
        words write yaml
    }
}
