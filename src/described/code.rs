//! Ids and catalogue codes. In: a scalar. Out: `Id` and one type a catalogue list.
//!
//! A code's type hands the name of its list to the deserialiser; the loader checks it against the
//! catalogue and says what was meant. Other readers take any word.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use super::{Described, Shape, View};

/// Reads a newtype over a string; `NAME` is the name the deserialiser sees.
struct Word(&'static str);

impl<'de> Visitor<'de> for Word {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a code of {}", self.0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        String::deserialize(deserializer)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident = $list:literal;)+) => {
        $(
            $(#[$doc])+
            #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
            #[serde(transparent)]
            pub struct $name(pub String);

            impl $name {
                /// The name under which the loader knows the type; a catalogue list's for a code.
                pub const LIST: &'static str = $list;

                /// Returns the word as written.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl AsRef<str> for $name {
                fn as_ref(&self) -> &str {
                    &self.0
                }
            }

            impl Described for $name {
                const SHAPE: Shape = Shape::Code($list);

                fn view(&self) -> View<'_> {
                    if $list == Id::LIST { View::Id(&self.0) } else { View::Code($list, &self.0) }
                }
            }

            impl From<&str> for $name {
                fn from(word: &str) -> Self {
                    Self(word.to_owned())
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(&self.0)
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_newtype_struct($list, Word($list)).map(Self)
                }
            }

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({ "type": "string", "x-list": $list })
                }
            }
        )+

        /// The names of all code types and of `Id`, each as the loader sees it.
        pub const LISTS: &[&str] = &[$($list),+];
    };
}

impl Id {
    /// Tells whether a text has the form of an id: a capital letter, a number, perhaps a second one.
    pub fn is_one(text: &str) -> bool {
        let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let Some(rest) = text.strip_prefix(|letter: char| letter.is_ascii_uppercase()) else { return false };
        match rest.split_once('.') {
            Some((first, second)) => number(first) && number(second),
            None => number(rest),
        }
    }
}

codes! {
    /// An id: the kind's letter and a number (`N1`, `S2.1`).
    Id = "id";
    /// What kind of body a partner is.
    PartnerKind = "partner_kinds";
    /// The scale of a pact or the level of an area.
    Scale = "pact_scales";
    /// A feature of the definition of slide 2.
    DefinitionTest = "definition_tests";
    /// A feature of the concept of slide 14.
    ConceptFeature = "concept_features";
    /// A module of the Local Partnership Model.
    Module = "model_modules";
    /// A benefit of partnership.
    Benefit = "benefits";
    /// A criterion of effectiveness.
    EffectivenessCriterion = "effectiveness_criteria";
    /// An aim of European policy.
    PolicyAim = "policy_aims";
    /// A task of a partnership.
    Task = "tasks";
    /// One of the ten principles.
    Principle = "principles";
    /// A point of a principle.
    PrinciplePoint = "principle_points";
    /// A desired trait of a participant.
    Trait = "traits";
    /// A resource that a partner brings.
    Resource = "resources";
    /// A level of synergy.
    SynergyLevel = "synergy_levels";
    /// An element of the accord.
    AccordElement = "accord_elements";
    /// One of the four attributes of a pact.
    PactAttribute = "pact_attributes";
    /// One of the 21 success factors.
    Factor = "factors";
    /// What kind a source of evidence is.
    EvidenceKind = "evidence_kinds";
    /// What kind a body of the partnership is.
    BodyKind = "body_kinds";
    /// How a body decides.
    Decision = "decision_rules";
    /// A technique of diagnosis.
    Technique = "diagnosis_techniques";
    /// How the leader was chosen.
    SelectionMethod = "leader_selection_methods";
    /// What kind an action is.
    ActionType = "action_types";
    /// What kind a risk is.
    RiskType = "risk_types";
    /// What kind an annex is.
    AnnexKind = "annex_kinds";
    /// A horizontal principle.
    HorizontalPrinciple = "horizontal_principles";
    /// A category of the budget.
    BudgetCategory = "budget_categories";
    /// Where money comes from.
    FundingSource = "funding_sources";
    /// A channel of recruitment.
    RecruitmentChannel = "recruitment_channels";
    /// An element of the partnership agreement.
    AgreementElement = "agreement_elements";
    /// A set of clauses of the library.
    ClauseSet = "clause_sets";
    /// A point of the pact.
    PactElement = "pact_elements";
    /// A set of clauses for the pact.
    PactClauseSet = "pact_clause_sets";
    /// A point of the rules of procedure.
    ProcedureElement = "procedure_elements";
    /// A set of clauses for the rules of procedure.
    ProcedureClauseSet = "procedure_clause_sets";
    /// An accessibility standard.
    AccessibilityStandard = "accessibility_standards";
    /// The id of a call's profile.
    ProfileId = "profiles";
    /// The code of a rule.
    RuleCode = "rules";
}
