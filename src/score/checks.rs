//! Looks for what speaks for a criterion: diagnosis, logic, partners. In: a `Check`. Out: `Seen`.

use super::seen::{Seen, State, each, field, known_among};
use super::{budget, plan};
use crate::described::At;
use crate::diagnostic::Place;
use crate::facts::{Facts, Kind, Placed};
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
    let (needs, groups) = (root.diagnosis().needs(), root.diagnosis().groups());
    let each_need = |found: fn(At<'_, Need>) -> (Place, State)| {
        each(check, facts.needs_in_scope(), needs, |need| found(**need))
    };
    let each_group = |found: fn(At<'_, Group>) -> (Place, State)| {
        each(check, &facts.groups, groups, |group| found(**group))
    };
    Some(match check {
        Check::NeedDescribed => each_need(|need| field(need.description())),
        Check::NeedScale => each_need(|need| {
            (need.scale().here(), State::of(&need.scale.value).and(State::of(&need.scale.unit)))
        }),
        Check::NeedEvidence => each(check, facts.needs_in_scope(), needs, |need| {
            let known = need.evidence.iter().any(|id| facts.source(id.as_str()).is_some());
            (need.evidence(), known_among(known, need.evidence.is_damaged()))
        }),
        Check::NeedCauses => each_need(|need| field(need.causes())),
        Check::Comparison => {
            let mut seen = Seen::none(check);
            for figure in facts.evidence.iter().flat_map(|source| source.values().each()) {
                let compared = figure.role.copied() == Some(Role::Comparator) && figure.value.is_given();
                if compared || figure.reference.value.is_given() {
                    seen.add(figure, true);
                }
            }
            seen.or_missing(root.diagnosis().evidence())
        }
        Check::GroupSize => each_group(|group| {
            let Size { total, women, men, .. } = &group.size;
            (group.size().here(), State::of(total).or(State::of(women).and(State::of(men))))
        }),
        Check::GroupFeatures => each_group(|group| field(group.features())),
        Check::GroupNeeds => each_group(|group| {
            (group.needs().here(), State::of(&group.needs).or(State::of(&group.expectations)))
        }),
        Check::GroupBarriers => each_group(|group| field(group.barriers())),
        _ => return None,
    })
}

fn logic(check: Check, facts: &Facts) -> Option<Seen> {
    let root = facts.root();
    Some(match check {
        Check::MainObjective => {
            let is_main =
                |objective: &&Placed<'_, Objective>| objective.level.copied() == Some(ObjectiveLevel::Main);
            match facts.objectives.iter().find(is_main) {
                Some(main) => Seen::field(check, main.title()),
                None => Seen::one(check, root.objectives(), known_among(false, root.objectives.is_damaged())),
            }
        }
        Check::ObjectiveDate => {
            each(check, &facts.objectives, root.objectives(), |objective| field(objective.by()))
        }
        // A main objective may be measured by the results of those it is made of.
        Check::ObjectiveResult => {
            let own = |id: &str| facts.indicators_of(id, IndicatorKind::Result).next().is_some();
            let measured = facts.with_above(own);
            each(check, &facts.objectives, root.objectives(), |objective| {
                let found = measured.contains(objective.id);
                (objective.id(), known_among(found, facts.is_unread(Kind::Indicator)))
            })
        }
        Check::IndicatorValues => each(check, &facts.indicators, root.indicators(), |indicator| {
            (indicator.target(), State::of(&indicator.baseline).and(State::of(&indicator.target)))
        }),
        Check::IndicatorMethod => each(check, &facts.indicators, root.indicators(), |indicator| {
            (indicator.method(), State::of(&indicator.source).and(State::of(&indicator.method)))
        }),
        _ => return None,
    })
}

fn partners(check: Check, facts: &Facts) -> Option<Seen> {
    let root = facts.root();
    let (partners, list) = (&facts.partners, root.partners());
    let submission = &facts.application.call.submission;
    Some(match check {
        Check::PartnerRole => each(check, partners, list, |partner| field(partner.role())),
        Check::PartnerTask => each(check, facts.members(), list, |partner| {
            let found = facts.actions_with(partner.id).next().is_some();
            (partner.id(), known_among(found, facts.is_unread(Kind::Action)))
        }),
        Check::PartnerBrings => each(check, partners, list, |partner| field(partner.brings())),
        Check::PartnershipReason => Seen::field(check, root.partnership().justification()),
        Check::SeveralSectors => {
            let mut seen = Seen::none(check);
            let known = partners.iter().filter(|partner| partner.sector.is_given());
            known.for_each(|partner| seen.add(partner.sector(), true));
            let unread = list.is_damaged() || partners.iter().any(|partner| partner.sector.is_unreadable());
            match sectors(facts) {
                2.. => seen,
                _ => Seen::one(check, list, known_among(false, unread)),
            }
        }
        // The others need not be chosen, and before a day nothing can be chosen that nobody knows.
        Check::PartnersChosen => {
            let due = partners.iter().filter(|partner| facts.is_chosen(partner));
            each(check, due, list, |partner| {
                let days = partner.selected.copied().zip(submission.copied());
                let in_time = State::from(days.map(|(selected, submission)| selected <= submission));
                (partner.selected(), in_time.and(State::of(&partner.selected)))
            })
        }
        Check::NotExcluded => each(check, partners, list, |partner| {
            let declared = partner.exclusion_declared.copied() == Some(true);
            (partner.exclusion_declared(), known_among(declared, partner.exclusion_declared.is_unreadable()))
        }),
        _ => return None,
    })
}

/// Returns how many of the three sectors take part.
pub(super) fn sectors(facts: &Facts) -> u64 {
    let sectors = [Sector::Public, Sector::Business, Sector::Social];
    sectors.into_iter().map(|sector| u64::from(facts.partners_in(sector).next().is_some())).sum()
}
