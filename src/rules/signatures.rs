//! Who signs, and on what ground. Words: `signatures.md`.

use std::collections::BTreeMap;

use super::lexicon::{holding, lexicon, starting};
use super::{Case, Faults, Rule, agreement, family, fault, lacks, pact};
use crate::described::{At, is_begun};
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::model::{AnnexKind, LegalPerson, List, Partner, Representative, Sector};
use crate::units::Krs;

family! { "SIGN", "signatures.md";
    Rule::missing("SIGN-01", "signatory-without-mandate", without_mandate),
    Rule::missing("SIGN-02", "partner-without-signatory", without_signatory),
    Rule::missing("SIGN-03", "unit-without-legal-person", without_person),
    Rule::missing("SIGN-04", "local-government-without-countersignature", without_countersignature),
    Rule::warning("SIGN-05", "mandate-without-number-or-date", without_act),
    Rule::warning("SIGN-06", "partner-does-not-sign", not_signing),
}

fn signs(person: &Representative) -> bool {
    person.signs.copied() == Some(true)
}

fn without_mandate(case: &Case<'_>, faults: &mut Faults) {
    for partner in &case.facts.partners {
        let people = partner.representatives().each();
        for person in people.filter(|person| signs(person) && person.mandate.is_blank()) {
            lacks!(faults at person.mandate(), id = partner.called(), person = who(case, &person));
        }
    }
}

/// Returns what messages call a person: name, else function, else the number in the list.
fn who(case: &Case<'_>, person: &At<'_, Representative>) -> Value {
    if let Some(name) = person.name.get().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        return name.into();
    }
    let number = || person.ordinal().map_or_else(String::new, |number| format!("#{number}"));
    case.said(&person.function).unwrap_or_else(|| number().into())
}

fn without_signatory(case: &Case<'_>, faults: &mut Faults) {
    let papers = papers(case);
    for partner in case.facts.partners.iter().filter(|partner| !partner.representatives.is_damaged()) {
        let Some(papers) = papers.get(&partner.place.to_string()) else { continue };
        // For a unit of another partner that partner signs, for one of any other body the people named there.
        if case.facts.whole(partner).is_some() {
            continue;
        }
        let people = people(partner);
        if people.is_damaged() {
            continue;
        }
        if people.iter().any(|person| person.signs.is_unreadable()) {
            continue;
        }
        let needed = if partner.joint_representation.copied() == Some(true) { 2 } else { 1 };
        let found = people.iter().filter(|person| signs(person)).count();
        if found < needed {
            lacks!(faults at partner.representatives(),
                id = partner.called(), found, needed, papers = Value::List(papers.clone(), ["; "; 2])
            );
        }
    }
}

/// Returns the papers that each partner signs, by the partner's place. Those of later stages are not due
/// while the partners are finding each other.
fn papers(case: &Case<'_>) -> BTreeMap<String, Vec<Value>> {
    let mut papers: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for annex in &case.facts.annexes {
        let kind = annex.kind.get().map(|kind| super::case::label(AnnexKind::LIST, kind.as_str()));
        let name = || Value::from(annex.called());
        let whole = |kind| Value::Phrase(["{name} ({kind})"; 2], vec![("name", name()), ("kind", kind)]);
        let name = kind.map_or_else(name, whole);
        for partner in annex.signers.iter().filter_map(|id| case.facts.partner(id.as_str())) {
            papers.entry(partner.place.to_string()).or_default().push(name.clone());
        }
    }
    let due = [
        ("partnership_agreement", agreement::written(case).is_some()),
        ("pact", pact::written(case).is_some()),
    ];
    for (kind, _) in due.into_iter().filter(|(_, due)| *due && !case.is_initiating()) {
        let name = super::case::label(AnnexKind::LIST, kind);
        for partner in case.facts.members() {
            papers.entry(partner.place.to_string()).or_default().push(name.clone());
        }
    }
    papers
}

/// Returns who acts for a party: the people of the body that a partner is a unit of, else its own.
fn people<'run>(partner: &Placed<'run, Partner>) -> &'run List<Representative> {
    let of = &partner.entry.unit_of.representatives;
    if of.is_missing() { &partner.entry.representatives } else { of }
}

/// Kinds of partners that sign nothing in their own name: units of local government and schools.
const UNITS: [&str; 4] =
    ["public_employment_service", "local_government_unit", "social_services_agency", "school"];

/// Tells whether a partner is a unit of somebody's and no legal person: by its kind, where it is one of the public
/// sector or a school, or by its legal form.
fn is_unit(case: &Case<'_>, partner: &Placed<'_, Partner>) -> bool {
    let forms: Vec<&str> = case.each(partner.entry.legal_form.get()).map(|(_, form)| form).collect();
    if forms.iter().any(|form| holding(form, &lexicon().legal_persons).is_some()) {
        return false;
    }
    let kind = partner.kind.get().map(|kind| kind.as_str()).filter(|kind| UNITS.contains(kind));
    let of_kind = kind.is_some_and(|kind| kind == "school" || partner.sector.get() == Some(&Sector::Public));
    // An association of social services, a private labour office: persons of their own.
    of_kind && partner.registers.krs.get().is_none_or(Krs::is_none)
        || forms.iter().any(|form| holding(form, &lexicon().units).is_some())
}

/// Asked of those that sign a contract: a letter of intent binds nobody.
fn without_person(case: &Case<'_>, faults: &mut Faults) {
    let papers = papers(case);
    for partner in
        case.facts.partners.iter().filter(|partner| papers.contains_key(&partner.place.to_string()))
    {
        // Of what could not be read the loader has told.
        let unsaid = partner.entry.unit_of == LegalPerson::default();
        if is_unit(case, partner) && unsaid {
            lacks!(faults at partner.unit_of(), id = partner.called());
        }
    }
}

/// Asked where an agreement is written that gives a county, a commune or a voivodeship money to spend.
fn without_countersignature(case: &Case<'_>, faults: &mut Faults) {
    if agreement::written(case).is_none() || case.is_initiating() {
        return;
    }
    for party in case.facts.parties() {
        let Some(first) = party.first() else { continue };
        let is_local = |partner: &Placed<'_, Partner>| {
            let kind = partner.kind.get().map(|kind| kind.as_str());
            let public = partner.sector.get() == Some(&Sector::Public);
            kind == Some("local_authority")
                || public && is_begun(&partner.entry.unit_of) && is_unit(case, partner)
        };
        let has_money = party.iter().any(|own| {
            case.facts.lines.iter().any(|line| line.partner.get().is_some_and(|id| id.as_str() == own.id))
        });
        let people = people(first);
        // A body that is not found is told of as such.
        let is_lost = first.unit_of.partner.get().is_some_and(|id| case.facts.partner(id.as_str()).is_none());
        let unclear =
            is_lost || people.is_damaged() || people.iter().any(|person| person.countersigns.is_unreadable());
        // Where nobody signs at all, that is told.
        let signed = people.iter().any(signs);
        let countersigned = people.iter().any(|person| person.countersigns.copied() == Some(true));
        if has_money && is_local(first) && signed && !unclear && !countersigned {
            lacks!(faults at first.representatives(), id = first.called());
        }
    }
}

fn without_act(case: &Case<'_>, faults: &mut Faults) {
    for partner in &case.facts.partners {
        for person in partner.representatives().each().filter(|person| signs(person)) {
            let says_number = |words: &str| words.chars().any(|sign| sign.is_ascii_digit());
            let mut words = case.each(person.entry.mandate.get());
            let act =
                words.find_map(|(_, words)| starting(words, &lexicon().acts).filter(|_| !says_number(words)));
            let told = person.mandate_number.is_missing() && person.mandate_date.is_missing();
            if let Some(act) = act.filter(|_| told) {
                fault!(faults at person.mandate(), id = partner.called(), person = who(case, &person), act);
            }
        }
    }
}

/// Asked of an annex that binds all: a letter of intent may be of those who began.
fn not_signing(case: &Case<'_>, faults: &mut Faults) {
    for annex in &case.facts.annexes {
        let kind = annex.kind.get().map(|kind| kind.as_str());
        let binds = matches!(kind, Some("partnership_agreement" | "pact"));
        if !binds || annex.signers.is_missing() || annex.signers.is_damaged() {
            continue;
        }
        let signs = |partner: &Placed<'_, Partner>| annex.signers.iter().any(|id| id.as_str() == partner.id);
        let parties = case.facts.parties();
        let open: Vec<&str> = parties
            .iter()
            .filter(|party| !party.iter().any(|partner| signs(partner)))
            .filter_map(|party| party.first().map(|partner| partner.id))
            .filter(|id| !id.is_empty())
            .collect();
        if !open.is_empty() {
            fault!(faults at annex.signers(), id = annex.called(), partners = open.join(", "));
        }
    }
}
