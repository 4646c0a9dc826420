use super::*;
use crate::lang::Lang;
use crate::model::Application;
use crate::profile::{self, Check};

fn application(yaml: &str) -> Application {
    serde_yaml::from_str(yaml).expect(yaml)
}

fn scored(yaml: &str, id: &str) -> Score {
    let application = application(yaml);
    score(&Facts::of(&application), profile::named(id).expect(id))
}

fn criterion<'score>(score: &'score Score, stage: &str, id: &str) -> &'score CriterionScore {
    let stage = score.stages.iter().find(|own| own.id == stage).expect(stage);
    stage.criteria.iter().find(|own| own.id == id).expect(id)
}

#[test]
fn every_check_is_looked_for() {
    let application = Application::default();
    let facts = Facts::of(&application);
    let profile = profile::named("esf-plus").expect("esf-plus");
    for check in Check::ALL {
        let seen = checks::look(*check, &facts, profile);
        assert!(!seen.there.is_empty() || !seen.missing.is_empty(), "{check:?} is looked for nowhere");
    }
}

#[test]
fn what_only_a_person_can_judge_has_no_points() {
    let score = scored("budget: {total: 100 000}", "esf-power-2014");
    let groups = criterion(&score, "substantive", "groups");
    assert_eq!((groups.reached, groups.verdict), (None, Verdict::Open));
    assert_eq!(groups.possible, Number::parse("20").ok());
    assert_eq!(groups.min, Number::parse("12").ok());
    let stage = &score.stages[1];
    assert_eq!((stage.possible, stage.open), (Number::parse("100").ok(), Number::parse("100").expect("100")));
    assert!(stage.criteria.iter().all(|own| own.id != "risk"), "a small project describes no risks");
}

#[test]
fn a_large_project_has_points_for_risk() {
    let score = scored("budget: {total: 3 000 000}", "esf-power-2014");
    assert_eq!(criterion(&score, "substantive", "risk").possible, Number::parse("5").ok());
    assert_eq!(criterion(&score, "substantive", "groups").possible, Number::parse("15").ok());
}

#[test]
fn conditions_of_a_call_are_decided_by_the_data() {
    let yaml = "schedule: {from: 2026-10-01, to: 2028-03-31}\n\
                budget: {total: 600 000, lines: [{id: B1, amount: 600 000}], sources: [{kind: grant, amount: 600 000}]}";
    let score = scored(yaml, "fem-uw2-2026");
    assert_eq!(score.stages[0].verdict, Verdict::Open, "a person reads the horizontal principles");
    assert_eq!(criterion(&score, "access", "grant").verdict, Verdict::Met);
    assert_eq!(criterion(&score, "access", "duration").verdict, Verdict::Met);
    let longer = scored(&yaml.replace("2028-03-31", "2028-04-01"), "fem-uw2-2026");
    assert_eq!(criterion(&longer, "access", "duration").verdict, Verdict::NotMet);
    assert!(longer.fails());
    let dearer =
        scored(&yaml.replace("grant, amount: 600 000", "grant, amount: '600 000,01'"), "fem-uw2-2026");
    assert_eq!(criterion(&dearer, "access", "grant").verdict, Verdict::NotMet);
}

#[test]
fn pass_marks_keep_their_decimals_and_stages_add_up() {
    let score = scored("meta: {lang: pl}", "fers-iws2-2024");
    let next = score.stages.iter().find(|stage| stage.id == "next").expect("next");
    assert_eq!((next.possible, next.needed), (Number::parse("65").ok(), Number::parse("32.5").ok()));
    assert_eq!(criterion(&score, "part_a", "innovation").min, Number::parse("5").ok());
    assert_eq!(score.gender, None);
    let percent = scored("meta: {lang: pl}", "fem-uw2-2026");
    assert_eq!(percent.stages[1].needed, Number::parse("50").ok());
}

#[test]
fn the_minimum_standard_counts_what_is_answered() {
    let gender = |yaml: &str| scored(yaml, "esf-plus").gender.expect("a standard");
    let empty = gender("meta: {lang: pl}");
    assert_eq!((empty.reached.get(), empty.possible.get(), empty.verdict), (0, 5, Verdict::NotMet));
    let met = gender("gender: {barriers: [{text: opieka, action: A1}]}");
    assert_eq!((met.reached.get(), met.verdict), (3, Verdict::Met));
    let unanswered = gender("gender: {barriers: [{text: opieka}], management: tak}");
    assert_eq!((unanswered.reached.get(), unanswered.verdict), (2, Verdict::NotMet));
    let none = gender("gender: {no_barriers: dane, preventive: szkolenie, management: tak}");
    assert_eq!((none.reached.get(), none.possible.get()), (4, 5));
    assert_eq!(gender("gender: {exempt: statut}").verdict, Verdict::Exempt);
}

#[test]
fn the_sheet_says_where_things_stand_and_what_would_raise_them() {
    let yaml = "partners: [{id: P1, name: A, sector: social}, {id: P2, name: B, sector: public}]\n\
                diagnosis: {needs: [{id: N1, title: X, causes: [a]}, {id: N2, title: Y}]}";
    let score = scored(yaml, "esf-plus");
    assert_eq!(criterion(&score, "premium", "sectors").verdict, Verdict::Met);
    let pl = text("wniosek.yaml", &score, Lang::Pl);
    assert!(
        pl.starts_with("wniosek.yaml: ocena wstępna według profilu esf-plus (Europejski Fundusz"),
        "{pl}"
    );
    let part = "    w części: przyczyny każdej potrzeby – diagnosis/needs/0/causes\n      brakuje w diagnosis/needs/1/causes: wymień przyczyny w `causes`\n";
    assert!(pl.contains(part), "{pl}");
    assert!(pl.contains(
        "Standard minimum równości kobiet i mężczyzn: niespełnione (0 z 5 pkt); próg 3 – niesprawdzone"
    ));
    let en = text("bid.yaml", &score, Lang::En);
    assert!(en.contains("in part: the causes of every need") && !en.contains("próg"), "{en}");
}
