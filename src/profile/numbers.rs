//! The numbers of a call. In: what a profile's file gives. Out: `Numbers`, where the base profile
//! fills what a call leaves out.

use serde::{Deserialize, Serialize};

use super::stated::{Origin, Stated};
use super::value::{self, Valued};
use crate::units::{Count, Date, Money, Number, Share};

/// Writes the numbers as resolved and as written: those of the base profile always have a value.
macro_rules! numbers {
    (
        always { $($(#[$doc:meta])+ $name:ident: $type:ty,)+ }
        where_a_call_says { $($(#[$own_doc:meta])+ $own:ident: $own_type:ty,)+ }
    ) => {
        /// The numbers of a profile.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        pub struct Numbers {
            $($(#[$doc])+ pub $name: Stated<$type>,)+
            $($(#[$own_doc])+ #[serde(skip_serializing_if = "Option::is_none")] pub $own: Option<Stated<$own_type>>,)+
        }

        /// The numbers that one file gives.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct NumbersPart {
            $($(#[$doc])+ pub $name: Option<Stated<$type>>,)+
            $($(#[$own_doc])+ pub $own: Option<Stated<$own_type>>,)+
        }

        impl NumbersPart {
            /// Returns these numbers, those of `base` where there is none.
            pub(super) fn over(self, base: Self) -> Self {
                Self {
                    $($name: self.$name.or(base.$name),)+
                    $($own: self.$own.or(base.$own),)+
                }
            }

            /// Gives bare numbers the origin of their file.
            pub(super) fn settle(&mut self, origin: &Origin) {
                $(if let Some(stated) = &mut self.$name { stated.settle(origin); })+
                $(if let Some(stated) = &mut self.$own { stated.settle(origin); })+
            }

            /// Returns the whole; fails with the name of a number that even the base lacks.
            pub(super) fn whole(self) -> Result<Numbers, &'static str> {
                Ok(Numbers {
                    $($name: self.$name.ok_or(stringify!($name))?,)+
                    $($own: self.$own,)+
                })
            }
        }

        impl Numbers {
            /// Returns name and origin of each number that is given.
            pub fn origins(&self) -> Vec<(&'static str, &Origin)> {
                let mut origins = vec![$((stringify!($name), &self.$name.origin)),+];
                $(origins.extend(self.$own.iter().map(|stated| (stringify!($own), &stated.origin)));)+
                origins
            }

            /// Returns the names of the numbers that are not given.
            pub(super) fn unsaid(&self) -> Vec<&'static str> {
                let mut names = Vec::new();
                $(if self.$own.is_none() { names.push(stringify!($own)); })+
                names
            }

            /// Returns each number that is given with its name, `numbers/partners_min`.
            pub(super) fn entries(&self) -> Vec<Valued> {
                let named = |name: &str| format!("numbers/{name}");
                let mut entries = vec![
                    $(value::of(&named(stringify!($name)), self.$name.value, &self.$name.origin)),+
                ];
                $(if let Some(own) = &self.$own {
                    entries.push(value::of(&named(stringify!($own)), own.value, &own.origin));
                })+
                entries
            }
        }
    };
}

numbers! {
    always {
        /// How old evidence may be on the day of submission, in months.
        evidence_max_age_months: Count,
        /// How long the argument of an alignment is at least, in characters.
        argument_min_chars: Count,
        /// How long a description of the diagnosis is at least, in characters.
        description_min_chars: Count,
        /// How many partners there are at least.
        partners_min: Count,
        /// How many partners make a joint diagnosis.
        joint_partners_min: Count,
        /// How many risks the register holds at least.
        risks_min: Count,
        /// How many months may pass between two meetings of a body.
        meeting_max_months: Count,
        /// How many months may pass without a milestone.
        milestone_gap_months: Count,
        /// How long a pact holds at least, in months.
        pact_validity_min_months: Count,
        /// The share of votes in a body that one sector may hold.
        sector_votes_max: Share,
        /// The rating, 1 to 5, up to which an improvement has to be named.
        improvement_rating_max: Count,
        /// How many days an open call for partners lasts at least.
        open_call_min_days: Count,
        /// From which part of a character limit on a warning is due.
        limit_warning_from: Share,
    }
    where_a_call_says {
        /// The least own contribution, as a share of the total.
        own_contribution_min: Share,
        /// The greatest own contribution, as a share of the total.
        own_contribution_max: Share,
        /// How long the project lasts at least, in months.
        project_period_min_months: Count,
        /// How long the project lasts at most, in months.
        project_period_max_months: Count,
        /// The last day on which spending is eligible.
        eligible_until: Date,
        /// The least total.
        total_min: Money,
        /// The greatest total.
        total_max: Money,
        /// The greatest grant.
        grant_max: Money,
        /// The greatest share of cross-financing.
        cross_financing_max: Share,
        /// The total in euros up to which simplified costs are due.
        simplified_costs_up_to_eur: Count,
        /// How many zlotys a euro is, by the rate that the call counts with.
        euro_rate: Number,
        /// The total in euros from which recoverable VAT is out.
        /// For `profile show`: budget lines do not say what of them is tax.
        vat_up_to_eur: Count,
        /// The net value from which a purchase is put out to competition.
        /// For `profile show`: budget lines are gross, and one purchase may be several of them.
        competition_from: Money,
        /// The value of a budget line from which a price estimate is due.
        estimate_from: Money,
        /// The greatest share of management in the total.
        management_max: Share,
        /// The greatest cost a participant.
        cost_per_person_max: Money,
        /// The least share of those supported who reach a result.
        result_rate_min: Share,
        /// How many times the yearly spending the lead partner's turnover is at least.
        turnover_ratio_min: Number,
        /// How many hours a month a person may work in all projects together.
        staff_hours_max: Count,
        /// How many years documents are kept.
        retention_years: Count,
        /// The average grant that the call counts with.
        grant_average: Money,
        /// How many months of preparation at most.
        /// For `profile show`: actions do not say which stage they belong to.
        preparation_max_months: Count,
        /// How many months of testing at most.
        /// For `profile show`: actions do not say which stage they belong to.
        testing_max_months: Count,
        /// How many months the service lasts at least.
        /// For `profile show`: actions do not say which of them are the service.
        service_min_months: Count,
        /// How many applications an applicant may hand in.
        /// For `profile show`: an application knows nothing of the applicant's other ones.
        applications_max: Count,
        /// How many years of experience the applicant has at least.
        experience_min_years: Count,
        /// The value of the project from which risks are described in the form.
        risk_from: Money,
    }
}
