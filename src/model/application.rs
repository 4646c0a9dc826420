//! The whole application. In: one YAML file, or a folder of part files. Out: `Application`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

/// One partnership, its diagnosed needs, and the alignment of its actions with strategy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Application {
    /// The version of this format: `pakt/1`; may be left out.
    pub schema: Field<String>,
    /// Title, date, language, authors.
    pub meta: Meta,
    /// What the grantor demands.
    pub call: Call,
    /// The area the partnership works in.
    pub area: Area,
    /// The partnership itself.
    pub partnership: Partnership,
    /// Who is in it.
    pub partners: List<Partner>,
    /// Needs, evidence, target groups.
    pub diagnosis: Diagnosis,
    /// What is to change.
    pub objectives: List<Objective>,
    /// What is done.
    pub actions: List<Action>,
    /// How change is measured.
    pub indicators: List<Indicator>,
    /// The documents the application follows.
    pub strategies: List<Strategy>,
    /// How objectives and actions follow them.
    pub alignments: List<Alignment>,
    /// When.
    pub schedule: Schedule,
    /// For how much.
    pub budget: Budget,
    /// What may go wrong.
    pub risks: List<Risk>,
    /// Who watches, and how.
    pub monitoring: Monitoring,
    /// What stays.
    pub sustainability: Sustainability,
    /// The ten principles of partnership.
    pub principles: List<PrincipleMeasures>,
    /// Horizontal principles of the programme.
    pub horizontal: List<HorizontalStatement>,
    /// The minimum standard of equality of women and men.
    pub gender: Gender,
    /// What is done for each accessibility standard.
    pub accessibility: List<AccessibilityMeasure>,
    /// Experience, management, staff and means of those who carry the project out.
    pub potential: Potential,
    /// Recruitment of participants.
    pub recruitment: Recruitment,
    /// Other projects that this one adds to.
    pub complementarity: List<RelatedProject>,
    /// The partnership's view of itself.
    pub assessment: Assessment,
    /// The Local Employment Pact.
    pub pact: Pact,
    /// The partnership agreement of the project.
    pub agreement: Agreement,
    /// Papers that go with the application.
    pub annexes: List<Annex>,
    /// Texts for fields of the portal's form; they win over what pakt derives.
    pub portal: Map<String, Prose>,
    /// Findings the authors accept, each with a reason.
    pub accept: List<Acceptance>,
    /// Further YAML files whose parts join this application; paths relative to the file that names them.
    #[serde(rename = "use")]
    pub shared: List<String>,
}
