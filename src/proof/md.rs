//! What a reader of Markdown sees. In: Markdown. Out: its units: the values of its front, the words of its blocks.

use serde_yaml::Value;

use crate::document::Document;
use crate::lang::Lang;
use crate::markdown;

/// Returns the units, the front first.
pub(super) fn units(text: &str, lang: Lang) -> Vec<String> {
    let (front, body) = match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((front, body)) => (front, body),
        None => ("", text),
    };
    let mut units = Vec::new();
    if let Ok(front) = serde_yaml::from_str(front) {
        values(&front, &mut units);
    }
    let read = markdown::read_in(body, lang);
    let read = Document { blocks: read.blocks, notes: read.notes, ..Document::default() };
    units.extend(read.words().0);
    units
}

fn values(value: &Value, units: &mut Vec<String>) {
    match value {
        Value::String(words) => units.push(words.clone()),
        Value::Sequence(entries) => entries.iter().for_each(|entry| values(entry, units)),
        Value::Mapping(entries) => entries.values().for_each(|entry| values(entry, units)),
        _ => {}
    }
}
