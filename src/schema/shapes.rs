//! What kind of value stands where. In: the format's schema. Out: `Shape` of every field.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

/// The shape of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An entity, by its name in the schema: fields of its own.
    Entity(String),
    /// A value of a named type: money, a date, a code.
    Named(String),
    /// A list.
    List(Box<Shape>),
    /// A mapping whose keys are the author's or a catalogue's.
    Map(Box<Shape>),
    /// Yes or no.
    Truth,
    /// Plain words or a plain number.
    Plain,
}

/// The fields of all entities, in the order of the format.
type Fields = BTreeMap<String, Vec<(String, Shape)>>;

/// Returns the fields of all entities.
pub fn fields() -> &'static Fields {
    static FIELDS: LazyLock<Fields> = LazyLock::new(read);
    &FIELDS
}

/// Returns the shape of an application.
pub fn root() -> Shape {
    Shape::Entity("Application".to_owned())
}

fn read() -> Fields {
    let root = super::plain();
    let definitions = root["definitions"].as_object().cloned().unwrap_or_default();
    let entities = definitions.iter().map(|(name, definition)| (name.as_str(), definition));
    entities
        .chain([("Application", &root)])
        .filter_map(|(name, definition)| {
            let properties = definition["properties"].as_object()?;
            let fields = properties.iter().map(|(key, property)| {
                let shape = shape(property, &definitions);
                (key.clone(), shape)
            });
            Some((name.to_owned(), fields.collect()))
        })
        .collect()
}

fn shape(property: &Value, definitions: &serde_json::Map<String, Value>) -> Shape {
    let reference = property["$ref"].as_str().or_else(|| property["allOf"][0]["$ref"].as_str());
    if let Some(name) = reference.and_then(|reference| reference.rsplit('/').next()) {
        return named(name, definitions);
    }
    match property["type"].as_str() {
        Some("array") => Shape::List(Box::new(shape(&property["items"], definitions))),
        Some("object") => Shape::Map(Box::new(shape(&property["additionalProperties"], definitions))),
        Some("boolean") => Shape::Truth,
        _ => Shape::Plain,
    }
}

fn named(name: &str, definitions: &serde_json::Map<String, Value>) -> Shape {
    let definition = definitions.get(name);
    let has_fields = definition.is_some_and(|own| own["properties"].is_object());
    // A value with a short form is written in its long one once it has been read.
    let long = definition.and_then(|own| own["anyOf"][1]["$ref"].as_str()?.rsplit('/').next());
    match (has_fields, long) {
        (true, _) => Shape::Entity(name.to_owned()),
        (false, Some(long)) if !matches!(name, "Text" | "Prose") => Shape::Entity(long.to_owned()),
        _ => Shape::Named(name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_says_what_stands_where() {
        let of = |entity: &str, key: &str| {
            let (_, shape) = fields()[entity].iter().find(|(name, _)| name == key).expect(key);
            shape.clone()
        };
        let named = |name: &str| Shape::Named(name.to_owned());
        assert_eq!(of("Budget", "total"), named("Money"));
        assert_eq!(of("Need", "evidence"), Shape::List(Box::new(named("Id"))));
        assert_eq!(of("Partnership", "definition"), Shape::Map(Box::new(named("Prose"))));
        assert_eq!(of("Group", "barriers"), Shape::List(Box::new(Shape::Entity("LongBarrier".to_owned()))));
        assert_eq!(of("Partner", "founding"), Shape::Truth);
        assert_eq!(of("Application", "call"), Shape::Entity("Call".to_owned()));
    }
}
