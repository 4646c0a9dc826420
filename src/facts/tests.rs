//! Facts of small applications, whole and broken.

use super::*;
use crate::units::Money;

const WHOLE: &str = r"
partners:
  - {id: P1, name: Fundacja, sector: social, status: leader}
  - {id: P2, name: Powiat, sector: public, votes: 2}
partnership:
  bodies: [{id: G1, name: Zgromadzenie, members: [P1, P2], votes: {P1: 3}}]
diagnosis:
  evidence: [{id: E1, title: Bezrobocie}]
  groups: [{id: T1, name: Bezrobotni, size: {total: 40, women: 25, men: 15}}]
  needs:
    - {id: N1, title: Bezrobocie, evidence: [E1], groups: [T1]}
    - {id: N2, title: Wakaty, evidence: [E9], groups: [T1]}
    - {id: N3, title: Drogi, status: out_of_scope}
objectives:
  - {id: O1, level: main, title: Praca, needs: [N1, N2]}
  - {id: O2, level: specific, parent: O1, title: Powrót, needs: [N1]}
  - {id: O3, level: specific, parent: O2, title: Doradztwo}
actions:
  - {id: A1, title: Staże, objectives: [O2], groups: [T1], lead: P1, partners: [P1, P2]}
indicators:
  - {id: I1, kind: result, of: O2, name: w pracy, target: 20}
  - {id: I2, kind: output, of: A1, name: staże, target: 30}
strategies:
  - {id: S1, level: national, title: Kraj, objectives: [{id: S1.1, text: Aktywność}]}
  - {id: S2, level: regional, title: Region, objectives: [{id: S2.1, text: Rynek}]}
alignments:
  - {id: L1, of: O1, to: S1.1, argument: bo tak}
  - {id: L2, of: O2, to: S2.1, argument: bo tak}
  - {id: L3, of: O2, to: S1.1}
budget:
  total: 100
  lines:
    - {id: B1, action: A1, partner: P2, quantity: 3, unit_price: 12.50, year: 2027}
    - {id: B2, action: A1, partner: P1, amount: 62.50, year: 2026}
  sources: [{kind: grant, amount: 90}, {kind: own_cash, partner: P1, amount: 10}]
";

fn read(text: &str) -> Application {
    serde_yaml::from_str(text).expect("the test's YAML is well formed")
}

fn row(thread: &Thread<'_>) -> String {
    let sign = |state| match state {
        State::Own => '+',
        State::Inherited => '~',
        State::Gap => '-',
    };
    thread.links.iter().map(|(_, link)| sign(link.state)).collect()
}

#[test]
fn the_thread_tells_own_inherited_and_missing_links() {
    let application = read(WHOLE);
    let coverage = Facts::of(&application).coverage();
    let rows: Vec<String> = coverage.threads.iter().map(row).collect();
    // N2 is named by the main objective, whose parts all name needs or belong to O2.
    assert_eq!(rows, ["+++++++~++", "-+~---~~--"]);
    assert_eq!((coverage.complete(), coverage.percent()), (1, 50));
    let national = coverage.threads[0].link(Strand::National).map(|link| link.ids.clone());
    assert_eq!(national, Some(vec!["L1"]), "L3 has no argument");
}

#[test]
fn the_thread_asks_for_money_only_where_there_is_a_budget() {
    let application = read(&WHOLE[..WHOLE.find("budget:").expect("the sample has a budget")]);
    let coverage = Facts::of(&application).coverage();
    assert!(!coverage.parts.contains(&Strand::Money));
    assert_eq!(row(&coverage.threads[0]), "+++++++~+");
}

#[test]
fn money_and_people_add_up() {
    let application = read(WHOLE);
    let facts = Facts::of(&application);
    let totals = facts.totals();
    let zloty = |amount: i64| Money::from_grosze(amount * 100);
    assert_eq!(totals.lines, zloty(100));
    assert_eq!(totals.by_partner, [("P1", Money::from_grosze(6250)), ("P2", Money::from_grosze(3750))]);
    assert_eq!(totals.by_year.iter().map(|(year, _)| *year).collect::<Vec<_>>(), [2026, 2027]);
    assert_eq!(totals.by_source, [("grant", zloty(90)), ("own_cash", zloty(10))]);
    assert_eq!(facts.own_share().map(|share| share.to_string()).as_deref(), Some("10"));
    assert_eq!(totals.people, People { total: 40, women: 25, men: 15 });
    assert!(!totals.is_partial);
    let body = facts.bodies[0].entry;
    assert_eq!((facts.votes(body, &"P1".into()), facts.votes(body, &"P2".into())), (3, 2));
}

#[test]
fn the_own_contribution_is_as_declared_else_by_sources_else_by_lines() {
    let own = |budget: &str| {
        let application = read(&format!("budget: {{total: 100, {budget}}}"));
        let facts = Facts::of(&application);
        let shown = |money: Option<Money>| money.map(|money| money.to_string());
        (shown(facts.own()), shown(facts.grant()), facts.own_share().map(|share| share.to_string()))
    };
    let known = |own: &str, grant: &str, share: &str| {
        (Some(own.to_owned()), Some(grant.to_owned()), Some(share.to_owned()))
    };
    let lines = "lines: [{id: B1, amount: 100, own: 20}]";
    let sources = "sources: [{kind: own_cash, amount: 30}]";
    assert_eq!(own(lines), known("20.00", "80.00", "20"));
    assert_eq!(own(&format!("{lines}, {sources}")), known("30.00", "70.00", "30"));
    assert_eq!(own(&format!("own: {{total: 150}}, {lines}, {sources}")), known("150.00", "-50.00", "150"));
    assert_eq!(own("lines: []"), (None, Some("100.00".to_owned()), Some("0".to_owned())));
}

#[test]
fn an_id_names_the_first_entry_that_has_it() {
    let application = read("partners: [{id: P1, name: a}, {id: P1, name: b}]\nrisks: [{id: P1, title: c}]");
    let facts = Facts::of(&application);
    assert_eq!(facts.find("P1").map(|found| found.place.to_string()).as_deref(), Some("partners/0"));
    let again: Vec<String> = facts.repeated().iter().map(|(_, _, place)| place.to_string()).collect();
    assert_eq!(again, ["partners/1", "risks/0"]);
}

#[test]
fn references_carry_place_and_kind() {
    let application = read(WHOLE);
    let facts = Facts::of(&application);
    let unknown: Vec<String> = facts
        .references
        .iter()
        .filter(|reference| facts.find(reference.id).is_none())
        .map(|reference| format!("{} {}", reference.place, reference.id))
        .collect();
    assert_eq!(unknown, ["diagnosis/needs/1/evidence/0 E9"]);
    for reference in &facts.references {
        let kind = facts.find(reference.id).map(|found| found.kind);
        assert!(kind.is_none_or(|kind| reference.expected.contains(&kind)), "{}", reference.place);
    }
}

#[test]
fn circles_and_voids_end() {
    let application = read(
        "objectives: [{id: O1, parent: O2, needs: [N1]}, {id: O2, parent: O1}, {id: O3, parent: O3}]\n\
         diagnosis: {needs: [{title: x}, {id: N1}]}\nactions: [{id: A1, after: [A1]}, {}]\nbudget: {lines: [{}]}",
    );
    let facts = Facts::of(&application);
    assert_eq!(facts.objective_cycles(), [vec!["O1", "O2"], vec!["O3"]]);
    assert_eq!(facts.action_cycles(), [["A1"]]);
    assert_eq!(facts.ancestors("O1").count(), 1);
    assert_eq!(facts.below(["O1"]).len(), 1);
    assert_eq!(facts.coverage().percent(), 0);
    assert!(facts.totals().is_partial);
    let empty = Application::default();
    let facts = Facts::of(&empty);
    assert_eq!((facts.coverage().threads.len(), facts.project_total()), (0, None));
    assert!(facts.leader().is_none() && facts.own_share().is_none());
}

#[test]
fn an_open_call_is_due_for_a_party_from_outside_of_a_public_leader() {
    let yaml = "partners:
  - {id: P1, name: Gmina, status: leader, contracting_authority: true}
  - {id: P2, name: Fundacja, status: partner}
  - {id: P3, name: Powiat, status: partner, contracting_authority: true}
  - {id: P4, name: Verein, status: partner, foreign: true}
  - {id: P5, name: Klub, status: associate}
  - {id: P7, name: Szkoła, sector: public, status: partner}
  - {id: P6, name: Patron, status: partner, open_call: {exception: prawa wyłączne}}";
    let of = |yaml: &str, yes: fn(&Facts<'_>, &Placed<'_, Partner>) -> bool| -> String {
        let application: Application = serde_yaml::from_str(yaml).expect("an application");
        let facts = Facts::of(&application);
        let found = facts.partners.iter().filter(|partner| yes(&facts, partner)).map(|partner| partner.id);
        found.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of(yaml, |facts, partner| facts.needs_open_call(partner)), "P2");
    assert_eq!(of(yaml, |facts, partner| facts.is_chosen(partner)), "P2 P3 P7 P6");
    let unsaid = yaml.replace("leader, contracting_authority: true", "leader, sector: public");
    assert_eq!(of(&unsaid, |facts, partner| facts.needs_open_call(partner)), "P2");
    let private = yaml.replace("leader, contracting_authority: true", "leader");
    assert_eq!(of(&private, |facts, partner| facts.needs_open_call(partner)), "");
}

#[test]
fn a_period_is_cut_into_pieces_that_cover_it() {
    let application = read("schedule: {from: 2025-10-01, to: 2026-05-15}");
    let facts = Facts::of(&application);
    let months = |months: &str| crate::units::Count::parse(months).ok();
    let pieces = facts.pieces(months("3"));
    let shown: Vec<String> = pieces.iter().map(|piece| format!("{}–{}", piece.from, piece.to)).collect();
    assert_eq!(shown, ["2025-10-01–2025-12-31", "2026-01-01–2026-03-31", "2026-04-01–2026-05-15"]);
    assert_eq!(facts.pieces(months("12")).len(), 1);
    assert!(facts.pieces(months("0")).is_empty() && facts.pieces(None).is_empty());
    assert!(Facts::of(&Application::default()).pieces(months("3")).is_empty());
}
