//! The format's JSON Schema, for editors. In: the model, the catalogue and the Polish field table.
//! Out: a draft-07 schema (older editors know no newer one), its hints in both languages.

mod shapes;

pub use shapes::{Shape, fields, root};

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::catalogue;
use crate::load;
use crate::model::{self, Application};

/// Polish descriptions of fields, by entity and key.
type Described = BTreeMap<String, BTreeMap<String, String>>;

fn described() -> &'static Described {
    static FIELDS: LazyLock<Described> = LazyLock::new(|| {
        serde_yaml::from_str(include_str!("fields.pl.yaml")).expect("the shipped table is read by the suite")
    });
    &FIELDS
}

/// Returns the Polish description of a field; `None` for an unknown one.
pub fn polish(entity: &str, key: &str) -> Option<&'static str> {
    described().get(entity)?.get(key).map(String::as_str)
}

/// Returns a field's name for people, in Polish: its Polish key, else the opening of its description.
pub fn short_name(entity: &str, key: &str) -> String {
    if let Some(name) = load::other_names(entity, key).next() {
        return name.replace('_', " ");
    }
    let described = polish(entity, key).unwrap_or(key);
    let opening = described.split(['.', ':', ';', '(']).next().unwrap_or(described).trim();
    let mut letters = opening.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Returns the catalogue list whose codes a type holds; `None` for other types.
pub fn list_of(name: &str) -> Option<&'static str> {
    static LISTS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        let root = plain();
        let definitions = root["definitions"].as_object().into_iter().flatten();
        let listed = definitions
            .filter_map(|(name, definition)| Some((name.clone(), definition["x-list"].as_str()?.to_owned())));
        listed.collect()
    });
    LISTS.get(name).map(String::as_str)
}

/// Returns the bare schema of an application, without words for editors.
pub fn plain() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<Application>().to_value()
}

/// Returns the schema of an application file.
pub fn application() -> Value {
    let mut root = plain();
    let object = root.as_object_mut().expect("a struct's schema is an object");
    object.insert("title".into(), json!("pakt/1"));
    lift(object);
    entity("Application", object);
    if let Some(Value::Object(definitions)) = object.get_mut("definitions") {
        for (name, definition) in definitions.iter_mut() {
            if let Some(definition) = definition.as_object_mut() {
                entity(name, definition);
            }
        }
    }
    root
}

/// Returns the schema as the file that editors load, with a final line end.
pub fn text() -> String {
    let mut text = serde_json::to_string_pretty(&application()).expect("a JSON value always serialises");
    text.push('\n');
    text
}

/// The parts of the diagnosis that may also stand at the top.
const LIFTED: [&str; 3] = ["needs", "groups", "evidence"];

/// The fields that make variants of one source; the loader takes them from any entry or text.
const VARIANTS: [(&str, &str); 2] = [
    (
        "only",
        "Tylko w wariantach o tych oznaczeniach (`--tag`); profil naboru też jest oznaczeniem.\n\nOnly in \
         variants with these tags (`--tag`); the call's profile is a tag as well.",
    ),
    (
        "except",
        "Nie w wariantach o tych oznaczeniach (`--tag`).\n\nNot in variants with these tags (`--tag`).",
    ),
];

/// Lets the parts of the diagnosis stand at the top, as the loader does.
fn lift(root: &mut Map<String, Value>) {
    let parts = LIFTED.map(|part| root["definitions"]["Diagnosis"]["properties"][part].clone());
    let Some(Value::Object(properties)) = root.get_mut("properties") else { return };
    for (part, schema) in LIFTED.into_iter().zip(parts) {
        properties.insert(part.to_owned(), schema);
    }
}

/// Gives a definition its Polish words, its required keys and the codes of its list.
fn entity(name: &str, definition: &mut Map<String, Value>) {
    if let Some(list) = definition.remove("x-list") {
        codes(list.as_str().unwrap_or_default(), definition);
    }
    let mut other_names: Vec<(String, Vec<&'static str>)> = Vec::new();
    if let Some(Value::Object(properties)) = definition.get_mut("properties") {
        for (key, property) in properties.iter_mut() {
            let of = if name == "Application" && LIFTED.contains(&key.as_str()) { "Diagnosis" } else { name };
            describe(of, key, property);
            other_names.push((key.clone(), load::other_names(of, key).collect()));
        }
        if name != "Application" {
            for (key, words) in VARIANTS {
                let tags = json!({ "type": ["string", "array"], "items": { "type": "string" }, "description": words });
                properties.entry(key).or_insert(tags);
            }
        }
        for (key, names) in &other_names {
            let same = properties[key].clone();
            for name in names {
                properties.entry(*name).or_insert_with(|| same.clone());
            }
        }
    }
    require(model::required(name), &other_names, definition);
}

/// Asks for the required keys, each under any of its names.
fn require(keys: &[&str], other_names: &[(String, Vec<&str>)], definition: &mut Map<String, Value>) {
    let under_any_name = keys.iter().map(|key| {
        let others = other_names.iter().find(|(known, _)| known == key).map_or(&[][..], |(_, names)| names);
        let names = std::iter::once(key).chain(others);
        json!({ "anyOf": names.map(|name| json!({ "required": [name] })).collect::<Vec<_>>() })
    });
    if !keys.is_empty() {
        definition.insert("allOf".into(), under_any_name.collect());
    }
}

/// Puts the Polish words before the English ones. Draft 07 passes over what stands beside `$ref`, so a
/// reference moves into `allOf`.
fn describe(entity: &str, key: &str, property: &mut Value) {
    let Some(polish) = polish(entity, key) else { return };
    let Some(object) = property.as_object_mut() else { return };
    let english = object.get("description").and_then(Value::as_str).unwrap_or_default();
    let words = format!("{polish}\n\n{english}");
    if let Some(reference) = object.remove("$ref") {
        object.insert("allOf".into(), json!([{ "$ref": reference }]));
    }
    object.insert("description".into(), json!(words.trim_end()));
}

fn codes(list: &str, definition: &mut Map<String, Value>) {
    if list == model::Id::LIST {
        definition.insert("pattern".into(), json!("^[A-Z][0-9]+(\\.[0-9]+)?$"));
    }
    let Some(list) = catalogue::deck().list(list).or_else(|| catalogue::further().list(list)) else { return };
    let terms = list.terms();
    definition.insert("enum".into(), terms.iter().map(|term| json!(term.code)).collect());
    let hints = terms.iter().map(|term| json!(format!("{} / {}", term.pl, term.en)));
    definition.insert("enumDescriptions".into(), hints.collect());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(definition: &Value) -> Vec<String> {
        let properties = definition["properties"].as_object();
        properties.map(|properties| properties.keys().cloned().collect()).unwrap_or_default()
    }

    /// All entities with their keys, as the model has them.
    fn entities() -> BTreeMap<String, Vec<String>> {
        let root = plain();
        let definitions = root["definitions"].as_object().expect("the model has parts");
        let named = definitions.iter().map(|(name, definition)| (name.clone(), keys(definition)));
        let whole = ("Application".to_owned(), keys(&root));
        named.filter(|(_, keys)| !keys.is_empty()).chain([whole]).collect()
    }

    #[test]
    fn every_field_has_polish_words() {
        let entities = entities();
        for (name, keys) in &entities {
            for key in keys {
                assert!(polish(name, key).is_some(), "{name}.{key} has no Polish words");
            }
        }
        for (name, keys) in described() {
            for key in keys.keys() {
                assert!(
                    entities.get(name).is_some_and(|known| known.contains(key)),
                    "{name}.{key} is no field"
                );
            }
        }
    }

    #[test]
    fn required_keys_are_fields() {
        for (name, keys) in entities() {
            for required in model::required(&name) {
                assert!(keys.iter().any(|key| key == required), "{name}.{required}");
            }
        }
    }

    #[test]
    fn polish_keys_are_no_mistakes_for_an_editor() {
        let schema = application();
        assert_eq!(schema["properties"]["partnerzy"], schema["properties"]["partners"]);
        assert_eq!(
            schema["properties"]["potrzeby"],
            schema["definitions"]["Diagnosis"]["properties"]["needs"]
        );
        let titles = &schema["definitions"]["Need"]["allOf"][1]["anyOf"];
        assert!(
            titles.as_array().is_some_and(|names| names.contains(&json!({ "required": ["tytuł"] }))),
            "{titles}"
        );
    }

    #[test]
    fn codes_are_listed_and_hints_speak_both_languages() {
        let schema = application();
        let kinds = &schema["definitions"]["PartnerKind"]["enum"];
        assert!(kinds.as_array().is_some_and(|kinds| kinds.contains(&json!("trade_union"))), "{kinds}");
        let title = schema["definitions"]["Need"]["properties"]["title"]["description"].as_str();
        assert_eq!(title, Some("Potrzeba w jednym zdaniu.\n\nThe need in one line."));
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}
