//! What a call demands, whole and as one file says it. In: YAML. Out: `Profile`, `ProfilePart` and how the one
//! comes of the other. A demand with a source is a row of the table below.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::criteria::Sheet;
use super::eligible::{AreaRule, Bodies, FundingSplit};
use super::form::Form;
use super::number_pattern::NumberPattern;
use super::numbers::{Numbers, NumbersPart};
use super::own_terms::{OwnIndicator, OwnTerm};
use super::setting::Setting;
use super::share_rule::{Band, ShareRule};
use super::stated::{Origin, Stated};
use super::value::{Valued, entry};
use crate::catalogue::Label;
use crate::units::{Count, Date};

/// Why a profile cannot be put together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It extends a profile that there is not.
    #[error("no profile is named {0}")]
    Unknown(String),
    /// It extends itself, over the ids named.
    #[error("the profiles {0:?} extend each other")]
    Cycle(Vec<String>),
    /// Neither it nor its bases give a value.
    #[error("no profile below {id} gives {name}")]
    Missing {
        /// The profile.
        id: String,
        /// The value.
        name: &'static str,
    },
}

/// Writes a profile as resolved and as written: what stands under `always` is in the base profile at least.
macro_rules! demands {
    (
        always { $($(#[$doc:meta])+ $name:ident: $type:ty,)+ }
        where_a_call_says { $($(#[$own_doc:meta])+ $own:ident: $own_type:ty,)+ }
    ) => {
        /// A call's demands, complete.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        pub struct Profile {
            /// The id: `esf-plus`.
            pub id: String,
            /// The name for people.
            pub title: Label,
            /// The ids from this profile down to the base.
            pub lineage: Vec<String>,
            /// How bad the finding of a rule is, by code; a rule that is not here keeps its own level.
            pub levels: BTreeMap<String, Stated<Setting>>,
            /// The numbers.
            pub numbers: Numbers,
            /// How many characters a section may have, by name.
            pub limits: BTreeMap<String, Stated<Count>>,
            /// The form; `None` when the profile knows none.
            pub form: Option<Form>,
            /// The sheet of criteria; `None` when the profile knows none.
            pub criteria: Option<Sheet>,
            $($(#[$doc])+ pub $name: Stated<$type>,)+
            $($(#[$own_doc])+ pub $own: Option<Stated<$own_type>>,)+
        }

        /// What one file says; the rest comes from the profile it extends.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
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
            /// How many characters a section may have.
            pub limits: BTreeMap<String, Stated<Count>>,
            /// The form, or what of the base's form is different.
            pub form: Option<Form>,
            /// The sheet of criteria, or the stages that are different.
            pub criteria: Option<Sheet>,
            $($(#[$doc])+ pub $name: Option<Stated<$type>>,)+
            $($(#[$own_doc])+ pub $own: Option<Stated<$own_type>>,)+
        }

        impl ProfilePart {
            /// Gives every bare value the origin of this file; `own` says that the applicants wrote it.
            pub(super) fn settled(mut self, own: bool) -> Self {
                let origin = Origin { source: self.source.clone(), verified_on: self.verified_on, own };
                self.numbers.settle(&origin);
                self.levels.values_mut().for_each(|stated| stated.settle(&origin));
                self.limits.values_mut().for_each(|stated| stated.settle(&origin));
                self.form.iter_mut().for_each(|form| form.settle(&origin));
                self.criteria.iter_mut().for_each(|criteria| criteria.settle(&origin));
                $(self.$name.iter_mut().for_each(|stated| stated.settle(&origin));)+
                $(self.$own.iter_mut().for_each(|stated| stated.settle(&origin));)+
                self
            }

            /// Returns this file over its base: what it says stands, maps entry by entry, lists as a whole.
            pub(super) fn over(self, base: Self) -> Self {
                Self {
                    levels: over(self.levels, base.levels),
                    numbers: self.numbers.over(base.numbers),
                    limits: over(self.limits, base.limits),
                    form: either(self.form, base.form, Form::over),
                    criteria: either(self.criteria, base.criteria, Sheet::over),
                    $($name: self.$name.or(base.$name),)+
                    $($own: self.$own.or(base.$own),)+
                    ..self
                }
            }

            /// Returns the whole; fails with the name of a value that even the base lacks.
            pub(super) fn whole(self, lineage: Vec<String>) -> Result<Profile, Fault> {
                let missing = |name| Fault::Missing { id: self.id.clone(), name };
                Ok(Profile {
                    numbers: self.numbers.whole().map_err(missing)?,
                    $($name: self.$name.ok_or_else(|| missing(stringify!($name)))?,)+
                    $($own: self.$own,)+
                    levels: self.levels,
                    limits: self.limits,
                    form: self.form,
                    criteria: self.criteria,
                    title: self.title,
                    id: self.id,
                    lineage,
                })
            }
        }

        impl Profile {
            /// Returns the names of what the call does not say, or nobody read.
            pub fn unsaid(&self) -> Vec<String> {
                let mut names: Vec<String> = Vec::new();
                $(if self.$own.is_none() { names.push(stringify!($own).to_owned()); })+
                names.extend(self.numbers.unsaid().into_iter().map(|name| format!("numbers/{name}")));
                names
            }

            /// Returns each row of the table that is given with its name.
            pub(super) fn stated(&self) -> Vec<Valued> {
                let mut stated = vec![$(entry(stringify!($name), &self.$name)),+];
                $(stated.extend(self.$own.as_ref().map(|own| entry(stringify!($own), own)));)+
                stated
            }
        }
    };
}

demands! {
    always {
        /// The horizontal principles on which a statement is due, codes of `horizontal_principles`.
        horizontal_required: Vec<String>,
        /// The codes of the indicators that are due, 0 allowed.
        indicators_required: Vec<String>,
        /// The elements that a partnership agreement needs, codes of `agreement_elements`.
        agreement_elements: Vec<String>,
        /// The paragraph of the law whose points those elements are, as a deed cites it.
        agreement_law: Label,
    }
    where_a_call_says {
        /// The programme; with any of these first values the file is a call's own and not a rule for several.
        programme: Label,
        /// The voivodeship of the programme, by name or by the two digits of its TERYT code.
        region: String,
        /// The programme's priority.
        priority: Label,
        /// The programme's measure.
        measure: Label,
        /// The programme's specific objective.
        specific_objective: Label,
        /// The number of the call.
        number: String,
        /// The institution that runs the call.
        institution: Label,
        /// The first day on which applications are taken.
        opens: Date,
        /// The last day on which applications are taken.
        deadline: Date,
        /// Who may apply.
        applicants: Bodies,
        /// Who may be a partner of the applicant.
        partners: Bodies,
        /// Where a project may work.
        area: AreaRule,
        /// What part of a project each payer may carry.
        funding: FundingSplit,
        /// The indicators of the call's own list.
        indicators: Vec<OwnIndicator>,
        /// What the call adds to the lists of annexes, of horizontal principles and of points of the agreement.
        own_terms: Vec<OwnTerm>,
        /// The target groups the call allows; `None` for any.
        groups_allowed: Vec<String>,
        /// The marks that papers for the public bear, codes of `funding_marks`.
        marks: Vec<String>,
        /// The annexes that are due, codes of `annex_kinds`.
        annexes_required: Vec<String>,
        /// The points of the minimum standard of equality, by code of `gender_questions`.
        gender_points: BTreeMap<String, Count>,
        /// The points from which the minimum standard is met.
        gender_pass: Count,
        /// When the minimum standard does not apply.
        gender_exemptions: Vec<Label>,
        /// The flat rates of indirect costs, by rising direct costs.
        indirect_bands: Vec<Band>,
        /// What share of the money may or must go where; `None` when the call does not say.
        share_rules: Vec<ShareRule>,
        /// The declaration that the law words; the Polish text is the law's own.
        declaration: Label,
        /// The shapes of call numbers, any of which may fit.
        call_numbers: Vec<NumberPattern>,
        /// The shapes of project numbers, any of which may fit.
        project_numbers: Vec<NumberPattern>,
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
