//! What cannot be read is not missing: the loader tells it at its place, and no rule tells it again.

use std::collections::BTreeMap;

use pakt::inside::described::Shape;
use pakt::inside::diagnostic::{Findings, Level, Place};
use pakt::inside::joining::{Files, load};
use pakt::inside::yaml::Input;
use serde_yaml::Value;

use crate::Before;
use crate::fields::{Spot, entity_in, spots};
use crate::place::written;
use crate::rows::Row;
use crate::sample::{findings, sample};
use crate::side_by_side;

/// Findings that may come of an unreadable value, each with the reason.
const MAY_FOLLOW: [(&str, &str); 4] = [
    ("AGR-07", "whose unit a partner is decides how many parties there are, and cannot be read"),
    ("AREA-02", "an acceptance that cannot be read accepts nothing"),
    ("META-05", "all that is invented is told of at the first of it"),
    ("META-06", "what an acceptance accepts may not be found while its facts cannot be read"),
];

/// No other files.
struct Nothing;

impl Files for Nothing {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        Err(format!("no {path}").into())
    }
}

/// Fields with values that cannot be read.
type Broken = Vec<(Spot, Value)>;

/// Returns a value that no field takes.
fn unreadable() -> Value {
    Value::Sequence(vec![Value::Sequence(vec!["a?".into()])])
}

/// Returns what is put into a field: something else in its place, and in that of all entries of a list but
/// the first or the last.
fn values(spot: &Spot, sample: &Value) -> Vec<Value> {
    let mut values = vec![unreadable()];
    if let (Shape::List(_), Value::Sequence(entries)) = (spot.shape, spot.value(sample))
        && let [first, .., last] = entries.as_slice()
    {
        let pairs = [[first.clone(), unreadable()], [unreadable(), last.clone()]];
        values.extend(pairs.map(|pair| Value::Sequence(pair.to_vec())));
    }
    values
}

/// Returns what is broken together: of each section one field that holds no entity, and such a one alone.
fn batches(sample: &Value) -> Vec<Broken> {
    let (mut alone, mut together) = (Vec::new(), BTreeMap::<(usize, usize), Broken>::new());
    let mut count = BTreeMap::<String, usize>::new();
    for spot in spots(sample) {
        let holds_entity = entity_in(spot.shape).is_some();
        let number = count.entry(spot.section()).and_modify(|count| *count += 1).or_default();
        for (variant, value) in values(&spot, sample).into_iter().enumerate() {
            if holds_entity {
                alone.push(vec![(spot.clone(), value)]);
            } else {
                together.entry((variant, *number)).or_default().push((spot.clone(), value));
            }
        }
    }
    alone.into_iter().chain(together.into_values()).collect()
}

/// Reads an application as a file holds it, all in one line, where no slip of lines is looked for; returns the loader's
/// findings and the rules'.
fn loaded(application: &Value) -> (Findings, Before) {
    let bytes = serde_json::to_vec(application).expect("a value can be written");
    let loaded = load(vec![Input { name: "pakt.yaml".to_owned(), bytes }], &Nothing);
    let found = findings(&loaded.application, &Row::default(), None);
    (loaded.findings, found.0.into_iter().map(|one| (one.code, written(&one.place))).collect())
}

/// Returns what is wrong with the findings on fields that cannot be read.
fn wrong(broken: &Broken, sample: &Value, before: &Before) -> Vec<String> {
    let whole = broken.iter().fold(sample.clone(), |whole, (spot, value)| spot.with(&whole, value.clone()));
    let (faults, found) = loaded(&whole);
    let errors: Vec<&Place> =
        faults.0.iter().filter(|one| one.level >= Level::Missing).map(|one| &one.place).collect();
    let untold = broken.iter().filter(|(spot, _)| {
        let place = Place::parse(&spot.place());
        !errors.iter().any(|error| error.is_within(&place))
    });
    let untold = untold.map(|(spot, _)| format!("nobody tells that {} cannot be read", spot.place()));
    let follows = |code: &str| MAY_FOLLOW.iter().any(|(known, _)| *known == code);
    let repeated = found.difference(before).filter(|(code, _)| !follows(code));
    let places: Vec<String> = broken.iter().map(|(spot, _)| spot.place()).collect();
    let repeated = repeated.map(|(code, place)| format!("{code} at {place}, after {}", places.join(", ")));
    untold.chain(repeated).collect()
}

#[test]
fn what_cannot_be_read_is_not_told_as_missing() {
    let sample = sample();
    let (_, before) = loaded(&sample);
    let batches = batches(&sample);
    assert!(batches.iter().map(Vec::len).sum::<usize>() > 600, "a value for every field");
    let wrong = side_by_side(&batches, |broken| wrong(broken, &sample, &before));
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
