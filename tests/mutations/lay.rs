//! Breaks one fact of an application. In: the application as a value, a step. Out: one changed copy for
//! every place that the step's path names.

use serde::Deserialize;
use serde_yaml::{Mapping, Value};

/// A change at a path: keys, ids, numbers of entries, `*` for every entry, `[N1,N2]` for some.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Step {
    /// Takes a fact away.
    pub(crate) drop: Option<String>,
    /// Puts another value in its place.
    pub(crate) set: Option<To>,
    /// Adds an entry to a list.
    pub(crate) add: Option<To>,
}

impl Step {
    /// Returns the path of what is changed.
    pub(crate) fn path(&self) -> &str {
        let value = self.set.as_ref().or(self.add.as_ref()).map(|to| &to.at);
        self.drop.as_ref().or(value).expect("a step drops, sets or adds")
    }
}

/// A value for a place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct To {
    pub(crate) at: String,
    #[serde(deserialize_with = "text")]
    pub(crate) to: Value,
}

impl To {
    pub(crate) fn new(at: &str, to: &Value) -> Self {
        let mut to = to.clone();
        numbers_as_text(&mut to);
        Self { at: at.to_owned(), to }
    }

    /// Returns the step that puts the value in its place.
    pub(crate) fn step(self) -> Step {
        Step { set: Some(self), ..Step::default() }
    }
}

/// Reads a value as an application holds it.
fn text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    let mut value = Value::deserialize(deserializer)?;
    numbers_as_text(&mut value);
    Ok(value)
}

/// Returns the changed copies, each with the place of its change.
pub(crate) fn broken<'a>(
    application: &'a Value,
    step: &'a Step,
) -> impl Iterator<Item = (String, Value)> + use<'a> {
    let change = move |place: Vec<Key>| {
        let mut changed = application.clone();
        apply(&mut changed, &place, step);
        (joined(&place), changed)
    };
    routes(application, step).into_iter().map(change)
}

/// Changes every place that the step's path names; tells whether there is one.
pub(crate) fn change(application: &mut Value, step: &Step) -> bool {
    let routes = routes(application, step);
    // Of a list the last entries go first, so that the others keep their numbers.
    routes.iter().rev().for_each(|place| apply(application, place, step));
    !routes.is_empty()
}

fn routes(application: &Value, step: &Step) -> Vec<Vec<Key>> {
    let path = step.path();
    let routes = places(application, &path.split('/').collect::<Vec<_>>());
    // Of many entries only those that have a fact can lose it.
    let any = step.drop.is_none() || !path.contains('*');
    routes.into_iter().filter(|place| any || stands(application, place)).collect()
}

/// Returns the routes that a path names, as places print them.
pub(crate) fn routes_of(application: &Value, path: &str) -> Vec<String> {
    places(application, &path.split('/').collect::<Vec<_>>()).iter().map(|place| joined(place)).collect()
}

fn joined(place: &[Key]) -> String {
    place.iter().map(ToString::to_string).collect::<Vec<_>>().join("/")
}

/// A step down from a value.
#[derive(Clone, Debug)]
enum Key {
    Field(String),
    Entry(usize),
}

impl std::fmt::Display for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Field(name) => formatter.write_str(name),
            Self::Entry(number) => write!(formatter, "{number}"),
        }
    }
}

/// Returns the routes that a path names. The last key of a mapping may be missing: it can be set.
fn places(value: &Value, path: &[&str]) -> Vec<Vec<Key>> {
    let Some((first, rest)) = path.split_first() else { return vec![Vec::new()] };
    let below = |key: Key, value: Option<&Value>| -> Vec<Vec<Key>> {
        let routes = match value {
            Some(value) => places(value, rest),
            None if rest.is_empty() => vec![Vec::new()],
            None => Vec::new(),
        };
        routes.into_iter().map(|route| [vec![key.clone()], route].concat()).collect()
    };
    match value {
        Value::Sequence(entries) => {
            let named: Vec<&str> =
                first.trim_start_matches('[').trim_end_matches(']').split(',').map(str::trim).collect();
            let meant = |(number, entry): &(usize, &Value)| {
                *first == "*"
                    || named.iter().any(|name| name.parse() == Ok(*number) || known_by(entry) == Some(name))
            };
            let entries = entries.iter().enumerate().filter(meant);
            entries.flat_map(|(number, entry)| below(Key::Entry(number), Some(entry))).collect()
        }
        Value::Mapping(fields) => {
            let names = first.trim_start_matches('[').trim_end_matches(']').split(',').map(str::trim);
            let names: Vec<String> = match *first {
                "*" => fields.keys().filter_map(|key| Some(key.as_str()?.to_owned())).collect(),
                _ => names.map(str::to_owned).collect(),
            };
            names
                .into_iter()
                .flat_map(|name| below(Key::Field(name.clone()), fields.get(name.as_str())))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Returns what an entry of a list is known by.
fn known_by(entry: &Value) -> Option<&str> {
    ["id", "principle", "factor", "resource", "direction", "standard", "task"]
        .into_iter()
        .find_map(|key| entry.get(key)?.as_str())
}

/// Tells whether there is something at a place.
fn stands(value: &Value, place: &[Key]) -> bool {
    place.iter().try_fold(value, below).is_some()
}

fn below<'a>(value: &'a Value, key: &Key) -> Option<&'a Value> {
    match key {
        Key::Field(name) => value.get(name.as_str()),
        Key::Entry(number) => value.get(*number),
    }
}

fn apply(value: &mut Value, place: &[Key], step: &Step) {
    let Some((last, above)) = place.split_last() else { return };
    let mut at = value;
    for key in above {
        at = match key {
            Key::Field(name) => at.get_mut(name.as_str()).expect("the route leads through fields"),
            Key::Entry(number) => at.get_mut(*number).expect("the route leads through entries"),
        };
    }
    match (last, at) {
        (Key::Field(name), Value::Mapping(fields)) => change_field(fields, name, step),
        (Key::Entry(number), Value::Sequence(entries)) => match &step.set {
            Some(to) => entries[*number] = to.to.clone(),
            None => drop(entries.remove(*number)),
        },
        (key, _) => panic!("{step:?} cannot be done at {key}"),
    }
}

fn change_field(fields: &mut Mapping, name: &str, step: &Step) {
    match step {
        Step { set: Some(to), .. } => drop(fields.insert(name.into(), to.to.clone())),
        Step { add: Some(to), .. } => {
            let list = fields.entry(name.into()).or_insert(Value::Sequence(Vec::new()));
            list.as_sequence_mut().expect("entries are added to a list").push(to.to.clone());
        }
        _ => assert!(fields.remove(name).is_some(), "nothing to drop at {name}"),
    }
}

/// Removes what is null or empty: an author leaves such keys out.
pub(crate) fn without_gaps(value: &mut Value) {
    match value {
        Value::Mapping(fields) => {
            fields.values_mut().for_each(without_gaps);
            fields.retain(|_, value| !is_gap(value));
        }
        Value::Sequence(entries) => entries.iter_mut().for_each(without_gaps),
        _ => {}
    }
}

fn is_gap(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Mapping(fields) => fields.is_empty(),
        Value::Sequence(entries) => entries.is_empty(),
        _ => false,
    }
}

/// Writes numbers as text, from which all units are read.
pub(crate) fn numbers_as_text(value: &mut Value) {
    match value {
        Value::Mapping(fields) => fields.values_mut().for_each(numbers_as_text),
        Value::Sequence(entries) => entries.iter_mut().for_each(numbers_as_text),
        Value::Number(number) => *value = Value::String(number.to_string()),
        _ => {}
    }
}
