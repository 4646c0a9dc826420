//! The format's JSON Schema, for editors. In: the declarations of the model, the catalogue, a language. Out: a draft-07
//! schema (older editors know no newer one): it offers the keys and names of the language, takes those of both, and has its
//! hints in both.

mod call;
mod taken;

pub use call::call;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::described::{Entry as _, Member};
use crate::lang::Lang;
use crate::model::{Application, ByLang, Diagnosis};

/// Returns the schema of an application file that offers the keys of a language.
pub fn application(lang: Lang) -> Value {
    let mut root =
        SchemaSettings::draft07().into_generator().into_root_schema_for::<Application>().to_value();
    let object = root.as_object_mut().expect("an entity's schema is an object");
    object.insert("title".into(), json!("pakt/1"));
    lift(object);
    entity(sections(), lang, object);
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
                taken::codes(list.as_str().unwrap_or_default(), lang, definition);
            }
            // An entity with a short form has its fields in the definition of the long one.
            let known = entities.get(name.as_str()).or_else(|| entities.get(name.strip_prefix("Long")?));
            if let (Some(known), true) = (known, definition.contains_key("properties")) {
                entity(known.members.iter(), lang, definition);
            }
        }
        definitions.extend(taken::definitions(lang));
    }
    root
}

/// Returns the schema of a file that holds one section, by the section's canonical key: the section alone, or under
/// its key. `None` for a key that is no section.
pub fn part(section: &str, lang: Lang) -> Option<Value> {
    let mut whole = application(lang);
    let root = whole.as_object_mut()?;
    let properties = root.remove("properties")?;
    let member = sections().find(|member| member.key == section)?;
    let usual = taken::usual(member, lang);
    let own = properties.get(usual)?.clone();
    let named = json!({
        "type": "object",
        "properties": { (usual): own },
        "patternProperties": { (taken::other_keys(member, lang)): own },
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

/// The keys that make variants of one source, which the loader takes from any entry or text. No editor offers them.
const VARIANTS: &str = "^(only|except)$";

/// Lets the parts of the diagnosis stand at the top, as the loader does.
fn lift(root: &mut Map<String, Value>) {
    for part in Diagnosis::ENTITY.lifted() {
        let schema = root["definitions"]["Diagnosis"]["properties"][part.key].clone();
        if let Some(Value::Object(properties)) = root.get_mut("properties") {
            properties.insert(part.key.to_owned(), schema);
        }
    }
}

/// Gives an entity's definition the keys of a language, their words in both, and its other keys, which no editor offers. No
/// field must be there: what is not written yet is no mistake.
fn entity(members: impl Iterator<Item = &'static Member>, lang: Lang, definition: &mut Map<String, Value>) {
    let Some(Value::Object(mut own)) = definition.remove("properties") else { return };
    let (mut properties, mut others) = (Map::new(), Map::new());
    for member in members {
        let Some(mut property) = own.remove(member.key) else { continue };
        taken::field(member, &mut property);
        others.insert(taken::other_keys(member, lang), property.clone());
        properties.insert(taken::usual(member, lang).to_owned(), property);
    }
    properties.extend(own);
    others.insert(VARIANTS.to_owned(), json!({ "type": ["string", "array"], "items": { "type": "string" } }));
    definition.insert("properties".into(), properties.into());
    definition.insert("patternProperties".into(), others.into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_offers_the_keys_of_its_language_and_knows_the_other_ones() {
        for (lang, offered, other) in
            [(Lang::Pl, "potrzeby", "[nńNŃ][eęEĘ][eęEĘ][dD]"), (Lang::En, "needs", "[pP][oóOÓ][tT][rR]")]
        {
            let schema = application(lang);
            assert!(schema["properties"][offered].is_object());
            assert_eq!(schema["properties"].get(lang.pick("needs", "potrzeby")), None);
            let keys = schema["patternProperties"].as_object().expect("keys as people write them");
            assert!(keys.keys().any(|pattern| pattern.contains(other)), "{keys:?}");
        }
    }

    #[test]
    fn a_part_is_a_section_alone_or_under_its_key() {
        let needs = part("needs", Lang::En).expect("needs are a section");
        assert!(needs["anyOf"][1]["properties"]["needs"].is_object(), "{needs}");
        let needs = part("needs", Lang::Pl).expect("needs are a section");
        assert!(needs["anyOf"][1]["properties"]["potrzeby"].is_object(), "{needs}");
        assert_eq!(part("wholly_other", Lang::En), None);
    }

    #[test]
    fn codes_are_listed_and_hints_speak_both_languages() {
        let schema = application(Lang::En);
        let listed = |schema: &Value, name: &str, value: &str| {
            let values = schema["definitions"][name]["anyOf"][0]["enum"].as_array().cloned();
            assert!(values.is_some_and(|values| values.contains(&json!(value))), "{name}: {value}");
        };
        listed(&schema, "PartnerKind", "trade_union");
        listed(&schema, "ProfileId", "esf-plus");
        assert_eq!(schema["definitions"]["Sex"]["anyOf"][0]["enum"], json!(["women", "men"]));
        let polish = application(Lang::Pl);
        listed(&polish, "PartnerKind", "związek zawodowy");
        listed(&polish, "ProfileId", "esf-plus");
        let title = schema["definitions"]["Need"]["properties"]["title"]["description"].as_str();
        assert_eq!(title, Some("Potrzeba w jednym zdaniu.\n\nThe need in one line."));
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}
