//! Who signs, and on what ground. Words: `signatures.md`.

use std::collections::BTreeMap;

use super::{Case, Faults, Rule, agreement, family, lacks, pact};
use crate::described::At;
use crate::diagnostic::Value;
use crate::model::{AnnexKind, Representative};

family! { "SIGN", "signatures.md";
    Rule::missing("SIGN-01", "signatory-without-mandate", without_mandate),
    Rule::missing("SIGN-02", "partner-without-signatory", without_signatory),
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
        let people = &partner.representatives;
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
