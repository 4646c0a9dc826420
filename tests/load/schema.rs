//! The schema for editors takes what the loader takes: samples, their parts, samples in other words, files of beginners,
//! and every fault's input that the loader reads without an error.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use pakt::inside::diagnostic::Level;
use pakt::inside::joining::load;
use pakt::inside::lang::Lang;
use pakt::inside::schema;
use pakt::inside::yaml::Input;

use super::words::{parts, reworded};
use super::{Nothing, one};

fn validator(schema: &serde_json::Value) -> Validator {
    jsonschema::draft7::new(schema).expect("the schema is sound")
}

/// Returns what an editor would mark, a line each.
fn marked(validator: &Validator, text: &str) -> Vec<String> {
    let read: serde_json::Value = serde_yaml::from_str(text).expect("the file is YAML");
    let line = |error: jsonschema::ValidationError<'_>| {
        format!("{}: {}", error.instance_path(), error.to_string().chars().take(200).collect::<String>())
    };
    validator.iter_errors(&read).map(line).collect()
}

fn assert_taken(name: &str, validator: &Validator, text: &str) {
    assert_eq!(marked(validator, text), [""; 0], "{name}");
}

/// Returns the schema for a file of an application: of the whole, or of the section that it is named after.
fn of_file(name: &str, lang: Lang) -> Option<Validator> {
    let stem = name.strip_suffix(".yaml")?;
    if stem == "pakt" || stem == "minimal" {
        return Some(validator(&schema::application(lang)));
    }
    let section = schema::sections().find(|member| member.keys().any(|key| key == stem))?;
    schema::part(section.key, lang).map(|schema| validator(&schema))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn samples_and_their_parts_are_taken_in_any_words() {
    for sample in ["gmina", "szydlowiec", "minimal.yaml"] {
        let own = parts(sample);
        let loaded = load(own.clone(), &Nothing);
        let others = Lang::ALL.into_iter().flat_map(|lang| reworded(&loaded, lang).0);
        let mut read = 0;
        for Input { name, bytes } in own.into_iter().chain(others) {
            let text = String::from_utf8(bytes).expect("the samples are UTF-8");
            for validator in Lang::ALL.into_iter().filter_map(|lang| of_file(&name, lang)) {
                assert_taken(&format!("{sample}: {name}"), &validator, &text);
                read += 1;
            }
        }
        assert!(read >= 3, "{sample}");
    }
}

#[test]
fn what_is_read_without_an_error_is_taken() {
    let wholes = Lang::ALL.map(|lang| validator(&schema::application(lang)));
    let mut paths: Vec<PathBuf> =
        ["esf", "pact"].map(|name| root().join(format!("tests/prose/{name}.yaml"))).into();
    let faults = fs::read_dir(root().join("tests/faults")).expect("the folder is there");
    paths.extend(
        faults.map(|entry| entry.expect("an entry").path().join("input.yaml")).filter(|path| path.is_file()),
    );
    let mut taken = 0;
    for path in paths {
        let bytes = fs::read(&path).expect("the file can be read");
        let Ok(text) = String::from_utf8(bytes.clone()) else { continue };
        let found = one(bytes).findings;
        // What holds a place for words, an editor may mark as well.
        let is_written = found.0.iter().all(|one| one.code != "TYPE-42");
        if is_written && found.worst() < Some(Level::Error) {
            for whole in &wholes {
                assert_taken(&path.display().to_string(), whole, &text);
            }
            taken += 1;
        }
    }
    assert!(taken > 10, "{taken}");
}

#[test]
fn words_dates_and_nothing_yet_are_taken_and_mistyped_fields_are_not() {
    for whole in Lang::ALL.map(|lang| validator(&schema::application(lang))) {
        words_and_dates(&whole);
    }
}

fn words_and_dates(whole: &Validator) {
    for text in [
        "meta: {title: , date: 31.01.2027, lang: }\npartners:\n",
        "partners:\n- {id: P1, name: , kind: ośrodek pomocy społecznej, gains: spokój, founding: tak}\n",
        "strategies: [{id: S1, title: Plan, level: wojewódzki, valid: {from: 2021, to: bezterminowo}}]\n",
        "call: {profile: esf-plus}\ndiagnosis: {method: {techniques: ankiety}}\n",
        "objectives: [{id: O1, title: Praca, needs: N1, by: listopad 2026}]\n",
    ] {
        assert_taken(text, whole, text);
    }
    for text in ["partnerss: []\n", "partners: [{id: P1, name: A, knd: ngo}]\n", "meta: {date: wkrótce}\n"] {
        assert!(!marked(whole, text).is_empty(), "{text}");
    }
}
