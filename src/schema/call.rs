//! The JSON Schema of a call's own file. In: the types of `profile`, the catalogue, the words of values. Out: a draft-07
//! schema.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::catalogue;
use crate::lang::Lang;
use crate::profile::{self, ProfilePart};

/// Where codes of a list are offered: the name of the definition, empty for the file itself, the key, the list.
const OFFERED: [(&str, &str, &str); 7] = [
    ("", "horizontal_required", "horizontal_principles"),
    ("", "agreement_elements", "agreement_elements"),
    ("", "annexes_required", "annex_kinds"),
    ("", "marks", "funding_marks"),
    ("", "groups_allowed", "group_categories"),
    ("Bodies", "kinds", "partner_kinds"),
    ("Bodies", "sectors", "sectors"),
];

/// Returns the schema of a call's own file.
pub fn call() -> Value {
    let mut root =
        SchemaSettings::draft07().into_generator().into_root_schema_for::<ProfilePart>().to_value();
    let object = root.as_object_mut().expect("a struct's schema is an object");
    object.insert("title".into(), json!("pakt call"));
    // A file may leave out all that its loader fills in.
    object.remove("required");
    if let Some(properties) = properties(object) {
        let ids: Vec<&str> = profile::ids().collect();
        properties
            .insert("extends".into(), json!({ "anyOf": [{ "enum": ids }, { "type": ["string", "null"] }] }));
        properties.iter_mut().for_each(|(key, value)| describe(key, key, value));
    }
    if let Some(Value::Object(definitions)) = object.get_mut("definitions") {
        let numbers = definitions.get_mut("NumbersPart").and_then(Value::as_object_mut);
        if let Some(properties) = numbers.and_then(properties) {
            properties.iter_mut().for_each(|(key, value)| describe(key, &format!("numbers/{key}"), value));
        }
    }
    for (definition, key, list) in OFFERED {
        let own = match definition {
            "" => Some(&mut *object),
            name => {
                object.get_mut("definitions").and_then(|all| all.get_mut(name)).and_then(Value::as_object_mut)
            }
        };
        if let Some(property) = own.and_then(properties).and_then(|own| own.get_mut(key)) {
            offer(property, list);
        }
    }
    root
}

fn properties(object: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    object.get_mut("properties")?.as_object_mut()
}

/// Puts what a value is called there, Polish before English, where the words are known.
fn describe(key: &str, name: &str, property: &mut Value) {
    let [pl, en] = Lang::ALL.map(|lang| profile::label(name, lang));
    if let (Some(object), true) = (property.as_object_mut(), pl != key && pl != name) {
        object.insert("description".into(), json!(format!("{pl}\n\n{en}")));
    }
}

/// Offers the codes of a list wherever a schema holds a list of words; words of one's own stay allowed.
fn offer(schema: &mut Value, list: &str) {
    let codes: Vec<&str> = catalogue::list(list).map(|list| list.codes().collect()).unwrap_or_default();
    match schema {
        Value::Object(object) => {
            if object.get("type").is_some_and(|own| own == "array" || own == &json!(["array", "null"])) {
                object.insert("items".into(), json!({ "anyOf": [{ "enum": codes }, { "type": "string" }] }));
            } else {
                object.values_mut().for_each(|inner| offer(inner, list));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| offer(inner, list)),
        _ => {}
    }
}
