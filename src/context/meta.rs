//! Title, date, authors, call. Out: `Meta`, `Call`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Exact;
use super::voice::Voice;
use crate::described::At;
use crate::units::Date;

/// Title, date, authors.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Meta {
    /// The project's title.
    pub title: Option<String>,
    /// The application's date.
    pub date: Option<Exact<Date>>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The version of the text.
    pub version: Option<String>,
    /// What changed from version to version.
    pub changes: Vec<Change>,
    /// A short description, as Markdown.
    pub summary: Option<String>,
}

/// A change of the application.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Change {
    /// The version it led to.
    pub version: Option<String>,
    /// When.
    pub date: Option<Exact<Date>>,
    /// What.
    pub text: Option<String>,
}

/// The call and the programme.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Call {
    /// The programme.
    pub programme: Option<String>,
    /// Its priority.
    pub priority: Option<String>,
    /// Its measure.
    pub measure: Option<String>,
    /// Its specific objective that the project serves.
    pub specific_objective: Option<String>,
    /// The number of the call.
    pub number: Option<String>,
    /// The institution that runs it.
    pub institution: Option<String>,
}

impl Meta {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let meta = voice.facts.root().meta();
        let change = |change: At<'_, crate::model::Change>| Change {
            version: voice.plain(&change.version),
            date: voice.date(&change.date),
            text: voice.text(change.text()),
        };
        Self {
            title: voice.must(voice.text(meta.title()), "META-02"),
            date: voice.date(&meta.date),
            authors: meta.authors.iter().map(|name| super::mark::clean(name)).collect(),
            version: voice.plain(&meta.version),
            changes: meta.changes().each().map(change).collect(),
            summary: voice.prose(meta.summary()),
        }
    }
}

impl Call {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let call = voice.facts.root().call();
        Self {
            programme: voice.text(call.programme()),
            priority: voice.text(call.priority()),
            measure: voice.text(call.measure()),
            specific_objective: voice.text(call.specific_objective()),
            number: voice.plain(&call.number),
            institution: voice.text(call.institution()),
        }
    }
}
