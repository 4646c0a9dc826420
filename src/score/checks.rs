//! Looks for what speaks for a criterion: diagnosis, logic, partners. In: a `Check`. Out: `Seen`.

use super::seen::{Seen, each};
use super::{budget, plan};
use crate::diagnostic::Place;
use crate::facts::{Facts, Placed};
use crate::model::*;
use crate::profile::{Check, Profile};

/// Looks for one check; an entity that should carry it and does not exist makes the list missing.
pub(super) fn look(check: Check, facts: &Facts, profile: &Profile) -> Seen {
    diagnosis(check, facts)
        .or_else(|| logic(check, facts))
        .or_else(|| partners(check, facts))
        .or_else(|| plan::look(check, facts, profile))
        .unwrap_or_else(|| budget::look(check, facts, profile))
}

fn diagnosis(check: Check, facts: &Facts) -> Option<Seen> {
    let needs = || facts.needs_in_scope();
    let groups = || facts.groups.iter();
    Some(match check {
        Check::NeedDescribed => {
            each(check, needs(), "diagnosis/needs", "description", |need| !need.description.is_blank())
        }
        Check::NeedScale => each(check, needs(), "diagnosis/needs", "scale", |need| {
            need.scale.value.is_given() && !need.scale.unit.is_blank()
        }),
        Check::NeedEvidence => each(check, needs(), "diagnosis/needs", "evidence", |need| {
            need.evidence.iter().any(|id| facts.source(id.as_str()).is_some())
        }),
        Check::NeedCauses => {
            each(check, needs(), "diagnosis/needs", "causes", |need| !need.causes.is_empty())
        }
        Check::Comparison => {
            let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
            for source in &facts.evidence {
                for (place, figure) in source.values.placed(&source.place.key("values")) {
                    let compared = figure.role.copied() == Some(Role::Comparator);
                    if compared || figure.reference.value.is_given() {
                        seen.add(place, true);
                    }
                }
            }
            if seen.there.is_empty() {
                seen.add(Place::parse("diagnosis/evidence"), false);
            }
            seen
        }
        Check::GroupSize => each(check, groups(), "diagnosis/groups", "size", |group| {
            group.size.total.is_given() || (group.size.women.is_given() && group.size.men.is_given())
        }),
        Check::GroupFeatures => {
            each(check, groups(), "diagnosis/groups", "features", |group| !group.features.is_blank())
        }
        Check::GroupNeeds => each(check, groups(), "diagnosis/groups", "needs", |group| {
            !group.needs.is_empty() || !group.expectations.is_empty()
        }),
        Check::GroupBarriers => {
            each(check, groups(), "diagnosis/groups", "barriers", |group| !group.barriers.is_empty())
        }
        _ => return None,
    })
}

fn logic(check: Check, facts: &Facts) -> Option<Seen> {
    let objectives = || facts.objectives.iter();
    let indicators = || facts.indicators.iter();
    Some(match check {
        Check::MainObjective => {
            let main = objectives().find(|objective| objective.level.copied() == Some(ObjectiveLevel::Main));
            let place = main.map_or_else(|| Place::parse("objectives"), |main| main.place.clone());
            let mut seen = Seen { check, there: Vec::new(), missing: Vec::new() };
            seen.add(place, main.is_some());
            seen
        }
        Check::ObjectiveDate => {
            each(check, objectives(), "objectives", "by", |objective| objective.by.is_given())
        }
        // A main objective may be measured by the results of those it is made of.
        Check::ObjectiveResult => each(check, objectives(), "objectives", "id", |objective| {
            let own = |id: &str| facts.indicators_of(id, IndicatorKind::Result).next().is_some();
            own(objective.id) || facts.descendants(objective.id).iter().any(|below| own(below.id))
        }),
        Check::IndicatorValues => each(check, indicators(), "indicators", "target", |indicator| {
            indicator.baseline.is_given() && indicator.target.is_given()
        }),
        Check::IndicatorMethod => each(check, indicators(), "indicators", "method", |indicator| {
            !indicator.source.is_blank() && !indicator.method.is_blank()
        }),
        _ => return None,
    })
}

fn partners(check: Check, facts: &Facts) -> Option<Seen> {
    let partners = || facts.partners.iter();
    let submission = facts.application.call.submission.copied();
    Some(match check {
        Check::PartnerRole => each(check, partners(), "partners", "role", |partner| !partner.role.is_blank()),
        Check::PartnerTask => each(check, facts.members(), "partners", "id", |partner| {
            facts.actions_with(partner.id).next().is_some()
        }),
        Check::PartnerBrings => {
            each(check, partners(), "partners", "brings", |partner| !partner.brings.is_empty())
        }
        Check::PartnershipReason => {
            let found = !facts.application.partnership.justification.is_blank();
            Seen::one(check, "partnership/justification", found)
        }
        Check::SeveralSectors => Seen::one(check, "partners", sectors(facts) > 1),
        Check::PartnersChosen => {
            let chosen = |partner: &Placed<Partner>| match (partner.selected.copied(), submission) {
                (Some(selected), Some(submission)) => selected <= submission,
                (selected, None) => selected.is_some(),
                (None, _) => partner.foreign.copied() == Some(true),
            };
            each(check, partners(), "partners", "selected", chosen)
        }
        Check::NotExcluded => each(check, partners(), "partners", "exclusion_declared", |partner| {
            partner.exclusion_declared.copied() == Some(true)
        }),
        _ => return None,
    })
}

/// Returns how many of the three sectors take part.
pub(super) fn sectors(facts: &Facts) -> u64 {
    let sectors = [Sector::Public, Sector::Business, Sector::Social];
    sectors.into_iter().map(|sector| u64::from(facts.partners_in(sector).next().is_some())).sum()
}
