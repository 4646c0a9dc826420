//! What is asked of principles, people and papers, and of whom.

use super::examples::{findings, patched, said};
use crate::diagnostic::Level;

/// Returns the findings of a family on an example under a patch: code, level and place, then the message.
fn of(family: &str, patch: &str) -> Vec<(String, String)> {
    let findings = findings(patched(patch));
    let own = findings.0.iter().filter(|finding| finding.code.starts_with(family));
    own.map(|finding| {
        let head = format!("{} {:?} {}", finding.code, finding.level, finding.place);
        (head, said(finding)[0].clone())
    })
    .collect()
}

/// Returns what stands before the message.
fn heads(family: &str, patch: &str) -> Vec<String> {
    of(family, patch).into_iter().map(|(head, _)| head).collect()
}

#[test]
fn missing_principles_are_one_finding() {
    let none = of("PRIN", "principles: null");
    assert_eq!(none.len(), 1);
    assert_eq!(none[0].0, "PRIN-01 Warning principles");
    assert_eq!(none[0].1, "nie napisano, jak partnerzy przestrzegają dziesięciu zasad partnerstwa");
    let two = of(
        "PRIN",
        "principles: [{principle: simplicity, remove: true}, {principle: coherence, remove: true}]",
    );
    assert_eq!(two[0].1, "nie napisano, jak partnerzy przestrzegają zasad „Prostota”, „Spójność”");
    assert_eq!(two.len(), 1);
}

#[test]
fn a_principle_is_kept_wherever_its_point_is_answered() {
    let elsewhere = "principles:
  - {principle: simplicity, measures: null}
  - principle: coherence
    measures:
      - {point: coherence.a, text: \"Macierz zgodności.\"}
      - {point: coherence.b, text: \"Macierz zgodności.\"}
      - {point: coherence.c, text: \"Macierz zgodności.\"}
      - {point: simplicity.a, text: \"Dwa organy.\"}";
    assert_eq!(heads("PRIN", elsewhere), ["PRIN-02 Advice principles/4/measures"]);
}

#[test]
fn a_call_asks_for_its_horizontal_principles_at_once() {
    let patch = "call: {horizontal_required: [dnsh, charter, accessibility]}\nhorizontal: [{principle: accessibility, text: \" \"}, {principle: dnsh, remove: true}, {principle: charter, remove: true}]";
    let found = of("PRIN", patch);
    assert_eq!(found[0].0, "PRIN-03 Missing horizontal/1/text");
    assert_eq!(found[1].0, "PRIN-03 Missing horizontal");
    assert_eq!(found.len(), 2);
    assert!(found[1].1.ends_with("„zgodność z Kartą praw podstawowych Unii Europejskiej”"), "{}", found[1].1);
}

#[test]
fn one_applicant_owes_nothing_of_what_binds_partners() {
    let alone = "call: {profile: fem-uw2-2026}\nprinciples: null\nassessment: null\nagreement: null\n\
                 partners: [{id: P2, remove: true}, {id: P3, remove: true}, {id: P4, remove: true}, {id: P5, remove: true}]";
    assert_eq!(heads("PRIN-01", alone), [""; 0]);
    assert_eq!(heads("FACT", alone), [""; 0]);
    assert_eq!(heads("AGR", alone), [""; 0]);
}

#[test]
fn marks_of_principles_count_like_marks_of_factors() {
    let patch = "principles: [{principle: simplicity, rating: 0}, {principle: coherence, rating: 1}]";
    assert_eq!(
        heads("FACT", patch),
        ["FACT-02 Warning principles/7/improvement", "FACT-03 Error principles/4/rating"]
    );
}

#[test]
fn a_self_assessment_is_asked_of_those_who_work_or_have_begun() {
    let early = "partnership: {stage: organising}\nassessment: null";
    assert_eq!(heads("FACT", early), [""; 0]);
    let begun = "partnership: {stage: organising}\nassessment: {factors: [{factor: openness, rating: null}]}";
    assert_eq!(heads("FACT", begun), ["FACT-01 Advice assessment/factors/14/rating"]);
    let all = of("FACT", "assessment: null");
    assert!(all[0].1.starts_with("partnerzy nie ocenili 21 z 21 czynników"), "{}", all[0].1);
    assert!(all[0].1.ends_with("„zaangażowanie i kompetencje uczestników” …"), "{}", all[0].1);
}

#[test]
fn a_report_does_not_tell_whose_traits_it_found() {
    let patch = "partnership: {team: [{partner: P1, name: \"Anna Nowak\", traits: [cooperative]}]}";
    let found = of("TRAIT-02", patch);
    assert_eq!(found[0].0, "TRAIT-02 Error partnership/team/0/name");
    assert_eq!(found[0].1, "wpis o osobie z zespołu (#1) łączy nazwisko z cechami");
    assert_eq!(heads("TRAIT", "partnership: {team: [{partner: P1, function: \"koordynatorka\"}]}"), [""; 0]);
}

#[test]
fn a_pact_is_asked_of_those_who_write_one() {
    assert_eq!(heads("PACT", "pact: null"), [""; 0]);
    let begun = heads("PACT", "pact: {validity: null, declaration: null, date: null, place: null}");
    assert_eq!(
        begun,
        [
            "PACT-01 Missing pact/validity/from",
            "PACT-02 Warning pact/declaration",
            "PACT-03 Missing pact/date"
        ]
    );
    let profile = heads("PACT", "call: {profile: pact}\npact: null");
    assert_eq!(profile[1], "PACT-02 Missing pact/declaration");
    let backwards = "pact: {validity: {from: 2029-08-31, to: 2026-09-01}}";
    assert_eq!(heads("PACT", backwards), ["PACT-01 Error pact/validity/to"]);
    assert_eq!(heads("TIME", backwards), [""; 0]);
}

#[test]
fn an_agreement_is_asked_where_one_is_due() {
    for profile in ["neutral", "pact", "esf-pokl-2007"] {
        assert_eq!(
            heads("AGR", &format!("call: {{profile: {profile}}}\nagreement: null")),
            [""; 0],
            "{profile}"
        );
    }
    let due = "agreement: null\npartners: [{id: P3, selection: null}]\ncall: {profile: esf-plus}";
    assert_eq!(heads("AGR", due), ["AGR-03 Warning partners/2/selection", "AGR-04 Warning agreement"]);
    let early = "agreement: null\npartnership: {stage: initiating}\ncall: {profile: esf-2014}";
    assert_eq!(heads("AGR", early), [""; 0]);
}

#[test]
fn all_clauses_that_are_missing_are_one_finding() {
    let found = of("AGR", "agreement: {clauses: {subject: \" \", money_flow: null}}");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "AGR-01 Missing agreement/clauses/subject");
    assert!(found[0].1.contains("przedmiot porozumienia albo umowy; sposób przekazywania"), "{}", found[0].1);
}

#[test]
fn a_partner_without_signatory_is_one_finding_for_all_papers() {
    let silent = "partners: [{id: P4, representatives: null}]";
    let found = of("SIGN", silent);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "SIGN-02 Missing partners/3/representatives");
    assert_eq!(
        found[0].1,
        "partner P4 ma za mało osób podpisujących (0, potrzeba 1); \
         dokumenty: X1 (list intencyjny); umowa o partnerstwie; pakt (porozumienie o współpracy)"
    );
    let none = "agreement: null\npact: null\nannexes: null\npartners: [{id: P4, representatives: null}]";
    assert_eq!(heads("SIGN", none), [""; 0]);
    let associate = "annexes: null\npartners: [{id: P4, status: associate, representatives: null}]";
    assert_eq!(heads("SIGN", associate), [""; 0]);
}

#[test]
fn a_partnership_being_initiated_signs_its_letter_of_intent() {
    let early = "partnership: {stage: initiating}\npartners: [{id: P4, representatives: null}]";
    let found = of("SIGN", early);
    assert_eq!(found[0].0, "SIGN-02 Missing partners/3/representatives");
    assert!(found[0].1.ends_with("dokumenty: X1 (list intencyjny)"), "{}", found[0].1);
}

#[test]
fn the_first_stage_excuses_gaps_and_no_contradictions() {
    let wrong = "pact: {validity: null}
agreement: {lead: P2, clauses: {breach: null}}
call: {horizontal_required: [dnsh]}
horizontal: [{principle: dnsh, remove: true}]
assessment: {factors: [{factor: openness, rating: 9}]}
partnership:
  stage: STAGE
  team: [{partner: P1, name: \"Anna Nowak\", traits: [cooperative]}]
partners: [{id: P4, representatives: [{name: \"Adam Wilk\", signs: true}]}]";
    let levels = |stage: &str| {
        let findings = findings(patched(&wrong.replace("STAGE", stage)));
        let level =
            |code: &str| findings.0.iter().find(|finding| finding.code == code).map(|found| found.level);
        ["PACT-01", "AGR-01", "PRIN-03"]
            .map(level)
            .into_iter()
            .chain(["FACT-03", "TRAIT-02", "SIGN-01", "AGR-02"].map(level))
            .map(|level| level.expect("the rule speaks"))
            .collect::<Vec<_>>()
    };
    let (warning, missing, error) = (Level::Warning, Level::Missing, Level::Error);
    assert_eq!(levels("managing"), [missing, missing, missing, error, error, missing, error]);
    assert_eq!(levels("initiating"), [warning, warning, warning, error, error, missing, error]);
}
