//! What may fill a field of a form. Out: `Filling`, a closed list; a portal pack has a text for each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Writes the closed list of what may fill a field.
macro_rules! fillings {
    ($($(#[$doc:meta])+ $name:ident,)+) => {
        /// A section of text or a fact that fills a field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Filling {
            $($(#[$doc])+ $name,)+
        }

        impl Filling {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Returns the name it has in profiles: `main_objective`.
            pub fn code(self) -> String {
                let name = match self {
                    $(Self::$name => stringify!($name),)+
                };
                let mut code = String::new();
                for letter in name.chars() {
                    if letter.is_ascii_uppercase() && !code.is_empty() {
                        code.push('_');
                    }
                    code.push(letter.to_ascii_lowercase());
                }
                code
            }
        }
    };
}

fillings! {
    /// The project's title.
    Title,
    /// The short description.
    Summary,
    /// First and last day.
    Period,
    /// Where.
    Area,
    /// The needs in scope, with causes and effects.
    Needs,
    /// The figures with their sources.
    Evidence,
    /// The target groups: features, needs, expectations.
    Groups,
    /// What stands in the groups' way.
    Barriers,
    /// How many people are supported.
    People,
    /// How people come to the project.
    Recruitment,
    /// The main objective.
    MainObjective,
    /// All objectives.
    Objectives,
    /// Output indicators.
    Outputs,
    /// Result indicators.
    Results,
    /// What will have changed.
    Effects,
    /// The programme's specific objective and how the project serves it.
    ProgrammeFit,
    /// Alignments with national and European documents.
    NationalStrategies,
    /// Alignments with regional and local documents.
    RegionalStrategies,
    /// All actions, or the one a repeated field is for.
    Actions,
    /// What is new about the actions.
    Innovation,
    /// Dates of actions and milestones.
    Schedule,
    /// What partnership adds.
    AddedValue,
    /// The lead partner's data.
    Applicant,
    /// The other partners' data.
    Partners,
    /// Why a partnership.
    Partnership,
    /// How partners were chosen.
    PartnerSelection,
    /// Who does what.
    Roles,
    /// Bodies and decisions.
    Organisation,
    /// Projects done before.
    Experience,
    /// How the project is managed.
    Management,
    /// Who works in it.
    Staff,
    /// Rooms and equipment.
    Technical,
    /// Own money.
    Financial,
    /// What is given in kind.
    InKind,
    /// Budget lines.
    Budget,
    /// Sums of the budget.
    BudgetSummary,
    /// Who pays.
    Funding,
    /// The grant asked for.
    Grant,
    /// Why spending is needed.
    CostJustification,
    /// Spending under cross-financing.
    CrossFinancing,
    /// Lump sums.
    LumpSums,
    /// Unit costs.
    UnitCosts,
    /// Risks with prevention and response.
    Risks,
    /// What stays.
    Sustainability,
    /// Horizontal principles.
    Horizontal,
    /// The minimum standard of equality.
    Gender,
    /// Accessibility standards.
    Accessibility,
    /// Other projects it adds to.
    Complementarity,
    /// Who was asked.
    Consultations,
    /// Common concern and values.
    Preamble,
    /// Validity, place, date and who signs.
    Signing,
    /// The statutory declaration.
    Declaration,
    /// Papers that go with it.
    Annexes,
}
