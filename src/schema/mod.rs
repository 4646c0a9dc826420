//! The format's JSON Schema, for editors. In: the declarations of the model, the catalogue. Out: a draft-07
//! schema (older editors know no newer one), its hints in both languages.

mod taken;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::described::{Entry as _, Member};
use crate::model::{Application, ByLang, Diagnosis};

/// Returns the schema of an application file.
pub fn application() -> Value {
    let mut root =
        SchemaSettings::draft07().into_generator().into_root_schema_for::<Application>().to_value();
    let object = root.as_object_mut().expect("an entity's schema is an object");
    object.insert("title".into(), json!("pakt/1"));
    lift(object);
    entity(sections(), "#", object);
    let mut entities = Application::ENTITY.all();
    entities.extend(ByLang::ENTITY.all());
    if let Some(Value::Object(definitions)) = object.get_mut("definitions") {
        for (name, definition) in definitions.iter_mut() {
            let Some(definition) = definition.as_object_mut() else { continue };
            if name == "Lang" {
                definition.clear();
                definition.insert("x-list".into(), json!("languages"));
            }
            if let Some(list) = definition.remove("x-list") {
                taken::codes(list.as_str().unwrap_or_default(), definition);
            }
            // An entity with a short form has its fields in the definition of the long one.
            let known = entities.get(name.as_str()).or_else(|| entities.get(name.strip_prefix("Long")?));
            if let (Some(known), true) = (known, definition.contains_key("properties")) {
                entity(known.members.iter(), &format!("#/definitions/{name}"), definition);
                variants(definition);
            }
        }
        definitions.extend(taken::definitions());
    }
    root
}

/// Returns the schema of a file that holds one section, by the section's canonical key: the section alone, or under
/// its key. `None` for a key that is no section.
pub fn part(section: &str) -> Option<Value> {
    let mut whole = application();
    let root = whole.as_object_mut()?;
    let properties = root.remove("properties")?;
    let own = properties.get(section)?.clone();
    let member = sections().find(|member| member.key == section)?;
    let named = json!({
        "type": "object",
        "properties": { (section): own },
        "patternProperties": { (taken::other_keys(member)): own },
        "additionalProperties": false,
        "minProperties": 1,
    });
    ["type", "additionalProperties", "patternProperties", "description"].iter().for_each(|key| {
        root.remove(*key);
    });
    root.insert("title".into(), json!(format!("pakt/1: {section}")));
    root.insert("anyOf".into(), json!([own, named]));
    Some(whole)
}

/// Returns the sections that a file of their own may hold.
pub fn sections() -> impl Iterator<Item = &'static Member> {
    Application::ENTITY.members.iter().chain(Diagnosis::ENTITY.lifted())
}

/// Returns a schema as the file that editors load, with a final line end.
pub fn text(schema: &Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).expect("a JSON value always serialises");
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

/// Gives an entity's definition, which stands at `place`, its words in both languages and its other keys. No field must be
/// there: what is not written yet is no mistake.
fn entity(members: impl Iterator<Item = &'static Member>, place: &str, definition: &mut Map<String, Value>) {
    if let Some(Value::Object(properties)) = definition.get_mut("properties") {
        let members: Vec<&Member> = members.collect();
        for member in &members {
            if let Some(property) = properties.get_mut(member.key) {
                taken::field(member, property);
            }
        }
        let mut others = Map::new();
        for member in members {
            let same = json!({ "$ref": format!("{place}/properties/{}", member.key) });
            others.insert(taken::other_keys(member), same.clone());
            if let Some(usual) = member.polish.first() {
                properties.entry(*usual).or_insert(same);
            }
        }
        definition.insert("patternProperties".into(), others.into());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_keys_are_no_mistakes_for_an_editor() {
        let schema = application();
        assert_eq!(schema["properties"]["partnerzy"], json!({ "$ref": "#/properties/partners" }));
        let keys = schema["patternProperties"].as_object().expect("keys as people write them");
        assert!(keys.keys().any(|pattern| pattern.contains("[pP][aąAĄ][rR][tT]")), "{keys:?}");
        assert_eq!(schema["properties"]["potrzeby"], json!({ "$ref": "#/properties/needs" }));
    }

    #[test]
    fn a_part_is_a_section_alone_or_under_its_key() {
        let needs = part("needs").expect("needs are a section");
        assert!(needs["anyOf"][1]["properties"]["needs"].is_object(), "{needs}");
        assert_eq!(part("wholly_other"), None);
    }

    #[test]
    fn codes_are_listed_and_hints_speak_both_languages() {
        let schema = application();
        let kinds = &schema["definitions"]["PartnerKind"]["anyOf"][0]["enum"];
        assert!(kinds.as_array().is_some_and(|kinds| kinds.contains(&json!("trade_union"))), "{kinds}");
        assert_eq!(schema["definitions"]["Sex"]["anyOf"][0]["enum"], json!(["women", "men"]));
        let profiles = &schema["definitions"]["ProfileId"]["anyOf"][0]["enum"];
        assert!(
            profiles.as_array().is_some_and(|profiles| profiles.contains(&json!("esf-plus"))),
            "{profiles}"
        );
        let title = schema["definitions"]["Need"]["properties"]["title"]["description"].as_str();
        assert_eq!(title, Some("Potrzeba w jednym zdaniu.\n\nThe need in one line."));
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}
