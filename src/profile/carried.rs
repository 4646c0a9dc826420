//! The call's own data: programme, number, measure. In: a profile that says whose call it is, and what the application
//! says of its call. Out: the call as the profile has it, and a finding where the application speaks of another one.

use super::faults::fault;
use super::{Profile, Stated};
use crate::catalogue::{self, Label, Region};
use crate::described::At;
use crate::diagnostic::{Findings, Level};
use crate::model::{ByLang, Call, Field, Text};

/// Who names a call's own file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// The application itself.
    Application,
    /// Whoever runs the check: the file's call stands for the application's as a whole.
    Run,
}

impl Profile {
    /// Tells whether this is one call and not a rule for several.
    pub fn is_one_call(&self) -> bool {
        self.number.is_some() || self.programme.is_some() || self.measure.is_some()
    }

    /// Returns the voivodeship of the call's programme; `None` where it names none.
    pub fn region(&self) -> Option<&'static Region> {
        catalogue::regions().named(&self.region.as_ref()?.value)
    }

    /// Tells that the application names another call than this one, at its number, else at its programme.
    pub fn strays(&self, call: At<'_, Call>, by: NamedBy, findings: &mut Findings) {
        let own = call.number.get().map(|number| number.trim());
        let Some((number, own)) = self.number.as_ref().zip(own).filter(|(number, own)| number.value != *own)
        else {
            return;
        };
        let values = [("own", own), ("file", number.value.as_str())];
        let mut finding = fault("CALL-25", (call.number().here(), None), &values);
        if by == NamedBy::Run {
            finding.level = Level::Advice;
        }
        findings.push(finding);
    }

    /// Puts the call's own data in place of what the application says of its call. One that whoever runs the check
    /// names takes the place of all of it, but for the day of handing in.
    pub fn carry(&self, call: &mut Call, by: NamedBy) {
        let is_other = by == NamedBy::Run && self.is_one_call();
        put(&mut call.programme, text(self.programme.as_ref()), is_other);
        put(&mut call.priority, text(self.priority.as_ref()), is_other);
        put(&mut call.measure, text(self.measure.as_ref()), is_other);
        put(&mut call.institution, text(self.institution.as_ref()), is_other);
        put(&mut call.number, self.number.as_ref().map(|own| own.value.clone()), is_other);
        // Which objective a project serves is its authors' word, unless the call serves one alone.
        put(&mut call.specific_objective, text(self.specific_objective.as_ref()), false);
    }
}

fn text(label: Option<&Stated<Label>>) -> Option<Text> {
    let Label { pl, en } = &label?.value;
    let each = ByLang { pl: Field::Given(pl.clone()), en: Field::Given(en.clone()) };
    Some(if pl == en { Text::One(pl.clone()) } else { Text::Each(each) })
}

fn put<T>(field: &mut Field<T>, own: Option<T>, is_other: bool) {
    match own {
        Some(own) => *field = Field::Given(own),
        None if is_other => *field = Field::Missing,
        None => {}
    }
}
