//! The filters of templates. In: values of the context. Out: words or Markdown.
//!
//! Each filter passes a missing value on as no words at all, so that a template need not ask twice.

use std::fmt::Display;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::{escape, line, numbered, prose, tables, words};
use crate::context::mark;
use crate::lang::{Lang, Plural};
use crate::units::{Count, Date, Money, Number, Period};

/// Adds all filters.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("prose", prose_blocks);
    tera.register_filter("line", prose_line);
    tera.register_filter("paragraphs", paragraphs);
    tera.register_filter("cell", cell);
    tera.register_filter("money", |value: Value, _: Kwargs, state: &State| unit(&value, state, money));
    tera.register_filter("date", |value: Value, _: Kwargs, state: &State| unit(&value, state, date));
    tera.register_filter("month", |value: Value, _: Kwargs, state: &State| unit(&value, state, month));
    tera.register_filter("number", |value: Value, _: Kwargs, state: &State| unit(&value, state, number));
    tera.register_filter("period", period);
    tera.register_filter("plural", plural);
    tera.register_filter("and", and);
    tera.register_filter("listing", listing);
    tera.register_filter("commas", commas);
    tera.register_filter("table", table);
    tera.register_filter("capital", |value: Value, _: Kwargs, _: &State| map(&value, words::capital));
    tera.register_filter("sentence", |value: Value, _: Kwargs, _: &State| map(&value, words::sentence));
    tera.register_filter("clause", |value: Value, _: Kwargs, _: &State| map(&value, words::clause));
    tera.register_filter("note", note);
    tera.register_filter("cited", cited);
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
    "note",
    "cited",
    "yaml",
    "listing",
    "titles",
    "commas",
    "table",
    "capital",
    "numbered",
    "pick",
];

fn lang(state: &State) -> TeraResult<Lang> {
    let code = state.get::<String>("lang")?.unwrap_or_default();
    Ok(Lang::from_code(&code).unwrap_or_default())
}

fn fault(message: impl Display) -> tera::Error {
    tera::Error::message(message.to_string())
}

/// Returns a value as the text it was written as; `None` when there is no value.
fn text(value: &Value) -> TeraResult<Option<String>> {
    if value.is_none() {
        return Ok(None);
    }
    if value.is_undefined() {
        return Err(fault("Tried to filter a value that is not defined"));
    }
    Ok(Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
}

fn map(value: &Value, change: fn(&str) -> String) -> TeraResult<Value> {
    Ok(text(value)?.map_or_else(|| Value::from(""), |words| Value::from(change(&words))))
}

fn markdown(value: &Value, change: impl FnOnce(&str) -> String) -> TeraResult<Value> {
    Ok(text(value)?.map_or_else(|| Value::from(""), |words| Value::safe_string(&change(&words))))
}

fn prose_blocks(value: Value, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    let level = arguments.get::<usize>("level")?.unwrap_or(3);
    markdown(&value, |words| prose::blocks(words, level))
}

fn prose_line(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    markdown(&value, line::line)
}

fn paragraphs(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    markdown(&value, |words| {
        let paragraphs = words.split("\n\n").map(|part| part.trim_matches(['\n', ' ']));
        let paragraphs = paragraphs.filter(|part| !part.is_empty()).map(escape::markdown);
        paragraphs.collect::<Vec<_>>().join("\n\n")
    })
}

fn cell(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    markdown(&value, |words| words.split('\n').map(escape::markdown).collect::<Vec<_>>().join("<br>"))
}

fn unit(value: &Value, state: &State, words: fn(&str, Lang) -> Option<String>) -> TeraResult<Value> {
    let Some(plain) = text(value)? else { return Ok(Value::from("")) };
    let lang = lang(state)?;
    // A mark of a gap stands where the value would: it goes through as it is.
    Ok(Value::from(words(&plain, lang).unwrap_or(plain)))
}

fn money(plain: &str, lang: Lang) -> Option<String> {
    Some(Money::parse(plain).ok()?.words(lang))
}

fn date(plain: &str, lang: Lang) -> Option<String> {
    Some(Date::parse(plain).ok()?.words(lang))
}

fn month(plain: &str, lang: Lang) -> Option<String> {
    Some(Date::parse(plain).ok()?.month_words(lang))
}

fn number(plain: &str, lang: Lang) -> Option<String> {
    Some(Number::parse(plain).ok()?.words(lang))
}

/// Says a period that has a first and a last day; with only one of them, that day.
fn period(value: Value, _: Kwargs, state: &State) -> TeraResult<Value> {
    let lang = lang(state)?;
    let day = |key: &str| -> TeraResult<Option<Date>> {
        let field = value.get_from_path(key).map(text).transpose()?.flatten();
        Ok(field.and_then(|day| Date::parse(&day).ok()))
    };
    if value.is_none() {
        return Ok(Value::from(""));
    }
    Ok(Value::from(match (day("from")?, day("to")?) {
        (Some(from), Some(to)) => Period { from, to }.words(lang),
        (Some(from), None) => format!("{}\u{a0}{}", lang.pick("od", "from"), from.words(lang)),
        (None, Some(to)) => format!("{}\u{a0}{}", lang.pick("do", "to"), to.words(lang)),
        (None, None) => String::new(),
    }))
}

/// Says a count with its noun: `plural(one="partner", few="partnerzy", many="partnerów")`; English
/// needs no `few`. With `bare=true` it says the noun alone.
fn plural(value: Value, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let Some(plain) = text(&value)? else { return Ok(Value::from("")) };
    let lang = lang(state)?;
    let count =
        Count::parse(&plain).map_err(|_| fault(format!("`plural` needs a whole number, not `{plain}`")))?;
    let many = arguments.must_get::<&str>("many")?;
    let noun = match lang.plural(count.get()) {
        Plural::One => arguments.must_get::<&str>("one")?,
        Plural::Few => arguments.get::<&str>("few")?.unwrap_or(many),
        Plural::Many => many,
    };
    if arguments.get::<bool>("bare")?.unwrap_or_default() {
        return Ok(Value::from(noun));
    }
    Ok(Value::from(format!("{}\u{a0}{noun}", count.words(lang))))
}

/// Joins words as a person lists them: `a, b i c`; `with="lub"` names another conjunction, `of="id"`
/// another field of the entries than their title.
fn and(value: Value, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let lang = lang(state)?;
    if value.is_none() {
        return Ok(Value::from(""));
    }
    let words = fields(&value, arguments.get::<&str>("of")?.unwrap_or("title"))?;
    Ok(Value::from(words::join(&words, conjunctions(lang, arguments.get::<&str>("with")?))))
}

/// Ends a sentence with items: in the line when they are short, else as a list below it.
fn listing(value: Value, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let lang = lang(state)?;
    let conjunctions = conjunctions(lang, arguments.get::<&str>("with")?);
    Ok(Value::safe_string(&words::listing(&items(&value)?, conjunctions, escape::markdown)))
}

/// The word before the last item, and the one that stands for it where an item holds it already.
fn conjunctions(lang: Lang, wanted: Option<&str>) -> [&str; 2] {
    match wanted {
        Some(word) => [word, word],
        None => lang.pick(["i", "oraz"], ["and", "as well as"]),
    }
}

/// Joins words with commas and leaves out those that are missing.
fn commas(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let words = items(&value)?.into_iter().filter(|words| !words.is_empty());
    Ok(Value::from(words.collect::<Vec<_>>().join(", ")))
}

/// Returns the words of a list; of entries, their titles.
fn items(value: &Value) -> TeraResult<Vec<String>> {
    fields(value, "title")
}

/// Returns the words of a list; of entries, one of their fields.
fn fields(value: &Value, key: &str) -> TeraResult<Vec<String>> {
    let Some(items) = value.as_array() else { return Ok(text(value)?.into_iter().collect()) };
    let words = |item: &Value| match item.get_from_path(key) {
        Some(field) => text(field),
        None => text(item),
    };
    Ok(items.iter().map(words).collect::<TeraResult<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Lists entries with their ids, a line each, for a table cell: `A1 Szkolenia<br>A2 Staże`.
fn titles(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let line = |item: &Value| -> TeraResult<String> {
        let field = |key: &str| {
            item.get_from_path(key).map(text).transpose().map(|found| found.flatten().unwrap_or_default())
        };
        Ok(escape::markdown(format!("{} {}", field("id")?, field("title")?).trim()))
    };
    let lines = value.as_array().unwrap_or_default().iter().map(line).collect::<TeraResult<Vec<_>>>()?;
    Ok(Value::safe_string(&lines.join("<br>")))
}

/// Takes a table's empty columns out; a table without rows goes as a whole, with its caption.
fn table(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    markdown(&value, tables::tight)
}

/// Numbers the paragraphs of a section, as contracts have it.
fn number_paragraphs(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    markdown(&value, numbered::numbered)
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
fn note(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    Ok(Value::safe_string(&labels(&value)?.concat()))
}

/// Adds references to the sources of `by` to the end of a narrative.
fn cited(value: Value, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    let ids = arguments.get::<Value>("by")?.unwrap_or_else(Value::none);
    let references = labels(&ids)?.concat();
    markdown(&value, |words| {
        let words = words.trim_end();
        match (words.is_empty(), references.is_empty(), ends_in_prose(words)) {
            (true, _, _) | (_, true, _) => words.to_owned(),
            (_, _, true) => format!("{words}{references}"),
            (_, _, false) => format!("{words}\n\n{references}"),
        }
    })
}

/// Tells whether a reference may stand at the end: not after a table, a block of code, a definition or a
/// heading, whose last line would take it in.
fn ends_in_prose(words: &str) -> bool {
    let last = words.lines().next_back().unwrap_or_default();
    let is_other = last.starts_with(['|', '`', '~', '#', ' ', '-', '=', '{', '<']) || last.starts_with("[^");
    !is_other || last.starts_with("- ") || last.starts_with("<span")
}

/// Returns the reference to each source of a list of ids, or of one id.
fn labels(value: &Value) -> TeraResult<Vec<String>> {
    let ids = match value.as_array() {
        Some(ids) => ids.iter().map(text).collect::<TeraResult<Vec<_>>>()?,
        None => vec![text(value)?],
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
    let json = match value.as_str() {
        Some(words) => serde_json::to_string(&mark::plain(words)),
        None => serde_json::to_value(&value).and_then(|mut value| {
            // A map of Tera comes in another order on each run.
            value.sort_all_objects();
            serde_json::to_string(&value)
        }),
    };
    Ok(Value::safe_string(&json.map_err(fault)?))
}
