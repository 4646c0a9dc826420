//! Values for people. In: a value as data, with its shape. Out: words.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::catalogue;
use crate::lang::Lang;
use crate::model::{Application, LISTS};
use crate::schema;
use crate::schema::Shape;
use crate::units::{Count, Date, Money, Number, Share};

/// Returns a value in words; empty for none.
pub(super) fn words(value: &Value, shape: &Shape, lang: Lang) -> String {
    match (value, shape) {
        (Value::Null, _) => String::new(),
        (Value::Bool(true), _) => lang.pick("tak", "yes").to_owned(),
        (Value::Bool(false), _) => lang.pick("nie", "no").to_owned(),
        (Value::Array(entries), Shape::List(of)) => {
            entries.iter().map(|entry| words(entry, of, lang)).collect::<Vec<_>>().join(", ")
        }
        (Value::Object(each), Shape::Named(_)) => {
            let said = |lang: Lang| each.get(lang.code()).and_then(Value::as_str);
            said(lang).or_else(|| said(lang.other())).unwrap_or_default().to_owned()
        }
        (Value::Object(_), _) => String::new(),
        (value, Shape::Named(name)) => unit(value, name, lang)
            .or_else(|| label(name, value.as_str()?, lang))
            .unwrap_or_else(|| bare(value)),
        (value, _) => bare(value),
    }
}

fn bare(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn unit(value: &Value, name: &str, lang: Lang) -> Option<String> {
    fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
        serde_json::from_value(value.clone()).ok()
    }
    match name {
        "Money" => Some(read::<Money>(value)?.words(lang)),
        "Number" => Some(read::<Number>(value)?.words(lang)),
        "Share" => Some(read::<Share>(value)?.words(lang)),
        "Count" => Some(read::<Count>(value)?.words(lang)),
        "Date" => Some(read::<Date>(value)?.words(lang)),
        _ => None,
    }
}

/// Returns the label of a catalogue's code.
fn label(name: &str, code: &str, lang: Lang) -> Option<String> {
    let list = schema::list_of(name).filter(|list| LISTS.contains(list))?;
    Some(catalogue::list(list)?.get(code)?.label(lang).to_owned())
}

/// Returns the name of a field for people.
pub(super) fn field(entity: &str, key: &str, lang: Lang) -> String {
    match lang {
        Lang::En => key.replace('_', " "),
        Lang::Pl => schema::short_name(entity, key),
    }
}

/// Returns an application as data.
pub(super) fn data(application: &Application) -> Value {
    serde_json::to_value(application).unwrap_or_default()
}
