//! Every number of a call at its border: in order there and inside of it, a finding one step beyond.
//! In: `borders.yaml`. Out: what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use pakt::inside::profile::ProfilePart;
use serde::Deserialize;
use serde_yaml::{Mapping, Value};

use crate::lay::{Step, To, change};
use crate::numbers::numbers;
use crate::rows::Row;
use crate::sample::{findings, read, root, sample};

/// How a number is tried, or why it is not.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Tried {
    Rows(Vec<Border>),
    Because(String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Border {
    /// The code of the finding.
    gives: String,
    /// What is changed beforehand.
    #[serde(default)]
    first: Vec<Step>,
    /// Other numbers of the call that the finding needs.
    #[serde(default)]
    numbers: Mapping,
    /// The number, where a fact is changed.
    limit: Option<Value>,
    /// Where the values stand; without it they are the number's.
    fact: Option<String>,
    inside: Value,
    border: Value,
    beyond: Value,
}

impl Border {
    /// Returns the places of the finding at one of the three values.
    fn found(&self, number: &str, sample: &Value, value: &Value) -> BTreeSet<String> {
        let mut application = sample.clone();
        let fact = self.fact.iter().map(|at| To::new(at, value).step());
        for step in self.first.iter().cloned().chain(fact) {
            assert!(change(&mut application, &step), "{number}: nothing stands at {step:?}");
        }
        let mut numbers = self.numbers.clone();
        numbers.insert(number.into(), self.limit.as_ref().unwrap_or(value).clone());
        let call = Mapping::from_iter([("numbers".into(), numbers.into())]);
        let call: ProfilePart = serde_yaml::from_value(call.into()).expect("numbers of a call");
        let found = findings(&read(application), &Row::under(call), Some(&self.gives)).0.into_iter();
        found.filter(|one| one.code == self.gives).map(|one| one.place.to_string()).collect()
    }

    fn wrong(&self, number: &str, sample: &Value) -> Option<String> {
        assert_eq!(self.limit.is_some(), self.fact.is_some(), "{number}: a fact needs a limit");
        let [inside, border, beyond] =
            [&self.inside, &self.border, &self.beyond].map(|value| self.found(number, sample, value));
        let holds = inside == border && border.is_subset(&beyond) && border != beyond;
        (!holds).then(|| format!("{number}: {} at {inside:?}, {border:?}, {beyond:?}", self.gives))
    }
}

fn all() -> BTreeMap<String, Tried> {
    let text = fs::read_to_string(root().join("tests/mutations/borders.yaml")).expect("the list is there");
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns the numbers that no rule compares, each with the reason.
pub(crate) fn reasons() -> BTreeMap<String, String> {
    let reason = |(number, tried)| match tried {
        Tried::Because(reason) => Some((number, reason)),
        Tried::Rows(_) => None,
    };
    all().into_iter().filter_map(reason).collect()
}

/// Returns the paths of the facts that are tried.
pub(crate) fn facts() -> Vec<String> {
    let rows = all().into_values().filter_map(|tried| match tried {
        Tried::Rows(rows) => Some(rows),
        Tried::Because(_) => None,
    });
    rows.flatten().filter_map(|row| row.fact).collect()
}

#[test]
fn every_number_holds_its_border() {
    let tried = all();
    let known: BTreeSet<String> = numbers().into_iter().map(|(name, _)| name).collect();
    assert_eq!(tried.keys().cloned().collect::<BTreeSet<_>>(), known, "each number has a row or a reason");
    let sample = sample();
    let mut wrong = Vec::new();
    for (number, tried) in &tried {
        match tried {
            Tried::Rows(rows) => wrong.extend(rows.iter().filter_map(|row| row.wrong(number, &sample))),
            Tried::Because(reason) => assert!(reason.split_whitespace().count() > 4, "{number}: {reason}"),
        }
    }
    assert!(wrong.is_empty(), "inside, at and beyond the border:\n{}", wrong.join("\n"));
}
