//! One application in the many shapes in which people write it.

use std::collections::BTreeMap;

use pakt::inside::diagnostic::Place;
use pakt::inside::joining::{Files, Loaded, load};
use pakt::inside::lang::Lang;
use pakt::inside::model::Field;
use pakt::inside::yaml::Input;

use super::{lines, one};

const ENGLISH: &str = "meta: {title: Praca}\ndiagnosis:\n  needs:\n    - {id: N1, title: Bezrobocie, evidence: [E1], causes: [brak pracy]}\n  evidence:\n    - {id: E1, title: GUS, values: [{measure: stopa, value: \"24,2\"}]}\nschedule: {from: 2026-09-01, to: 2029-08-31}\n";
const POLISH: &str = "wniosek: {tytuł: Praca}\npotrzeby:\n  - {id: N1, tytul: Bezrobocie, dowody: [E1], przyczyny: [brak pracy]}\ndowody:\n  - {id: E1, tytuł: GUS, wartości: [{nazwa: stopa, wartość: \"24,2\"}]}\nharmonogram: {od: 2026-09-01, do: 2029-08-31}\n";

/// Files kept in memory.
struct Memory(BTreeMap<&'static str, &'static str>);

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        self.0.get(path).map(|text| text.as_bytes().to_vec()).ok_or_else(|| "no such file".into())
    }
}

fn parts<const N: usize, const M: usize>(
    own: [(&str, &str); N],
    shared: [(&'static str, &'static str); M],
) -> Loaded {
    let input = |(name, text): (&str, &str)| Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    load(own.into_iter().map(input).collect(), &Memory(shared.into()))
}

/// Returns the text that a place stands for.
fn text_at(loaded: &Loaded, place: &str) -> String {
    let span = loaded.span_of(&Place::parse(place));
    loaded.sources.files[span.file].text[span.from..span.to].to_owned()
}

#[test]
fn polish_names_and_sections_at_the_top_read_as_the_canonical_shape() {
    let [english, polish] = [one(ENGLISH), one(POLISH)];
    assert_eq!((lines(&english), lines(&polish)), (String::new(), String::new()));
    assert_eq!(english.application, polish.application);
    assert_eq!(text_at(&polish, "diagnosis/needs/0/causes/0"), "brak pracy");
    assert_eq!(text_at(&polish, "diagnosis/evidence/0/values/0/measure"), "stopa");
    assert_eq!(text_at(&polish, "schedule/to"), "2029-08-31");
}

#[test]
fn part_files_read_as_one_file() {
    let split = parts(
        [
            ("dir/pakt.yaml", "meta: {title: Praca}\nschedule: {from: 2026-09-01, to: 2029-08-31}\n"),
            ("dir/10-needs.yaml", "- {id: N1, title: Bezrobocie, evidence: [E1], causes: [brak pracy]}\n"),
            (
                "dir/dowody.yaml",
                "dowody:\n- {id: E1, title: GUS, values: [{measure: stopa, value: \"24,2\"}]}\n",
            ),
            ("dir/style.yaml", "font: Lato\n"),
            ("dir/call.yaml", "extends: esf-plus\n"),
        ],
        [],
    );
    // The look is nobody's part, and of a call's file that nothing names the author is told.
    let told = lines(&split);
    assert!(told.starts_with("dir/call.yaml:1:1 KEY-15 ") && told.lines().count() == 2, "{told}");
    assert_eq!(split.application, one(ENGLISH).application);
    assert_eq!(split.span_of(&Place::parse("diagnosis/needs/0/title")).file, 1);
}

#[test]
fn shared_files_add_to_lists_and_fill_gaps() {
    let loaded = parts(
        [(
            "dir/pakt.yaml",
            "meta: {title: Praca}\nuse: [../lib/a.yaml]\nstrategies: [{id: S1, title: Nasza}]\n",
        )],
        [
            ("../lib/a.yaml", "use: [more/b.yaml]\nmeta: {lang: en}\nstrategies: [{id: S2, title: Ich}]\n"),
            ("../lib/more/b.yaml", "potrzeby: [{id: N1, title: Bezrobocie}]\n"),
        ],
    );
    assert_eq!(lines(&loaded), "");
    let application = &loaded.application;
    let ids: Vec<_> =
        application.strategies.iter().filter_map(|one| one.id.get()).map(|id| id.as_str()).collect();
    assert_eq!(ids, ["S1", "S2"]);
    assert_eq!(application.meta.lang, Field::Given(Lang::En));
    assert_eq!(application.diagnosis.needs.len(), 1);
    let names: Vec<_> = loaded.sources.files.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["dir/pakt.yaml", "lib/a.yaml", "lib/more/b.yaml"]);
}

#[test]
fn what_could_not_be_read_is_not_missing() {
    let loaded = one("budget:\n  lines:\n    - id: B1\n    ]{\n    - id: B2\nmeta:\n  title: Praca\n");
    assert_eq!(lines(&loaded).lines().filter(|line| line.starts_with("input")).count(), 1);
    assert!(loaded.application.budget.lines.is_damaged(), "{}", lines(&loaded));
    assert!(loaded.application.risks.is_missing(), "a line inside the budget was no section");
    assert!(loaded.application.budget.total.is_missing());

    let refused = one("[".repeat(1_000));
    assert!(!refused.application.partners.is_missing());
    assert_eq!(refused.application.meta.title, Field::Unreadable);

    let part = parts([("pakt.yaml", "meta: {title: Praca}\n"), ("partners.yaml", "{{{{{")], []);
    assert!(!part.application.partners.is_missing(), "{}", lines(&part));
}

#[test]
fn a_wrong_value_does_not_take_its_neighbours_along() {
    let loaded = one(
        "needs:\n  - id: N1\n    title: Bezrobocie\n    scale: 12\n    priority: dwa\n    evidence: E1, E2\n",
    );
    let need = loaded.application.diagnosis.needs.first().expect("the need is read");
    assert_eq!(need.scale.value, Field::Unreadable);
    assert_eq!(need.priority, Field::Unreadable);
    assert_eq!(need.evidence.len(), 2);
    assert_eq!(loaded.findings.0.len(), 3);
}
