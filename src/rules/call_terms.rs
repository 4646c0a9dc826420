//! What a call adds to the shipped lists, against what the application writes. In: `Case`. Out: faults of ELIG-08 and
//! ELIG-09, whose words stand in `eligibility.md`.

use super::{Case, Faults, fault};
use crate::diagnostic::{Place, Value};
use crate::lang::Lang;
use crate::model::{Field, Text};
use crate::profile::{OWN, OwnList};
use crate::words::plain;

/// Tells whether a text says a name in the language in which the call gives it, letters and signs apart.
fn says(case: &Case<'_>, text: &Field<Text>, name: [&str; 2]) -> bool {
    let bare = |words: &str| -> String {
        plain(words).split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
    };
    let [pl, en] = name.map(bare);
    let mut said = case.each(text.get()).peekable();
    said.peek().is_none() || said.any(|(lang, words)| bare(words) == *lang.pick(&pl, &en))
}

pub(super) fn indicator(case: &Case<'_>, faults: &mut Faults) {
    let Some(stated) = &case.profile.indicators else { return };
    for indicator in &case.facts.indicators {
        let Some(own) = indicator.code.get().and_then(|code| case.profile.own_indicator(code)) else {
            continue;
        };
        let name = Value::both(|lang: Lang| own.name.get(lang).to_owned());
        if !says(case, &indicator.entry.name, [&own.name.pl, &own.name.en]) {
            fault!(faults at indicator.name(), id = indicator.called(), code = own.code.as_str(), name; by stated);
        }
        let is_known = !own.unit.pl.is_empty();
        if is_known && !says(case, &indicator.entry.unit, [&own.unit.pl, &own.unit.en]) {
            let unit = Value::both(|lang: Lang| own.unit.get(lang).to_owned());
            fault!(faults at indicator.unit(), id = indicator.called(), code = own.code.as_str(), name = unit; by stated);
        }
    }
}

pub(super) fn unknown_code(case: &Case<'_>, faults: &mut Faults) {
    let mut tell = |list: OwnList, code: &str, place: Place| {
        if code.starts_with(OWN) && case.profile.own_term(list.name(), code).is_none() {
            let terms = case.profile.own_terms.iter().flat_map(|stated| &stated.value);
            let known: Vec<&str> =
                terms.filter(|term| term.list == list).map(|term| term.code.as_str()).collect();
            let none = || Value::from(["nabór nie dodaje tu żadnego", "the call adds none here"]);
            let known = if known.is_empty() { none() } else { super::case::ticked(&known).into() };
            fault!(faults at place, code, known);
        }
    };
    for statement in case.root().horizontal().each() {
        if let Some(code) = statement.principle.get() {
            tell(OwnList::HorizontalPrinciples, code.as_str(), statement.principle().here());
        }
    }
    for annex in &case.facts.annexes {
        if let Some(code) = annex.kind.get() {
            tell(OwnList::AnnexKinds, code.as_str(), annex.kind().here());
        }
    }
    for (code, clause) in case.root().agreement().clauses().each() {
        tell(OwnList::AgreementElements, code.as_str(), clause.here().at_key());
    }
}
