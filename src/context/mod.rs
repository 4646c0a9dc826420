//! What templates see. In: the facts of an application, a language. Out: `Context`, every text said
//! in that language, every link followed, every label looked up.
//!
//! These fields are a public interface: consultants' own templates stand on them. A missing value is
//! there as `none`, so that a misspelt name is told from it. Money, dates and numbers are figures
//! (see [`exact`]); texts carry their marks (see [`mark`]).

mod actions;
mod agreement;
mod alignments;
mod area;
mod assessment;
mod bodies;
mod budget;
mod check;
mod clauses;
mod coverage;
mod deeds;
mod diagnosis;
mod evidence;
pub mod exact;
mod gantt;
mod groups;
mod indicators;
mod key_figures;
mod main_groups;
pub mod mark;
mod meta;
mod monitoring;
mod narrowed;
mod needs;
mod objectives;
pub mod origins;
mod pact;
mod parties;
mod partner_money;
mod partner_tasks;
mod partners;
mod partnership;
mod potential;
mod principles;
mod procedure;
mod quantity;
mod recruitment;
mod reference;
mod registers;
mod risks;
mod schedule;
mod series;
mod shown;
mod sums;
mod sustainability;
mod voice;

pub use actions::{Action, ModuleActions, RelatedProject};
pub use agreement::Agreement;
pub use alignments::{Alignment, Level, Strategy, StrategyObjective};
pub use area::{Area, Unit};
pub use assessment::{Assessment, FactorView, Improvement, Mark, PrincipleView, TraitCount};
pub use bodies::{Body, Votes};
pub use budget::{Amount, Budget, Line, Source};
pub use check::{Check, CheckedLevel, Finding, OpenDocument, SheetCriterion, SheetStage};
pub use clauses::{Clause, ClauseLibrary, TakenClause};
pub use coverage::{Coverage, CoverageCell, CoverageRow, CoverageTable, NeedGaps};
pub use deeds::Deed;
pub use diagnosis::{Consultation, Diagnosis, Stakeholder};
pub use evidence::{Comparison, Evidence, Figure};
pub use exact::Exact;
pub use gantt::{Gantt, GanttRow};
pub use groups::{Barrier, Group, People};
pub use indicators::Indicator;
pub use key_figures::KeyFigure;
pub use main_groups::GroupRow;
pub use meta::{Call, Change, Meta, Paper};
pub use monitoring::{Feedback, Monitoring, Occasion};
pub use needs::{LeftOut, Need};
pub use objectives::{LevelLink, Objective, Objectives};
pub use origins::Origins;
pub use pact::{Annex, Pact, Related};
pub use parties::{Party, PartyUnit};
pub use partner_money::PartnerMoney;
pub use partner_tasks::{PartnerTask, Seat};
pub use partners::{Competence, Contribution, OpenCall, Partner, Representative, Sector};
pub use partnership::{Leader, Partnership, Stage, Task};
pub use potential::{Experience, Potential, Role};
pub use principles::{Gender, GenderBarrier, Horizontal, Measure, Principle, Rating};
pub use procedure::Procedure;
pub use recruitment::{Criterion, Recruitment};
pub use reference::reference;
pub use registers::Registers;
pub use risks::{Risk, RiskCell, RiskRow};
pub use schedule::{Milestone, Schedule};
pub use series::{Series, SeriesDay, SeriesLine, SeriesPoint};
pub use sustainability::{Effect, Heir, Sustainability};
pub use voice::{Length, Mode, Untranslated};

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::Facts;
use crate::lang::Lang;
use crate::units::{Date, Period};
use voice::Voice;

/// Everything a template may say.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Context {
    /// The language of the document.
    pub lang: Lang,
    /// Whether gaps are marked, since this is a draft.
    pub draft: bool,
    /// Whether the application is for a pact, and not for a project in a call.
    pub is_pact: bool,
    /// Whether some entries are invented and must be replaced.
    pub has_examples: bool,
    /// The marks that papers for the public bear: `eu`, `programme`, `region`.
    pub marks: Vec<String>,
    /// Title, date, authors.
    pub meta: Meta,
    /// What the application says of the paper that is filled in.
    pub paper: Paper,
    /// What it says of the papers that it names, by the names it gives them.
    pub papers: BTreeMap<String, Paper>,
    /// The call and the programme.
    pub call: Call,
    /// The area.
    pub area: Area,
    /// The partnership.
    pub partnership: Partnership,
    /// The partners, in the order of the file.
    pub partners: Vec<Partner>,
    /// The parties of contracts: the partners but associates, units of one legal person together.
    pub parties: Vec<Party>,
    /// The partners by sector.
    pub sectors: Vec<Sector>,
    /// The partner that a partner's own paper is for; none in papers of the whole application.
    pub partner: Option<Partner>,
    /// The party of the contract whose own paper this is; none in the others.
    pub party: Option<Party>,
    /// The deeds that are signed.
    pub deeds: Vec<Deed>,
    /// The deed that a signature sheet belongs to; none in other papers.
    pub deed: Option<Deed>,
    /// The open call for partners, as it is told of the first partner that was chosen by one.
    pub open_call: OpenCall,
    /// How the diagnosis was made.
    pub diagnosis: Diagnosis,
    /// The sources, by id.
    pub evidence: Vec<Evidence>,
    /// Measures on several days, in the order of the sources.
    pub series: Vec<Series>,
    /// The needs that the project answers, the most pressing first.
    pub needs: Vec<Need>,
    /// The problem in three numbers at most.
    pub key_figures: Vec<KeyFigure>,
    /// The needs it does not answer.
    pub left_out: Vec<LeftOut>,
    /// The target groups.
    pub groups: Vec<Group>,
    /// The people of all target groups.
    pub people: People,
    /// The tree of objectives.
    pub objectives: Objectives,
    /// The actions, in the order of the file.
    pub actions: Vec<Action>,
    /// The actions by module of the Local Partnership Model; empty when no action names one.
    pub modules: Vec<ModuleActions>,
    /// Other projects that this one adds to.
    pub complementarity: Vec<RelatedProject>,
    /// All indicators.
    pub indicators: Vec<Indicator>,
    /// Strategies and alignments by level: European, national, regional, local; empty levels are left out.
    pub levels: Vec<Level>,
    /// Period and milestones.
    pub schedule: Schedule,
    /// Money.
    pub budget: Budget,
    /// Risks, the gravest first.
    pub risks: Vec<Risk>,
    /// Risks by likelihood and impact; empty where none has both.
    pub risk_matrix: Vec<RiskRow>,
    /// Monitoring and evaluation.
    pub monitoring: Monitoring,
    /// What stays.
    pub sustainability: Sustainability,
    /// The ten principles, those with measures.
    pub principles: Vec<Principle>,
    /// Horizontal principles.
    pub horizontal: Vec<Horizontal>,
    /// Equality of women and men.
    pub gender: Gender,
    /// Accessibility, standard by standard.
    pub accessibility: Vec<Measure>,
    /// Experience, management, staff, means.
    pub potential: Potential,
    /// Recruitment.
    pub recruitment: Recruitment,
    /// The partnership's view of itself, whole.
    pub assessment: Assessment,
    /// The golden thread of each need.
    pub coverage: Coverage,
    /// What a check found; only for the paper on it.
    pub check: Option<Check>,
    /// The pact.
    pub pact: Pact,
    /// The partnership agreement.
    pub agreement: Agreement,
    /// Annexes.
    pub annexes: Vec<Annex>,
}

/// An entry that another one names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its title or name; a partner's short name where it has one.
    pub title: String,
}

/// Words under a label of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Labelled {
    /// The code of the entry.
    pub code: String,
    /// Its label.
    pub label: String,
    /// What the authors say about it, as Markdown.
    pub text: Option<String>,
}

/// A first and a last day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Days {
    /// The first day.
    pub from: Option<Exact<Date>>,
    /// The last day.
    pub to: Option<Exact<Date>>,
}

impl Days {
    /// Returns the days as a period; `None` where one of them is missing.
    pub fn period(&self) -> Option<Period> {
        Some(Period { from: *self.from?, to: *self.to? })
    }
}

impl Context {
    /// Returns what templates see, and the texts that are missing in `lang` and said in the other
    /// language.
    pub fn of(facts: &Facts<'_>, lang: Lang, mode: Mode) -> (Self, Vec<Untranslated>) {
        Self::at_length(facts, lang, mode, Length::Long)
    }

    /// Returns the same with short versions of narratives beside the long ones, where that is wanted.
    pub fn at_length(facts: &Facts<'_>, lang: Lang, mode: Mode, length: Length) -> (Self, Vec<Untranslated>) {
        let voice = Voice::new(facts, lang, (mode, length));
        let context = Self::said(&voice);
        (context, voice.into_untranslated())
    }

    fn said(voice: &Voice<'_, '_>) -> Self {
        let root = voice.facts.root();
        let (mut evidence, needs, risks): (Vec<Evidence>, _, _) =
            (voice.all(&voice.facts.evidence), Need::all(voice), Risk::all(voice));
        let series = Series::all(&mut evidence);
        let actions: Vec<Action> = voice.all(&voice.facts.actions);
        let mut context = Self {
            lang: voice.lang,
            draft: voice.mode == Mode::Draft,
            // Where no profile says otherwise (`under`).
            is_pact: root.call().profile.get().is_some_and(|profile| profile.as_str() == "pact"),
            has_examples: false,
            marks: Vec::new(),
            meta: voice.shown(root.meta()),
            paper: Paper::default(),
            papers: Paper::all(voice),
            call: voice.shown(root.call()),
            area: voice.shown(root.area()),
            partnership: voice.shown(root.partnership()),
            partners: voice.all(&voice.facts.partners),
            parties: Party::all(voice),
            sectors: Sector::all(voice),
            partner: None,
            party: None,
            deeds: Deed::all(voice),
            deed: None,
            open_call: OpenCall::first(voice),
            diagnosis: voice.shown(root.diagnosis()),
            key_figures: KeyFigure::all(&needs, &evidence),
            evidence,
            series,
            needs,
            left_out: LeftOut::all(voice),
            groups: voice.all(&voice.facts.groups),
            people: People::all(voice),
            objectives: Objectives::of(voice),
            modules: ModuleActions::all(voice, &actions),
            actions,
            complementarity: voice.shown(root.complementarity()),
            indicators: voice.all(&voice.facts.indicators),
            levels: Level::all(voice),
            schedule: voice.shown(root.schedule()),
            budget: Budget::of(voice),
            risk_matrix: RiskRow::matrix(&risks, voice.lang),
            risks,
            monitoring: voice.shown(root.monitoring()),
            sustainability: voice.shown(root.sustainability()),
            principles: Principle::all(voice),
            horizontal: voice.shown(root.horizontal()),
            gender: voice.shown(root.gender()),
            accessibility: voice.shown(root.accessibility()),
            potential: voice.shown(root.potential()),
            recruitment: voice.shown(root.recruitment()),
            assessment: Assessment::of(voice),
            coverage: Coverage::of(voice),
            check: None,
            pact: voice.shown(root.pact()),
            agreement: voice.shown(root.agreement()),
            annexes: voice.all(&voice.facts.annexes),
        };
        context.has_examples = voice.has_examples();
        context
    }

    /// Returns the same with each text marked by where it comes from.
    pub fn marked(facts: &Facts<'_>, lang: Lang, mode: Mode) -> (Self, Origins) {
        let voice = Voice::marking(facts, lang, (mode, Length::Long));
        let context = Self::said(&voice);
        (context, voice.into_origins())
    }
}
