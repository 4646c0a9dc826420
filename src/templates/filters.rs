//! The filters of templates. In: values of the context. Out: words or Markdown.
//!
//! Each filter passes a missing value on as no words at all, so that a template need not ask twice.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::{escape, line, numbered, prose, tables, words};
use crate::context::exact::{self, Measure};
use crate::context::mark;
use crate::lang::Lang;

/// Adds all filters.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("prose", prose_blocks);
    tera.register_filter("line", prose_line);
    tera.register_filter("paragraphs", paragraphs);
    tera.register_filter("cell", cell);
    tera.register_filter("and", and);
    tera.register_filter("listing", listing);
    tera.register_filter("commas", commas);
    tera.register_filter("table", table);
    tera.register_filter("capital", |value: Value, _: Kwargs, state: &State| {
        map(&value, state, words::capital)
    });
    tera.register_filter("sentence", |value: Value, _: Kwargs, state: &State| {
        map(&value, state, words::sentence)
    });
    tera.register_filter("clause", |value: Value, _: Kwargs, state: &State| {
        map(&value, state, words::clause)
    });
    tera.register_filter("quoted", |value: Value, _: Kwargs, state: &State| {
        let lang = lang(state)?;
        Ok(text(&value, state)?
            .map_or_else(|| Value::from(""), |said| Value::from(words::quoted(&said, lang))))
    });
    tera.register_filter("note", note);
    tera.register_filter("titles", titles);
    tera.register_filter("yaml", yaml);
    tera.register_filter("numbered", number_paragraphs);
    tera.register_filter("pick", pick);
}

/// Returns the names of pakt's own filters, for `did you mean`.
pub(super) const NAMES: [&str; 23] = [
    "prose",
    "line",
    "paragraphs",
    "cell",
    "money",
    "date",
    "month",
    "number",
    "period",
    "plural",
    "and",
    "sentence",
    "clause",
    "quoted",
    "note",
    "yaml",
    "listing",
    "titles",
    "commas",
    "table",
    "capital",
    "numbered",
    "pick",
];

pub(super) fn lang(state: &State) -> TeraResult<Lang> {
    let code = state.get::<String>("lang")?.unwrap_or_default();
    Ok(Lang::from_code(&code).unwrap_or_default())
}

pub(super) fn fault(message: impl Display) -> tera::Error {
    tera::Error::message(message.to_string())
}

/// Returns a value as the text it was written as, with figures in the form of the document; `None` when
/// there is no value.
pub(super) fn text(value: &Value, state: &State) -> TeraResult<Option<String>> {
    if value.is_none() {
        return Ok(None);
    }
    if value.is_undefined() {
        return Err(fault("Tried to filter a value that is not defined"));
    }
    let words = value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed);
    #[cfg(test)]
    let words = crate::planted::passed(crate::planted::Stage::Filter, &words);
    Ok(Some(if words.contains(exact::OPEN) { exact::said(&words, lang(state)?) } else { words.into_owned() }))
}

fn map(value: &Value, state: &State, change: fn(&str) -> String) -> TeraResult<Value> {
    Ok(text(value, state)?.map_or_else(|| Value::from(""), |words| Value::from(change(&words))))
}

fn markdown(value: &Value, state: &State, change: impl FnOnce(&str) -> String) -> TeraResult<Value> {
    Ok(text(value, state)?.map_or_else(|| Value::from(""), |words| Value::safe_string(&change(&words))))
}

fn prose_blocks(value: Value, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let level = arguments.get::<usize>("level")?.unwrap_or(3);
    markdown(&value, state, |words| escape::whole(words, |words| prose::blocks(words, level)))
}

fn prose_line(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    markdown(&value, state, |words| escape::whole(words, line::line))
}

fn paragraphs(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    markdown(&value, state, |words| {
        let paragraphs = words.split("\n\n").map(|part| part.trim_matches(['\n', ' ']));
        let paragraphs = paragraphs.filter(|part| !part.is_empty()).map(escape::markdown);
        paragraphs.collect::<Vec<_>>().join("\n\n")
    })
}

fn cell(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    markdown(&value, state, |words| words.split('\n').map(escape::markdown).collect::<Vec<_>>().join("<br>"))
}

/// Joins words as a person lists them: `a, b i c`; `with="lub"` names another conjunction, `of="id"`
/// another field of the entries than their title.
fn and(value: Value, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let lang = lang(state)?;
    if value.is_none() {
        return Ok(Value::from(""));
    }
    let words = fields(&value, state, arguments.get::<&str>("of")?.unwrap_or("title"))?;
    Ok(Value::from(words::join(&words, conjunctions(lang, arguments.get::<&str>("with")?))))
}

/// Ends a sentence with items: in the line when they are short, else as a list below it.
fn listing(value: Value, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let lang = lang(state)?;
    let conjunctions = conjunctions(lang, arguments.get::<&str>("with")?);
    Ok(Value::safe_string(&words::listing(&items(&value, state)?, conjunctions, escape::markdown)))
}

/// The word before the last item, and the one that stands for it where an item holds it already.
fn conjunctions(lang: Lang, wanted: Option<&str>) -> [&str; 2] {
    match wanted {
        Some(word) => [word, word],
        None => lang.pick(["i", "oraz"], ["and", "as well as"]),
    }
}

/// Joins words with commas and leaves out those that are missing.
fn commas(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    let words = items(&value, state)?.into_iter().filter(|words| !words.is_empty());
    Ok(Value::from(words.collect::<Vec<_>>().join(", ")))
}

/// Returns the words of a list; of entries, their titles.
fn items(value: &Value, state: &State) -> TeraResult<Vec<String>> {
    fields(value, state, "title")
}

/// Returns the words of a list; of entries, one of their fields.
fn fields(value: &Value, state: &State, key: &str) -> TeraResult<Vec<String>> {
    let Some(items) = value.as_array() else { return Ok(text(value, state)?.into_iter().collect()) };
    let words = |item: &Value| match item.get_from_path(key) {
        Some(field) => text(field, state),
        None => text(item, state),
    };
    Ok(items.iter().map(words).collect::<TeraResult<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Lists entries with their ids, a line each, for a table cell: `A1 Szkolenia<br>A2 Staże`.
fn titles(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    let line = |item: &Value| -> TeraResult<String> {
        let field = |key: &str| {
            let found = item.get_from_path(key).map(|field| text(field, state)).transpose();
            found.map(|found| found.flatten().unwrap_or_default())
        };
        Ok(escape::markdown(format!("{} {}", field("id")?, field("title")?).trim()))
    };
    let lines = value.as_array().unwrap_or_default().iter().map(line).collect::<TeraResult<Vec<_>>>()?;
    Ok(Value::safe_string(&lines.join("<br>")))
}

/// Takes a table's empty columns out; a table without rows goes as a whole, with its caption.
fn table(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    markdown(&value, state, tables::tight)
}

/// Numbers the paragraphs of a section, as contracts have it.
fn number_paragraphs(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    markdown(&value, state, numbered::numbered)
}

/// Returns the text of the entry with this code, from a list of texts under labels; nothing when no
/// entry has it.
fn pick(value: Value, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    let code = arguments.must_get::<&str>("code")?;
    let entries = value.as_array().unwrap_or_default().iter();
    let mut found =
        entries.filter(|entry| entry.get_from_path("code").is_some_and(|own| own.as_str() == Some(code)));
    let text = found.next().and_then(|entry| entry.get_from_path("text"));
    Ok(text.map_or_else(Value::none, |text| text.clone()))
}

/// References the sources whose ids it is given.
fn note(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    Ok(Value::safe_string(&labels(&value, state)?.concat()))
}

/// Returns the reference to each source of a list of ids, or of one id.
fn labels(value: &Value, state: &State) -> TeraResult<Vec<String>> {
    let ids = match value.as_array() {
        Some(ids) => ids.iter().map(|id| text(id, state)).collect::<TeraResult<Vec<_>>>()?,
        None => vec![text(value, state)?],
    };
    let label = |id: String| -> String {
        let id: String =
            id.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, '.' | '-')).collect();
        if id.is_empty() { id } else { format!("[^{id}]") }
    };
    Ok(ids.into_iter().flatten().map(label).collect())
}

/// Writes a value as one line of YAML flow style, for the body of a chart.
fn yaml(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    // JSON is YAML in flow style.
    let json = serde_json::to_string(&json(&value)?).map_err(fault)?;
    Ok(Value::safe_string(&json))
}

/// Returns a value as JSON: texts without marks, figures in the form of data.
fn json(value: &Value) -> TeraResult<serde_json::Value> {
    if let Some(items) = value.as_array() {
        return items.iter().map(json).collect();
    }
    if let Some(map) = value.as_map() {
        // A map of Tera comes in another order on each run.
        let fields: BTreeMap<String, &Value> = map.iter().map(|(key, own)| (key.to_string(), own)).collect();
        return fields.into_iter().map(|(key, own)| Ok((key, json(own)?))).collect();
    }
    let figure = value.as_bytes().and_then(Measure::read);
    match figure.map(Measure::plain).or_else(|| value.as_str().map(mark::plain)) {
        Some(words) => Ok(words.into()),
        None => serde_json::to_value(value).map_err(fault),
    }
}
