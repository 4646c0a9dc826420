//! Differences are told by meaning.

use super::*;
use crate::units::Count;

const OLD: &str = "
meta: {title: Praca, lang: pl}
partners: [{id: P1, name: Fundacja}, {id: P2, name: Gmina}]
objectives: [{id: O1, title: Więcej pracy, by: '2027-06-30'}]
indicators: [{id: I1, name: osoby w pracy, of: O1, target: '40'}]
budget: {total: '12500.50'}
alignments:
  - {id: L1, argument: 'Cel wynika wprost ze strategii, która stawia pracę na pierwszym miejscu.'}
diagnosis: {consultations: [{date: '2026-01-01', form: warsztat}]}
";

fn read(yaml: &str) -> Application {
    serde_yaml::from_str(yaml).expect("the example is an application")
}

fn told(new: &str, lang: Lang) -> String {
    text(&compare(&read(OLD), &read(new), lang), "a", "b", lang).replace('\u{a0}', " ")
}

#[test]
fn the_same_said_otherwise_is_no_change() {
    let reordered = OLD
        .replace(
            "[{id: P1, name: Fundacja}, {id: P2, name: Gmina}]",
            "[{id: P2, name: Gmina}, {id: P1, name: Fundacja}]",
        )
        .replace("12500.50", "12 500,50")
        .replace("strategii, która", "strategii,\n    która");
    assert_eq!(told(&reordered, Lang::Pl), "a → b: bez zmian\n");
}

#[test]
fn entries_and_values_are_named_for_people() {
    let new = OLD
        .replace("{id: P2, name: Gmina}", "{id: P3, name: Tartak}")
        .replace("target: '40'", "target: '60'")
        .replace("12500.50", "13000")
        .replace("pracę na pierwszym miejscu", "zatrudnienie kobiet na pierwszym miejscu");
    insta::assert_snapshot!(told(&new, Lang::Pl), @r"
    a → b: 5 zmian

    partner P2: Gmina
      usunięto

    partner P3: Tartak
      dodano

    wskaźnik I1: osoby w pracy
      wartość docelowa: 40 → 60

    powiązanie ze strategią L1
      uzasadnienie: Cel wynika wprost ze strategii, która stawia [-pracę-] {+zatrudnienie kobiet+} na pierwszym miejscu.

    cały wniosek
      budżet: razem: 12 500,50 zł → 13 000,00 zł
    ");
    let english = told(&new, Lang::En);
    for line in ["a → b: 5 changes", "indicator I1: osoby w pracy", "  target: 40 → 60", "budget: total: PLN"]
    {
        assert!(english.contains(line), "{english}");
    }
}

#[test]
fn an_entry_without_an_id_is_known_by_what_it_says() {
    let new = OLD.replace("warsztat", "debata");
    let found = compare(&read(OLD), &read(&new), Lang::Pl);
    assert_eq!(found.changes.len(), 1, "{found:?}");
    assert_eq!(found.changes[0].place, "diagnosis/consultations/0/form");
}

#[test]
fn a_text_without_a_language_is_in_the_main_one() {
    let english = OLD.replace("title: Praca, lang: pl", "title: Work, lang: en");
    let both = english.replace("title: Work", "title: {pl: Praca, en: Work}");
    let found = compare(&read(&english), &read(&both), Lang::En);
    let told = text(&found, "a", "b", Lang::En);
    assert_eq!(told, "a → b: 1 change\n\nthe whole application\n  meta: title (pl): added: Praca\n");
}

#[test]
fn a_principle_is_called_by_its_label() {
    let principle = &crate::catalogue::list("principles").expect("it is shipped").terms()[0];
    let rated =
        |mark: u8| read(&format!("principles: [{{principle: {}, rating: '{mark}'}}]", principle.code));
    let found = compare(&rated(2), &rated(3), Lang::En);
    assert_eq!(found.changes[0].field, format!("principles “{}”: rating", principle.label(Lang::En)));
}

#[test]
fn markdown_marks_words_and_escapes_the_rest() {
    let new = OLD.replace("pracę na pierwszym", "*pracę* na pierwszym").replace("Praca", "Praca_dziś");
    let found = compare(&read(OLD), &read(&new), Lang::Pl);
    let text = markdown(&found, "a_1", "b", Lang::Pl);
    assert!(text.contains("a\\_1 → b: 2 zmiany"), "{text}");
    assert!(text.contains("~~pracę~~ **\\*pracę\\***"), "{text}");
}

#[test]
fn every_field_of_an_application_can_be_compared() {
    let empty = Application::default();
    let mut full = read(OLD);
    let action = crate::model::Action { participants: Count::new(3).into(), ..Default::default() };
    full.actions = std::iter::once(action).collect();
    assert!(!compare(&empty, &full, Lang::Pl).changes.is_empty());
    assert!(!compare(&full, &empty, Lang::En).changes.is_empty());
}
