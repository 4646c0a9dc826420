//! The format's JSON Schema, for editors. In: the declarations of the model, the catalogue. Out: a draft-07
//! schema (older editors know no newer one), its hints in both languages.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::catalogue;
use crate::described::{Entity, Entry as _, Member};
use crate::lang::Lang;
use crate::model::{self, Application, ByLang, Diagnosis};

/// Returns the schema of an application file.
pub fn application() -> Value {
    let mut root =
        SchemaSettings::draft07().into_generator().into_root_schema_for::<Application>().to_value();
    let object = root.as_object_mut().expect("an entity's schema is an object");
    object.insert("title".into(), json!("pakt/1"));
    lift(object);
    entity(Application::ENTITY, Application::ENTITY.members.iter().chain(Diagnosis::ENTITY.lifted()), object);
    let mut entities = Application::ENTITY.all();
    entities.extend(ByLang::ENTITY.all());
    if let Some(Value::Object(definitions)) = object.get_mut("definitions") {
        for (name, definition) in definitions.iter_mut() {
            let Some(definition) = definition.as_object_mut() else { continue };
            if let Some(list) = definition.remove("x-list") {
                codes(list.as_str().unwrap_or_default(), definition);
            }
            // An entity with a short form has its fields in the definition of the long one.
            let known = entities.get(name.as_str()).or_else(|| entities.get(name.strip_prefix("Long")?));
            if let (Some(known), true) = (known, definition.contains_key("properties")) {
                entity(known, known.members.iter(), definition);
                variants(definition);
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
    for part in Diagnosis::ENTITY.lifted() {
        let schema = root["definitions"]["Diagnosis"]["properties"][part.key].clone();
        if let Some(Value::Object(properties)) = root.get_mut("properties") {
            properties.insert(part.key.to_owned(), schema);
        }
    }
}

/// Gives an entity's definition its words in both languages, its other keys and its required ones.
fn entity(
    entity: &Entity,
    members: impl Iterator<Item = &'static Member>,
    definition: &mut Map<String, Value>,
) {
    if let Some(Value::Object(properties)) = definition.get_mut("properties") {
        let members: Vec<&Member> = members.collect();
        for member in &members {
            if let Some(property) = properties.get_mut(member.key) {
                describe(member, property);
            }
        }
        for member in members {
            let same = properties[member.key].clone();
            for key in member.keys() {
                properties.entry(key).or_insert_with(|| same.clone());
            }
        }
    }
    let required = entity.members.iter().filter(|member| member.required).map(|member| {
        json!({ "anyOf": member.keys().map(|key| json!({ "required": [key] })).collect::<Vec<_>>() })
    });
    let required: Vec<Value> = required.collect();
    if !required.is_empty() {
        definition.insert("allOf".into(), required.into());
    }
}

/// Lets an entity say in which variants it stands.
fn variants(definition: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = definition.get_mut("properties") else { return };
    for (key, words) in VARIANTS {
        let tags =
            json!({ "type": ["string", "array"], "items": { "type": "string" }, "description": words });
        properties.entry(key).or_insert(tags);
    }
}

/// Puts the Polish words before the English ones. Draft 07 passes over what stands beside `$ref`, so a
/// reference moves into `allOf`.
fn describe(member: &Member, property: &mut Value) {
    let Some(object) = property.as_object_mut() else { return };
    if let Some(reference) = object.remove("$ref") {
        object.insert("allOf".into(), json!([{ "$ref": reference }]));
    }
    let words = format!("{}\n\n{}", member.about(Lang::Pl), member.about(Lang::En));
    object.insert("description".into(), json!(words));
}

fn codes(list: &str, definition: &mut Map<String, Value>) {
    if list == model::Id::LIST {
        definition.insert("pattern".into(), json!("^[A-Z][0-9]+(\\.[0-9]+)?$"));
    }
    let Some(list) = catalogue::list(list) else { return };
    let terms = list.terms();
    definition.insert("enum".into(), terms.iter().map(|term| json!(term.code)).collect());
    let hints = terms.iter().map(|term| json!(format!("{} / {}", term.pl, term.en)));
    definition.insert("enumDescriptions".into(), hints.collect());
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(schema["definitions"]["Sex"]["enum"], json!(["women", "men"]));
        let title = schema["definitions"]["Need"]["properties"]["title"]["description"].as_str();
        assert_eq!(title, Some("Potrzeba w jednym zdaniu.\n\nThe need in one line."));
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}
