//! The partners: how many, of what kind, for what, with what. Words: `partners.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::worded::text;
use super::{Case, Faults, Rule, family, fault, lacks, missing, sectors, spelling};
use crate::catalogue;
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::model::{Partner, PartnerKind};

family! { "PARTNER", "partners.md";
    Rule::missing("PARTNER-01", "too-few-partners", too_few),
    Rule::warning("PARTNER-02", "sector-without-partner", sectors::without_partner),
    Rule::warning("PARTNER-03", "main-group-without-partner", sectors::without_group),
    Rule::missing("PARTNER-04", "partner-without-kind-or-sector", without_kind),
    Rule::error("PARTNER-05", "sector-does-not-fit-the-kind", wrong_sector),
    Rule::missing("PARTNER-06", "partner-without-role", without_role),
    Rule::warning("PARTNER-07", "partner-brings-nothing", missing!(each members(): brings)),
    Rule::warning("PARTNER-08", "partner-gains-nothing", missing!(each members(): gains)),
    Rule::missing("PARTNER-09", "partner-without-action", without_action),
    Rule::warning("PARTNER-10", "partner-without-mandate", without_mandate),
    Rule::warning("PARTNER-11", "sector-outvotes-the-others", sectors::outvoting),
    Rule::warning("PARTNER-12", "social-dialogue-without-a-side", sectors::without_dialogue),
    Rule::warning("PARTNER-13", "no-public-employment-service", sectors::without_employment_service),
    Rule::advice("PARTNER-14", "group-that-nobody-represents", not_represented),
    Rule::warning("PARTNER-16", "no-labour-market-institution", sectors::without_labour_market),
    Rule::missing("PARTNER-17", "choice-of-partner-not-argued", not_argued),
    Rule::missing("PARTNER-18", "partnership-not-argued", partnership_not_argued),
    Rule::error("PARTNER-19", "partner-twice", twice),
    Rule::advice("PARTNER-20", "name-spelt-two-ways", spelling::two_ways),
    Rule::warning("PARTNER-21", "same-activity-of-applicant-and-project", same_activity),
    // PARTNER-22 to PARTNER-28 stand in `choice`.
    Rule::error("PARTNER-29", "foreign-number-of-a-polish-body", foreign_number),
    Rule::warning("PARTNER-30", "legal-form-of-another-body", other_form),
}

fn too_few(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.partners_min;
    let count = case.facts.parties().len() as u64;
    if count < limit.value.get() && !case.application().partners.is_damaged() {
        let count = Value::counted(count, ["partnera", "partnerów", "partnerów"], ["partner", "partners"]);
        lacks!(faults at case.root().partners(), count, min = limit.value.to_string(); by limit);
    }
}

fn without_kind(case: &Case<'_>, faults: &mut Faults) {
    for partner in &case.facts.partners {
        let other = partner.kind.get().is_some_and(|kind| kind.as_str() == "other");
        let lacks = [partner.kind().gap(), partner.kind_label().gap().when(other), partner.sector().gap()];
        if let Some(fault) = faults.lacking(&lacks) {
            fault.with("id", partner.called());
        }
    }
}

fn wrong_sector(case: &Case<'_>, faults: &mut Faults) {
    let kinds = catalogue::list(PartnerKind::LIST);
    for partner in &case.facts.partners {
        let (Some(kind), Some(sector)) = (partner.kind.get(), partner.sector.copied()) else { continue };
        let Some(term) = kinds.and_then(|list| list.get(kind.as_str())) else { continue };
        if !term.sectors.iter().any(|code| code == sector.code()) {
            let allowed: Vec<&str> = term.sectors.iter().map(String::as_str).collect();
            fault!(faults at partner.sector(),
                id = partner.called(), kind = Value::both(|lang| term.label(lang)),
                sector = sectors::label(sector), allowed = super::case::ticked(&allowed)
            );
        }
    }
}

fn without_role(case: &Case<'_>, faults: &mut Faults) {
    for partner in &case.facts.partners {
        let silent = partner.role.is_blank() && partner.expectations.is_blank();
        faults.missing(&[partner.role().gap_where(silent)]).map(|fault| fault.with("id", partner.called()));
    }
}

fn without_action(case: &Case<'_>, faults: &mut Faults) {
    let actions = &case.application().actions;
    let unclear = actions.iter().any(|action| action.lead.is_unreadable() || action.partners.is_damaged());
    // Without any action it is the plan that is missing, and not the partners' part in it.
    if unclear || actions.is_missing() || actions.is_damaged() {
        return;
    }
    for partner in case.facts.members().filter(|partner| !partner.id.is_empty()) {
        if case.facts.actions_with(partner.id).next().is_none() {
            lacks!(faults at partner.place.clone(), id = partner.called());
        }
    }
}

fn without_mandate(case: &Case<'_>, faults: &mut Faults) {
    for partner in case.facts.members().filter(|partner| !partner.representatives.is_damaged()) {
        if partner.representatives.iter().all(|person| person.mandate.is_blank()) {
            let place = partner.representatives();
            let first = place.each().next();
            let place = first.map_or_else(|| place.here(), |person| person.mandate().here());
            lacks!(faults at place, id = partner.called());
        }
    }
}

fn not_represented(case: &Case<'_>, faults: &mut Faults) {
    let partners = &case.facts.partners;
    // A single applicant speaks for itself alone.
    let unclear = case.application().partners.is_damaged()
        || partners.iter().any(|partner| partner.represents.is_damaged());
    if unclear || case.facts.members().nth(1).is_none() {
        return;
    }
    let spoken_for: BTreeSet<&str> =
        partners.iter().flat_map(|partner| partner.entry.represents.iter().map(|id| id.as_str())).collect();
    for group in case.facts.groups.iter().filter(|group| !group.id.is_empty()) {
        if !spoken_for.contains(group.id) {
            lacks!(faults at group.place.clone(), id = group.called());
        }
    }
}

fn not_argued(case: &Case<'_>, faults: &mut Faults) {
    for partner in case.facts.members() {
        // The leader chooses and is not chosen; a partner without expectations too has a finding of its own.
        let no_reason = partner.why.is_blank() && !case.facts.is_leader(partner);
        let no_role = partner.role.is_blank() && !partner.expectations.is_blank();
        let lacks = [partner.why().gap_where(no_reason), partner.role().gap_where(no_role)];
        if let Some(fault) = faults.lacking(&lacks) {
            fault.with("id", partner.called());
        }
    }
}

fn partnership_not_argued(case: &Case<'_>, faults: &mut Faults) {
    let several = case.facts.members().nth(1).is_some();
    faults.missing(&[case.root().partnership().justification().gap().when(several)]);
}

fn twice(case: &Case<'_>, faults: &mut Faults) {
    let mut known: BTreeMap<String, &Placed<'_, Partner>> = BTreeMap::new();
    for partner in &case.facts.partners {
        let nip = partner.registers.nip.get().filter(|nip| !nip.is_none()).map(|nip| format!("NIP {nip}"));
        // No name without its spaces holds one.
        let nip = nip.map(|nip| (nip.clone(), nip.into(), partner.registers().nip().here()));
        let names = case.each(partner.entry.name.get());
        let names = names.map(|(_, name)| (bare(name), Value::quoted(name), partner.name().here()));
        let mut told = false;
        for (mark, shown, place) in nip.into_iter().chain(names).filter(|(mark, ..)| !mark.is_empty()) {
            let first = *known.entry(mark).or_insert(partner);
            if !told && first.place != partner.place {
                told = true;
                fault!(faults at place,
                    id = partner.called(), first = first.called(), shown; also first.place.clone()
                );
            }
        }
    }
}

/// Returns letters and digits of a name: what is left when quotes, spaces and capitals do not count.
fn bare(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn same_activity(case: &Case<'_>, faults: &mut Faults) {
    let Some(leader) = case.facts.leader() else { return };
    let Some(project) = case.application().meta.pkd.get() else { return };
    if leader.pkd.get() == Some(project) {
        fault!(faults at case.root().meta().pkd(), pkd = project.to_string(); also leader.pkd());
    }
}

fn foreign_number(case: &Case<'_>, faults: &mut Faults) {
    for partner in case.facts.partners.iter().filter(|partner| partner.foreign.copied() != Some(true)) {
        if let Some(nip) = partner.registers.nip.get().filter(|nip| nip.is_foreign()) {
            fault!(faults at partner.registers().nip(), id = partner.called(), nip = nip.to_string());
        }
    }
}

/// Words of legal forms of which a body has one; a name or a form begins with them.
const FORMS: [&[&str]; 4] = [
    &["fundacj", "foundation"],
    &["stowarzysz", "association"],
    &["spółk", "sp. z o.o", "sp. z o. o", "s.a.", "limited company", "company"],
    &["spółdziel", "cooperative"],
];

fn other_form(case: &Case<'_>, faults: &mut Faults) {
    let of = |words: &str| {
        let words = words.to_lowercase();
        let holds = |forms: &&[&str]| forms.iter().any(|form| words.contains(form));
        FORMS.iter().filter(|forms| holds(forms)).collect::<Vec<_>>()
    };
    for partner in &case.facts.partners {
        for form in text(case, partner.legal_form()) {
            let names = text(case, partner.name()).into_iter();
            for name in names.filter(|name| name.lang == form.lang) {
                let (named, said) = (of(name.words), of(form.words));
                if named.len() == 1 && said.len() == 1 && named != said {
                    fault!(faults at form.place.clone(),
                        id = partner.called(), form = form.words.trim(), name = name.words.trim(); also partner.name()
                    );
                }
            }
        }
    }
}
