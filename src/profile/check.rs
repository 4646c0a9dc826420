//! What in an application can speak for a criterion. Out: `Check`, looked up by `score`.

use serde::Serialize;

/// Writes the closed list of checks with the codes used in profiles.
macro_rules! checks {
    ($($(#[$doc:meta])+ $name:ident = $code:literal,)+) => {
        /// A thing that an assessor looks for and that the application's data can show.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum Check {
            $($(#[$doc])+ #[serde(rename = $code)] $name,)+
        }

        impl Check {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Returns the code used in profiles: `need_evidence`.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// Returns the check of a code; `None` for an unknown one.
            pub fn of_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|check| check.code() == code)
            }
        }
    };
}

checks! {
    /// Every need in scope is described.
    NeedDescribed = "need_described",
    /// Every need in scope has a size with its unit.
    NeedScale = "need_scale",
    /// Every need in scope has evidence.
    NeedEvidence = "need_evidence",
    /// Every need in scope has causes.
    NeedCauses = "need_causes",
    /// Some figure is compared with another area.
    Comparison = "comparison",
    /// There is a main objective.
    MainObjective = "main_objective",
    /// Every objective says by when.
    ObjectiveDate = "objective_date",
    /// Every objective has a result indicator.
    ObjectiveResult = "objective_result",
    /// Every indicator has baseline and target.
    IndicatorValues = "indicator_values",
    /// Every indicator says how and from what it is measured.
    IndicatorMethod = "indicator_method",
    /// Every target group has its size.
    GroupSize = "group_size",
    /// Every target group has features.
    GroupFeatures = "group_features",
    /// Every target group has needs or expectations.
    GroupNeeds = "group_needs",
    /// Every target group has barriers.
    GroupBarriers = "group_barriers",
    /// Recruitment has stages, place and time.
    RecruitmentPlan = "recruitment_plan",
    /// Recruitment has criteria.
    RecruitmentCriteria = "recruitment_criteria",
    /// Recruitment gives everybody the same chance.
    EqualAccess = "equal_access",
    /// Every action says what is done.
    ActionText = "action_text",
    /// Every action has dates.
    ActionDates = "action_dates",
    /// Every action has a partner that answers for it.
    ActionLead = "action_lead",
    /// Every action serves an objective.
    ActionObjective = "action_objective",
    /// Every action has an output indicator.
    ActionOutput = "action_output",
    /// Some action says what is new about it.
    Innovation = "innovation",
    /// Every partner has a role.
    PartnerRole = "partner_role",
    /// Every partner carries out an action.
    PartnerTask = "partner_task",
    /// Every partner brings something.
    PartnerBrings = "partner_brings",
    /// It is said why a partnership.
    PartnershipReason = "partnership_reason",
    /// Partners of more than one sector take part.
    SeveralSectors = "several_sectors",
    /// Projects done before are listed with what came of them.
    Experience = "experience",
    /// Structure, decisions and communication are described.
    Management = "management",
    /// Roles have a partner and required competence.
    Staff = "staff",
    /// Rooms and equipment are described.
    Technical = "technical",
    /// Own money is described.
    Financial = "financial",
    /// Every budget line belongs to an action and a partner.
    LineAction = "line_action",
    /// Every budget line shows how its amount comes about.
    LineCalculation = "line_calculation",
    /// Large budget lines say where the price comes from.
    LineEstimate = "line_estimate",
    /// The lines add up to the total.
    BudgetSum = "budget_sum",
    /// The total is within the call's grant.
    GrantLimit = "grant_limit",
    /// The total is within the call's bounds.
    TotalLimit = "total_limit",
    /// The call is for such an applicant.
    ApplicantAllowed = "applicant_allowed",
    /// The call allows such partners, and so many.
    PartnersAllowed = "partners_allowed",
    /// The area is one of the call's.
    AreaAllowed = "area_allowed",
    /// No payer carries more than the call allows.
    FundingSplit = "funding_split",
    /// The project is no longer than the call allows.
    Duration = "duration",
    /// The own contribution reaches the call's share.
    OwnContribution = "own_contribution",
    /// Risks have prevention and response.
    Risks = "risks",
    /// It is said what stays.
    Sustainability = "sustainability",
    /// A regional strategy is followed.
    RegionalStrategy = "regional_strategy",
    /// A national strategy is followed.
    NationalStrategy = "national_strategy",
    /// The programme's specific objective is named.
    SpecificObjective = "specific_objective",
    /// Every horizontal principle the call asks for has a statement.
    Horizontal = "horizontal",
    /// Accessibility standards have measures.
    Accessibility = "accessibility",
    /// Other projects it adds to are named.
    Complementarity = "complementarity",
    /// All partners were chosen before submission.
    PartnersChosen = "partners_chosen",
    /// Every partner declared that it is not excluded from funding.
    NotExcluded = "not_excluded",
}
