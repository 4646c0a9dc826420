//! Looks for what speaks for a criterion: actions, recruitment, potential, strategies. In: a `Check`.
//! Out: `Seen`.

use super::seen::{Seen, each};
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::model::*;
use crate::profile::{Check, Profile};

pub(super) fn look(check: Check, facts: &Facts, profile: &Profile) -> Option<Seen> {
    actions(check, facts)
        .or_else(|| recruitment(check, &facts.application.recruitment))
        .or_else(|| potential(check, facts))
        .or_else(|| fit(check, facts, profile))
}

fn actions(check: Check, facts: &Facts) -> Option<Seen> {
    let actions = || facts.actions.iter();
    Some(match check {
        Check::ActionText => each(check, actions(), "actions", "text", |action| !action.text.is_blank()),
        Check::ActionDates => {
            each(check, actions(), "actions", "from", |action| Facts::action_period(action).is_some())
        }
        Check::ActionLead => each(check, actions(), "actions", "lead", |action| {
            action.lead.get().is_some_and(|lead| facts.partner(lead.as_str()).is_some())
        }),
        Check::ActionObjective => each(check, actions(), "actions", "objectives", |action| {
            action.objectives.iter().any(|id| facts.objective(id.as_str()).is_some())
        }),
        Check::ActionOutput => each(check, actions(), "actions", "id", |action| {
            facts.indicators_of(action.id, IndicatorKind::Output).next().is_some()
        }),
        Check::Innovation => {
            let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
            for action in actions().filter(|action| !action.innovation.is_blank()) {
                seen.add(action.place.key("innovation"), true);
            }
            if seen.there.is_empty() {
                seen.add(Place::parse("actions"), false);
            }
            seen
        }
        _ => return None,
    })
}

fn recruitment(check: Check, recruitment: &Recruitment) -> Option<Seen> {
    Some(match check {
        Check::RecruitmentPlan => {
            let mut seen = Seen::one(check, "recruitment/stages", !recruitment.stages.is_empty());
            seen.add(Place::parse("recruitment/place"), !recruitment.place.is_blank());
            seen.add(Place::parse("recruitment/time"), !recruitment.time.is_blank());
            seen
        }
        Check::RecruitmentCriteria => {
            Seen::one(check, "recruitment/criteria", !recruitment.criteria.is_empty())
        }
        Check::EqualAccess => {
            Seen::one(check, "recruitment/equal_access", !recruitment.equal_access.is_blank())
        }
        _ => return None,
    })
}

fn potential(check: Check, facts: &Facts) -> Option<Seen> {
    let potential = &facts.application.potential;
    Some(match check {
        Check::Experience => {
            let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
            for (place, project) in potential.experience.placed(&Place::parse("potential/experience")) {
                seen.add(place.key("result"), !project.result.is_blank());
            }
            for partner in facts.partners.iter().filter(|partner| !partner.experience.is_blank()) {
                seen.add(partner.place.key("experience"), true);
            }
            if seen.there.is_empty() && seen.missing.is_empty() {
                seen.add(Place::parse("potential/experience"), false);
            }
            seen
        }
        Check::Management => {
            let management = &potential.management;
            let at = |key: &str| Place::parse("potential/management").key(key);
            let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
            seen.add(at("structure"), !management.structure.is_blank());
            seen.add(at("decisions"), !management.decisions.is_blank());
            seen.add(at("communication"), !management.communication.is_blank());
            seen
        }
        Check::Staff => {
            let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
            for (place, role) in potential.staff.placed(&Place::parse("potential/staff")) {
                seen.add(place, role.partner.is_given() && !role.competence.is_blank());
            }
            if potential.staff.is_empty() {
                seen.add(Place::parse("potential/staff"), false);
            }
            seen
        }
        Check::Technical => Seen::one(check, "potential/technical", !potential.technical.is_blank()),
        Check::Financial => Seen::one(check, "potential/financial", !potential.financial.is_blank()),
        _ => return None,
    })
}

fn fit(check: Check, facts: &Facts, profile: &Profile) -> Option<Seen> {
    let application = facts.application;
    Some(match check {
        Check::Risks => each(check, &facts.risks, "risks", "response", |risk| {
            !risk.prevention.is_blank() && !risk.response.is_blank()
        }),
        Check::Sustainability => {
            let stays = &application.sustainability;
            let found = !stays.exit_strategy.is_blank()
                || !stays.heirs.is_empty()
                || facts.objectives.iter().any(|objective| !objective.durability.is_blank());
            Seen::one(check, "sustainability", found)
        }
        Check::RegionalStrategy => strategy(check, facts, StrategyLevel::Regional),
        Check::NationalStrategy => strategy(check, facts, StrategyLevel::National),
        Check::SpecificObjective => {
            Seen::one(check, "call/specific_objective", !application.call.specific_objective.is_blank())
        }
        Check::Horizontal => {
            let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
            for code in &profile.horizontal_required.value {
                let said = |statement: &HorizontalStatement| {
                    statement.principle.get().is_some_and(|own| own.as_str() == code)
                        && !(statement.text.is_blank() && statement.measures.is_empty())
                };
                let list = Place::parse("horizontal");
                let place =
                    application.horizontal.placed(&list).find(|(_, own)| said(own)).map(|(place, _)| place);
                let found = place.is_some();
                seen.add(place.unwrap_or_else(|| list.key(code)), found);
            }
            if seen.there.is_empty() && seen.missing.is_empty() {
                seen.add(Place::parse("horizontal"), !application.horizontal.is_empty());
            }
            seen
        }
        Check::Accessibility => Seen::one(check, "accessibility", !application.accessibility.is_empty()),
        Check::Complementarity => {
            Seen::one(check, "complementarity", !application.complementarity.is_empty())
        }
        _ => return None,
    })
}

fn strategy(check: Check, facts: &Facts, level: StrategyLevel) -> Seen {
    let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
    for alignment in &facts.alignments {
        if facts.alignment_level(alignment) == Some(level) {
            seen.add(alignment.place.key("argument"), !alignment.argument.is_blank());
        }
    }
    if seen.there.is_empty() && seen.missing.is_empty() {
        seen.add(Place::parse("alignments"), false);
    }
    seen
}
