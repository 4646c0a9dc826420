//! What the partners make together: sectors, groups, sides of the social dialogue, votes. In: `Case`. Out:
//! faults of the rules of `partners`.

use super::{Case, Faults, fault, lacks};
use crate::catalogue;
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::model::{Body, Partner, PartnerKind, Sector};
use crate::units::{Money, Share};

const SECTORS: [Sector; 3] = [Sector::Public, Sector::Business, Sector::Social];
/// The main group that is more than one partner among others: the rules on it tell its absence alone.
const LABOUR_MARKET: &str = "labour_market_institutions";
const EMPLOYMENT_SERVICE: &str = "public_employment_service";
const UNIONS: [&str; 2] = ["trade_union", "staff_organisation"];
const EMPLOYERS: [&str; 2] = ["employers_association", "chamber_of_commerce"];

/// Returns the label of a sector.
pub(super) fn label(sector: Sector) -> Value {
    super::case::label(Sector::LIST, sector.code())
}

/// Returns the parties where the call asks for several, there are several and `known` is true of all; what
/// a single applicant or a half-read list lacks says nothing.
fn parties<'case, 'run>(
    case: &'case Case<'run>,
    known: fn(&Partner) -> bool,
) -> Option<Vec<&'case Placed<'run, Partner>>> {
    let parties: Vec<_> = case.facts.members().collect();
    let whole = !case.application().partners.is_damaged() && parties.iter().all(|party| known(party));
    let partnership = case.profile.numbers.partners_min.value.get() > 1;
    (partnership && whole && parties.len() > 1).then_some(parties)
}

/// Returns the kinds of the parties.
fn kinds<'case>(case: &'case Case<'_>) -> Option<Vec<&'case str>> {
    let parties = parties(case, |party| party.kind.is_given())?;
    Some(parties.iter().filter_map(|party| party.kind.get().map(PartnerKind::as_str)).collect())
}

/// Returns the main group of a kind of partner; `None` for a kind that counts to none.
fn group(kind: &str) -> Option<&'static str> {
    catalogue::list(PartnerKind::LIST)?.get(kind)?.group.as_deref()
}

pub(super) fn without_partner(case: &Case<'_>, faults: &mut Faults) {
    let Some(parties) = parties(case, |party| party.sector.is_given()) else { return };
    let absent =
        SECTORS.into_iter().filter(|sector| !parties.iter().any(|party| party.sector.get() == Some(sector)));
    let names: Vec<Value> = absent.map(label).collect();
    if !names.is_empty() {
        lacks!(faults at case.root().partners(), sectors = Value::list(names));
    }
}

pub(super) fn without_group(case: &Case<'_>, faults: &mut Faults) {
    let (Some(kinds), Some(groups)) = (kinds(case), catalogue::list("main_groups")) else { return };
    let present = |code: &str| kinds.iter().any(|kind| group(kind) == Some(code));
    let absent = groups.terms().iter().filter(|term| term.code != LABOUR_MARKET && !present(&term.code));
    let names: Vec<Value> = absent.map(|term| Value::both(|lang| term.label(lang))).collect();
    if !names.is_empty() {
        lacks!(faults at case.root().partners(), groups = Value::List(names, ["; "; 2]));
    }
}

pub(super) fn without_dialogue(case: &Case<'_>, faults: &mut Faults) {
    let Some(kinds) = kinds(case) else { return };
    let side = |side: &[&str]| kinds.iter().any(|kind| side.contains(kind));
    let sides = [
        (side(&UNIONS), ["związek zawodowy", "a trade union"]),
        (side(&EMPLOYERS), ["organizacja pracodawców", "an employers' organisation"]),
    ];
    let names: Vec<_> = sides.into_iter().filter(|(there, _)| !there).map(|(_, name)| name).collect();
    if !names.is_empty() {
        lacks!(faults at case.root().partners(), sides = Value::list(names));
    }
}

pub(super) fn without_employment_service(case: &Case<'_>, faults: &mut Faults) {
    let Some(kinds) = kinds(case) else { return };
    if has_labour_market(&kinds) && !kinds.contains(&EMPLOYMENT_SERVICE) {
        lacks!(faults at case.root().partners());
    }
}

pub(super) fn without_labour_market(case: &Case<'_>, faults: &mut Faults) {
    let Some(kinds) = kinds(case) else { return };
    if !has_labour_market(&kinds) {
        lacks!(faults at case.root().partners());
    }
}

/// Tells whether one of these kinds is an institution of the labour market; bodies of the social dialogue
/// are among them by law.
fn has_labour_market(kinds: &[&str]) -> bool {
    let dialogue = |kind: &str| UNIONS.contains(&kind) || EMPLOYERS.contains(&kind);
    kinds.iter().any(|kind| group(kind) == Some(LABOUR_MARKET) || dialogue(kind))
}

pub(super) fn outvoting(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.sector_votes_max;
    for body in case.facts.bodies.iter().filter(|body| votes_decide(body)) {
        let Some((sector, share)) = strongest(case, body).filter(|(_, share)| *share > limit.value) else {
            continue;
        };
        let place = if body.votes.is_missing() { body.members().here() } else { body.votes().here() };
        fault!(faults at place,
            body = body.called(), sector = label(sector), share, max = limit.value; by limit
        );
    }
}

/// Tells whether votes are counted in a body: where all must agree or one decides, they are not.
fn votes_decide(body: &Body) -> bool {
    let decision = body.decision.get().map(|decision| decision.as_str());
    decision.is_some_and(|decision| !matches!(decision, "consensus" | "leader_decides"))
}

/// Returns the sector with the most votes in a body and its share; `None` when a member or its sector is
/// not known.
fn strongest(case: &Case<'_>, body: &Placed<'_, Body>) -> Option<(Sector, Share)> {
    if body.members.is_damaged() {
        return None;
    }
    let mut sums = [0_u64; SECTORS.len()];
    for member in body.members.iter() {
        let sector = case.facts.partner(member.as_str())?.sector.copied()?;
        let at = SECTORS.iter().position(|known| *known == sector)?;
        sums[at] = sums[at].checked_add(case.facts.votes(body, member))?;
    }
    // A share is one of money; votes are counted in its smallest unit.
    let votes = |count: u64| i64::try_from(count).ok().map(Money::from_grosze);
    let whole = votes(sums.iter().try_fold(0_u64, |sum, own| sum.checked_add(*own))?)?;
    let (sector, most) = SECTORS.into_iter().zip(sums).rev().max_by_key(|(_, sum)| *sum)?;
    Some((sector, Share::of(votes(most)?, whole)?))
}
