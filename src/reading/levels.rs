//! Right keys at the wrong level. In: a key that is no field where it stands, its value and its place. Out: the field to
//! which it belongs, a level down or some levels up.

use super::keys::Keys;
use crate::described::{Entity, Entry as _, Shape};
use crate::diagnostic::{Place, Step};
use crate::model::Application;
use crate::source::{Entry, Value};

/// Returns to which field an entry belongs, `Some(None)` for the top of the file; `None` where its key is a field of no
/// entity around, or of several.
pub(super) fn owner(place: &Place, keys: Keys, entry: &Entry) -> Option<Option<String>> {
    let Keys::Described(own) = keys else { return None };
    let around = around(place);
    // A file that is no application has other entities around.
    if around.last().is_none_or(|(_, entity)| entity.name != own.name) {
        return None;
    }
    let has = |entity: &'static Entity| {
        let member = Keys::Described(entity).field(&entry.key).and_then(|key| entity.member(key));
        member.is_some_and(|member| fits(member.shape, &entry.node.value))
    };
    if let Some((name, _)) = around.iter().rev().skip(1).find(|(_, entity)| has(entity)) {
        return Some(name.clone());
    }
    let is_below = |shape: &'static Shape| shape.entity().is_some_and(has);
    let mut below = own.members.iter().filter(|member| is_below(member.shape)).map(|member| member.key);
    below.next().filter(|_| below.next().is_none()).map(|name| Some(name.to_owned()))
}

/// Returns the entities from the application down to a place, each with the field in which it stands.
fn around(place: &Place) -> Vec<(Option<String>, &'static Entity)> {
    let mut around = vec![(None, Application::ENTITY)];
    for step in place.steps() {
        let (Step::Key(key), Some((_, entity))) = (step, around.last()) else { continue };
        let Some(inner) = entity.member(key).and_then(|member| member.shape.entity()) else {
            return Vec::new();
        };
        around.push((Some(key.clone()), inner));
    }
    around
}

/// Tells whether a value has the form of what stands at a field: `needs: [N1]` is no list of needs.
fn fits(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::List(of), Value::List(items)) => items.iter().all(|item| fits(of, &item.value)),
        (Shape::Entity(_) | Shape::Map(_), Value::Map(_)) => true,
        (Shape::Closed(..) | Shape::Code(_) | Shape::Value(_), Value::Scalar { .. }) => true,
        (Shape::Value("Text" | "Prose"), Value::Map(_)) => true,
        _ => false,
    }
}
