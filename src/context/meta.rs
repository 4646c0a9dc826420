//! Title, date, authors, call. Out: `Meta`, `Call`.

use super::Exact;
use super::shown::shown;
use crate::model;
use crate::units::Date;

shown! {
    /// Title, date, authors.
    Meta from (voice, meta: model::Meta) {
        /// The project's title.
        title: Option<String> = voice.must(voice.shown(meta.title()), meta.title());
        /// The application's date.
        date: Option<Exact<Date>>;
        /// Who wrote it.
        authors: Vec<String>;
        /// The version of the text.
        version: Option<String>;
        /// What changed from version to version.
        changes: Vec<Change>;
        /// A short description, as Markdown.
        summary: Option<String>;
    }

    /// A change of the application.
    Change from (voice, change: model::Change) {
        /// The version it led to.
        version: Option<String>;
        /// When.
        date: Option<Exact<Date>>;
        /// What.
        text: Option<String>;
    }

    /// The call and the programme.
    Call from (voice, call: model::Call) {
        /// The programme.
        programme: Option<String>;
        /// Its priority.
        priority: Option<String>;
        /// Its measure.
        measure: Option<String>;
        /// Its specific objective that the project serves.
        specific_objective: Option<String>;
        /// The number of the call.
        number: Option<String>;
        /// The institution that runs it.
        institution: Option<String>;
    }
}
