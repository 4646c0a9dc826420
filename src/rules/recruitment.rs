//! How people come to the project. Words: `recruitment.md`.

use super::lexicon::{lexicon, starting};
use super::worded::{Worded, text};
use super::{Case, Faults, Rule, family, fault, lacks};
use crate::profile::Filling;

family! { "RECR", "recruitment.md";
    Rule::missing("RECR-01", "recruitment-not-described", not_described),
    Rule::warning("RECR-02", "criteria-without-points", without_points),
    Rule::error("RECR-03", "criterion-that-the-law-forbids", forbidden),
}

fn not_described(case: &Case<'_>, faults: &mut Faults) {
    if !case.profile.asks(Filling::Recruitment) {
        return;
    }
    faults.lacking(&[
        case.root().recruitment().stages().gap(),
        case.root().recruitment().place().gap(),
        case.root().recruitment().time().gap(),
        case.root().recruitment().criteria().gap(),
        case.root().recruitment().equal_access().gap(),
    ]);
}

fn without_points(case: &Case<'_>, faults: &mut Faults) {
    let criteria = &case.application().recruitment.criteria;
    let asked = case.profile.asks(Filling::Recruitment) && !criteria.is_missing() && !criteria.is_damaged();
    // A criterion without points is a condition; where all are, nobody comes before anybody else.
    if asked && criteria.iter().all(|criterion| criterion.points.is_missing()) {
        lacks!(faults at case.root().recruitment().criteria());
    }
}

fn forbidden(case: &Case<'_>, faults: &mut Faults) {
    for criterion in case.root().recruitment().criteria().each() {
        for Worded { place, words, .. } in text(case, criterion.text()) {
            if let Some(word) = starting(words, &lexicon().forbidden_criteria) {
                fault!(faults at place, criterion = words.trim(), word);
            }
        }
    }
}
