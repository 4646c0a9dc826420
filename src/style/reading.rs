//! What the checks of a look share. In: a file as read. Out: findings at their places.

use super::faults::fault;
use super::sheet::Sheet;
use crate::diagnostic::{Findings, Patch, Place, Span};
use crate::lang::Lang;
use crate::load::{Files, ReadFile};
use crate::source::Sources;

/// What checks share.
pub(super) struct Reading<'r> {
    pub(super) lang: Lang,
    pub(super) files: &'r dyn Files,
    pub(super) part: &'r ReadFile<Sheet>,
    pub(super) sources: &'r Sources,
    pub(super) findings: &'r mut Findings,
}

impl Reading<'_> {
    /// Tells an error at its place.
    pub(super) fn tell(&mut self, code: &str, place: &Place, values: &[(&str, &str)]) {
        let span = self.part.span_of(place);
        self.findings.push(fault(self.lang, code, (place.clone(), span), values));
    }

    /// Tells an error that one word mends.
    pub(super) fn tell_mended(&mut self, code: &str, place: &Place, values: &[(&str, &str)], text: &str) {
        let span: Span = self.part.span_of(place);
        let mut finding = fault(self.lang, code, (place.clone(), span), values);
        finding.patch = Some(Patch { span, text: text.to_owned() });
        self.findings.push(finding);
    }
}
