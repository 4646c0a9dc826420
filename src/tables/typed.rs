//! What somebody typed into a cell, as a value of its field. In: a cell, the field, what it said before. Out: `Value`, and
//! how it is written into the author's file.
//!
//! What cannot be read here is written as it was typed: the loader reads the file afterwards and tells what is wrong, in
//! the words in which it tells it of any file.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::columns::Field;
use super::read::Found;
use super::value::Value;
use crate::catalogue::{self, Meant};
use crate::described::Shape;
use crate::lang::Lang;
use crate::model::Id;
use crate::units::{Count, Date, Money, Number, Share};
use crate::words::fold;
use crate::write::xlsx::Form;

/// Reads a cell; `old` is what the field said before.
pub(super) fn read(field: &Field, found: &Found, old: &Value) -> Value {
    if found.is_blank() {
        return Value::Nothing;
    }
    if let Found::Number(number) = found
        && let Some(value) = figure(field.form(), *number)
    {
        return value;
    }
    let text = found.text();
    let read = match (field.form(), field.member().shape) {
        (Form::Money, _) => Money::parse(&text).ok().map(Value::Money),
        (Form::Number, _) => Number::parse(&text).ok().map(Value::Number),
        (Form::Whole, _) => Count::parse(&text).ok().map(Value::Whole),
        (Form::Share, _) => Share::parse(&text).ok().map(Value::Share),
        (Form::Date, _) => Date::parse(&text).ok().map(Value::Date),
        (Form::Words, Shape::Value("bool")) => truth(&text).map(Value::Truth),
        (Form::Words, Shape::Closed(list, _) | Shape::Code(list)) if *list != Id::LIST => code(list, &text),
        (Form::Words, Shape::List(_)) => ids(&text).map(Value::Ids),
        (Form::Words, _) => None,
    };
    read.unwrap_or_else(|| Value::Words(same_number(&text, found, old)))
}

/// Returns the value of a number in a column of figures.
fn figure(form: Form, number: Decimal) -> Option<Value> {
    match form {
        Form::Money => {
            let grosze = number.checked_mul(Decimal::ONE_HUNDRED)?;
            let grosze = grosze.is_integer().then(|| grosze.to_i64())??;
            Some(Value::Money(Money::from_grosze(grosze)))
        }
        Form::Number => Some(Value::Number(Number::from_decimal(number))),
        Form::Whole => Some(Value::Whole(Count::new(number.is_integer().then(|| number.to_u64())??))),
        Form::Share => {
            let parts = number.checked_mul(Decimal::from(10_000))?;
            Some(Value::Share(Share::from_parts(parts.is_integer().then(|| parts.to_u32())??)))
        }
        Form::Date | Form::Words => None,
    }
}

/// Returns a text that a spreadsheet took for a number as the author wrote it, where it is still the same one: `1.10`.
fn same_number(text: &str, found: &Found, old: &Value) -> String {
    match (found, old) {
        (Found::Number(number), Value::Words(words))
            if Number::parse(words).is_ok_and(|own| own.decimal() == *number) =>
        {
            words.clone()
        }
        _ => text.to_owned(),
    }
}

fn truth(text: &str) -> Option<bool> {
    match fold(text).as_ref() {
        "tak" | "t" | "yes" | "y" | "true" | "prawda" | "1" | "x" => Some(true),
        "nie" | "n" | "no" | "false" | "falsz" | "0" => Some(false),
        _ => None,
    }
}

fn code(list: &'static str, text: &str) -> Option<Value> {
    let known = catalogue::list(list)?;
    let folded = fold(text);
    let named =
        known.terms().iter().find(|term| Lang::ALL.iter().any(|lang| fold(term.label(*lang)) == folded));
    let code = match known.get(text).or(named) {
        Some(term) => &term.code,
        None => match known.meant(text) {
            Meant::One(term) => &term.code,
            Meant::Several(_) | Meant::None => return None,
        },
    };
    Some(Value::Code(list, code.clone()))
}

fn ids(text: &str) -> Option<Vec<String>> {
    let parts = text.split([',', ';', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Id::is_one(part).then(|| part.to_owned())).collect()
}

impl Value {
    /// Returns the text of a scalar that says it; `like` is the one it stands for, whose way of writing is kept.
    pub(super) fn written(&self, like: Option<&str>) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Words(words) => words.clone(),
            Self::Money(money) => {
                let is_polish = like.is_some_and(|like| like.contains(','));
                let words = money.words(Lang::Pl).replace('\u{a0}', " ");
                match words.strip_suffix(" zł") {
                    Some(words) if is_polish => words.to_owned(),
                    _ => money.to_string(),
                }
            }
            Self::Number(number) => match like {
                Some(like) if like.contains(',') => number.to_string().replace('.', ","),
                _ => number.to_string(),
            },
            Self::Whole(count) => count.to_string(),
            Self::Share(share) => share.words(Lang::Pl).replace('\u{a0}', "").replace(',', "."),
            Self::Date(date) => date.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Code(_, code) => code.clone(),
            Self::Ids(ids) => format!("[{}]", ids.join(", ")),
        }
    }
}
