//! What the line is measured on. In: the samples. Out: applications as YAML of one file.
//!
//! `1`, `10`, `100`: the small sample, its lists that many times as long. `full`: the powiat, in two languages.
//! `whole`: the powiat in Polish alone, 70 kB. `middle`, 40 kB: the gmina, with what the form of a European call asks
//! of it beside, as the powiat says it.

use std::fs;

use serde_yaml::{Mapping, Value};

/// What the gmina has no need of and the form of a European call asks for.
const ASKED: [&str; 6] =
    ["potential", "recruitment", "horizontal", "gender", "accessibility", "complementarity"];

/// Returns an application by its name.
pub(crate) fn application(name: &str) -> Vec<u8> {
    let whole = match name {
        "full" => Value::Mapping(full()),
        "whole" => in_polish(Value::Mapping(full())),
        "middle" => in_polish(Value::Mapping(middle())),
        times => Value::Mapping(repeated(times.parse().expect("a number of times"))),
    };
    serde_yaml::to_string(&whole).expect("a value can be written").into_bytes()
}

/// Keeps the Polish half of every text in two languages.
fn in_polish(value: Value) -> Value {
    match value {
        Value::Mapping(mut texts) if texts.contains_key("pl") && texts.contains_key("en") => {
            texts.remove("pl").expect("it is there")
        }
        Value::Mapping(entries) => {
            Value::Mapping(entries.into_iter().map(|(key, value)| (key, in_polish(value))).collect())
        }
        Value::Sequence(items) => Value::Sequence(items.into_iter().map(in_polish).collect()),
        other => other,
    }
}

fn read(path: &str) -> Value {
    let text = fs::read_to_string(format!("samples/{path}")).expect("the sample is there");
    serde_yaml::from_str(&text).expect("the sample is YAML")
}

/// The parts of a sample in a folder and the section each holds.
fn sample(folder: &str) -> Mapping {
    let part = |stem: &str| read(&format!("{folder}/{stem}.yaml"));
    let mut whole = part("pakt").as_mapping().expect("a mapping").clone();
    let mut diagnosis = part("diagnosis").as_mapping().expect("a mapping").clone();
    for entry in fs::read_dir(format!("samples/{folder}")).expect("the sample is there") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        match stem.as_str() {
            "pakt" | "diagnosis" => {}
            _ if path.extension().is_none_or(|ending| ending != "yaml") => {}
            "evidence" | "needs" | "groups" => drop(diagnosis.insert(stem.as_str().into(), part(&stem))),
            _ => drop(whole.insert(stem.as_str().into(), part(&stem))),
        }
    }
    whole.insert("diagnosis".into(), Value::Mapping(diagnosis));
    whole
}

fn full() -> Mapping {
    let mut whole = sample("szydlowiec");
    whole.remove("use");
    let shared = read("library/strategies-mazowieckie.yaml");
    let own = whole.get_mut("strategies").and_then(Value::as_sequence_mut).expect("a list");
    own.extend(shared["strategies"].as_sequence().expect("a list").iter().cloned());
    whole
}

fn middle() -> Mapping {
    let mut whole = sample("gmina");
    let other = sample("szydlowiec");
    ASKED.iter().for_each(|part| drop(whole.insert((*part).into(), other[*part].clone())));
    whole["call"]["profile"] = "esf-plus".into();
    whole["partnership"]["stage"] = "managing".into();
    whole
}

/// The small sample.
fn small() -> Mapping {
    read("minimal.yaml").as_mapping().expect("a mapping").clone()
}

/// The small sample with lists `times` as long, each copy with ids of its own.
fn repeated(times: usize) -> Mapping {
    let sample = small();
    let mut whole = sample.clone();
    for copy in 1..times {
        let renamed = rename(&Value::Mapping(sample.clone()), copy);
        join(&mut whole, renamed.as_mapping().expect("a mapping stays one"));
    }
    whole
}

const LISTS: [&str; 14] = [
    "partners",
    "evidence",
    "groups",
    "needs",
    "objectives",
    "actions",
    "indicators",
    "strategies",
    "alignments",
    "risks",
    "lines",
    "milestones",
    "consultations",
    "bodies",
];

fn join(whole: &mut Mapping, copy: &Mapping) {
    for (key, value) in copy {
        match (whole.get_mut(key), value) {
            (Some(Value::Sequence(own)), Value::Sequence(more)) if LISTS.iter().any(|list| key == *list) => {
                own.extend(more.iter().cloned());
            }
            (Some(Value::Mapping(own)), Value::Mapping(more)) => join(own, more),
            _ => {}
        }
    }
}

/// Moves every id by 100 a copy: `N1` → `N101`, `S2.1` → `S102.1`.
fn rename(value: &Value, copy: usize) -> Value {
    match value {
        Value::String(text) => Value::String(moved(text, copy).unwrap_or_else(|| text.clone())),
        Value::Sequence(items) => Value::Sequence(items.iter().map(|item| rename(item, copy)).collect()),
        Value::Mapping(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), rename(value, copy)));
            Value::Mapping(entries.collect())
        }
        other => other.clone(),
    }
}

fn moved(text: &str, copy: usize) -> Option<String> {
    let (letter, rest) = text.split_at_checked(1)?;
    let (number, tail) =
        rest.split_once('.').map_or((rest, String::new()), |(number, tail)| (number, format!(".{tail}")));
    let is_id = letter.chars().all(|letter| letter.is_ascii_uppercase()) && tail.len() < 4;
    let number: usize = number.parse().ok().filter(|_| is_id)?;
    Some(format!("{letter}{}{tail}", number + 100 * copy))
}
