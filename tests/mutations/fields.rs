//! Every field of the format, each at one place of the full sample. In: the format, the sample. Out: `Spot`s.

use std::collections::BTreeSet;

use pakt::inside::described::{Described as _, Entity, Member, Shape};
use pakt::inside::model::Application;
use serde_yaml::{Mapping, Value};

/// A field where the sample first has its entity, or first could have it.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub(crate) entity: &'static str,
    pub(crate) key: &'static str,
    pub(crate) shape: &'static Shape,
    route: Vec<String>,
}

impl Spot {
    /// Returns the place as findings print it.
    pub(crate) fn place(&self) -> String {
        self.route.join("/")
    }

    /// Returns the part of the application in which it stands.
    pub(crate) fn section(&self) -> String {
        self.route[0].clone()
    }

    /// Returns the application with another value at the field, and what is above it where it is not there.
    pub(crate) fn with(&self, application: &Value, new: Value) -> Value {
        let mut whole = application.clone();
        *self.in_whole(&mut whole) = new;
        whole
    }

    /// Returns the value at the field.
    pub(crate) fn value(&self, application: &Value) -> Value {
        self.in_whole(&mut application.clone()).clone()
    }

    fn in_whole<'a>(&self, whole: &'a mut Value) -> &'a mut Value {
        self.route.iter().fold(whole, |at, step| match step.parse::<usize>() {
            Ok(number) => {
                if !at.is_sequence() {
                    *at = Value::Sequence(Vec::new());
                }
                let entries = at.as_sequence_mut().expect("it is a list by now");
                entries.resize(entries.len().max(number + 1), Value::Null);
                &mut entries[number]
            }
            Err(_) => {
                if !at.is_mapping() {
                    *at = Value::Mapping(Mapping::new());
                }
                let fields = at.as_mapping_mut().expect("it is a mapping by now");
                fields.entry(step.as_str().into()).or_insert(Value::Null)
            }
        })
    }
}

/// Returns every field of every entity once.
pub(crate) fn spots(sample: &Value) -> Vec<Spot> {
    let mut found = Found::default();
    found.walk(&Application::SHAPE, sample, &[]);
    // Of what the sample has none of, the first one is invented.
    let mut next = 0;
    while let Some(Spot { shape, route, .. }) = found.spots.get(next).cloned() {
        if let Some((entity, below)) = entity_in(shape) {
            found.meet(entity, &[route, below].concat());
        }
        next += 1;
    }
    found.spots
}

/// Returns the field that holds what a route leads to: its entity and its key.
pub(crate) fn holder(route: &str) -> Option<(&'static str, &'static str)> {
    let (mut shape, mut holder) = (&Application::SHAPE, None);
    for step in route.split('/') {
        shape = match shape {
            Shape::Entity(entity) => {
                let member = entity.member(step)?;
                holder = Some((entity.name, member.key));
                member.shape
            }
            Shape::List(entry) | Shape::Map(entry) => entry,
            Shape::Closed(..) | Shape::Code(_) | Shape::Value(_) => break,
        };
    }
    holder
}

#[derive(Default)]
struct Found {
    met: BTreeSet<&'static str>,
    spots: Vec<Spot>,
}

impl Found {
    fn meet(&mut self, entity: &'static Entity, route: &[String]) {
        if self.met.insert(entity.name) {
            self.spots.extend(entity.members.iter().map(|Member { key, shape, .. }| Spot {
                entity: entity.name,
                key,
                shape,
                route: [route, &[(*key).to_owned()]].concat(),
            }));
        }
    }

    fn walk(&mut self, shape: &'static Shape, value: &Value, route: &[String]) {
        let below = |step: String| [route, &[step]].concat();
        match shape {
            Shape::Entity(entity) => {
                self.meet(entity, route);
                for member in entity.members {
                    let own = value.get(member.key).into_iter();
                    own.for_each(|value| self.walk(member.shape, value, &below(member.key.to_owned())));
                }
            }
            Shape::List(shape) => {
                let entries = value.as_sequence().into_iter().flatten().enumerate();
                entries.for_each(|(number, value)| self.walk(shape, value, &below(number.to_string())));
            }
            Shape::Map(shape) => {
                let entries = value.as_mapping().into_iter().flatten();
                for (key, value) in entries.filter_map(|(key, value)| Some((key.as_str()?, value))) {
                    self.walk(shape, value, &below(key.to_owned()));
                }
            }
            Shape::Closed(..) | Shape::Code(_) | Shape::Value(_) => {}
        }
    }
}

/// Returns the entity that a field holds, and the steps down to it.
pub(crate) fn entity_in(shape: &'static Shape) -> Option<(&'static Entity, Vec<String>)> {
    match shape {
        Shape::Entity(entity) => Some((entity, Vec::new())),
        Shape::List(shape) => {
            entity_in(shape).map(|(entity, below)| (entity, [vec!["0".to_owned()], below].concat()))
        }
        // The one mapping of entities is that of papers, by their names.
        Shape::Map(shape) => {
            entity_in(shape).map(|(entity, below)| (entity, [vec!["summary".to_owned()], below].concat()))
        }
        Shape::Closed(..) | Shape::Code(_) | Shape::Value(_) => None,
    }
}
