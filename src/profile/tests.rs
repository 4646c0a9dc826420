use std::collections::BTreeMap;

use super::shipped::resolve;
use super::*;
use crate::catalogue;

fn profile(id: &str) -> &'static Profile {
    named(id).expect(id)
}

#[test]
fn every_file_is_a_profile_with_known_codes() {
    let known = |list: &str, code: &str| catalogue::list(list).is_some_and(|list| list.get(code).is_some());
    for id in ids() {
        let profile = profile(id);
        assert_eq!(profile.lineage.first().map(String::as_str), Some(id));
        assert!(!profile.title.pl.is_empty() && !profile.title.en.is_empty());
        assert!(profile.is_a(BASE));
        for (name, origin) in profile.origins() {
            assert!(!origin.source.is_empty(), "{id}: {name} has no source");
        }
        let principles = &profile.horizontal_required.value;
        assert!(principles.iter().all(|code| known("horizontal_principles", code)), "{id}");
        assert!(
            profile.agreement_elements.value.iter().all(|code| known("agreement_elements", code)),
            "{id}"
        );
        let indicators = &profile.indicators_required.value;
        assert!(indicators.iter().all(|code| catalogue::indicators().get(code).is_some()), "{id}");
        let questions = profile.gender_points.iter().flat_map(|points| points.value.keys());
        assert!(questions.into_iter().all(|code| known("gender_questions", code)), "{id}");
    }
}

#[test]
fn every_shipped_file_is_listed() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/profile")).expect("the folder");
    let names = folder.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut files: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned)).collect();
    files.sort();
    let mut listed: Vec<&str> = ids().collect();
    listed.sort_unstable();
    assert_eq!(files, listed);
}

#[test]
fn a_profile_stands_over_its_base() {
    assert_eq!(profile("neutral").numbers.partners_min.value, Count::new(2));
    assert_eq!(profile("pact").numbers.partners_min.value, Count::new(3));
    assert_eq!(profile("pact").numbers.risks_min, profile("neutral").numbers.risks_min);
    assert_eq!(profile("pact").level("EXIT-01", Level::Warning), Some(Level::Error));
    assert_eq!(profile("esf-plus").level("EXIT-01", Level::Warning), Some(Level::Warning));
    assert_eq!(profile("pact").lineage, ["pact", "neutral"]);
    assert!(named("efs-plus").is_none());
}

#[test]
fn what_nobody_verified_is_named() {
    assert_eq!(profile("neutral").unverified(), [""; 0]);
    assert!(profile("esf-plus").unverified().contains(&"numbers/staff_hours_max".to_owned()));
    assert!(!profile("esf-plus").unverified().contains(&"horizontal_required".to_owned()));
}

#[test]
fn a_band_holds_its_border() {
    let rate = |zlotys: &str| profile("esf-plus").indirect_rate(Money::parse(zlotys).expect(zlotys));
    assert_eq!(rate("830 000,00"), Share::parse("25").ok());
    assert_eq!(rate("830 000,01"), Share::parse("20").ok());
    assert_eq!(rate("1 739 740,56"), Share::parse("20").ok());
    assert_eq!(rate("9 000 000"), Share::parse("10").ok());
    assert_eq!(profile("pact").indirect_rate(Money::ZERO), None);
}

#[test]
fn a_call_of_ones_own_stands_over_a_shipped_profile() {
    let part: Part = serde_yaml::from_str(
        "id: my-call\nextends: esf-plus\nsource: regulamin\nlevels: {NEED-04: off, ACT-07: warning}\n\
         numbers: {own_contribution_min: 5.0, grant_max: '600 000'}\nlimits: {need_justification: 4000}",
    )
    .expect("a part");
    let profile = of_part(part).expect("a profile");
    assert_eq!(profile.lineage, ["my-call", "esf-plus", "neutral"]);
    assert_eq!(profile.level("NEED-04", Level::Advice), None);
    assert_eq!(profile.level("ACT-03", Level::Warning), Some(Level::Error));
    assert_eq!(profile.numbers.own_contribution_min.map(|stated| stated.value), Share::parse("5").ok());
    assert_eq!(profile.limits["need_justification"].origin.source, "regulamin");
}

#[test]
fn profiles_that_extend_each_other_are_refused() {
    let part = |id: &str, extends: &str| Part {
        id: id.to_owned(),
        extends: Some(extends.to_owned()),
        ..Part::default()
    };
    let known = BTreeMap::from([("a".to_owned(), part("a", "b")), ("b".to_owned(), part("b", "a"))]);
    assert_eq!(resolve(&known["a"], &known), Err(Fault::Cycle(vec!["a".into(), "b".into(), "a".into()])));
    assert_eq!(resolve(&part("c", "nobody"), &known), Err(Fault::Unknown("nobody".into())));
    let alone = Part { id: "d".to_owned(), ..Part::default() };
    let missing = Fault::Missing { id: "d".into(), name: "evidence_max_age_months" };
    assert_eq!(resolve(&alone, &known), Err(missing));
}

#[test]
fn the_application_has_the_last_word_on_its_call() {
    let call = Call {
        evidence_max_age_months: Count::new(36).into(),
        own_contribution_min: Share::parse("10 %").expect("a share").into(),
        ..Call::default()
    };
    let profile = profile("esf-plus").clone().with_call(&call);
    assert_eq!(profile.numbers.evidence_max_age_months.value, Count::new(36));
    assert_eq!(profile.numbers.own_contribution_min.as_ref().map(|stated| stated.value.parts()), Some(1000));
    assert_eq!(profile.horizontal_required.value.len(), 7);
    assert!(!profile.unverified().contains(&"numbers/own_contribution_min".to_owned()));
}
