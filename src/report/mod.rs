//! What people and machines read of a check. In: findings with their files. Out: one text a format.
//!
//! The only place that turns a `Place` into lines and columns.

mod batch;
mod block;
mod coverage;
mod fingerprint;
mod github;
mod gitlab;
mod json;
mod junit;
mod languages;
mod paper;
mod readiness;
mod readiness_text;
mod sarif;
mod short;
mod step;
mod stream;
mod summary;
mod text;
mod unwritten;
mod unwritten_text;
mod words;

pub use crate::words::counted;
pub use batch::{BatchRow, batch_json, batch_markdown, batch_text};
pub use coverage::{coverage_json, coverage_mermaid, coverage_text};
pub use fingerprint::fingerprints;
pub use github::github;
pub use json::{data, report_schema, within};
pub use languages::{Languages, languages, languages_markdown, languages_text};
pub use paper::paper;
pub use readiness::{Open, Readiness, Row, concerning, draws_on, readiness};
pub use readiness_text::{readiness_data, readiness_markdown, readiness_text};
pub use short::{brief, short};
pub use step::step;
pub use stream::{Piece, Stream, piece};
pub use summary::{Tally, summary};
pub use text::{Look, findings, text};
pub use unwritten::{Thing, Unwritten, things, unwritten};
pub use words::{Worded, tables, worded, words};

use std::cmp::Reverse;

use crate::diagnostic::{Diagnostic, Findings, Level, Span, Value};
use crate::lang::Lang;
use crate::source::Sources;

/// One input with its findings, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The input as the user named it.
    pub name: String,
    /// The language of its report.
    pub lang: Lang,
    /// Its files.
    pub sources: Sources,
    /// What was found, the first in the file first.
    pub findings: Vec<Located>,
    /// What is yet to be written.
    pub unwritten: Unwritten,
}

/// A finding with its bytes.
#[derive(Clone, Debug)]
pub struct Located {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// The bytes it is about.
    pub span: Span,
    /// The bytes of [`Diagnostic::also`], in its order.
    pub also: Vec<Span>,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a person: the line, a caret, what to type.
    #[default]
    Text,
    /// For editors and grep: `path:line:column: CODE message`.
    Short,
    /// For programs; its shape is told in `docs/report.md`.
    Json,
    /// For platforms that show findings beside the text: SARIF 2.1.0.
    Sarif,
    /// For what shows tests: JUnit's XML.
    Junit,
    /// For a merge request: GitLab's report on the quality of code.
    Gitlab,
    /// For the annotations of a pull request.
    Github,
}

impl Format {
    /// All formats, as `--format` names them.
    pub const ALL: [(&'static str, Self); 7] = [
        ("text", Self::Text),
        ("short", Self::Short),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("junit", Self::Junit),
        ("gitlab", Self::Gitlab),
        ("github", Self::Github),
    ];
}

impl Checked {
    /// Resolves and sorts findings: by file, byte and code, each once.
    pub fn new(
        name: &str,
        lang: Lang,
        sources: Sources,
        findings: Findings,
        span_of: impl Fn(&Diagnostic) -> Resolved,
    ) -> Self {
        let mut findings: Vec<Located> = findings
            .0
            .into_iter()
            .map(|diagnostic| {
                let Resolved { span, also } = span_of(&diagnostic);
                Located { diagnostic, span, also }
            })
            .collect();
        findings.sort_by(|a, b| key(a).cmp(&key(b)));
        findings.dedup_by(|a, b| a.diagnostic == b.diagnostic);
        Self { name: name.to_owned(), lang, sources, findings, unwritten: Unwritten::default() }
    }

    /// Returns so many findings, the worst, in the order of the file.
    pub fn worst(&self, limit: usize) -> Vec<&Located> {
        self.worst_at(limit).into_iter().map(|at| &self.findings[at]).collect()
    }

    /// Returns where in the list they are.
    fn worst_at(&self, limit: usize) -> Vec<usize> {
        let mut worst: Vec<usize> = (0..self.findings.len()).collect();
        if worst.len() > limit {
            worst.sort_by_key(|at| Reverse(self.findings[*at].diagnostic.level));
            worst.truncate(limit);
            worst.sort_unstable();
        }
        worst
    }

    /// Returns it with its errors and what another check did not find.
    pub fn without(&self, other: &Self) -> Self {
        let is_new = |found: &&Located| {
            let own = &found.diagnostic;
            own.level == Level::Error || other.findings.iter().all(|known| known.diagnostic != *own)
        };
        let findings = self.findings.iter().filter(is_new).cloned().collect();
        Self { findings, unwritten: Unwritten::default(), ..self.clone() }
    }

    /// Returns it with what is of a level or above alone; with nothing where there is no level.
    pub fn from_level(&self, least: Option<Level>) -> Self {
        let reaches = |level: Level| least.is_some_and(|least| level >= least);
        let findings =
            self.findings.iter().filter(|found| reaches(found.diagnostic.level)).cloned().collect();
        let mut unwritten = self.unwritten.clone();
        if !reaches(Level::Missing) {
            unwritten = Unwritten::default();
        } else if !reaches(Level::Advice) {
            unwritten.advised.clear();
        }
        Self { findings, unwritten, ..self.clone() }
    }

    /// Returns how many findings are of this level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.diagnostic.level == level).count()
    }
}

/// The bytes of a finding and of the places that belong to it.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// Where it is.
    pub span: Span,
    /// Where the other places are.
    pub also: Vec<Span>,
}

fn key(finding: &Located) -> (Span, &str, &[(&str, Value)]) {
    let Located { diagnostic, span, .. } = finding;
    (*span, diagnostic.code, &diagnostic.values)
}

/// Returns the name of a level as a report prints it.
pub fn level(level: Level, lang: Lang) -> &'static str {
    match level {
        Level::Error => lang.pick("błąd", "error"),
        Level::Missing => lang.pick("brak", "missing"),
        Level::Warning => lang.pick("ostrzeżenie", "warning"),
        Level::Advice => lang.pick("rada", "advice"),
    }
}
