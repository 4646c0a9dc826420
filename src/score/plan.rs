//! Looks for what speaks for a criterion: actions, recruitment, potential, strategies. In: a `Check`.
//! Out: `Seen`.

use super::seen::{Seen, each};
use crate::described::At;
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::model::*;
use crate::profile::{Check, Profile};

pub(super) fn look(check: Check, facts: &Facts, profile: &Profile) -> Option<Seen> {
    actions(check, facts)
        .or_else(|| recruitment(check, facts.root().recruitment()))
        .or_else(|| potential(check, facts))
        .or_else(|| fit(check, facts, profile))
}

fn actions(check: Check, facts: &Facts) -> Option<Seen> {
    let root = facts.root();
    let actions = || facts.actions.iter();
    Some(match check {
        Check::ActionText => {
            each(check, actions(), root.actions(), |action| (action.text(), !action.text.is_blank()))
        }
        Check::ActionDates => each(check, actions(), root.actions(), |action| {
            (action.from(), Facts::action_period(action).is_some())
        }),
        Check::ActionLead => each(check, actions(), root.actions(), |action| {
            (action.lead(), action.lead.get().is_some_and(|lead| facts.partner(lead.as_str()).is_some()))
        }),
        Check::ActionObjective => each(check, actions(), root.actions(), |action| {
            (action.objectives(), action.objectives.iter().any(|id| facts.objective(id.as_str()).is_some()))
        }),
        Check::ActionOutput => each(check, actions(), root.actions(), |action| {
            (action.id(), facts.indicators_of(action.id, IndicatorKind::Output).next().is_some())
        }),
        Check::Innovation => {
            let mut seen = Seen::none(check);
            for action in actions().filter(|action| !action.innovation.is_blank()) {
                seen.add(action.innovation(), true);
            }
            seen.or_missing(root.actions())
        }
        _ => return None,
    })
}

fn recruitment(check: Check, recruitment: At<'_, Recruitment>) -> Option<Seen> {
    Some(match check {
        Check::RecruitmentPlan => {
            let mut seen = Seen::one(check, recruitment.stages(), !recruitment.stages.is_empty());
            seen.add(recruitment.place(), !recruitment.place.is_blank());
            seen.add(recruitment.time(), !recruitment.time.is_blank());
            seen
        }
        Check::RecruitmentCriteria => {
            Seen::one(check, recruitment.criteria(), !recruitment.criteria.is_empty())
        }
        Check::EqualAccess => {
            Seen::one(check, recruitment.equal_access(), !recruitment.equal_access.is_blank())
        }
        _ => return None,
    })
}

fn potential(check: Check, facts: &Facts) -> Option<Seen> {
    let root = facts.root();
    let potential = root.potential();
    Some(match check {
        Check::Experience => {
            let mut seen = Seen::none(check);
            for project in potential.experience().each() {
                seen.add(project.result(), !project.result.is_blank());
            }
            for partner in facts.partners.iter().filter(|partner| !partner.experience.is_blank()) {
                seen.add(partner.experience(), true);
            }
            seen.or_missing(potential.experience())
        }
        Check::Management => {
            let management = potential.management();
            let mut seen = Seen::none(check);
            seen.add(management.structure(), !management.structure.is_blank());
            seen.add(management.decisions(), !management.decisions.is_blank());
            seen.add(management.communication(), !management.communication.is_blank());
            seen
        }
        Check::Staff => {
            let mut seen = Seen::none(check);
            for role in potential.staff().each() {
                seen.add(role, role.partner.is_given() && !role.competence.is_blank());
            }
            seen.or_missing(potential.staff())
        }
        Check::Technical => Seen::one(check, potential.technical(), !potential.technical.is_blank()),
        Check::Financial => Seen::one(check, potential.financial(), !potential.financial.is_blank()),
        _ => return None,
    })
}

fn fit(check: Check, facts: &Facts, profile: &Profile) -> Option<Seen> {
    let root = facts.root();
    Some(match check {
        Check::Risks => each(check, &facts.risks, root.risks(), |risk| {
            (risk.response(), !risk.prevention.is_blank() && !risk.response.is_blank())
        }),
        Check::Sustainability => {
            let stays = &root.sustainability;
            let found = !stays.exit_strategy.is_blank()
                || !stays.heirs.is_empty()
                || facts.objectives.iter().any(|objective| !objective.durability.is_blank());
            Seen::one(check, root.sustainability(), found)
        }
        Check::RegionalStrategy => strategy(check, facts, StrategyLevel::Regional),
        Check::NationalStrategy => strategy(check, facts, StrategyLevel::National),
        Check::SpecificObjective => {
            Seen::one(check, root.call().specific_objective(), !root.call.specific_objective.is_blank())
        }
        Check::Horizontal => {
            let mut seen = Seen::none(check);
            for code in &profile.horizontal_required.value {
                let said = |statement: &At<'_, HorizontalStatement>| {
                    statement.principle.get().is_some_and(|own| own.as_str() == code)
                        && !(statement.text.is_blank() && statement.measures.is_empty())
                };
                let list = root.horizontal();
                let own = list.each().find(said);
                seen.add(own.map_or_else(|| list.here().key(code), Place::from), own.is_some());
            }
            if seen.there.is_empty() && seen.missing.is_empty() {
                seen.add(root.horizontal(), !root.horizontal.is_empty());
            }
            seen
        }
        Check::Accessibility => Seen::one(check, root.accessibility(), !root.accessibility.is_empty()),
        Check::Complementarity => Seen::one(check, root.complementarity(), !root.complementarity.is_empty()),
        _ => return None,
    })
}

fn strategy(check: Check, facts: &Facts, level: StrategyLevel) -> Seen {
    let mut seen = Seen::none(check);
    for alignment in &facts.alignments {
        if facts.alignment_level(alignment) == Some(level) {
            seen.add(alignment.argument(), !alignment.argument.is_blank());
        }
    }
    seen.or_missing(facts.root().alignments())
}
