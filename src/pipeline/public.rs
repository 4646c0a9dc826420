//! The edition for the public, on the line. In: `Run`. Out: the application as the edition shows it, and
//! what its texts may still tell of single persons.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::written::of_writer;
use super::{Edition, Run};
use crate::diagnostic::{Diagnostic, Findings};
use crate::joining::Loaded;
use crate::model::Application;
use crate::proof;
use crate::report::Checked;

/// How many places the finding names.
const NAMED: usize = 8;

impl Run {
    /// Returns the application as the edition shows it.
    pub(super) fn shown(&self) -> Cow<'_, Application> {
        match self.edition {
            Edition::Full => Cow::Borrowed(&self.loaded.application),
            Edition::Public => {
                let mut application = self.loaded.application.clone();
                application.without_personal_data();
                Cow::Owned(application)
            }
        }
    }

    /// Returns what a check found as the edition may tell it: a finding that calls a person by name is told
    /// without it, and what the edition leaves out is not told as missing.
    pub(super) fn without_persons(&self, whole: Checked) -> Checked {
        let Cow::Owned(application) = self.shown() else { return whole };
        let loaded = Loaded { application, ..self.loaded.clone() };
        let shown = Self { loaded, checked: OnceLock::new(), ..self.clone() };
        let mut told = shown.check(Findings::default(), self.loaded.sources.clone());
        told.findings.retain(|finding| {
            let same = |own: &Diagnostic| {
                own.code == finding.diagnostic.code && own.place == finding.diagnostic.place
            };
            whole.findings.iter().any(|own| same(&own.diagnostic))
        });
        told
    }

    /// Warns of texts that hold an e-mail address, a phone number or a PESEL and go into the edition for the
    /// public as they are: no program may change what an author wrote.
    pub fn personal(&self) -> Findings {
        let mut findings = Findings::default();
        if self.edition == Edition::Full {
            return findings;
        }
        let places = proof::personal(&self.shown());
        if let Some(first) = places.first() {
            let named: Vec<String> = places.iter().take(NAMED).map(|place| format!("`{place}`")).collect();
            let more = if places.len() > NAMED { " …" } else { "" };
            let (count, places) = (places.len().to_string(), named.join(", ") + more);
            let values = [("count", count.as_str()), ("places", &places)];
            findings.push(of_writer("WRITE-05", first.clone(), &values));
        }
        findings
    }
}
