//! Examples are patches over one clean application (see `example.yaml`): the failing one gives its code
//! and no other of its family, the passing one gives no finding of that code.

use serde_yaml::{Mapping, Value};

use crate::diagnostic::{Diagnostic, Example, Findings, Table, placeholders, say_all};
use crate::facts::Facts;
use crate::joining::{Files, load};
use crate::lang::Lang;
use crate::model::{Application, Stage};
use crate::profile::{self, Profile};
use crate::rules::{Asked, Case, Section, check, families, words};
use crate::yaml::Input;

/// Rules that no patch of an application can show.
const NOT_IN_YAML: [&str; 2] = ["META-04", "ORG-08"];

/// Returns the example application with a patch laid over it.
pub(super) fn patched(patch: &str) -> Value {
    let mut application: Value =
        serde_yaml::from_str(include_str!("../example.yaml")).expect("the base is YAML");
    let patch = serde_yaml::from_str(patch).expect(patch);
    lay(&mut application, patch);
    application
}

/// Reads an application as an author's file, which must be free of faults of form.
fn read(application: &Value) -> Application {
    let bytes = serde_yaml::to_string(application).expect("a value can be written").into_bytes();
    let input = Input { name: "pakt.yaml".to_owned(), bytes };
    let loaded = load(vec![input], &NoFiles);
    assert!(loaded.findings.0.is_empty(), "{:#?}", told(&loaded.findings));
    loaded.application
}

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
        Err(path.into())
    }
}

/// Checks an application under the profile it names, or under the demands of the call that stand in
/// the example under the name of their file.
pub(super) fn findings(mut application: Value) -> Findings {
    let call = application.as_mapping_mut().and_then(|fields| fields.remove("call.yaml"));
    let application = read(&application);
    let id = application.call.profile.get().map_or("neutral", |id| id.as_str());
    let profile = call.map_or_else(
        || profile::named(id).expect(id).clone(),
        |call| {
            let text = serde_yaml::to_string(&call).expect("a value can be written");
            let part: profile::ProfilePart =
                serde_yaml::from_str(&text).expect("the example's call is a profile");
            profile::of_part(part).expect("it extends the base")
        },
    );
    run(&application, profile, &[], &[])
}

fn run(application: &Application, profile: Profile, sections: &[Section], asked: &[Asked]) -> Findings {
    let profile = profile.with_call(&application.call);
    let facts = Facts::of(application);
    let today = application.meta.date.copied();
    check(&Case { facts: &facts, profile: &profile, today, sections, asked, compared: &Default::default() })
}

fn lay(under: &mut Value, patch: Value) {
    match (under, patch) {
        (Value::Mapping(fields), Value::Mapping(patch)) => lay_fields(fields, patch),
        (Value::Sequence(entries), Value::Sequence(patch))
            if patch.iter().all(|entry| name(entry).is_some()) =>
        {
            lay_entries(entries, patch);
        }
        (under, patch) => *under = patch,
    }
}

fn lay_fields(fields: &mut Mapping, patch: Mapping) {
    for (key, value) in patch {
        if value.is_null() {
            fields.remove(&key);
        } else if let Some(under) = fields.get_mut(&key) {
            lay(under, value);
        } else {
            fields.insert(key, value);
        }
    }
}

fn lay_entries(entries: &mut Vec<Value>, patch: Vec<Value>) {
    for entry in patch {
        let known = entries.iter().position(|known| name(known) == name(&entry));
        let removed = entry.get("remove").is_some();
        match known {
            Some(at) if removed => drop(entries.remove(at)),
            Some(at) => lay(&mut entries[at], entry),
            None => entries.push(entry),
        }
    }
}

/// Returns what an entry is known by.
fn name(entry: &Value) -> Option<&Value> {
    ["id", "principle", "factor"].into_iter().find_map(|key| entry.get(key))
}

fn told(findings: &Findings) -> Vec<String> {
    let told = findings.0.iter();
    told.map(|finding| format!("{} {} {}", finding.code, finding.place, said(finding)[0])).collect()
}

/// Returns message and help of a finding in Polish.
pub(super) fn said(finding: &Diagnostic) -> [String; 2] {
    let entry = words(finding.code).expect("every rule has words");
    [entry.message(Lang::Pl), entry.help(Lang::Pl)].map(|words| say_all(words, &finding.values, Lang::Pl))
}

#[test]
fn the_base_is_clean() {
    let findings = findings(patched("{}"));
    assert!(findings.0.is_empty(), "{:#?}", told(&findings));
}

#[test]
fn every_example_shows_its_rule() {
    let mut wrong = Vec::new();
    for family in families() {
        for entry in Table::parse(family.text).entries() {
            if NOT_IN_YAML.contains(&entry.code.as_str()) {
                continue;
            }
            let kinds: Vec<&str> = entry.examples.iter().map(|example| example.info.as_str()).collect();
            if kinds != ["yaml fails", "yaml passes"] {
                wrong.push(format!("{}: its examples are {kinds:?}", entry.code));
            }
            wrong.extend(
                entry.examples.iter().filter_map(|example| fault(&entry.code, family.prefix, example)),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is filled in is filled in, and demands of a call stand only where they are what an example shows.
#[test]
fn an_explanation_shows_what_a_writer_has() {
    for entry in crate::rules::registry().filter_map(|rule| words(rule.code)) {
        let call = |example: &Example| {
            example.text.lines().find(|line| line.starts_with("call.yaml: ")).map(str::to_owned)
        };
        let is_shown = match &entry.examples[..] {
            // An example that changes the call and nothing else shows it.
            [fails, passes] => call(fails) != call(passes) || fails.text.lines().count() == 1,
            _ => false,
        };
        for lang in Lang::ALL {
            let text = crate::rules::explain(entry, lang);
            let words = text.lines().filter(|line| !line.starts_with("    "));
            let open: Vec<_> = words.flat_map(placeholders).collect();
            assert!(open.is_empty(), "{}: {open:?}", entry.code);
            assert!(is_shown || !text.contains("    call.yaml:\n"), "{}\n{text}", entry.code);
        }
    }
}

/// Returns what is wrong with an example.
fn fault(code: &str, prefix: &str, example: &Example) -> Option<String> {
    let findings = findings(patched(&example.text));
    let hit = findings.0.iter().any(|finding| finding.code == code);
    let family = format!("{prefix}-");
    let other = findings.0.iter().any(|finding| finding.code.starts_with(&family) && finding.code != code);
    let open = |text: &str| !placeholders(text).is_empty();
    let unfilled = findings.0.iter().any(|finding| said(finding).iter().any(|text| open(text)));
    let right = if example.info == "yaml fails" { hit && !other } else { !hit };
    (!right || unfilled).then(|| format!("{code} {}: {:#?}", example.info, told(&findings)))
}

fn neutral() -> Profile {
    profile::named(profile::BASE).expect("the base is shipped").clone()
}

#[test]
fn a_section_over_its_limit_is_told() {
    let application = read(&patched("call: {limits: {needs: 100}}"));
    let section = |characters| Section {
        name: "needs".to_owned(),
        characters,
        place: crate::diagnostic::Place::parse("diagnosis/needs"),
    };
    assert!(run(&application, neutral(), &[section(100)], &[]).0.is_empty());
    let findings = run(&application, neutral(), &[section(101)], &[]);
    assert_eq!(
        told(&findings),
        ["META-04 diagnosis/needs sekcja „needs” ma 101 znaków, a limit naboru to 100 (o 1 za dużo)"]
    );
}

#[test]
fn a_document_asked_for_too_early_is_told() {
    let early = "{stage: organising, stage_history: [{stage: organising, from: 2026-01-01}]}";
    let application = read(&patched(&format!("partnership: {early}")));
    let asked = |title: &str, stage| Asked { title: title.into(), stage };
    let papers = [
        asked("List intencyjny", Stage::Initiating),
        asked("Lokalny Pakt na rzecz Zatrudnienia", Stage::Organising),
    ];
    assert!(run(&application, neutral(), &[], &papers).0.is_empty());
    let late = [asked("Matryca logiczna", Stage::Managing)];
    assert_eq!(
        told(&run(&application, neutral(), &[], &late)),
        [
            "ORG-08 partnership/stage dokument „Matryca logiczna” powstaje od etapu „Zarządzanie partnerstwem”, \
          a partnerstwo jest na etapie „Organizowanie partnerstwa”"
        ]
    );
    let accepted = "accept: [{rule: ORG-08, because: \"Urząd prosi o projekt dokumentu.\"}]";
    let application = read(&patched(&format!("partnership: {early}\n{accepted}")));
    assert!(run(&application, neutral(), &[], &late).0.is_empty());
    assert!(run(&application, neutral(), &[], &[]).0.is_empty(), "only `build` shows whether it is needed");
}

#[test]
fn nothing_and_nonsense_are_checked_without_a_crash() {
    for text in
        ["{}", "partners: [{}, {id: P1}, 7]\nneeds: 3\nobjectives: [{id: O1, parent: O1}]\naccept: [{}]"]
    {
        let application: Application = serde_yaml::from_str(text).unwrap_or_default();
        run(&application, neutral(), &[], &[]);
    }
}
