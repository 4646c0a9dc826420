//! How people come to the project. Words: `recruitment.md`.

use super::{Case, Family, Faults, Rule};
use crate::diagnostic::Place;
use crate::profile::Filling;

pub(super) const FAMILY: Family = Family {
    prefix: "RECR",
    rules: &[
        Rule::error("RECR-01", "recruitment-not-described", not_described),
        Rule::warning("RECR-02", "criteria-without-points", without_points),
    ],
    text: include_str!("recruitment.md"),
};

fn not_described(case: &Case<'_>, faults: &mut Faults) {
    if !case.profile.asks(Filling::Recruitment) {
        return;
    }
    let own = &case.application().recruitment;
    let missing = [
        ("stages", own.stages.is_missing()),
        ("place", own.place.is_blank()),
        ("time", own.time.is_blank()),
        ("criteria", own.criteria.is_missing()),
        ("equal_access", own.equal_access.is_blank()),
    ];
    let keys: Vec<&str> = missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    if let Some(first) = keys.first() {
        faults.at(Place::parse("recruitment").key(first)).with("fields", super::case::ticked(&keys));
    }
}

fn without_points(case: &Case<'_>, faults: &mut Faults) {
    let criteria = &case.application().recruitment.criteria;
    let asked = case.profile.asks(Filling::Recruitment) && !criteria.is_missing() && !criteria.is_damaged();
    // A criterion without points is a condition; where all are, nobody comes before anybody else.
    if asked && criteria.iter().all(|criterion| criterion.points.is_missing()) {
        faults.at(Place::parse("recruitment/criteria"));
    }
}
