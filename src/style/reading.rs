//! What the checks of a look share. In: a file as read. Out: findings at their places.

use super::faults::fault;
use crate::diagnostic::{Diagnostic, Findings, Mend, Patch, Place};
use crate::joining::Files;
use crate::model::LookSheet;
use crate::reading::ReadFile;
use crate::source::Sources;

/// What checks share.
pub(super) struct Reading<'r> {
    pub(super) files: &'r dyn Files,
    pub(super) part: &'r ReadFile<LookSheet>,
    pub(super) sources: &'r Sources,
    pub(super) findings: &'r mut Findings,
}

impl Reading<'_> {
    /// Tells an error at its place.
    pub(super) fn tell(&mut self, code: &str, place: &Place, values: &[(&'static str, &str)]) {
        self.push(self.fault(code, place, values));
    }

    /// Returns an error at its place.
    pub(super) fn fault(&self, code: &str, place: &Place, values: &[(&'static str, &str)]) -> Diagnostic {
        fault(code, (place.clone(), self.part.span_of(place)), values)
    }

    /// Tells an error.
    pub(super) fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Tells an error that one word mends.
    pub(super) fn push_mended(&mut self, finding: Diagnostic, kind: Mend, text: &str) {
        let patch = finding.span.map(|span| Patch { span, text: text.to_owned(), kind });
        self.push(Diagnostic { patch, ..finding });
    }
}
