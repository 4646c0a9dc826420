//! What a call demands, as data. In: the YAML files beside this one, and a call's own over them. Out:
//! `Profile`, with rule levels, numbers and lists, each with its source.
//!
//! A profile names the one it `extends:`; what it says stands over that. A new profile is a new file
//! and a line in `shipped.rs`.

mod carried;
mod check;
mod chosen;
mod codes;
mod computable;
mod contradictions;
mod criteria;
mod demanded;
mod demands;
mod difference;
mod eligible;
mod entries;
mod faults;
mod filling;
mod form;
mod form_part;
mod judged;
mod link;
mod number_pattern;
mod numbers;
mod own;
mod own_terms;
mod repaired;
mod setting;
mod share_rule;
mod shipped;
mod stated;
mod text;
mod two_sources;
mod value;

pub use carried::NamedBy;
pub use check::Check;
pub use chosen::chosen;
pub use codes::limits;
pub use criteria::{Above, By, Criterion, Nature, Sheet, Stage, Tier};
pub use demands::{Fault, Profile, ProfilePart};
pub use difference::{Difference, differences, label};
pub use eligible::{AreaRule, Bodies, FundingSplit};
pub use faults::words;
pub use filling::Filling;
pub use form::{Counting, Each, Entry, Form, FormField, Joint, JointBand, Required, Section};
pub use judged::{Payer, beside_the_leader, noted, shares};
pub use link::Reading;
pub use number_pattern::NumberPattern;
pub use numbers::{Numbers, NumbersPart};
pub use own::{Ground, Named, Own, own, path};
pub use own_terms::{OWN, OwnIndicator, OwnList, OwnTerm};
pub use setting::Setting;
pub use share_rule::{Band, Mark, ShareBase, ShareRule};
pub use shipped::{BASE, ids, named, of_part};
pub use stated::{Origin, Stated};
pub use text::{compared, listing, shown};
pub use value::{Value, Valued};

use crate::diagnostic::Level;
use crate::model::Call;
use crate::units::{Count, Money, Share};

impl Profile {
    /// Returns the level of a rule's findings, given the rule's own; `None` when it is silent here.
    pub fn level(&self, code: &str, own: Level) -> Option<Level> {
        self.levels.get(code).map_or(Some(own), |setting| setting.value.level())
    }

    /// Tells whether this profile is `id` or stands on it.
    pub fn is_a(&self, id: &str) -> bool {
        self.lineage.iter().any(|base| base == id)
    }

    /// Returns the flat rate of indirect costs for these direct costs of the whole project; `None`
    /// when the profile knows none. A band's border belongs to it.
    pub fn indirect_rate(&self, direct: Money) -> Option<Share> {
        let bands = &self.indirect_bands.as_ref()?.value;
        bands.iter().find(|band| band.up_to.is_none_or(|border| direct <= border)).map(|band| band.rate)
    }

    /// Returns how many characters a field of the form may have: as the call says, else as the form.
    pub fn field_limit(&self, id: &str) -> Option<&Stated<Count>> {
        let own = || self.form.as_ref()?.field(id)?.limit.as_ref();
        self.limits.get(id).or_else(own)
    }

    /// Tells whether the form has a field for this; a profile without a form asks for nothing.
    pub fn asks(&self, filling: Filling) -> bool {
        self.form.iter().flat_map(Form::fields).any(|(_, field)| field.from.contains(&filling))
    }

    /// Returns how the portal counts.
    pub fn counting(&self) -> Counting {
        self.form
            .as_ref()
            .and_then(|form| form.counting.as_ref())
            .map_or_else(Counting::default, |own| own.value)
    }

    /// Returns the profile with what the application itself says of the call over it.
    #[must_use]
    pub fn with_call(mut self, call: &Call) -> Self {
        let origin = Origin::application();
        let stated = |count: Option<Count>| count.map(|count| Stated::new(count, origin.clone()));
        if let Some(months) = stated(call.evidence_max_age_months.copied()) {
            self.numbers.evidence_max_age_months = months;
        }
        if let Some(months) = stated(call.project_period_max_months.copied()) {
            self.numbers.project_period_max_months = Some(months);
        }
        if let Some(share) = call.own_contribution_min.copied() {
            self.numbers.own_contribution_min = Some(Stated::new(share, origin.clone()));
        }
        if !call.horizontal_required.is_empty() {
            let codes = call.horizontal_required.iter().map(|code| code.as_str().to_owned()).collect();
            self.horizontal_required = Stated::new(codes, origin.clone());
        }
        for (section, limit) in call.limits.iter() {
            self.limits.insert(section.clone(), Stated::new(*limit, origin.clone()));
        }
        self
    }

    /// Returns name and origin of every value: `numbers/partners_min`, `levels/ACT-03`.
    pub fn origins(&self) -> Vec<(String, Origin)> {
        let mut origins = Vec::new();
        let mut add = |name: String, origin: &Origin| origins.push((name, origin.clone()));
        self.stated().into_iter().for_each(|entry| add(entry.name, &entry.origin));
        self.numbers.origins().into_iter().for_each(|(name, origin)| add(format!("numbers/{name}"), origin));
        self.levels.iter().for_each(|(code, stated)| add(format!("levels/{code}"), &stated.origin));
        self.limits.iter().for_each(|(name, stated)| add(format!("limits/{name}"), &stated.origin));
        for stage in self.criteria.iter().flat_map(|sheet| &sheet.stages) {
            add(format!("criteria/{}", stage.id), &stage.origin());
        }
        origins.extend(self.form.iter().flat_map(Form::origins));
        origins
    }

    /// Returns the names of the values that nobody compared with their source.
    pub fn unverified(&self) -> Vec<String> {
        let origins = self.origins().into_iter();
        origins.filter(|(_, origin)| !origin.is_verified()).map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests;
