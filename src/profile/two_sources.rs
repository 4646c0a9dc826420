//! What an application says of its call against what the call's own file says. In: both. Out: a finding at
//! each value of the application that outdoes another one.

use super::Profile;
use super::faults::fault;
use super::stated::Stated;
use crate::diagnostic::{Findings, Place};
use crate::lang::Lang;
use crate::model::{Call, Field};
use crate::units::{Count, Share};

impl Profile {
    /// Tells where the application's `call` gives another value than this profile, read from a file of the
    /// applicants' own; [`Self::with_call`] lets the application's count.
    pub fn outdone(&self, call: &Call, findings: &mut Findings, lang: Lang) {
        let numbers = &self.numbers;
        let share = |share: Share| share.words(lang);
        let count = |count: Count| count.words(lang);
        let least = numbers.own_contribution_min.as_ref();
        let age = Some(&numbers.evidence_max_age_months);
        let period = numbers.project_period_max_months.as_ref();
        let found = [
            (
                "own_contribution_min",
                differing(&call.own_contribution_min, least).map(|both| both.map(share)),
            ),
            (
                "evidence_max_age_months",
                differing(&call.evidence_max_age_months, age).map(|both| both.map(count)),
            ),
            (
                "project_period_max_months",
                differing(&call.project_period_max_months, period).map(|both| both.map(count)),
            ),
        ];
        for (key, both) in found {
            if let Some([own, file]) = both {
                let at = (Place::parse("call").key(key), None);
                let values = [("key", key), ("own", own.as_str()), ("file", file.as_str())];
                findings.push(fault(lang, "CALL-16", at, &values));
            }
        }
    }
}

/// Returns the application's value and the file's, where the applicants gave both and they differ.
fn differing<T: Copy + PartialEq>(own: &Field<T>, stated: Option<&Stated<T>>) -> Option<[T; 2]> {
    let stated = stated.filter(|stated| stated.origin.own)?;
    own.copied().filter(|own| *own != stated.value).map(|own| [own, stated.value])
}
