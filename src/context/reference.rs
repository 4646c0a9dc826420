//! What templates see, as a page. In: the schema of `Context`. Out: Markdown, a table a part.

use std::collections::BTreeSet;

use schemars::schema_for;
use serde_json::{Map, Value};

use super::Context;

/// Returns the reference page: the fields of the context, then those of each part in the order of their
/// first mention.
pub fn reference() -> String {
    let root = schema_for!(Context).to_value();
    let definitions = root["$defs"].as_object().cloned().unwrap_or_default();
    let mut page = String::from("## The whole\n\n");
    let mut waiting = table(&root, &mut page);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    // Parts stand in the order in which a reader meets them.
    while !waiting.is_empty() {
        let name = waiting.remove(0);
        if !seen.insert(name.clone()) {
            continue;
        }
        let Some(definition) = definitions.get(&name) else { continue };
        if !definition["properties"].is_object() {
            continue;
        }
        let words = definition["description"].as_str().unwrap_or_default();
        page.push_str(&format!("\n## {name}\n\n{words}\n\n"));
        let further = table(definition, &mut page);
        waiting.extend(further);
    }
    page
}

/// Writes the table of a part's fields; returns the parts it names.
fn table(definition: &Value, page: &mut String) -> Vec<String> {
    page.push_str("| Field | Holds | |\n| --- | --- | --- |\n");
    let mut parts = Vec::new();
    for (key, property) in definition["properties"].as_object().into_iter().flatten() {
        let words =
            property["description"].as_str().unwrap_or_default().replace('\n', " ").replace('|', "\\|");
        page.push_str(&format!("| `{key}` | {} | {words} |\n", kind(property, &mut parts)));
    }
    parts
}

/// Says what a field holds, and notes the parts that it names.
fn kind(property: &Value, parts: &mut Vec<String>) -> String {
    if let Some(name) = property["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
        parts.push(name.to_owned());
        return match name {
            "Lang" => "`pl` or `en`".to_owned(),
            "Money" => "amount".to_owned(),
            "Date" => "day".to_owned(),
            "Number" => "number".to_owned(),
            "Share" => "percentage".to_owned(),
            _ => format!("[{name}](#{})", name.to_lowercase()),
        };
    }
    let alternatives = property["anyOf"].as_array().into_iter().flatten();
    if let Some(own) = alternatives.into_iter().find(|own| own["type"] != "null") {
        return format!("{}, or nothing", kind(own, parts));
    }
    let own: Map<String, Value> = property.as_object().cloned().unwrap_or_default();
    let types: Vec<&str> = match own.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let nothing = if types.contains(&"null") { ", or nothing" } else { "" };
    let word = match types.iter().find(|one| **one != "null") {
        Some(&"array") => format!("list: {}", kind(&property["items"], parts)),
        Some(&"string") => "text".to_owned(),
        Some(&"boolean") => "yes or no".to_owned(),
        Some(&"integer" | &"number") => "number".to_owned(),
        Some(&"object") => "mapping".to_owned(),
        _ => "value".to_owned(),
    };
    format!("{word}{nothing}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_described_once() {
        let page = reference();
        for head in ["## The whole\n", "\n## Partner\n", "\n## Need\n", "\n## Budget\n"] {
            assert_eq!(page.matches(head).count(), 1, "{head}");
        }
        assert!(page.contains("| `partners` | list: [Partner](#partner) |"), "{page}");
        assert!(!page.contains("| value |"), "{page}");
        for line in page.lines().filter(|line| line.starts_with("| `")) {
            assert!(!line.ends_with("|  |"), "no words: {line}");
        }
    }
}
