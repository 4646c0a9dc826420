//! What is wrong with the user's input. In: nothing. Out: `Diagnostic`, told in one language.
//!
//! A diagnostic holds a [`Place`], never an offset or a colour; `report` turns places into lines.

mod findings;
mod place;
mod words;

pub use findings::Findings;
pub use place::{Place, Step};
pub use words::{Entry, Example, Table, fill, placeholders};

use serde::{Deserialize, Serialize};

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code: `NEED-02`, `KEY-01`.
    pub code: String,
    /// The stable name that states the fault: `need-without-evidence`.
    pub name: String,
    /// How bad it is, after the profile had its say.
    pub level: Level,
    /// Where it is.
    pub place: Place,
    /// The exact bytes, where the fault is smaller than a value or has no place in the tree.
    pub span: Option<Span>,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What to type; empty for none.
    pub help: String,
    /// Other places that belong to the fault, each with a word on why.
    pub also: Vec<(Place, String)>,
    /// A repair to show; never applied by itself.
    pub patch: Option<Patch>,
}

/// How bad a finding is. `Advice < Warning < Error`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A way to be more convincing.
    Advice,
    /// Something an assessor may hold against the application.
    Warning,
    /// Something that must be mended before the documents go out.
    Error,
}

impl Level {
    /// All levels, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// Returns the name used on the command line and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A stretch of one source file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Which file, an index into the run's sources.
    pub file: usize,
    /// The first byte, on a character boundary of the decoded text.
    pub from: usize,
    /// The byte after the last.
    pub to: usize,
}

/// A repair: replace these bytes by this text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}
