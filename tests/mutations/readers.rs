//! Every field earns its place: a rule reads it, a document says it, or `unread.yaml` says why it is there.
//!
//! A field is read where a row shows that a rule asks for it, or where another value of it changes a finding, a
//! document, a text for the portal, the calendar or the score of the full sample.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use pakt::inside::catalogue;
use pakt::inside::described::Shape;
use pakt::inside::model::Application;
use serde_yaml::Value;

use crate::borders::facts;
use crate::fields::{Spot, entity_in, holder, spots};
use crate::lay::broken;
use crate::made::World;
use crate::rows::rows;
use crate::sample::{read, root, sample};
use crate::side_by_side;

/// Returns what a type takes, of which one may not be what stands there.
fn taken(shape: &'static Shape) -> Vec<Value> {
    let texts = |texts: &[&str]| texts.iter().map(|text| Value::from(*text)).collect();
    match shape {
        Shape::Closed(_, codes) => texts(&codes[..codes.len().min(4)]),
        Shape::Code("id") => texts(&["P3", "A3", "T2", "O2"]),
        Shape::Code(list) => match catalogue::list(list) {
            Some(list) => list.codes().take(4).map(Value::from).collect(),
            None => texts(&TAKEN),
        },
        Shape::Value("bool") => vec![true.into(), false.into()],
        Shape::Value("Text" | "Prose") => texts(&["zq0017qz"]),
        Shape::Value("Date") => texts(&["2031-05-07"]),
        Shape::Value("Money" | "Number" | "Count" | "Grade" | "Share") => texts(&["17"]),
        Shape::Value("Lang") => texts(&["pl", "en"]),
        Shape::Value("String") => texts(&["zq0017qz", "17"]),
        Shape::Value(_) => texts(&TAKEN),
        Shape::List(entry) => taken(entry).into_iter().map(|one| Value::Sequence(vec![one])).collect(),
        Shape::Map(entry) => {
            taken(entry).into_iter().flat_map(|one| [mapped("title", &one), mapped("P2", &one)]).collect()
        }
        // All fields at once, each time with other values.
        Shape::Entity(entity) => {
            let own = entity.members.iter().filter(|member| entity_in(member.shape).is_none());
            let own: Vec<_> = own.map(|member| (member.key, taken(member.shape))).collect();
            let most = own.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
            let whole = |turn: usize| {
                let pairs = own.iter().filter_map(|(key, values)| {
                    Some(((*key).into(), values.get(turn % values.len().max(1))?.clone()))
                });
                Value::Mapping(pairs.collect())
            };
            (0..most).map(whole).collect()
        }
    }
}

/// What the other types of values take: texts, languages, codes of areas and registers.
const TAKEN: [&str; 7] = ["zq0017qz", "en", "1201", "5260250274", "000331501", "0000028860", "88.99.Z"];

fn mapped(key: &str, value: &Value) -> Value {
    Value::Mapping([(key.into(), value.clone())].into_iter().collect())
}

/// Returns other values for a field than the one that stands there.
fn others(spot: &Spot, sample: &Value) -> Vec<Value> {
    let now = spot.value(sample);
    if entity_in(spot.shape).is_some() && !now.is_null() {
        return vec![Value::Null];
    }
    let gone = (!now.is_null()).then_some(Value::Null);
    taken(spot.shape).into_iter().filter(|value| *value != now).chain(gone).collect()
}

/// Returns the fields that a mutation or a border shows to be read by a rule.
fn shown(sample: &Value) -> BTreeSet<(&'static str, &'static str)> {
    let rows = rows().into_values().flatten();
    let broken = rows.flat_map(|row| {
        let (sample, step) = (row.prepared(sample), row.step());
        broken(&sample, &step).map(|(route, _)| route).collect::<Vec<_>>()
    });
    broken.chain(facts()).filter_map(|route| holder(&route)).collect()
}

fn is_text(spot: &Spot) -> bool {
    let entry = match spot.shape {
        Shape::List(entry) | Shape::Map(entry) => entry,
        shape => shape,
    };
    matches!(entry, Shape::Value("Text" | "Prose" | "String"))
}

/// Returns a field's value of one text.
fn of_text(spot: &Spot, text: &str) -> Value {
    match spot.shape {
        Shape::List(_) => Value::Sequence(vec![text.into()]),
        _ => text.into(),
    }
}

/// Returns the fields that take words and of which something is made that holds them, all tried at once.
fn said(
    open: &[Spot],
    sample: &Value,
    words: impl Fn(&Application) -> String,
) -> BTreeSet<(&'static str, &'static str)> {
    let texts = open.iter().filter(|spot| is_text(spot) && !matches!(spot.shape, Shape::Map(_)));
    let texts: Vec<(String, &Spot)> =
        (0..).zip(texts).map(|(number, spot)| (format!("zq{number:04}qz"), spot)).collect();
    let put = |whole: Value, (token, spot): &(String, &Spot)| spot.with(&whole, of_text(spot, token));
    let words = words(&read(texts.iter().fold(sample.clone(), put)));
    let said = texts.into_iter().filter(|(token, _)| words.contains(token));
    said.map(|(_, spot)| (spot.entity, spot.key)).collect()
}

/// Returns the fields of a list, each with the reason why it is there all the same.
fn reasons(list: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join("tests/mutations").join(list)).expect("the list is there");
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}"))
}

/// Holds what was found against a list with reasons: nothing is missing there, and nothing stands there for nothing.
fn assert_listed(found: Vec<Option<String>>, list: &str, says: &str) {
    let (found, reasons) = (found.into_iter().flatten().collect::<BTreeSet<_>>(), reasons(list));
    let listed: BTreeSet<String> = reasons.keys().cloned().collect();
    let lost: Vec<_> = found.difference(&listed).collect();
    let stale: Vec<_> = listed.difference(&found).collect();
    assert_eq!((lost, stale), (vec![], vec![]), "{says}");
    assert!(reasons.values().all(|reason| reason.split_whitespace().count() > 4), "{reasons:?}");
}

#[test]
fn every_field_is_read_or_says_why_not() {
    let (world, sample) = (World::new(), sample());
    let mut open = spots(&sample);
    for known in [shown(&sample), said(&open, &sample, |application| world.words(application))] {
        open.retain(|spot| !known.contains(&(spot.entity, spot.key)));
    }
    let was = world.all(&read(sample.clone()));
    let unread = side_by_side(&open, |spot| {
        let changed = others(spot, &sample).into_iter().map(|value| read(spot.with(&sample, value)));
        let is_read = changed.into_iter().any(|application| world.differs(&application, &was));
        (!is_read).then(|| format!("{}.{}", spot.entity, spot.key))
    });
    assert_listed(unread, "unread.yaml", "nobody reads the first; the second have a reader by now");
}

#[test]
fn every_text_reaches_a_reader_or_says_why_not() {
    let (world, sample) = (World::new(), sample());
    let mut open: Vec<Spot> = spots(&sample).into_iter().filter(is_text).collect();
    let known = said(&open, &sample, |application| world.papers(application));
    open.retain(|spot| !known.contains(&(spot.entity, spot.key)));
    let silent = side_by_side(&open, |spot| {
        let keys = match spot.shape {
            Shape::Map(_) => {
                spot.value(&sample).as_mapping().into_iter().flat_map(|map| map.keys().cloned()).collect()
            }
            _ => vec![Value::Null],
        };
        // A text that only some entries have is tried where the sample has it; one of a mapping at its first key.
        let value = match keys.first() {
            Some(Value::Null) => of_text(spot, "zq0017qz"),
            Some(key) => Value::Mapping([(key.clone(), "zq0017qz".into())].into_iter().collect()),
            None => return Some(format!("{}.{}", spot.entity, spot.key)),
        };
        let is_said = world.papers(&read(spot.with(&sample, value))).contains("zq0017qz");
        (!is_said).then(|| format!("{}.{}", spot.entity, spot.key))
    });
    assert_listed(silent, "unsaid.yaml", "no paper says the first; the second are said by now");
}
