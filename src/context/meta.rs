//! Title, date, authors, call, what a paper says of itself. Out: `Meta`, `Call`, `Paper`.

use std::collections::BTreeMap;

use super::Exact;
use super::shown::{OfField as _, shown};
use super::voice::Voice;
use crate::described::At;
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

    /// What a paper says of itself.
    Paper from (voice, paper: model::WantedPaper) {
        /// The day it bears.
        date: Option<Exact<Date>>;
        /// Where it was adopted or signed.
        place: Option<String>;
        /// Its version.
        version: Option<String>;
        /// `draft`, `adopted` or `signed`.
        status: Option<String> = voice.code(paper.status());
        /// Its standing in words: `przyjęty – zgromadzenie partnerów, uchwała nr 3/2026`.
        standing: Option<String> = standing(voice, paper);
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

impl Paper {
    pub(super) fn all(voice: &Voice<'_, '_>) -> BTreeMap<String, Self> {
        let papers = voice.facts.root().papers().each();
        papers.map(|(name, own)| (name.clone(), Self::of_field(voice, own))).collect()
    }
}

/// Returns how far a paper has come, with who adopted it and by what.
fn standing(voice: &Voice<'_, '_>, paper: At<'_, model::WantedPaper>) -> Option<String> {
    let by: Vec<String> =
        [voice.words(paper.adopted_by()), voice.words(paper.resolution())].into_iter().flatten().collect();
    let parts = [voice.words(paper.status()), Some(by.join(", ")).filter(|by| !by.is_empty())];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join(" – ")).filter(|standing| !standing.is_empty())
}
