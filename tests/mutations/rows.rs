//! The rows: what is broken and what must be said of it. In: `FAMILY.yaml`. Out: `Row`.

use std::collections::BTreeMap;
use std::fs;

use pakt::inside::diagnostic::Place;
use pakt::inside::model::Stage;
use pakt::inside::profile::ProfilePart;
use pakt::inside::rules::{Asked, Section};
use serde::Deserialize;
use serde_yaml::Value;

use crate::lay::{Step, To, change};
use crate::place::At;
use crate::sample::{files, root};

/// The codes that no row shows; no rows stand in it.
pub(crate) const NOT_SHOWN: &str = "not-shown";

/// The files that hold no rows of a family.
const OTHERS: [&str; 4] = [NOT_SHOWN, "borders", "unread", "unsaid"];

/// A break, or several that only make sense together, with what must be said of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Row {
    /// What is changed beforehand in all mutations of the row, at every place named, such as the profile.
    first: Vec<Step>,
    /// A call's own profile over the application's, as `call.file` would name one.
    pub(crate) call: Option<ProfilePart>,
    /// The stage from which a document makes sense that is asked for.
    document: Option<Stage>,
    /// A section of a rendered document with its number of characters.
    section: Option<(String, u64)>,
    /// Takes a fact away.
    drop: Option<String>,
    /// Puts another value in its place.
    set: Option<To>,
    /// Adds an entry to a list.
    add: Option<To>,
    /// The code that must appear.
    pub(crate) gives: String,
    /// Where it must appear and nowhere else; no row may leave it out.
    pub(crate) at: At,
    /// Errors that follow from the break as well.
    pub(crate) also: Vec<String>,
}

impl Row {
    /// Returns a row of nothing but a call of its own.
    pub(crate) fn under(call: ProfilePart) -> Self {
        Self { call: Some(call), ..Self::default() }
    }

    /// Returns the break.
    pub(crate) fn step(&self) -> Step {
        Step { drop: self.drop.clone(), set: self.set.clone(), add: self.add.clone() }
    }

    /// Returns the paths of what is changed, the break's last.
    pub(crate) fn paths(&self) -> Vec<String> {
        let first = self.first.iter().map(|step| step.path().to_owned());
        first.chain([self.step().path().to_owned()]).collect()
    }

    /// Returns the sample as it is before the break.
    pub(crate) fn prepared(&self, sample: &Value) -> Value {
        let mut base = sample.clone();
        for step in &self.first {
            assert!(change(&mut base, step), "{}: nothing stands at {step:?}", self.gives);
        }
        base
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        let asked = |stage| Asked { title: "Umowa o partnerstwie".into(), stage };
        self.document.map(asked).into_iter().collect()
    }

    pub(crate) fn sections(&self) -> Vec<Section> {
        let section = |(name, characters): &(String, u64)| Section {
            name: name.clone(),
            characters: *characters,
            place: Place::parse("diagnosis/needs"),
        };
        self.section.iter().map(section).collect()
    }
}

/// Returns the rows of all families, by the name of their file.
pub(crate) fn rows() -> BTreeMap<String, Vec<Row>> {
    let named = files(&root().join("tests/mutations")).into_iter().map(|path| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        (name, path)
    });
    let families = named.filter(|(name, _)| !OTHERS.contains(&name.as_str())).map(|(name, path)| {
        let text = fs::read_to_string(&path).expect("the rows can be read");
        let rows = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, rows)
    });
    families.collect()
}
