//! Which part of the application fills a field. In: a filling. Out: its place.

use crate::diagnostic::{Place, Step};
use crate::profile::Filling;

/// Returns the place that an author fills in for a filling; `None` for what the profile itself words.
pub(super) fn place(filling: Filling) -> Option<Place> {
    let route = match filling {
        Filling::Title => "meta/title",
        Filling::Summary => "meta/summary",
        Filling::Period => "schedule",
        Filling::Area => "area",
        Filling::Needs => "diagnosis/needs",
        Filling::Evidence => "diagnosis/evidence",
        Filling::Groups | Filling::Barriers | Filling::People => "diagnosis/groups",
        Filling::Recruitment => "recruitment",
        Filling::MainObjective | Filling::Objectives => "objectives",
        Filling::Outputs | Filling::Results => "indicators",
        Filling::Effects => "sustainability/long_term_effects",
        Filling::ProgrammeFit => "call/specific_objective",
        Filling::NationalStrategies | Filling::RegionalStrategies => "alignments",
        Filling::Actions | Filling::Innovation => "actions",
        Filling::Schedule => "schedule/milestones",
        Filling::AddedValue => "partnership/benefits",
        Filling::Applicant | Filling::Partners | Filling::PartnerSelection | Filling::Roles => "partners",
        Filling::Partnership => "partnership/justification",
        Filling::Organisation => "partnership/bodies",
        Filling::Experience => "potential/experience",
        Filling::Management => "potential/management",
        Filling::Staff => "potential/staff",
        Filling::Technical => "potential/technical",
        Filling::Financial => "potential/financial",
        Filling::InKind => "potential/in_kind",
        Filling::Budget | Filling::CrossFinancing => "budget/lines",
        Filling::BudgetSummary | Filling::Grant => "budget",
        Filling::LumpSums => "budget/settlement",
        Filling::Funding => "budget/sources",
        Filling::CostJustification => "budget/justification",
        Filling::Risks => "risks",
        Filling::Sustainability => "sustainability/exit_strategy",
        Filling::Horizontal => "horizontal",
        Filling::Gender => "gender",
        Filling::Accessibility => "accessibility",
        Filling::Complementarity => "complementarity",
        Filling::Consultations => "diagnosis/consultations",
        Filling::Preamble => "pact/preamble",
        Filling::Signing => "pact/validity",
        Filling::Declaration => return None,
        Filling::Annexes => "annexes",
    };
    Some(Place::parse(route))
}

/// Returns a place as an author names it: `diagnosis.needs`.
pub(super) fn key(place: &Place) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => key.clone(),
        Step::Index(index) => index.to_string(),
    };
    place.steps().iter().map(step).collect::<Vec<_>>().join(".")
}
