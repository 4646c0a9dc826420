//! The report for platforms that show findings beside the text. In: checked inputs. Out: one run in SARIF 2.1.0.
//! Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 27 March 2020.

use serde_json::{Value, json};

use super::{Checked, Located, Worded, fingerprint, json as data, worded, words};
use crate::diagnostic::{Level, Span};
use crate::lang::Lang;
use crate::words::visible_json;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The name of the fingerprint; another way of making it has another.
const FINGERPRINT: &str = "pakt/v1";

/// Returns how the report begins: the results come first, and the rules that they name last.
pub(super) fn begin() -> String {
    format!(
        "{{\n  \"$schema\": \"{SCHEMA}\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {{\n      \"columnKind\": \"unicodeCodePoints\",\n      \"results\": ["
    )
}

/// Returns the results of an input, of so many findings, the worst, with commas between.
pub(super) fn piece(checked: &Checked, limit: usize) -> String {
    let prints = fingerprint::fingerprints(checked);
    let result = |at: usize| data::within(&result(&checked.findings[at], &prints[at], checked), 4);
    checked.worst_at(limit).into_iter().map(result).collect::<Vec<_>>().join(",")
}

/// Returns how the report ends, with the rules of these codes in the words of a language.
pub(super) fn end(codes: &[&str], lang: Lang, is_empty: bool) -> String {
    let rules: Vec<Value> = codes.iter().filter_map(|code| rule(code, lang)).collect();
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "language": lang.code(),
        "rules": rules,
    });
    let tool = data::within(&json!({ "driver": driver }), 3);
    let line = if is_empty { "" } else { "\n      " };
    format!("{line}],\n      \"tool\": {}\n    }}\n  ]\n}}\n", visible_json(tool.trim_start()))
}

fn rule(code: &str, lang: Lang) -> Option<Value> {
    let words = words(code)?;
    let why = Some(words.why(lang)).filter(|why| !why.is_empty()).unwrap_or(&words.name);
    let help = Some(words.help(lang)).filter(|help| !help.is_empty()).unwrap_or(why);
    Some(json!({
        "id": code,
        "name": words.name,
        "shortDescription": { "text": words.name.replace('-', " ") },
        "fullDescription": { "text": why },
        "help": { "text": help },
    }))
}

fn result(found: &Located, print: &str, checked: &Checked) -> Value {
    let own = &found.diagnostic;
    let Worded { message, help, also, .. } = worded(own, checked.lang);
    let text = if help.is_empty() { message } else { format!("{message}\n{help}") };
    let related: Vec<Value> = found
        .also
        .iter()
        .enumerate()
        .map(|(id, span)| {
            let mut location = location(*span, &fingerprint::file_of(*span, checked), checked);
            location["id"] = json!(id);
            if !also.is_empty() {
                location["message"] = json!({ "text": also });
            }
            location
        })
        .collect();
    let mut result = json!({
        "ruleId": own.code,
        "level": level(own.level),
        "message": { "text": text },
        "locations": [location(found.span, &fingerprint::file(found, checked), checked)],
        "partialFingerprints": { FINGERPRINT: print },
        "properties": { "input": checked.name, "path": own.place.to_string(), "level": own.level.code() },
    });
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    result
}

fn location(span: Span, file: &str, checked: &Checked) -> Value {
    let at = data::location(span, &checked.sources);
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(file) },
            "region": {
                "startLine": at.line,
                "startColumn": at.column,
                "endLine": at.end_line,
                "endColumn": at.end_column,
            },
        },
    })
}

/// Returns a path as a reference: what is no plain letter of one is written by its bytes.
fn uri(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    path.bytes().fold(String::new(), |mut uri, byte| {
        match is_plain(byte) {
            true => uri.push(char::from(byte)),
            false => uri += &format!("%{byte:02X}"),
        }
        uri
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Missing | Level::Warning => "warning",
        Level::Advice => "note",
    }
}
