use super::*;
use crate::model::Application;
use crate::profile;

const YAML: &str = "\
call: {submission: 2026-03-31}
schedule: {from: 2026-09-01, to: 2027-08-31, milestones: [{id: M1, date: 2027-01-15, title: {pl: 'Start, staży', en: Traineeships}}]}
monitoring: {every_months: 6, evaluation: {date: 2027-09-30}}
agreement: {date: 2026-04-02}
partners:
  - {id: P1, name: Gmina, status: leader, contracting_authority: true}
  - {id: P2, name: Fundacja, status: partner, selected: 2026-03-20, open_call: {published: 2026-02-20, deadline: 2026-03-10, results_on: 2026-03-21}}
  - {id: P3, name: Szkoła, status: partner, contracting_authority: true}
";

fn of(yaml: &str, id: &str, today: &str, lang: Lang) -> Calendar {
    let application: Application = serde_yaml::from_str(yaml).expect("an application");
    let facts = Facts::of(&application);
    let profile = profile::named(id).expect(id);
    calendar(&Case { facts: &facts, profile, today: Date::parse(today).ok(), lang })
}

fn state<'calendar>(calendar: &'calendar Calendar, duty: &str, place: &str) -> &'calendar Event {
    let mut found = calendar.events.iter().filter(|event| event.duty == duty);
    found.find(|event| event.place.to_string().starts_with(place)).unwrap_or_else(|| panic!("{duty} {place}"))
}

#[test]
fn what_was_done_in_time_and_what_was_not() {
    let calendar = of(YAML, "esf-plus", "2026-03-25", Lang::Pl);
    let call = state(&calendar, "open-call", "partners/1");
    assert_eq!((call.date, call.state), (Date::new(2026, 3, 10), State::Done));
    let short = state(&calendar, "open-call-short", "partners/1");
    assert_eq!((short.date, short.state), (Date::new(2026, 3, 13), State::Late));
    assert!(short.text.contains("trwał 18 dni, a musi trwać co najmniej 21"), "{}", short.text);
    assert_eq!(state(&calendar, "open-call-result", "partners/1").state, State::Done);
    assert_eq!(state(&calendar, "agreement", "agreement").state, State::Late);
    assert_eq!(state(&calendar, "partner-chosen", "partners/2").state, State::Planned);
    assert_eq!(state(&calendar, "bip-notice", "partners/2").date, Date::new(2026, 9, 1));
    assert!(calendar.events.iter().all(|event| event.place.to_string() != "partners/2/open_call/published"));
}

#[test]
fn what_is_not_done_after_its_last_day_is_late_only_once_a_day_is_known() {
    let late = of(YAML, "esf-plus", "2026-04-01", Lang::Pl);
    assert_eq!(state(&late, "partner-chosen", "partners/2").state, State::Late);
    let unknown = of(YAML, "esf-plus", "no day", Lang::Pl);
    assert_eq!(state(&unknown, "partner-chosen", "partners/2").state, State::Planned);
}

#[test]
fn an_open_call_is_due_where_a_public_leader_chose_a_partner_from_outside() {
    let yaml = YAML.replace(
        "open_call: {published: 2026-02-20, deadline: 2026-03-10, results_on: 2026-03-21}",
        "vat: nie",
    );
    let calendar = of(&yaml, "esf-plus", "2026-03-11", Lang::Pl);
    assert_eq!(state(&calendar, "open-call", "partners/1").state, State::Late);
    let private = yaml.replace("leader, contracting_authority: true", "leader");
    let calendar = of(&private, "esf-plus", "2026-03-11", Lang::Pl);
    assert!(calendar.events.iter().all(|event| event.duty != "open-call"));
}

#[test]
fn reviews_come_regularly_and_end_with_the_project() {
    let calendar = of(YAML, "esf-plus", "2026-03-25", Lang::En);
    let days = |duty: &str| -> Vec<String> {
        let found = calendar.events.iter().filter(|event| event.duty == duty);
        found.filter_map(|event| event.date).map(|date| date.to_string()).collect()
    };
    assert_eq!(days("monitoring"), ["2027-02-28", "2027-08-31"]);
    assert_eq!(days("results-on-leaving"), ["2027-09-28"]);
    assert_eq!(days("retention"), ["2032-12-31"]);
    assert_eq!(days("eligibility-end"), ["2029-12-31"]);
    let hostile = of(
        "schedule: {from: 0001-01-01, to: 9999-12-31}\nmonitoring: {every_months: 1}",
        "pact",
        "",
        Lang::Pl,
    );
    assert!(hostile.events.len() < 200);
}

#[test]
fn the_ics_is_whole_and_the_same_every_time() {
    let calendar = of(YAML, "esf-plus", "2026-03-25", Lang::Pl);
    let ics = ics("gmina", &calendar, Lang::Pl);
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(ics.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{ics}");
    let unfolded = ics.replace("\r\n ", "");
    let milestone = "DTSTART;VALUE=DATE:20270115\r\nDTEND;VALUE=DATE:20270116\r\nSUMMARY;LANGUAGE=pl:kamień milowy: Start\\, staży\r\n";
    assert!(unfolded.contains(milestone), "{unfolded}");
    let mut ids: Vec<&str> = unfolded.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(ids.len(), calendar.events.iter().filter(|event| event.date.is_some()).count());
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), unfolded.matches("BEGIN:VEVENT").count());
    assert_eq!(ics, super::ics("gmina", &of(YAML, "esf-plus", "2026-03-25", Lang::Pl), Lang::Pl));
}

#[test]
fn the_text_puts_what_is_late_first() {
    let calendar = of(YAML, "esf-plus", "2026-03-25", Lang::Pl);
    let text = text("gmina.yaml", &calendar, Lang::Pl);
    assert!(
        text.starts_with(
            "gmina.yaml: obowiązki i terminy, stan na 25\u{a0}marca\u{a0}2026\u{a0}r.\n\nPo terminie\n"
        ),
        "{text}"
    );
    assert!(text.contains("  2027-01-15  kamień milowy: Start, staży  [do wykonania]\n"), "{text}");
}

#[test]
fn every_duty_has_words_in_both_languages() {
    let table = Table::parse(include_str!("duties.md"));
    for entry in table.entries() {
        let placeholders = |lang| crate::diagnostic::placeholders(entry.message(lang)).join(" ");
        assert_eq!(placeholders(Lang::Pl), placeholders(Lang::En), "{}", entry.code);
        for lang in Lang::ALL {
            assert!(!entry.message(lang).is_empty() && !entry.basis(lang).is_empty(), "{}", entry.code);
        }
    }
    let code = concat!(include_str!("law.rs"), include_str!("plan.rs"));
    for entry in table.entries() {
        assert!(code.contains(&format!("\"{}\"", entry.code)), "{} is used nowhere", entry.code);
    }
}
