//! The partnership itself. Out: `Partnership` and what it is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date};

/// What binds the partners.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Partnership {
    /// Its name.
    pub name: Field<Text>,
    /// The forms that running text needs.
    pub cases: Cases,
    /// Its acronym.
    pub acronym: Field<String>,
    /// What it wants the area to become.
    pub vision: Field<Prose>,
    /// What it does for that.
    pub mission: Field<Prose>,
    /// How far it has come.
    pub stage: Field<Stage>,
    /// How it came there.
    pub stage_history: List<StageStep>,
    /// How long the partners bind themselves.
    pub period: Dates,
    /// Whether it is a legal person; normally it is not.
    pub legal_personality: Field<bool>,
    /// How it meets the definition of a partnership, by feature.
    pub definition: Map<DefinitionTest, Prose>,
    /// What local authorities do in it.
    pub local_authority_role: Field<Prose>,
    /// How to join and how to leave.
    pub openness: Openness,
    /// How disputes are settled.
    pub disputes: Field<Prose>,
    /// How its bodies work.
    pub procedure: Procedure,
    /// The tasks it has chosen.
    pub tasks: List<PartnershipTask>,
    /// The modules of the Local Partnership Model it works by.
    pub model_modules: List<Module>,
    /// What partnership brings that no partner could alone.
    pub benefits: List<BenefitStatement>,
    /// How it means to be effective.
    pub effectiveness: List<EffectivenessStatement>,
    /// What arises between people, organisations and sectors.
    pub synergy: Map<SynergyLevel, Prose>,
    /// What the partners agree in.
    pub accord: Map<AccordElement, Prose>,
    /// Unpaid work.
    pub volunteering: Volunteering,
    /// Its people.
    pub team: List<TeamMember>,
    /// Who leads.
    pub leader: Leader,
    /// Its bodies.
    pub bodies: List<Body>,
    /// Why a partnership and not one applicant.
    pub justification: Field<Prose>,
    /// The justification in a version for forms with tight limits.
    pub short: Field<Prose>,
}

/// How far a partnership has come (slide 23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The partners are finding each other.
    #[serde(alias = "inicjowanie")]
    Initiating,
    /// They agree on aims, bodies and rules.
    #[serde(alias = "organizowanie")]
    Organising,
    /// They carry projects out.
    #[serde(alias = "zarządzanie")]
    Managing,
}

/// A step from stage to stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StageStep {
    /// The stage.
    pub stage: Field<Stage>,
    /// Its first day.
    pub from: Field<Date>,
    /// Its last day.
    pub to: Field<Date>,
    /// What shows it.
    pub proof: Field<Text>,
}

/// A first and a last day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Dates {
    /// The first day.
    pub from: Field<Date>,
    /// The last day, which belongs to the period.
    pub to: Field<Date>,
}

/// How to join and how to leave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Openness {
    /// How to join.
    pub accession: Field<Prose>,
    /// How to leave.
    pub withdrawal: Field<Prose>,
}

/// How the bodies of the partnership work: its rules of procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Procedure {
    /// Who calls meetings, how, how long before.
    pub convening: Field<Prose>,
    /// How many votes must be there.
    pub quorum: Field<Prose>,
    /// How votes are cast, from afar too.
    pub voting: Field<Prose>,
    /// When a partner does not vote, since the matter is its own.
    pub conflict: Field<Prose>,
    /// Who writes minutes, adopts and shows them.
    pub minutes: Field<Prose>,
    /// How a partner is excluded.
    pub exclusion: Field<Prose>,
    /// How the rules are changed.
    pub amendment: Field<Prose>,
    /// When they were adopted.
    pub adopted: Field<Date>,
    /// By what decision.
    pub decision: Field<Text>,
}

/// A task of the partnership.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PartnershipTask {
    /// Which.
    pub task: Field<Task>,
    /// What it is called, for `other`.
    pub label: Field<Text>,
    /// The needs it answers.
    pub needs: List<Id>,
    /// How it is done here.
    pub note: Field<Prose>,
}

/// A benefit and how it shows here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BenefitStatement {
    /// Which.
    pub benefit: Field<Benefit>,
    /// How it shows here.
    pub statement: Field<Prose>,
    /// What proves it.
    pub evidence: List<Id>,
}

/// A criterion of effectiveness and how it is met here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EffectivenessStatement {
    /// Which.
    pub criterion: Field<EffectivenessCriterion>,
    /// How it is met here.
    pub statement: Field<Prose>,
}

/// Unpaid work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Volunteering {
    /// Hours over the whole period.
    pub hours: Field<Count>,
    /// How it is honoured.
    pub recognition: List<Text>,
}

/// One of the partnership's people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TeamMember {
    /// From which partner.
    pub partner: Field<Id>,
    /// What they do.
    pub function: Field<Text>,
    /// What they bring; shown only as coverage, never with a name (slides 25, 26).
    pub traits: List<Trait>,
    /// Their name; personal data.
    pub name: Field<String>,
}

/// Who leads and how they came to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Leader {
    /// Which partner.
    pub partner: Field<Id>,
    /// The person.
    pub person: Field<String>,
    /// Who coordinates the daily work.
    pub coordinator: Field<String>,
    /// Who animates the community.
    pub animator: Field<String>,
    /// How they lead.
    pub style: Field<LeaderStyle>,
    /// How they were chosen.
    pub selection: LeaderSelection,
    /// Whether the leader initiated the project (art. 39(12) of the act of 28 April 2022).
    pub initiator: Field<bool>,
    /// What shows the economic potential to deliver (art. 39(11)).
    pub economic_potential: Field<Prose>,
}

/// How a leader leads (slide 32).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeaderStyle {
    /// Uses the strengths of the others.
    #[serde(alias = "koordynator")]
    Coordinator,
    /// Otherwise.
    #[serde(alias = "inny")]
    Other,
}

/// How the leader was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LeaderSelection {
    /// In what way.
    pub method: Field<SelectionMethod>,
    /// When.
    pub date: Field<Date>,
    /// By what decision.
    pub decision: Field<Text>,
}

/// A body of the partnership.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    /// Its id, `G1`.
    pub id: Field<Id>,
    /// What kind.
    pub kind: Field<BodyKind>,
    /// Its name.
    pub name: Field<Text>,
    /// The partners in it.
    pub members: List<Id>,
    /// The partner in the chair.
    pub chair: Field<Id>,
    /// The longest time between meetings, in months.
    pub meets_months: Field<Count>,
    /// How it decides.
    pub decision: Field<Decision>,
    /// Votes by partner; one each when left out.
    pub votes: Map<Id, Count>,
    /// What it decides on.
    pub competences: List<Text>,
    /// Whether anybody may attend.
    pub public_sessions: Field<bool>,
}
