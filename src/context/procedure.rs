//! How the bodies of the partnership work. Out: `Procedure`.

use super::Exact;
use super::clauses::{Clause, ClauseLibrary, clauses};
use super::shown::shown;
use crate::facts::Deed;
use crate::model;
use crate::units::Date;

shown! {
    /// The rules of procedure, as far as the authors word them.
    Procedure from (voice, rules: model::Procedure) {
        /// Who calls meetings, how, how long before, as Markdown.
        convening: Option<String>;
        /// How many votes must be there, as Markdown.
        quorum: Option<String>;
        /// How votes are cast, as Markdown.
        voting: Option<String>;
        /// When a partner does not vote, as Markdown.
        conflict: Option<String>;
        /// Who writes minutes, adopts and shows them, as Markdown.
        minutes: Option<String>;
        /// How a partner is excluded, as Markdown.
        exclusion: Option<String>;
        /// How the rules are changed, as Markdown.
        amendment: Option<String>;
        /// Its clauses: the authors' own, which stand above too, else those of the library that is taken.
        clauses: Vec<Clause> = clauses(voice, Deed::Procedure);
        /// The set of the library that it takes.
        library: Option<ClauseLibrary> = ClauseLibrary::of(voice, Deed::Procedure);
        /// When they were adopted.
        adopted: Option<Exact<Date>>;
        /// By what decision.
        decision: Option<String>;
    }
}
