//! Looks for what speaks for a criterion: diagnosis, logic, partners. In: a `Check`. Out: `Seen`.

use super::seen::{Seen, each};
use super::{budget, plan};
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
    let root = facts.root();
    let needs = || facts.needs_in_scope();
    let groups = || facts.groups.iter();
    Some(match check {
        Check::NeedDescribed => each(check, needs(), root.diagnosis().needs(), |need| {
            (need.description(), !need.description.is_blank())
        }),
        Check::NeedScale => each(check, needs(), root.diagnosis().needs(), |need| {
            (need.scale(), need.scale.value.is_given() && !need.scale.unit.is_blank())
        }),
        Check::NeedEvidence => each(check, needs(), root.diagnosis().needs(), |need| {
            (need.evidence(), need.evidence.iter().any(|id| facts.source(id.as_str()).is_some()))
        }),
        Check::NeedCauses => {
            each(check, needs(), root.diagnosis().needs(), |need| (need.causes(), !need.causes.is_empty()))
        }
        Check::Comparison => {
            let mut seen = Seen::none(check);
            for source in &facts.evidence {
                for figure in source.values().each() {
                    let compared = figure.role.copied() == Some(Role::Comparator);
                    if compared || figure.reference.value.is_given() {
                        seen.add(figure, true);
                    }
                }
            }
            seen.or_missing(root.diagnosis().evidence())
        }
        Check::GroupSize => each(check, groups(), root.diagnosis().groups(), |group| {
            (
                group.size(),
                group.size.total.is_given() || (group.size.women.is_given() && group.size.men.is_given()),
            )
        }),
        Check::GroupFeatures => each(check, groups(), root.diagnosis().groups(), |group| {
            (group.features(), !group.features.is_blank())
        }),
        Check::GroupNeeds => each(check, groups(), root.diagnosis().groups(), |group| {
            (group.needs(), !group.needs.is_empty() || !group.expectations.is_empty())
        }),
        Check::GroupBarriers => each(check, groups(), root.diagnosis().groups(), |group| {
            (group.barriers(), !group.barriers.is_empty())
        }),
        _ => return None,
    })
}

fn logic(check: Check, facts: &Facts) -> Option<Seen> {
    let root = facts.root();
    let objectives = || facts.objectives.iter();
    let indicators = || facts.indicators.iter();
    Some(match check {
        Check::MainObjective => {
            let main = objectives().find(|objective| objective.level.copied() == Some(ObjectiveLevel::Main));
            let place = main.map_or_else(|| root.objectives().here(), |main| main.place.clone());
            Seen::one(check, place, main.is_some())
        }
        Check::ObjectiveDate => each(check, objectives(), root.objectives(), |objective| {
            (objective.by(), objective.by.is_given())
        }),
        // A main objective may be measured by the results of those it is made of.
        Check::ObjectiveResult => each(check, objectives(), root.objectives(), |objective| {
            (objective.id(), {
                let own = |id: &str| facts.indicators_of(id, IndicatorKind::Result).next().is_some();
                own(objective.id) || facts.descendants(objective.id).iter().any(|below| own(below.id))
            })
        }),
        Check::IndicatorValues => each(check, indicators(), root.indicators(), |indicator| {
            (indicator.target(), indicator.baseline.is_given() && indicator.target.is_given())
        }),
        Check::IndicatorMethod => each(check, indicators(), root.indicators(), |indicator| {
            (indicator.method(), !indicator.source.is_blank() && !indicator.method.is_blank())
        }),
        _ => return None,
    })
}

fn partners(check: Check, facts: &Facts) -> Option<Seen> {
    let root = facts.root();
    let partners = || facts.partners.iter();
    let submission = facts.application.call.submission.copied();
    Some(match check {
        Check::PartnerRole => {
            each(check, partners(), root.partners(), |partner| (partner.role(), !partner.role.is_blank()))
        }
        Check::PartnerTask => each(check, facts.members(), root.partners(), |partner| {
            (partner.id(), facts.actions_with(partner.id).next().is_some())
        }),
        Check::PartnerBrings => {
            each(check, partners(), root.partners(), |partner| (partner.brings(), !partner.brings.is_empty()))
        }
        Check::PartnershipReason => {
            let found = !facts.application.partnership.justification.is_blank();
            Seen::one(check, root.partnership().justification(), found)
        }
        Check::SeveralSectors => Seen::one(check, root.partners(), sectors(facts) > 1),
        Check::PartnersChosen => {
            let chosen = |partner: &Placed<Partner>| match (partner.selected.copied(), submission) {
                (Some(selected), Some(submission)) => selected <= submission,
                (selected, None) => selected.is_some(),
                (None, _) => partner.foreign.copied() == Some(true),
            };
            each(check, partners(), root.partners(), |partner| (partner.selected(), chosen(partner)))
        }
        Check::NotExcluded => each(check, partners(), root.partners(), |partner| {
            (partner.exclusion_declared(), partner.exclusion_declared.copied() == Some(true))
        }),
        _ => return None,
    })
}

/// Returns how many of the three sectors take part.
pub(super) fn sectors(facts: &Facts) -> u64 {
    let sectors = [Sector::Public, Sector::Business, Sector::Social];
    sectors.into_iter().map(|sector| u64::from(facts.partners_in(sector).next().is_some())).sum()
}
