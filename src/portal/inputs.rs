//! Which part of the application fills a field. In: a filling. Out: its place.

use crate::described::At;
use crate::diagnostic::{Place, Step};
use crate::model::Application;
use crate::profile::Filling;

/// Returns the place that an author fills in for a filling; `None` for what the profile itself words.
pub(super) fn place(root: At<'_, Application>, filling: Filling) -> Option<Place> {
    Some(match filling {
        Filling::Title => root.meta().title().into(),
        Filling::Summary => root.meta().summary().into(),
        Filling::Period => root.schedule().into(),
        Filling::Area => root.area().into(),
        Filling::Needs => root.diagnosis().needs().into(),
        Filling::Evidence => root.diagnosis().evidence().into(),
        Filling::Groups | Filling::Barriers | Filling::People => root.diagnosis().groups().into(),
        Filling::Recruitment => root.recruitment().into(),
        Filling::MainObjective | Filling::Objectives => root.objectives().into(),
        Filling::Outputs | Filling::Results => root.indicators().into(),
        Filling::Effects => root.sustainability().long_term_effects().into(),
        Filling::ProgrammeFit => root.call().specific_objective().into(),
        Filling::NationalStrategies | Filling::RegionalStrategies => root.alignments().into(),
        Filling::Actions | Filling::Innovation => root.actions().into(),
        Filling::Schedule => root.schedule().milestones().into(),
        Filling::AddedValue => root.partnership().benefits().into(),
        Filling::Applicant | Filling::Partners | Filling::PartnerSelection | Filling::Roles => {
            root.partners().into()
        }
        Filling::Partnership => root.partnership().justification().into(),
        Filling::Organisation => root.partnership().bodies().into(),
        Filling::Experience => root.potential().experience().into(),
        Filling::Management => root.potential().management().into(),
        Filling::Staff => root.potential().staff().into(),
        Filling::Technical => root.potential().technical().into(),
        Filling::Financial => root.potential().financial().into(),
        Filling::InKind => root.potential().in_kind().into(),
        Filling::Budget | Filling::CrossFinancing => root.budget().lines().into(),
        Filling::BudgetSummary | Filling::Grant => root.budget().into(),
        Filling::LumpSums | Filling::UnitCosts => root.budget().settlement().into(),
        Filling::Funding => root.budget().sources().into(),
        Filling::CostJustification => root.budget().justification().into(),
        Filling::Risks => root.risks().into(),
        Filling::Sustainability => root.sustainability().exit_strategy().into(),
        Filling::Horizontal => root.horizontal().into(),
        Filling::Gender => root.gender().into(),
        Filling::Accessibility => root.accessibility().into(),
        Filling::Complementarity => root.complementarity().into(),
        Filling::Consultations => root.diagnosis().consultations().into(),
        Filling::Preamble => root.pact().preamble().into(),
        Filling::Signing => root.pact().validity().into(),
        Filling::Declaration => return None,
        Filling::Annexes => root.annexes().into(),
    })
}

/// Returns a place as an author names it: `diagnosis.needs`.
pub(super) fn key(place: &Place) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => key.clone(),
        Step::Index(index) => index.to_string(),
    };
    place.steps().iter().map(step).collect::<Vec<_>>().join(".")
}
