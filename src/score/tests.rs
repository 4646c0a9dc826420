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
        assert!(!seen.missing.is_empty() && seen.there.is_empty(), "{check:?} is looked for nowhere");
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
    let (application, score) = (application(yaml), scored(yaml, "esf-plus"));
    assert_eq!(criterion(&score, "premium", "sectors").verdict, Verdict::Met);
    let pl = text("wniosek.yaml", &score, &application, Lang::Pl);
    assert!(
        pl.starts_with("wniosek.yaml: ocena wstępna według profilu esf-plus (Europejski Fundusz"),
        "{pl}"
    );
    let part = "    w części: przyczyny każdej potrzeby – N1: przyczyny\n      brakuje: N2: przyczyny – wymień przyczyny w `causes`\n";
    assert!(pl.contains(part), "{pl}");
    assert!(pl.contains(
        "Standard minimum równości kobiet i mężczyzn: niespełnione (0 z 5 pkt); próg 3 – niesprawdzone"
    ));
    let en = text("bid.yaml", &score, &application, Lang::En);
    assert!(en.contains("in part: the causes of every need") && !en.contains("próg"), "{en}");
}

/// Scores under a sheet of one's own over `neutral`.
fn under(sheet: &str, yaml: &str) -> Score {
    let part = serde_yaml::from_str(&format!("id: own\nsource: s\n{sheet}")).expect(sheet);
    let profile = profile::of_part(part).expect("neutral is shipped");
    score(&Facts::of(&application(yaml)), &profile)
}

/// Scores a single row.
fn row(nature: &str, rest: &str, yaml: &str) -> StageScore {
    let sheet = format!(
        "criteria: {{stages: [{{id: s, title: S, criteria: [{{id: c, title: C, nature: {nature}, {rest}}}]}}]}}"
    );
    under(&sheet, yaml).stages.remove(0)
}

const SECTORS: &str = "partners: [{id: P1, sector: public}, {id: P2, sector: social}]";

#[test]
fn nothing_is_met_that_was_not_computed() {
    for rest in
        ["by: checks", "by: checks, checks: []", "by: checks, fields: [nope]", "by: gender", "by: sectors"]
    {
        for nature in ["access", "horizontal", "substantive", "premium"] {
            let stage = row(nature, rest, SECTORS);
            assert_eq!(
                (stage.verdict, stage.criteria[0].verdict),
                (Verdict::Open, Verdict::Open),
                "{nature}, {rest}"
            );
        }
    }
    let found = |checks: &str| row("access", &format!("by: checks, checks: [{checks}]"), SECTORS).verdict;
    assert_eq!(found("several_sectors"), Verdict::Met);
    assert_eq!(found("several_sectors, applicant_is_commune"), Verdict::Open);
    assert_eq!(found("several_sectors, need_scale, applicant_is_commune"), Verdict::NotMet);
}

#[test]
fn no_check_is_whole_over_nothing_or_over_what_could_not_be_read() {
    for check in Check::ALL {
        let rest = format!("by: checks, checks: [{}]", check.code());
        for yaml in ["meta: {lang: pl}", "budget: {total: 0, sources: []}\nschedule: {from: 2026-01-01}"] {
            assert_ne!(row("access", &rest, yaml).verdict, Verdict::Met, "{check:?}: {yaml}");
        }
    }
    let broken = "diagnosis: {needs: [{id: N1, scale: {value: x, unit: osób}}], groups: nie}\n\
                  partners: [{id: P1, sector: 7, selected: kiedyś, exclusion_declared: 3}]\n\
                  budget: {total: dużo, lines: [{id: B1, amount: x, action: A1, partner: P1}]}\n\
                  schedule: {from: wczoraj, to: jutro}\nrisks: x\nindicators: 4";
    let verdict = |check: &str| row("access", &format!("by: checks, checks: [{check}]"), broken).verdict;
    for check in Check::ALL.iter().filter(|check| **check != Check::LineAction) {
        assert_ne!(verdict(check.code()), Verdict::Met, "{check:?}");
    }
    for check in
        ["need_scale", "group_size", "several_sectors", "not_excluded", "budget_sum", "risks", "duration"]
    {
        assert_eq!(verdict(check), Verdict::Open, "{check}");
    }
}

#[test]
fn a_limit_that_the_call_does_not_name_is_not_kept() {
    let yaml = "schedule: {from: 2026-01-01, to: 2026-12-31}\n\
                budget: {total: 100, own: {total: 50}, lines: [{id: B1, amount: 100, estimate: cennik}]}";
    for (check, limit, far) in [
        ("grant_limit", "grant_max: 50", "grant_max: 49"),
        ("total_limit", "total_max: 100", "total_max: 99"),
        ("duration", "project_period_max_months: 12", "project_period_max_months: 11"),
        ("own_contribution", "own_contribution_min: 50%", "own_contribution_min: 51%"),
    ] {
        let verdict = |numbers: &str| {
            let sheet = format!(
                "numbers: {{{numbers}}}\ncriteria: {{stages: [{{id: s, title: S, criteria: \
                 [{{id: c, title: C, nature: access, by: checks, checks: [{check}]}}]}}]}}"
            );
            under(&sheet, yaml).stages[0].verdict
        };
        assert_eq!(
            [verdict(""), verdict(limit), verdict(far)],
            [Verdict::Open, Verdict::Met, Verdict::NotMet],
            "{check}"
        );
    }
}

#[test]
fn a_heading_follows_from_its_rows() {
    let stage = |rows: &str, more: &str| {
        let row = |code: char| match code {
            'p' => "{id: p, title: P, nature: premium, by: checks, points: 2, checks: [several_sectors]}",
            'f' => "{id: f, title: F, nature: premium, by: checks, points: 3, checks: [risks]}",
            'o' => "{id: o, title: O, nature: premium, points: 4}",
            'a' => "{id: a, title: A, nature: access, by: checks, checks: [several_sectors]}",
            other => panic!("no row {other}"),
        };
        let rows: Vec<&str> = rows.chars().map(row).collect();
        let rows = rows.join(", ");
        let sheet = format!("criteria: {{stages: [{{id: s, title: S, {more}criteria: [{rows}]}}]}}");
        let score = under(&sheet, SECTORS);
        (score.stages[0].verdict, score.fails())
    };
    assert_eq!(stage("p", ""), (Verdict::Met, false));
    assert_eq!(stage("f", ""), (Verdict::NotMet, false), "points on top fail nobody");
    assert_eq!(stage("pf", ""), (Verdict::Part, false));
    assert_eq!(stage("fo", ""), (Verdict::Open, false));
    assert_eq!(stage("po", ""), (Verdict::Open, false));
    assert_eq!(stage("af", ""), (Verdict::Met, false));
    assert_eq!(stage("", ""), (Verdict::Open, false));
    assert_eq!(stage("pf", "pass_points: 2, "), (Verdict::Met, false));
    assert_eq!(stage("pf", "pass_points: 3, "), (Verdict::NotMet, true));
    assert_eq!(stage("a", "pass_share: 60, "), (Verdict::Open, false), "of points that nobody knows");
}

#[test]
fn sectors_bring_the_points_of_their_step() {
    let tiers = |tiers: &str| row("premium", &format!("by: sectors, tiers: [{tiers}]"), SECTORS);
    let two = "{from: 2, points: 5, title: a}";
    let three = "{from: 3, points: 9, title: a}";
    let words = |stage: StageScore| (stage.verdict, stage.reached.to_string());
    assert_eq!(words(tiers(two)), (Verdict::Met, "5".to_owned()));
    assert_eq!(words(tiers(three)), (Verdict::NotMet, "0".to_owned()));
    assert_eq!(words(tiers(&format!("{three}, {two}"))), (Verdict::Met, "5".to_owned()));
    assert_eq!(tiers(two).criteria[0].seen[0].there.len(), 2, "it says what it saw");
    let nobody = row("premium", "by: sectors, tiers: [{from: 0, points: 1, title: a}]", "meta: {lang: pl}");
    assert_eq!(nobody.verdict, Verdict::Open);
}

#[test]
fn a_principle_of_which_nothing_is_said_is_named() {
    let yaml = "horizontal: [{principle: gender_equality, text: a}, {principle: dnsh, text: ' '}]";
    let score = scored(yaml, "fem-uw2-2026");
    let seen = &criterion(&score, "access", "principles").seen[0];
    let places =
        |places: &[crate::diagnostic::Place]| places.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(places(&seen.there), ["horizontal/0/text"]);
    assert_eq!(places(&seen.missing), ["horizontal", "horizontal/1/text"]);
    assert_eq!(seen.lacking.len(), 6);
    let text = text("a", &score, &application(yaml), Lang::Pl);
    assert!(text.contains("brakuje: zasady horyzontalne, zasady horyzontalne 2: tekst ("), "{text}");
}
