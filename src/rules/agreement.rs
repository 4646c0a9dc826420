//! The partnership agreement: the contract between the lead partner and the others. Words: `agreement.md`.
//!
//! Asked only of those who write one, or whose call wants one.

use super::lexicon::{holding, lexicon};
use super::{Case, Faults, Rule, family, fault, lacks};
use crate::described::is_begun;
use crate::diagnostic::Value;
use crate::facts::Facts;
use crate::model::{Agreement, AgreementElement, BudgetLine};
use crate::profile::{Filling, OwnList};
use crate::units::Money;

family! { "AGR", "agreement.md";
    Rule::missing("AGR-01", "agreement-without-required-clauses", without_clauses),
    Rule::error("AGR-02", "agreement-led-by-another", led_by_another),
    Rule::warning("AGR-03", "choice-of-partner-not-described", not_chosen),
    Rule::warning("AGR-04", "agreement-not-begun", not_begun),
    Rule::advice("AGR-05", "partner-without-bank-account", without_account),
    Rule::warning("AGR-06", "clause-promises-own-means", own_means),
    Rule::advice("AGR-07", "copies-do-not-fit-the-parties", copies),
}

/// Returns the agreement, where its section was begun.
pub(super) fn written<'run>(case: &Case<'run>) -> Option<&'run Agreement> {
    let agreement = &case.application().agreement;
    is_begun(agreement).then_some(agreement)
}

fn without_clauses(case: &Case<'_>, faults: &mut Faults) {
    let Some(agreement) = written(case) else { return };
    let elements = &case.profile.agreement_elements;
    // A set that could not be read may word them all.
    if agreement.take.is_unreadable() {
        return;
    }
    let missing = case.facts.unworded(&case.profile.due(OwnList::AgreementElements));
    let Some(first) = missing.first() else { return };
    lacks!(faults at case.root().agreement().clauses().under(first),
        elements = labels(case, &missing), codes = super::case::ticked(&missing); by elements
    );
}

fn labels(case: &Case<'_>, codes: &[&str]) -> Value {
    let label = |code: &&str| case.label(AgreementElement::LIST, code);
    Value::List(codes.iter().map(label).collect(), ["; "; 2])
}

fn led_by_another(case: &Case<'_>, faults: &mut Faults) {
    let lead = written(case).and_then(|agreement| agreement.lead.get());
    let lead = lead.and_then(|id| case.facts.partner(id.as_str()));
    let (Some(lead), Some(leader)) = (lead, case.facts.leader()) else { return };
    if lead.place != leader.place {
        fault!(faults at case.root().agreement().lead(),
            lead = lead.called(), leader = leader.called(); also leader.place.clone()
        );
    }
}

fn not_chosen(case: &Case<'_>, faults: &mut Faults) {
    let mut fields = case.profile.form.iter().flat_map(|form| form.fields());
    let asked = fields.any(|(_, field)| field.from.contains(&Filling::PartnerSelection));
    if !asked && written(case).is_none() {
        return;
    }
    // How the leader was chosen is a matter of LEAD-03.
    let leader = case.facts.leader().map(|leader| &leader.place);
    for partner in case.facts.members().filter(|partner| Some(&partner.place) != leader) {
        if partner.selection.is_blank() {
            lacks!(faults at partner.selection(), id = partner.called());
        }
    }
}

fn not_begun(case: &Case<'_>, faults: &mut Faults) {
    // A file that could not be read may hold one.
    let none = case.application().agreement == Agreement::default();
    if none && !case.is_initiating() && case.facts.members().count() > 1 {
        let codes = case.profile.due(OwnList::AgreementElements);
        lacks!(faults at case.root().agreement(), codes = super::case::ticked(&codes));
    }
}

/// Asked for where the call's agreement says how money is passed on and this one has its day or its place of
/// signature: an early draft may do without.
fn without_account(case: &Case<'_>, faults: &mut Faults) {
    let passes_money = case.profile.agreement_elements.value.iter().any(|code| code == "money_flow");
    let due = |agreement: &Agreement| agreement.date.is_given() || agreement.place.is_given();
    if !passes_money || !written(case).is_some_and(due) {
        return;
    }
    let leader = case.facts.leader().map(|leader| leader.id);
    let partners = case.facts.members().filter(|partner| Some(partner.id) != leader);
    let open: Vec<_> = partners.filter(|partner| partner.bank_account.is_missing()).collect();
    let Some(first) = open.first() else { return };
    let names: Vec<String> = open.iter().map(|partner| partner.called()).collect();
    lacks!(faults at first.bank_account(), ids = names.join(", "));
}

/// A clause on what the parties do themselves, held against what the budget buys.
fn own_means(case: &Case<'_>, faults: &mut Faults) {
    for (_, clause) in case.root().agreement().clauses().each() {
        let mut texts = clause.all().into_iter().map(|(_, text)| text);
        let Some(words) = texts.find_map(|text| holding(text, &lexicon().own_means)) else { continue };
        for action in &case.facts.actions {
            let lines = || {
                case.facts
                    .lines
                    .iter()
                    .filter(|line| line.action.get().is_some_and(|id| id.as_str() == action.id))
            };
            let sum = |among: &dyn Fn(&BudgetLine) -> bool| -> Money {
                lines().filter(|line| among(line)).filter_map(|line| Facts::amount(line)).sum()
            };
            let (bought, total) = (sum(&is_bought), sum(&|_| true));
            if bought > total - bought {
                fault!(faults at clause, words, id = action.called(), bought, total; also action.place.clone());
            }
        }
    }
}

fn is_bought(line: &BudgetLine) -> bool {
    line.category.get().is_some_and(|category| category.as_str() == "services")
}

fn copies(case: &Case<'_>, faults: &mut Faults) {
    let Some(copies) = written(case).and_then(|agreement| agreement.copies.copied()) else { return };
    if case.application().partners.is_damaged() {
        return;
    }
    let parties = case.facts.parties().len();
    // What is left for a lead partner or an institution is at most one more.
    let fits = (parties as u64..=parties as u64 + 1).contains(&copies.get());
    if !fits && parties > 0 {
        fault!(faults at case.root().agreement().copies(),
            copies = Value::counted(copies.get() as usize, ["egzemplarz", "egzemplarze", "egzemplarzy"], ["copy", "copies"]),
            count = parties
        );
    }
}
