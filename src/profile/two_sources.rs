//! What an application says of its call against what the call's own file says. In: both. Out: a finding at
//! each value of the application that outdoes another one.

use super::Profile;
use super::faults::fault;
use super::stated::Stated;
use crate::described::At;
use crate::diagnostic::{Findings, Value};
use crate::model::{Call, Field};

impl Profile {
    /// Tells where the application's `call` gives another value than this profile, read from a file of the
    /// applicants' own; [`Self::with_call`] lets the application's count.
    pub fn outdone(&self, call: At<'_, Call>, findings: &mut Findings) {
        let numbers = &self.numbers;
        let least = numbers.own_contribution_min.as_ref();
        let age = Some(&numbers.evidence_max_age_months);
        let period = numbers.project_period_max_months.as_ref();
        let found = [
            (
                call.own_contribution_min().here(),
                call.own_contribution_min().field_key(),
                differing(&call.own_contribution_min, least),
            ),
            (
                call.evidence_max_age_months().here(),
                call.evidence_max_age_months().field_key(),
                differing(&call.evidence_max_age_months, age),
            ),
            (
                call.project_period_max_months().here(),
                call.project_period_max_months().field_key(),
                differing(&call.project_period_max_months, period),
            ),
        ];
        for (place, key, both) in found {
            if let Some([own, file]) = both {
                findings.push(
                    fault("CALL-16", (place, None), &[("key", key)]).with("own", own).with("file", file),
                );
            }
        }
    }
}

/// Returns the application's value and the file's, where the applicants gave both and they differ.
fn differing<T: Copy + PartialEq + Into<Value>>(
    own: &Field<T>,
    stated: Option<&Stated<T>>,
) -> Option<[Value; 2]> {
    let stated = stated.filter(|stated| stated.origin.own)?;
    own.copied().filter(|own| *own != stated.value).map(|own| [own.into(), stated.value.into()])
}
