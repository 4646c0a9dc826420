//! The full sample as one value and what the rules say of it. In: the sample's folder, changed copies of
//! the value. Out: applications, findings.

use std::fs;
use std::path::{Path, PathBuf};

use pakt::inside::diagnostic::{Diagnostic, Findings, Level};
use pakt::inside::facts::Facts;
use pakt::inside::joining::{Files, load};
use pakt::inside::lang::Lang;
use pakt::inside::model::Application;
use pakt::inside::profile::{self, Origin, Profile, ProfilePart, Setting, Stated};
use pakt::inside::report::worded;
use pakt::inside::rules::{self, Case};
use pakt::inside::source::{Node, Value as Tree};
use pakt::inside::yaml::Input;
use serde_yaml::Value;

use crate::lay::without_gaps;
use crate::rows::Row;

struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        fs::read(self.0.join(path)).map_err(|error| error.to_string().into())
    }
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the YAML files of a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the entry is there").path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

/// Returns the full sample as one value, without the keys that its author left out.
pub(crate) fn sample() -> Value {
    let folder = root().join("samples/szydlowiec");
    let mut parts: Vec<PathBuf> = files(&folder);
    parts.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
    let input = |path: &PathBuf| Input {
        name: path.file_name().expect("a file has a name").to_string_lossy().into_owned(),
        bytes: fs::read(path).expect("the sample can be read"),
    };
    let loaded = load(parts.iter().map(input).collect(), &Folder(folder));
    let mut application = value(&loaded.tree);
    without_gaps(&mut application);
    // What other files hold is part of the value by now.
    application.as_mapping_mut().expect("an application is a mapping").remove("use");
    application
}

/// Returns a tree as a value: yes and no as such, all else as written.
fn value(node: &Node) -> Value {
    match &node.value {
        Tree::Map(entries) => Value::Mapping(
            entries.iter().map(|entry| (entry.key.clone().into(), value(&entry.node))).collect(),
        ),
        Tree::List(items) => items.iter().map(value).collect::<Vec<_>>().into(),
        Tree::Scalar { .. } if node.is_null() => Value::Null,
        Tree::Scalar { text, .. } => match text.as_str() {
            "true" => true.into(),
            "false" => false.into(),
            text => text.into(),
        },
    }
}

/// Reads an application without the loader, whose work is tested elsewhere and takes most of the time.
pub(crate) fn read(application: Value) -> Application {
    serde_yaml::from_value(application).expect("an application reads whatever it is given")
}

/// Returns the profile that an application names, under the row's own call.
fn profile(application: &Application, own: Option<&ProfilePart>) -> Profile {
    let call = &application.call;
    let id = call.profile.get().map_or(profile::BASE, |id| id.as_str());
    let profile = match own {
        Some(part) => {
            let base = part.extends.clone().unwrap_or_else(|| id.to_owned());
            profile::of_part(ProfilePart { extends: Some(base), ..part.clone() })
                .expect("the call can be read")
        }
        None => profile::named(id).expect(id).clone(),
    };
    profile.with_call(call)
}

/// Returns what the rules say of an application: all of them, or the one that a row is about and those
/// that find errors.
pub(crate) fn findings(application: &Application, row: &Row, only: Option<&str>) -> Findings {
    let mut profile = profile(application, row.call.as_ref());
    if let Some(code) = only {
        for rule in rules::registry().filter(|rule| rule.code != code) {
            if profile.level(rule.code, rule.level) < Some(Level::Missing) {
                let off = Stated::new(Setting::Off, Origin::application());
                profile.levels.insert(rule.code.to_owned(), off);
            }
        }
    }
    let facts = Facts::of(application);
    let (sections, asked) = (row.sections(), row.asked());
    rules::check(&Case {
        facts: &facts,
        profile: &profile,
        today: application.meta.date.copied(),
        sections: &sections,
        asked: &asked,
        compared: &Default::default(),
    })
}

/// Returns what a finding says, in Polish.
pub(crate) fn message(finding: &Diagnostic) -> String {
    worded(finding, Lang::Pl).message
}

/// Returns findings as a failed test shows them.
pub(crate) fn told(findings: &Findings) -> String {
    let lines = findings.0.iter();
    lines.map(|one| format!("    {:?} {} {} {}\n", one.level, one.code, one.place, message(one))).collect()
}
