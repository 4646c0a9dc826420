//! One fact of the full sample is dropped or broken at a time: the rule that asks for it must notice, and
//! no error may appear that the row does not declare as a consequence.
//!
//! A row of `FAMILY.yaml` names the break and the code; `*` in a path breaks every entry, one at a time.

mod lay;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use pakt::diagnostic::{Findings, Level};
use pakt::facts::Facts;
use pakt::lang::Lang;
use pakt::load::{Files, Input, load};
use pakt::model::Application;
use pakt::profile;
use pakt::rules::{self, Case};
use serde::Deserialize;
use serde_yaml::Value;

use lay::{Step, To, broken, numbers_as_text, without_gaps};

/// A break, or several that only make sense together, with what must be said of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// What is changed beforehand in all mutations of the row, such as the profile.
    #[serde(default)]
    first: Vec<Step>,
    /// Takes a fact away.
    drop: Option<String>,
    /// Puts another value in its place.
    set: Option<To>,
    /// Adds an entry to a list.
    add: Option<To>,
    /// The code that must appear.
    gives: String,
    /// Errors that follow from the break as well.
    #[serde(default)]
    also: Vec<String>,
}

impl Row {
    fn step(&self) -> Step {
        Step { drop: self.drop.clone(), set: self.set.clone(), add: self.add.clone() }
    }
}

struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        fs::read(self.0.join(path)).map_err(|error| error.to_string())
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the full sample as one value, without the keys that its author left out.
fn sample() -> Value {
    let folder = root().join("samples/szydlowiec");
    let mut parts: Vec<PathBuf> = files(&folder);
    parts.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
    let input = |path: &PathBuf| Input {
        name: path.file_name().expect("a file has a name").to_string_lossy().into_owned(),
        bytes: fs::read(path).expect("the sample can be read"),
    };
    let loaded = load(parts.iter().map(input).collect(), &Folder(folder), Lang::Pl);
    let mut application = serde_yaml::to_value(&loaded.application).expect("an application can be written");
    without_gaps(&mut application);
    // What other files hold is part of the value by now.
    application.as_mapping_mut().expect("an application is a mapping").remove("use");
    application
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the entry is there").path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

/// Reads an application without the loader, whose work is tested elsewhere and takes most of the time.
fn read(application: &Value) -> Application {
    let mut application = application.clone();
    numbers_as_text(&mut application);
    serde_yaml::from_value(application).expect("an application reads whatever it is given")
}

/// Returns what the rules say of an application.
fn findings(application: &Application) -> Findings {
    let call = &application.call;
    let id = call.profile.get().map_or(profile::BASE, |id| id.as_str());
    let profile = profile::named(id).expect(id).clone().with_call(call);
    let facts = Facts::of(application);
    let today = application.meta.date.copied();
    rules::check(&Case { facts: &facts, profile: &profile, lang: Lang::Pl, today, sections: &[], asked: &[] })
}

/// Returns the rows of all families, by the name of their file.
fn rows() -> BTreeMap<String, Vec<Row>> {
    let families = files(&root().join("tests/mutations")).into_iter().map(|path| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("the rows can be read");
        let rows = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, rows)
    });
    families.collect()
}

fn told(findings: &Findings) -> String {
    let lines = findings.0.iter();
    lines.map(|one| format!("    {:?} {} {} {}\n", one.level, one.code, one.place, one.message)).collect()
}

#[test]
fn the_whole_sample_has_no_error() {
    let findings = findings(&read(&sample()));
    let errors = findings.0.iter().filter(|one| one.level == Level::Error).count();
    assert_eq!(errors, 0, "{}", told(&findings));
}

#[test]
fn every_broken_fact_is_noticed() {
    let sample = sample();
    let before: BTreeSet<(String, String)> =
        findings(&read(&sample)).0.into_iter().map(|one| (one.code, one.place.to_string())).collect();
    let (mut count, mut wrong) = (0, Vec::new());
    for (family, rows) in rows() {
        for row in rows {
            let mut base = sample.clone();
            for step in &row.first {
                base = broken(&base, step).into_iter().next().expect("a preparation breaks one thing").1;
            }
            let step = row.step();
            let mutations = broken(&base, &step);
            let mut followed: BTreeSet<&str> = BTreeSet::new();
            for (place, application) in &mutations {
                count += 1;
                let found = findings(&read(application));
                let new = |code: &str, place: String| !before.contains(&(code.to_owned(), place));
                if !found.0.iter().any(|one| one.code == row.gives && new(&one.code, one.place.to_string())) {
                    wrong.push(format!("{family}: {place}: no {}\n{}", row.gives, told(&found)));
                }
                for one in found.0.iter().filter(|one| one.level == Level::Error && one.code != row.gives) {
                    match row.also.iter().find(|code| **code == one.code) {
                        Some(code) => _ = followed.insert(code),
                        None => wrong.push(format!("{family}: {place}: also {} {}", one.code, one.message)),
                    }
                }
            }
            if mutations.is_empty() {
                wrong.push(format!("{family}: nothing stands at {step:?}"));
            }
            let idle: Vec<&String> =
                row.also.iter().filter(|code| !followed.contains(code.as_str())).collect();
            if !idle.is_empty() {
                wrong.push(format!("{family}: {step:?} never gives {idle:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 250, "only {count} mutations");
}

#[test]
fn every_family_has_mutations() {
    let rows = rows();
    for family in rules::families() {
        let name = family.prefix.to_lowercase();
        assert!(rows.get(&name).is_some_and(|rows| !rows.is_empty()), "no mutations of {name}");
    }
    let codes: BTreeSet<&str> = rules::registry().map(|rule| rule.code).collect();
    for (family, rows) in &rows {
        for row in rows {
            assert!(codes.contains(row.gives.as_str()), "{family}: {} is no rule", row.gives);
            let prefix = format!("{}-", family.to_uppercase());
            assert!(row.gives.starts_with(&prefix), "{} stands in {family}.yaml", row.gives);
        }
    }
}
