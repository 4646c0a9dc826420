//! Misspelt names in conditions. In: a template's text. Out: faults.
//!
//! The engine refuses an unknown name where it is printed; in `{% if need.descripton %}` it would pass
//! for „not given”, and the text would drop in silence. So every name after a dot must be a field of
//! some part of the context.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::schema_for;
use serde_json::Value;

use super::faults::Fault;
use crate::context::Context;

/// What the engine itself puts into a loop.
const LOOP: [&str; 5] = ["index", "index0", "first", "last", "length"];

fn fields() -> &'static BTreeSet<String> {
    static FIELDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let mut fields = BTreeSet::new();
        let mut left = vec![schema_for!(Context).to_value()];
        while let Some(value) = left.pop() {
            match value {
                Value::Object(map) => {
                    for (key, value) in map {
                        if let ("properties", Value::Object(properties)) = (key.as_str(), &value) {
                            fields.extend(properties.keys().cloned());
                        }
                        left.push(value);
                    }
                }
                Value::Array(values) => left.extend(values),
                _ => {}
            }
        }
        fields.extend(LOOP.map(str::to_owned));
        fields
    });
    &FIELDS
}

/// Finds names after a dot that no part of the context has; `shown` is the file as messages show it.
pub(super) fn check(shown: &str, text: &str) -> Vec<Fault> {
    let known = fields();
    let mut faults = Vec::new();
    for (from, name) in after_dots(text) {
        if !known.contains(name) {
            let fault = Fault::new("TPL-02").among(name, known.iter().map(String::as_str));
            // All fields of everything would fill a page; the nearest says enough.
            let near = fault.suggestion.clone().unwrap_or_else(|| "docs/templates".to_owned());
            let fault = Fault { values: vec![("name", name.to_owned()), ("known", near)], ..fault };
            faults.push(fault.at(shown, text, (from, from + name.len())));
        }
    }
    faults
}

/// Returns the names after dots inside tags, with their places; strings and comments are passed over.
fn after_dots(text: &str) -> Vec<(usize, &str)> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        let rest = &text[open..];
        let close = if rest.starts_with("{#") {
            at = rest.find("#}").map_or(text.len(), |end| open + end + 2);
            continue;
        } else if rest.starts_with("{{") {
            "}}"
        } else if rest.starts_with("{%") {
            "%}"
        } else {
            at = open + 1;
            continue;
        };
        let end = rest.find(close).map_or(text.len(), |end| open + end);
        tag(text, open + 2, end, &mut names);
        at = end;
    }
    names
}

fn tag<'text>(text: &'text str, from: usize, to: usize, names: &mut Vec<(usize, &'text str)>) {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    let mut quote = None;
    let mut before = ' ';
    for (at, sign) in text[from..to].char_indices() {
        match quote {
            Some(open) if sign == open => quote = None,
            Some(_) => {}
            None if matches!(sign, '"' | '\'' | '`') => quote = Some(sign),
            None if sign == '.' && (is_name(before) || matches!(before, ']' | ')')) => {
                let start = from + at + 1;
                let length = text[start..to].find(|sign| !is_name(sign)).unwrap_or(to - start);
                let name = &text[start..start + length];
                if name.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_') {
                    names.push((start, name));
                }
            }
            None => {}
        }
        before = sign;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::Layer;

    #[test]
    fn names_in_shipped_templates_exist() {
        let shipped = Layer::shipped();
        let templates = shipped.files.iter().filter(|(path, _)| path.ends_with(".md"));
        let told: Vec<String> = templates
            .flat_map(|(path, text)| check(path, text))
            .map(|fault| format!("{} {:?} {:?}", fault.file, fault.position(), fault.values))
            .collect();
        assert_eq!(told, [""; 0]);
        assert!(shipped.files.len() > 100);
    }

    #[test]
    fn names_in_conditions_are_checked() {
        let text =
            "{# need.x #}a.b {% if need.descripton and x == \"a.b\" %}{{ need.title | date }} {{ 1.5 }}";
        let found = check("f.md", text);
        let told: Vec<_> = found.iter().map(|fault| (fault.range.0, fault.suggestion.as_deref())).collect();
        assert_eq!(told, [(text.find("descripton").expect("it is there"), Some("description"))]);
    }
}
