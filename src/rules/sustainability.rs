//! How the work ends and what stays. Words: `sustainability.md`.

use std::collections::BTreeSet;

use super::{Case, Faults, Rule, family, fault, lacks, missing};
use crate::facts::Placed;
use crate::model::Partner;

family! { "EXIT", "sustainability.md";
    Rule::warning("EXIT-01", "no-exit-strategy", missing!(sustainability.exit_strategy)),
    Rule::warning("EXIT-02", "completion-not-defined", missing!(sustainability.completion)),
    Rule::warning("EXIT-03", "exit-strategy-not-agreed", not_agreed),
    Rule::advice("EXIT-04", "results-do-not-last", not_lasting),
    Rule::warning("EXIT-05", "lasting-effect-before-the-end", too_soon),
}

fn not_agreed(case: &Case<'_>, faults: &mut Faults) {
    let sustainability = &case.application().sustainability;
    // Without a strategy there is nothing to agree on.
    if sustainability.exit_strategy.is_blank() || sustainability.agreed_by.is_damaged() {
        return;
    }
    // The second partner of one id is a matter of REF-02.
    let first = |partner: &Placed<'_, Partner>| {
        case.facts.partner(partner.id).is_some_and(|first| first.place == partner.place)
    };
    let agreed: BTreeSet<&str> = sustainability.agreed_by.iter().map(|id| id.as_str()).collect();
    let bound = case.facts.members().filter(|partner| first(partner)).map(|partner| partner.id);
    let open: Vec<&str> = bound.filter(|id| !agreed.contains(id)).collect();
    if !open.is_empty() {
        lacks!(faults at case.root().sustainability().agreed_by(), partners = open.join(", "));
    }
}

fn not_lasting(case: &Case<'_>, faults: &mut Faults) {
    let heirs = &case.application().sustainability.heirs;
    if heirs.is_damaged() {
        return;
    }
    let inherited: BTreeSet<&str> =
        heirs.iter().filter_map(|heir| heir.result.get().map(|result| result.as_str())).collect();
    for objective in case.facts.objectives.iter().filter(|objective| objective.durability.is_blank()) {
        if !inherited.contains(objective.id) {
            lacks!(faults at objective.durability(), id = objective.called());
        }
    }
}

fn too_soon(case: &Case<'_>, faults: &mut Faults) {
    let Some(end) = case.application().schedule.to.copied() else { return };
    for effect in case.root().sustainability().long_term_effects().each() {
        let year = effect.year.copied().map(|year| year.get());
        if let Some(year) = year.filter(|year| i128::from(*year) < i128::from(end.year())) {
            fault!(faults at effect.year(), year, end; also case.root().schedule().to());
        }
    }
}
