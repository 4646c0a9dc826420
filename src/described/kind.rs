//! What an id can name. In: nothing. Out: `Kind`.

use crate::lang::Lang;

/// The kinds of things that have ids, in the order of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// P: a partner.
    Partner,
    /// G: a body of the partnership.
    Body,
    /// E: a source of evidence.
    Evidence,
    /// N: a need.
    Need,
    /// T: a target group.
    Group,
    /// O: an objective.
    Objective,
    /// A: an action.
    Action,
    /// I: an indicator.
    Indicator,
    /// S: a strategy.
    Strategy,
    /// S1.1: an objective of a strategy.
    StrategyObjective,
    /// L: an alignment.
    Alignment,
    /// M: a milestone.
    Milestone,
    /// B: a line of the budget.
    Line,
    /// R: a risk.
    Risk,
    /// X: an annex.
    Annex,
}

impl Kind {
    /// All kinds, in the order of the application.
    pub const ALL: [Self; 15] = [
        Self::Partner,
        Self::Body,
        Self::Evidence,
        Self::Need,
        Self::Group,
        Self::Objective,
        Self::Action,
        Self::Indicator,
        Self::Strategy,
        Self::StrategyObjective,
        Self::Alignment,
        Self::Milestone,
        Self::Line,
        Self::Risk,
        Self::Annex,
    ];

    /// Returns an id as the authors would write it: `N1`, `S1.1`.
    pub fn sample(self) -> &'static str {
        match self {
            Self::Partner => "P1",
            Self::Body => "G1",
            Self::Evidence => "E1",
            Self::Need => "N1",
            Self::Group => "T1",
            Self::Objective => "O1",
            Self::Action => "A1",
            Self::Indicator => "I1",
            Self::Strategy => "S1",
            Self::StrategyObjective => "S1.1",
            Self::Alignment => "L1",
            Self::Milestone => "M1",
            Self::Line => "B1",
            Self::Risk => "R1",
            Self::Annex => "X1",
        }
    }

    /// Returns the kind that an id's form says; `None` for an id of another form.
    pub fn of_id(id: &str) -> Option<Self> {
        let letters =
            |id: &str| id.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.').to_owned();
        let alike = |kind: &Self| {
            letters(kind.sample()) == letters(id) && kind.sample().contains('.') == id.contains('.')
        };
        Self::ALL.into_iter().find(alike)
    }

    /// Returns its name in the nominative, in lower case.
    pub fn label(self, lang: Lang) -> &'static str {
        let (pl, en) = match self {
            Self::Partner => ("partner", "partner"),
            Self::Body => ("organ partnerstwa", "body"),
            Self::Evidence => ("źródło danych", "source of evidence"),
            Self::Need => ("potrzeba", "need"),
            Self::Group => ("grupa docelowa", "target group"),
            Self::Objective => ("cel", "objective"),
            Self::Action => ("działanie", "action"),
            Self::Indicator => ("wskaźnik", "indicator"),
            Self::Strategy => ("strategia", "strategy"),
            Self::StrategyObjective => ("cel strategii", "strategy objective"),
            Self::Alignment => ("powiązanie ze strategią", "alignment"),
            Self::Milestone => ("kamień milowy", "milestone"),
            Self::Line => ("pozycja budżetu", "budget line"),
            Self::Risk => ("ryzyko", "risk"),
            Self::Annex => ("załącznik", "annex"),
        };
        lang.pick(pl, en)
    }

    /// Returns the key under which its things stand: `diagnosis.needs`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Partner => "partners",
            Self::Body => "partnership.bodies",
            Self::Evidence => "diagnosis.evidence",
            Self::Need => "diagnosis.needs",
            Self::Group => "diagnosis.groups",
            Self::Objective => "objectives",
            Self::Action => "actions",
            Self::Indicator => "indicators",
            Self::Strategy => "strategies",
            Self::StrategyObjective => "strategies[].objectives",
            Self::Alignment => "alignments",
            Self::Milestone => "schedule.milestones",
            Self::Line => "budget.lines",
            Self::Risk => "risks",
            Self::Annex => "annexes",
        }
    }
}
