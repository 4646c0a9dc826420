//! Whether the call is for this partnership at all: who applies, who takes part, where, when and for whose money. Asked
//! only under a call that says so. Words: `eligibility.md`.

use super::case::{AT_LEAST, AT_MOST, quoted};
use super::{Case, Faults, Rule, call_terms, family, fault};
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::lang::Lang;
use crate::model::Partner;
use crate::profile::{Bodies, Payer, Stated, beside_the_leader, noted, shares};
use crate::units::{Count, Teryt};

family! { "ELIG", "eligibility.md";
    Rule::error("ELIG-01", "applicant-the-call-is-not-for", applicant),
    Rule::error("ELIG-02", "partner-the-call-does-not-allow", partner),
    Rule::error("ELIG-03", "number-of-partners-out-of-bounds", number_of_partners),
    Rule::error("ELIG-04", "area-outside-the-call", outside),
    Rule::error("ELIG-05", "area-of-too-many-units", too_wide),
    Rule::error("ELIG-06", "handed-in-outside-the-call", out_of_time),
    Rule::error("ELIG-07", "share-of-a-payer-too-large", payers),
    Rule::warning("ELIG-08", "indicator-of-the-call-named-otherwise", call_terms::indicator),
    Rule::error("ELIG-09", "code-the-call-does-not-have", call_terms::unknown_code),
    Rule::advice("ELIG-10", "condition-only-a-person-can-judge", for_a_person),
}

/// Points at what of a body the call does not allow.
fn barred(case: &Case<'_>, faults: &mut Faults, partner: &Placed<'_, Partner>, bodies: &Stated<Bodies>) {
    if bodies.value.allow(partner.entry, case.main()) != Some(false) {
        return;
    }
    let kind = partner.kind.get().map(|kind| kind.as_str());
    let by_kind =
        !bodies.value.kinds.is_empty() && !bodies.value.kinds.iter().any(|own| Some(own.as_str()) == kind);
    let place = if by_kind { partner.kind().here() } else { partner.legal_form().here() };
    let kind = kind.map(|code| super::case::label("partner_kinds", code));
    let allowed = Value::both(|lang: Lang| bodies.value.allowed(lang));
    fault!(faults at place, id = partner.called(), kind, allowed; by bodies);
}

fn applicant(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(bodies), Some(leader)) = (&case.profile.applicants, case.facts.leader()) {
        barred(case, faults, leader, bodies);
    }
}

fn partner(case: &Case<'_>, faults: &mut Faults) {
    let Some(bodies) = &case.profile.partners else { return };
    for partner in beside_the_leader(case.facts) {
        barred(case, faults, partner, bodies);
    }
}

fn number_of_partners(case: &Case<'_>, faults: &mut Faults) {
    let Some(bodies) = &case.profile.partners else { return };
    if case.facts.leader().is_none() || case.application().partners.is_damaged() {
        return;
    }
    let count = beside_the_leader(case.facts).len() as u64;
    let least = bodies.value.min.filter(|least| count < least.get()).map(|least| (AT_LEAST, least));
    let most = bodies.value.max.filter(|most| count > most.get()).map(|most| (AT_MOST, most));
    for (words, limit) in [least, most].into_iter().flatten() {
        let count = Value::counted(count, ["partner", "partnerów", "partnerów"], ["partner", "partners"]);
        let limit = Value::around(words, Value::from(limit));
        fault!(faults at case.root().partners(), count, limit; by bodies);
    }
}

fn outside(case: &Case<'_>, faults: &mut Faults) {
    let Some(area) = case.application().area.teryt.get() else { return };
    let place = case.root().area().teryt().here();
    if let (Some(region), Some(stated)) = (case.profile.region(), &case.profile.region)
        && region.teryt.voivodeship() != area.voivodeship()
    {
        let where_ = Value::from([region.pl.clone(), region.en.clone()]);
        let allowed = Value::around(["województwo {0}", "the {0} Voivodeship"], where_);
        fault!(faults at place, area = area.to_string(), allowed; by stated);
        return;
    }
    let Some(rule) = case.profile.area.as_ref().filter(|rule| !rule.value.within.is_empty()) else { return };
    if !rule.value.within.iter().any(|code| shares(area, code)) {
        let codes: Vec<&str> = rule.value.within.iter().map(Teryt::as_str).collect();
        let allowed = Value::around(["TERYT {0}"; 2], codes.join(", "));
        fault!(faults at place, area = area.to_string(), allowed; by rule);
    }
}

/// Returns how many territories of a level the area covers, by the codes of its units; `None` where a unit has no
/// code, so that nobody can tell.
fn covered(case: &Case<'_>, digits: usize) -> Option<u64> {
    let area = &case.application().area;
    if area.units.is_damaged() {
        return None;
    }
    let mut codes: Vec<&str> = Vec::new();
    for unit in area.units.iter() {
        codes.push(unit.teryt.get()?.as_str().get(..digits)?);
    }
    codes.extend(area.teryt.get().and_then(|code| code.as_str().get(..digits)));
    codes.sort_unstable();
    codes.dedup();
    Some(codes.len() as u64).filter(|count| *count > 0)
}

fn too_wide(case: &Case<'_>, faults: &mut Faults) {
    let Some(rule) = &case.profile.area else { return };
    // Communes are listed one by one, so that without a code each counts all the same.
    let named = |level: &str| {
        let units = case.application().area.units.iter();
        units.filter(|unit| unit.level.get().is_some_and(|own| own.as_str() == level)).count() as u64
    };
    let mut tell = |count: u64, most: Option<Count>, pl: [&'static str; 3], en: [&'static str; 2]| {
        if let Some(limit) = most.filter(|most| count > most.get()) {
            let count = Value::counted(count, pl, en);
            fault!(faults at case.root().area().units(), count, limit = limit; by rule);
        }
    };
    let counties = covered(case, 4).unwrap_or_default().max(named("county"));
    tell(counties, rule.value.counties_max, ["powiat", "powiaty", "powiatów"], ["county", "counties"]);
    let communes = covered(case, 6).unwrap_or_default().max(named("commune"));
    tell(communes, rule.value.communes_max, ["gmina", "gminy", "gmin"], ["commune", "communes"]);
}

fn out_of_time(case: &Case<'_>, faults: &mut Faults) {
    let Some(day) = case.submission() else { return };
    let (opens, deadline) = (&case.profile.opens, &case.profile.deadline);
    let early = opens.as_ref().filter(|opens| day < opens.value);
    let late = deadline.as_ref().filter(|deadline| day > deadline.value);
    let words = [
        (early, ["nabór zaczyna się {0}", "the call opens on {0}"]),
        (late, ["nabór trwał do {0}", "the call closed on {0}"]),
    ];
    for (border, words) in words {
        if let Some(border) = border {
            let border_words = Value::around(words, border.value);
            fault!(faults at case.root().call().submission(), day, border = border_words; by border);
        }
    }
}

fn payers(case: &Case<'_>, faults: &mut Faults) {
    let Some(split) = &case.profile.funding else { return };
    for Payer { name: payer, sum, share, most } in case.profile.payers(case.facts) {
        if let Some(limit) = most.filter(|most| share > *most) {
            fault!(faults at case.root().budget().sources(), payer, sum, share, limit; by split);
        }
    }
}

fn for_a_person(case: &Case<'_>, faults: &mut Faults) {
    let partners = case.root().partners().here();
    let leader = case.facts.leader().map_or_else(|| partners.clone(), |leader| leader.place.clone());
    let area = case.profile.area.as_ref().map(|stated| &stated.value.note).filter(|note| !note.pl.is_empty());
    let notes = [
        (leader, noted(&case.profile.applicants)),
        (partners, noted(&case.profile.partners)),
        (case.root().area().here(), area),
    ];
    for (place, note) in notes {
        if let Some(note) = note {
            fault!(faults at place, condition = quoted([Value::both(|lang: Lang| note.get(lang).to_owned())]));
        }
    }
}
