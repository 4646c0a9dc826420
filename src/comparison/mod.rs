//! What differs between two versions of an application, by meaning. In: two `Application`s. Out:
//! `Comparison`, as text, Markdown or data.
//!
//! Entries are matched by their ids, or by what they are about, never by their place in the file; values
//! by what they mean, so that `12 500,50` and `12500.50` are one amount and a reflowed text is no change.

mod entries;
mod markdown;
mod text;
mod values;
mod walk;
mod wording;

pub use markdown::markdown;
pub use text::{groups, text};
pub use wording::WordRun;

use serde::Serialize;

use crate::lang::Lang;
use crate::model::Application;

/// All differences, in the order of the newer version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The differences; empty when the two versions mean the same.
    pub changes: Vec<Change>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Where it stands: in the newer version, or in the older one for what was removed.
    pub place: String,
    /// The entry it belongs to; none for what belongs to the whole application.
    pub subject: Option<Subject>,
    /// The name of the field for people; empty when the entry itself was added or removed.
    pub field: String,
    /// The language of a text that is given in both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// What happened.
    #[serde(flatten)]
    pub nature: Nature,
}

/// The entry in which something changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// Its id; empty for an entry without one.
    pub id: String,
    /// What kind of thing it is: `działanie`, `action`.
    pub kind: String,
    /// Its title or name.
    pub title: String,
}

/// What happened to a field or to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Nature {
    /// It is new.
    Added {
        /// What it says now; empty for an entry, which its subject names.
        after: String,
    },
    /// It is gone.
    Removed {
        /// What it said; empty for an entry.
        before: String,
    },
    /// A value is another one.
    Changed {
        /// What it said.
        before: String,
        /// What it says now.
        after: String,
    },
    /// A text has other words.
    Reworded {
        /// The text, piece by piece: kept, taken out, put in.
        words: Vec<WordRun>,
    },
}

/// Compares two versions; labels are in `lang`.
pub fn compare(old: &Application, new: &Application, lang: Lang) -> Comparison {
    walk::compare(old, new, lang)
}

#[cfg(test)]
mod tests;
