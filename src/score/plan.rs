//! Looks for what speaks for a criterion: actions, recruitment, potential, strategies. In: a `Check`.
//! Out: `Seen`.

use super::seen::{Seen, State, each, field, known_among};
use crate::catalogue::{self, Label};
use crate::described::At;
use crate::facts::{Facts, Kind};
use crate::model::*;
use crate::profile::{Check, Profile};

pub(super) fn look(check: Check, facts: &Facts, profile: &Profile) -> Option<Seen> {
    actions(check, facts)
        .or_else(|| recruitment(check, facts.root().recruitment()))
        .or_else(|| potential(check, facts))
        .or_else(|| fit(check, facts, profile))
}

fn actions(check: Check, facts: &Facts) -> Option<Seen> {
    let (actions, list) = (&facts.actions, facts.root().actions());
    Some(match check {
        Check::ActionText => each(check, actions, list, |action| field(action.text())),
        Check::ActionDates => each(check, actions, list, |action| {
            let ordered = Facts::action_period(action).is_some();
            (action.from(), State::of(&action.from).and(State::of(&action.to)).and(ordered))
        }),
        Check::ActionLead => each(check, actions, list, |action| {
            let known = action.lead.get().is_some_and(|lead| facts.partner(lead.as_str()).is_some());
            (action.lead(), if action.lead.is_unreadable() { State::Unsure } else { known.into() })
        }),
        Check::ActionObjective => each(check, actions, list, |action| {
            let known = action.objectives.iter().any(|id| facts.objective(id.as_str()).is_some());
            (action.objectives(), known_among(known, action.objectives.is_damaged()))
        }),
        Check::ActionOutput => each(check, actions, list, |action| {
            let found = facts.indicators_of(action.id, IndicatorKind::Output).next().is_some();
            (action.id(), known_among(found, facts.is_unread(Kind::Indicator)))
        }),
        Check::Innovation => {
            let mut seen = Seen::none(check);
            for action in actions.iter().filter(|action| !action.innovation.is_missing()) {
                seen.add(action.innovation(), State::of(&action.innovation));
            }
            seen.or_missing(list)
        }
        _ => return None,
    })
}

fn recruitment(check: Check, recruitment: At<'_, Recruitment>) -> Option<Seen> {
    Some(match check {
        Check::RecruitmentPlan => Seen::field(check, recruitment.stages())
            .and(recruitment.place(), State::of(&recruitment.place))
            .and(recruitment.time(), State::of(&recruitment.time)),
        Check::RecruitmentCriteria => Seen::field(check, recruitment.criteria()),
        Check::EqualAccess => Seen::field(check, recruitment.equal_access()),
        _ => return None,
    })
}

fn potential(check: Check, facts: &Facts) -> Option<Seen> {
    let potential = facts.root().potential();
    Some(match check {
        Check::Experience => {
            let mut seen = Seen::none(check);
            for project in potential.experience().each() {
                seen.add(project.result(), State::of(&project.result));
            }
            for partner in facts.partners.iter().filter(|partner| !partner.experience.is_blank()) {
                seen.add(partner.experience(), State::of(&partner.experience));
            }
            seen.or_missing(potential.experience())
        }
        Check::Management => {
            let management = potential.management();
            Seen::field(check, management.structure())
                .and(management.decisions(), State::of(&management.decisions))
                .and(management.communication(), State::of(&management.communication))
        }
        Check::Staff => {
            let mut seen = Seen::none(check);
            for role in potential.staff().each() {
                seen.add(role, State::of(&role.partner).and(State::of(&role.competence)));
            }
            seen.or_missing(potential.staff())
        }
        Check::Technical => Seen::field(check, potential.technical()),
        Check::Financial => Seen::field(check, potential.financial()),
        _ => return None,
    })
}

fn fit(check: Check, facts: &Facts, profile: &Profile) -> Option<Seen> {
    let root = facts.root();
    Some(match check {
        Check::Risks => each(check, &facts.risks, root.risks(), |risk| {
            (risk.response(), State::of(&risk.prevention).and(State::of(&risk.response)))
        }),
        Check::Sustainability => {
            let stays = &root.sustainability;
            let durable = facts.objectives.iter().map(|objective| State::of(&objective.durability)).min();
            let state = State::of(&stays.exit_strategy)
                .or(State::of(&stays.heirs))
                .or(durable.unwrap_or(State::Missing));
            Seen::one(check, root.sustainability(), state)
        }
        Check::RegionalStrategy => strategy(check, facts, StrategyLevel::Regional),
        Check::NationalStrategy => strategy(check, facts, StrategyLevel::National),
        Check::SpecificObjective => Seen::field(check, root.call().specific_objective()),
        Check::Horizontal => horizontal(check, root.horizontal(), profile),
        Check::Accessibility => {
            let mut seen = Seen::none(check);
            for own in root.accessibility().each() {
                seen.add(own.measure(), State::of(&own.measure));
            }
            seen.or_missing(root.accessibility())
        }
        Check::Complementarity => Seen::field(check, root.complementarity()),
        _ => return None,
    })
}

/// Looks for what is said of each principle that the call asks for; one of which nothing is said has no place
/// but the list.
fn horizontal(check: Check, list: At<'_, List<HorizontalStatement>>, profile: &Profile) -> Seen {
    let mut seen = Seen::none(check);
    for code in &profile.horizontal_required.value {
        let of =
            |own: &At<'_, HorizontalStatement>| own.principle.get().is_some_and(|own| own.as_str() == code);
        let own = list.each().filter(of);
        let own = own.map(|own| (own.text().here(), State::of(&own.text).or(State::of(&own.measures))));
        let none = (list.here(), known_among(false, list.is_damaged()));
        let (place, state) = own.min_by_key(|(_, state)| *state).unwrap_or(none);
        if state == State::Missing {
            let term = catalogue::list("horizontal_principles").and_then(|list| list.get(code));
            seen.lacking.extend(term.map(|term| Label { pl: term.pl.clone(), en: term.en.clone() }));
        }
        seen.add(place, state);
    }
    seen.or_list(list)
}

fn strategy(check: Check, facts: &Facts, level: StrategyLevel) -> Seen {
    let mut seen = Seen::none(check);
    for alignment in facts.alignments.iter().filter(|own| facts.alignment_level(own) == Some(level)) {
        seen.add(alignment.argument(), State::of(&alignment.argument));
    }
    seen.or_missing(facts.root().alignments())
}
