//! What an id can name. In: nothing. Out: `Kind`.

use crate::words::named;

named! {
    /// The kinds of things that have ids, in the order of the application.
    /// The code of a kind is an id as the authors would write it: `N1`, `S1.1`.
    Kind {
        /// P: a partner.
        Partner = "P1", "partner", "partner";
        /// G: a body of the partnership.
        Body = "G1", "organ partnerstwa", "body";
        /// E: a source of evidence.
        Evidence = "E1", "źródło danych", "source of evidence";
        /// N: a need.
        Need = "N1", "potrzeba", "need";
        /// T: a target group.
        Group = "T1", "grupa docelowa", "target group";
        /// O: an objective.
        Objective = "O1", "cel", "objective";
        /// A: an action.
        Action = "A1", "działanie", "action";
        /// I: an indicator.
        Indicator = "I1", "wskaźnik", "indicator";
        /// S: a strategy.
        Strategy = "S1", "strategia", "strategy";
        /// S1.1: an objective of a strategy.
        StrategyObjective = "S1.1", "cel strategii", "strategy objective";
        /// L: an alignment.
        Alignment = "L1", "powiązanie ze strategią", "alignment";
        /// M: a milestone.
        Milestone = "M1", "kamień milowy", "milestone";
        /// B: a line of the budget.
        Line = "B1", "pozycja budżetu", "budget line";
        /// R: a risk.
        Risk = "R1", "ryzyko", "risk";
        /// X: an annex.
        Annex = "X1", "załącznik", "annex";
    }
}

impl Kind {
    /// Returns the kind that an id's form says; `None` for an id of another form.
    pub fn of_id(id: &str) -> Option<Self> {
        let letters =
            |id: &str| id.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.').to_owned();
        let alike = |kind: &Self| {
            letters(kind.code()) == letters(id) && kind.code().contains('.') == id.contains('.')
        };
        Self::ALL.iter().copied().find(alike)
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
