//! Days, years, stages and sums that contradict each other, beyond what the examples show.

use super::examples::{findings, patched};

/// Returns code and place of every finding.
fn told(patch: &str) -> Vec<String> {
    findings(patched(patch)).0.iter().map(|finding| format!("{} {}", finding.code, finding.place)).collect()
}

#[test]
fn a_leader_joins_before_it_is_chosen() {
    assert_eq!(told("partners: [{id: P1, joined: 2026-02-01}]"), ["TIME-08 partners/0/joined"]);
    assert!(told("partners: [{id: P1, joined: 2026-01-20}, {id: P2, joined: 2026-02-01}]").is_empty());
}

#[test]
fn without_a_day_of_submission_the_day_of_writing_counts() {
    let joined = "partners: [{id: P2, joined: 2026-03-10}]";
    assert!(told(joined).is_empty());
    assert_eq!(told(&format!("call: {{submission: null}}\n{joined}")), ["TIME-07 partners/1/joined"]);
    assert!(told(&format!("meta: {{date: null}}\ncall: {{submission: null}}\n{joined}")).is_empty());
}

#[test]
fn a_day_after_submission_is_told_once() {
    let late = "diagnosis: {needs: [{id: N1, researched_on: 2026-05-01}]}";
    assert_eq!(told(late), ["TIME-07 diagnosis/needs/0/researched_on"]);
}

#[test]
fn a_diagnosis_is_ready_before_the_project_starts() {
    let late = "call: {submission: 2026-12-01}\ndiagnosis: {date: 2026-10-01}";
    assert_eq!(told(late), ["TIME-08 diagnosis/date"]);
}

#[test]
fn a_stage_of_the_future_is_a_plan() {
    let history = |from: &str| {
        format!(
            "partnership: {{stage: organising, stage_history: [{{stage: organising, from: 2026-01-01}}, \
             {{stage: managing, from: {from}}}]}}"
        )
    };
    assert!(told(&history("2026-09-01")).is_empty());
    assert_eq!(told(&history("2026-02-01")), ["ORG-12 partnership/stage"]);
}

#[test]
fn a_stage_that_ended_is_not_the_present_one() {
    let ended = "partnership: {stage_history: [{stage: managing, from: 2025-01-01, to: 2025-12-31}]}";
    assert_eq!(told(ended), ["ORG-12 partnership/stage"]);
}

#[test]
fn a_history_may_be_written_from_the_newest_stage_down() {
    let newest_first = "partnership: {stage_history: [{stage: managing, from: 2026-02-01}, \
                        {stage: initiating, from: 2025-01-01, to: 2026-02-01}]}";
    assert!(told(newest_first).is_empty());
    let backwards = "partnership: {stage_history: [{stage: managing, from: 2026-02-01}, \
                     {stage: organising, from: 2026-01-31, to: 2025-12-31}]}";
    assert_eq!(told(backwards), ["ORG-11 partnership/stage_history/1/to"]);
}

#[test]
fn an_office_need_not_meet() {
    assert!(told("partnership: {bodies: [{id: G2, meets_months: null}]}").is_empty());
    let group = "partnership: {bodies: [{id: G2, kind: working_group, meets_months: null}]}";
    assert_eq!(told(group), ["ORG-02 partnership/bodies/1/meets_months"]);
}

#[test]
fn a_partnership_covers_the_project_from_its_first_day() {
    let late = "partnership: {period: {from: 2026-10-01, to: 2030-12-31}}";
    assert_eq!(told(late), ["ORG-10 partnership/period/from"]);
}

#[test]
fn an_associate_need_not_agree_on_the_exit() {
    let without = "sustainability: {agreed_by: [P1, P2, P3, P4]}";
    assert_eq!(told(without), ["EXIT-03 sustainability/agreed_by"]);
    let associate = "partners: [{id: P3, status: associate}]\nsustainability: {agreed_by: [P1, P2, P4, P5]}";
    assert!(!told(associate).iter().any(|one| one.starts_with("EXIT-")), "{:?}", told(associate));
}

#[test]
fn an_own_contribution_is_the_same_among_the_sources() {
    let sources = |own: &str, grant: &str| {
        let kinds = "{kind: own_in_kind, partner: P5, amount: 20000.00}";
        format!(
            "budget: {{sources: [{{kind: grant, amount: {grant}}}, {{kind: own_cash, amount: {own}}}, {kinds}]}}"
        )
    };
    assert!(told(&sources("50000.00", "1180000.00")).is_empty());
    assert_eq!(told(&sources("40000.00", "1190000.00")), ["BUD-08 budget/own/total"]);
    let private = sources("40000.00", "1180000.00").replace("}]}", "}, {kind: private, amount: 10000.00}]}");
    assert!(told(&private).is_empty(), "private money may be part of it");
}
