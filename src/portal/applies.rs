//! Whether a field applies to a project. In: the form's word on it, the project. Out: yes or no.

use super::Case;
use crate::profile::Required;

/// Tells whether a field has to be filled; `is_empty` tells that the application has nothing for it.
pub(super) fn applies(case: &Case<'_>, required: Required, is_empty: bool) -> bool {
    match required {
        Required::Always | Required::PerCall => true,
        Required::Partnership => case.facts.partners.len() > 1,
        Required::FromValue => {
            let border = case.profile.numbers.risk_from.as_ref().map(|stated| stated.value);
            let total = case.facts.project_total();
            // A value that nobody has given yet may still reach the border.
            border.zip(total).is_none_or(|(border, total)| total >= border)
        }
        Required::IfUsed => !is_empty,
    }
}
