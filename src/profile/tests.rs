//! The shipped profiles and how they inherit.

#![expect(clippy::disallowed_methods, reason = "a test reads the folder of profiles")]

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
    let part: ProfilePart = serde_yaml::from_str(
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
    let part = |id: &str, extends: &str| ProfilePart {
        id: id.to_owned(),
        extends: Some(extends.to_owned()),
        ..ProfilePart::default()
    };
    let known = BTreeMap::from([("a".to_owned(), part("a", "b")), ("b".to_owned(), part("b", "a"))]);
    let all = |id: &str| known.get(id);
    assert_eq!(resolve(&known["a"], all), Err(Fault::Cycle(vec!["a".into(), "b".into(), "a".into()])));
    assert_eq!(resolve(&part("c", "nobody"), all), Err(Fault::Unknown("nobody".into())));
    let alone = ProfilePart { id: "d".to_owned(), ..ProfilePart::default() };
    let missing = Fault::Missing { id: "d".into(), name: "evidence_max_age_months" };
    assert_eq!(resolve(&alone, all), Err(missing));
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

#[test]
fn forms_and_criteria_are_whole() {
    for profile in ids().map(profile) {
        let id = &profile.id;
        let said = |label: &crate::catalogue::Label| !label.pl.is_empty() && !label.en.is_empty();
        if let Some(form) = &profile.form {
            assert!(said(&form.title), "{id}");
            let mut seen = std::collections::BTreeSet::new();
            for (_, field) in form.fields() {
                assert!(seen.insert(&field.id), "{id}: field {} stands twice", field.id);
                assert!(said(&field.label), "{id}: {}", field.id);
            }
            let joint = form.joint.iter().flat_map(|joint| &joint.fields);
            assert!(joint.into_iter().all(|field| form.field(field).is_some()), "{id}");
        }
        let Some(sheet) = &profile.criteria else { continue };
        for stage in &sheet.stages {
            assert!(said(&stage.title), "{id}: {}", stage.id);
            assert!(stage.counts.iter().all(|other| sheet.stage(other).is_some()), "{id}: {}", stage.id);
            for criterion in &stage.criteria {
                assert!(said(&criterion.title), "{id}: {}", criterion.id);
                let form = profile.form.as_ref().expect("a sheet goes with a form");
                for field in &criterion.fields {
                    assert!(form.field(field).is_some(), "{id}: {} names field {field}", criterion.id);
                }
            }
        }
    }
}

#[test]
fn a_field_has_the_limit_of_its_form_until_the_call_says_otherwise() {
    let esf_plus = profile("esf-plus");
    let limit = |profile: &Profile, id: &str| profile.field_limit(id).map(|limit| limit.value.get());
    assert_eq!(limit(esf_plus, "summary"), Some(4000));
    assert_eq!(limit(esf_plus, "period"), None);
    let part: ProfilePart = serde_yaml::from_str(
        "id: my-call\nextends: esf-plus\nlimits: {summary: 3000}\nform:\n  sections:\n    - id: additional\n      \
         fields: [{id: green, label: {pl: Zieleń, en: Green}, limit: 500}]",
    )
    .expect("a part");
    let mine = of_part(part).expect("a profile");
    assert_eq!(limit(&mine, "summary"), Some(3000));
    assert_eq!(limit(&mine, "green"), Some(500));
    assert_eq!(limit(&mine, "management"), Some(4000));
    assert!(mine.form.as_ref().is_some_and(|form| form.field("horizontal").is_some()));
}

#[test]
fn joint_limits_and_points_follow_the_value_of_the_project() {
    let money = |zlotys: &str| Money::parse(zlotys).expect(zlotys);
    let joint = |id: &str, total: &str| {
        let form = profile(id).form.as_ref().expect("a form");
        form.joint[0].limit(money(total)).map(Count::get)
    };
    assert_eq!(joint("esf-power-2014", "1 999 999,99"), Some(30_000));
    assert_eq!(joint("esf-power-2014", "2 000 000"), Some(35_000));
    assert_eq!(joint("esf-power-2014", "5 000 000"), Some(40_000));
    assert_eq!(joint("esf-pokl-2007", "5 000 000"), Some(25_000));
    let possible = |id: &str, stage: &str, total: &str| {
        let stage = profile(id).criteria.as_ref().and_then(|sheet| sheet.stage(stage)).expect(stage);
        let points = stage.criteria.iter().filter_map(|one| one.possible(Some(money(total))));
        points.map(|points| points.decimal()).sum::<rust_decimal::Decimal>().to_string()
    };
    assert_eq!(possible("esf-power-2014", "substantive", "2 000 000"), "100");
    assert_eq!(possible("esf-power-2014", "substantive", "2 000 000,01"), "100");
    assert_eq!(possible("fers-iws2-2024", "part_a", "100 000"), "50");
    assert_eq!(possible("fers-iws2-2024", "part_b", "100 000"), "15");
    assert_eq!(possible("fem-uw2-2026", "premium", "100 000"), "20");
}

#[test]
fn a_line_break_counts_as_the_portal_says() {
    let count =
        |line_break, spaces, text: &str| Counting { spaces, line_break: Count::new(line_break) }.count(text);
    assert_eq!(count(1, true, "zażółć\ngęślą jaźń"), 17);
    assert_eq!(count(2, true, "a\r\nb\nc"), 7);
    assert_eq!(count(0, false, "a b\u{a0}c\n"), 3);
}
