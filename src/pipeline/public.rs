//! The edition for the public, on the line. In: `Run`. Out: the application as the edition shows it, and
//! what its texts may still tell of single persons.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::written::of_writer;
use super::{Edition, Run};
use crate::diagnostic::{Diagnostic, Findings, Value};
use crate::joining::Loaded;
use crate::model::Application;
use crate::proof::{self, Personal};
use crate::report::Checked;

/// The finding that keeps papers for the public back.
pub const PERSON: &str = "WRITE-08";

fn both([pl, en]: [&'static str; 2]) -> Value {
    Value::both(|lang| lang.pick(pl, en))
}

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

    /// Tells of texts that hold a person's data and would go into the edition for the public as they are: no
    /// program may change what an author wrote.
    pub fn personal(&self) -> Findings {
        let mut findings = Findings::default();
        if self.edition == Edition::Full {
            return findings;
        }
        for (place, told) in proof::personal(&self.loaded.application, &self.shown()) {
            let finding = match told {
                Personal::Contact => of_writer("WRITE-05", place, &[]),
                Personal::Surname => of_writer("WRITE-09", place, &[]),
                Personal::Name => {
                    of_writer(PERSON, place, &[]).with("what", both(["imię i nazwisko", "the name"]))
                }
                Personal::Address => {
                    of_writer(PERSON, place, &[]).with("what", both(["adres", "the address"]))
                }
                Personal::Number => of_writer(PERSON, place, &[]).with("what", both(["numer", "a number"])),
            };
            findings.push(finding);
        }
        findings
    }
}
