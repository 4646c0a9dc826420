//! One file of a profile, before it is put over its base. In: YAML. Out: `ProfilePart`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::criteria::Sheet;
use super::form::Form;
use super::number_pattern::NumberPattern;
use super::numbers::NumbersPart;
use super::setting::Setting;
use super::share_rule::{Band, ShareRule};
use super::stated::{Origin, Stated};
use crate::catalogue::Label;
use crate::units::{Count, Date};

/// What one file says; the rest comes from the profile it extends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProfilePart {
    /// The profile's id: `esf-plus`.
    pub id: String,
    /// Its name for people.
    pub title: Label,
    /// The profile it stands on; none for the base.
    pub extends: Option<String>,
    /// Where values come from that name no source.
    pub source: String,
    /// When those were compared with that source.
    pub verified_on: Option<Date>,
    /// How bad the finding of a rule is, by code.
    pub levels: BTreeMap<String, Stated<Setting>>,
    /// The call's numbers.
    pub numbers: NumbersPart,
    /// The horizontal principles on which a statement is due.
    pub horizontal_required: Option<Stated<Vec<String>>>,
    /// The indicators that are due, 0 allowed.
    pub indicators_required: Option<Stated<Vec<String>>>,
    /// The elements that a partnership agreement needs.
    pub agreement_elements: Option<Stated<Vec<String>>>,
    /// The target groups the call allows.
    pub groups_allowed: Option<Stated<Vec<String>>>,
    /// How many characters a section may have.
    pub limits: BTreeMap<String, Stated<Count>>,
    /// The points of the minimum standard of equality, by question.
    pub gender_points: Option<Stated<BTreeMap<String, Count>>>,
    /// The points from which the minimum standard is met.
    pub gender_pass: Option<Stated<Count>>,
    /// When the minimum standard does not apply.
    pub gender_exemptions: Option<Stated<Vec<Label>>>,
    /// The flat rates of indirect costs.
    pub indirect_bands: Option<Stated<Vec<Band>>>,
    /// What share of the money may or must go where.
    pub share_rules: Option<Stated<Vec<ShareRule>>>,
    /// The form, or what of the base's form is different.
    pub form: Option<Form>,
    /// The sheet of criteria, or the stages that are different.
    pub criteria: Option<Sheet>,
    /// The declaration that the law words.
    pub declaration: Option<Stated<Label>>,
    /// The shapes of call numbers.
    pub call_numbers: Option<Stated<Vec<NumberPattern>>>,
    /// The shapes of project numbers.
    pub project_numbers: Option<Stated<Vec<NumberPattern>>>,
    /// The annexes that are due.
    pub annexes_required: Option<Stated<Vec<String>>>,
}

impl ProfilePart {
    /// Gives every bare value the origin of this file; `own` says that the applicants wrote it.
    pub(super) fn settled(mut self, own: bool) -> Self {
        let origin = Origin { source: self.source.clone(), verified_on: self.verified_on, own };
        self.numbers.settle(&origin);
        self.levels.values_mut().for_each(|stated| stated.settle(&origin));
        self.limits.values_mut().for_each(|stated| stated.settle(&origin));
        let lists = [
            &mut self.horizontal_required,
            &mut self.indicators_required,
            &mut self.agreement_elements,
            &mut self.groups_allowed,
            &mut self.annexes_required,
        ];
        lists.into_iter().flatten().for_each(|stated| stated.settle(&origin));
        self.gender_points.iter_mut().for_each(|stated| stated.settle(&origin));
        self.gender_pass.iter_mut().for_each(|stated| stated.settle(&origin));
        self.gender_exemptions.iter_mut().for_each(|stated| stated.settle(&origin));
        self.indirect_bands.iter_mut().for_each(|stated| stated.settle(&origin));
        self.share_rules.iter_mut().for_each(|stated| stated.settle(&origin));
        self.declaration.iter_mut().for_each(|stated| stated.settle(&origin));
        let numbers = [&mut self.call_numbers, &mut self.project_numbers];
        numbers.into_iter().flatten().for_each(|stated| stated.settle(&origin));
        self.form.iter_mut().for_each(|form| form.settle(&origin));
        self.criteria.iter_mut().for_each(|criteria| criteria.settle(&origin));
        self
    }

    /// Returns this file over its base: what it says stands, maps entry by entry, lists as a whole.
    pub(super) fn over(self, base: Self) -> Self {
        Self {
            levels: over(self.levels, base.levels),
            numbers: self.numbers.over(base.numbers),
            horizontal_required: self.horizontal_required.or(base.horizontal_required),
            indicators_required: self.indicators_required.or(base.indicators_required),
            agreement_elements: self.agreement_elements.or(base.agreement_elements),
            groups_allowed: self.groups_allowed.or(base.groups_allowed),
            limits: over(self.limits, base.limits),
            gender_points: self.gender_points.or(base.gender_points),
            gender_pass: self.gender_pass.or(base.gender_pass),
            gender_exemptions: self.gender_exemptions.or(base.gender_exemptions),
            indirect_bands: self.indirect_bands.or(base.indirect_bands),
            share_rules: self.share_rules.or(base.share_rules),
            form: either(self.form, base.form, Form::over),
            criteria: either(self.criteria, base.criteria, Sheet::over),
            declaration: self.declaration.or(base.declaration),
            call_numbers: self.call_numbers.or(base.call_numbers),
            project_numbers: self.project_numbers.or(base.project_numbers),
            annexes_required: self.annexes_required.or(base.annexes_required),
            ..self
        }
    }
}

fn over<T>(own: BTreeMap<String, T>, mut base: BTreeMap<String, T>) -> BTreeMap<String, T> {
    base.extend(own);
    base
}

fn either<T>(own: Option<T>, base: Option<T>, over: fn(T, T) -> T) -> Option<T> {
    match (own, base) {
        (Some(own), Some(base)) => Some(over(own, base)),
        (own, base) => own.or(base),
    }
}
