//! The filters of figures. In: amounts, days, numbers of the context. Out: words in the form that is asked
//! for. Nothing is read out of a text.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::filters::{fault, lang, text};
use crate::context::exact::Measure;
use crate::context::{Days, Exact};
use crate::lang::{Lang, Plural};
use crate::units::{Count, Money, Number, Period, numerals};

/// Adds the filters of figures.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("money", |value: Value, _: Kwargs, state: &State| figure(&value, state, money));
    tera.register_filter("date", |value: Value, arguments: Kwargs, state: &State| {
        let after = arguments.get::<bool>("after")?.unwrap_or_default();
        figure(&value, state, if after { date_after } else { date })
    });
    tera.register_filter("month", |value: Value, _: Kwargs, state: &State| figure(&value, state, month));
    tera.register_filter("number", |value: Value, _: Kwargs, state: &State| figure(&value, state, number));
    tera.register_filter("period", period);
    tera.register_filter("plural", plural);
    tera.register_filter("safe", safe);
}

/// Says a figure in one form; one that has no such form in its own. A text is an author's or the mark of a
/// gap: it goes through as it is.
fn figure(value: &Value, state: &State, form: fn(Measure, Lang) -> Option<String>) -> TeraResult<Value> {
    let lang = lang(state)?;
    Ok(match measure(value).map(|figure| form(figure, lang).unwrap_or_else(|| figure.words(lang))) {
        Some(words) => Value::from(words),
        None => text(value, state)?.map_or_else(|| Value::from(""), Value::from),
    })
}

/// Returns the figure that a value is: one of the context's, or a number of the engine.
fn measure(value: &Value) -> Option<Measure> {
    if let Some(bytes) = value.as_bytes() {
        return Measure::read(bytes);
    }
    let decimal = match value.as_i128() {
        Some(whole) => Decimal::try_from_i128_with_scale(whole, 0).ok()?,
        None => {
            let mut decimal = Decimal::try_from(value.as_f64()?).ok()?;
            // What was divided or rounded shows that it need not be whole: `2.0`.
            decimal.rescale(decimal.scale().max(1));
            decimal
        }
    };
    Some(Number::from_decimal(decimal).into())
}

fn money(figure: Measure, lang: Lang) -> Option<String> {
    let grosze = match figure {
        Measure::Date(_) => None,
        Measure::Money(money) => Some(money.grosze()),
        Measure::Share(_) | Measure::Number(_) => {
            figure.decimal().checked_mul(Decimal::ONE_HUNDRED).filter(Decimal::is_integer)?.to_i64()
        }
    };
    Some(Money::from_grosze(grosze?).words(lang))
}

fn date(figure: Measure, lang: Lang) -> Option<String> {
    matches!(figure, Measure::Date(_)).then(|| figure.words(lang))
}

/// Says a date as it stands behind „od”, „do” or „z”: `marca 2027 r.`
fn date_after(figure: Measure, lang: Lang) -> Option<String> {
    if let Measure::Date(date) = figure { Some(date.words_after(lang)) } else { None }
}

fn month(figure: Measure, lang: Lang) -> Option<String> {
    if let Measure::Date(date) = figure { Some(date.month_words(lang)) } else { None }
}

fn number(figure: Measure, lang: Lang) -> Option<String> {
    (!matches!(figure, Measure::Date(_))).then(|| figure.number().words(lang))
}

/// Says a period that has a first and a last day; with only one of them, that day. With `short=true` it says one of
/// months or years as a table does: `2019–2021`.
fn period(value: Value, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let form =
        if arguments.get::<bool>("short")?.unwrap_or_default() { Period::short } else { Period::words };
    let lang = lang(state)?;
    let day = |key: &str| match value.get_from_path(key).and_then(measure) {
        Some(Measure::Date(date)) => Some(Exact(date)),
        _ => None,
    };
    Ok(Value::from(match (Days { from: day("from"), to: day("to") }) {
        Days { from: Some(from), to: None } => {
            format!("{}\u{a0}{}", lang.pick("od", "from"), from.words_after(lang))
        }
        Days { from: None, to: Some(to) } => {
            format!("{}\u{a0}{}", lang.pick("do", "to"), to.words_after(lang))
        }
        days => days.period().map(|period| form(period, lang)).unwrap_or_default(),
    }))
}

/// Says a count with its noun: `plural(one="partner", few="partnerzy", many="partnerów")`; English
/// needs no `few`. With `bare=true` it says the noun alone. Where the slot's case and the noun's gender are known
/// (`words="acc f"`; `words="en"` in English), a count from one to nine stands in words.
fn plural(value: Value, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let Some(plain) = text(&value, state)? else { return Ok(Value::from("")) };
    let lang = lang(state)?;
    let whole = measure(&value).map(|figure| figure.number().decimal()).filter(Decimal::is_integer);
    let count = whole.and_then(|count| count.to_u64()).map(Count::new);
    let count = count.ok_or_else(|| fault(format!("`plural` needs a whole number, not `{plain}`")))?;
    let many = arguments.must_get::<&str>("many")?;
    let noun = match lang.plural(count.get()) {
        Plural::One => arguments.must_get::<&str>("one")?,
        Plural::Few => arguments.get::<&str>("few")?.unwrap_or(many),
        Plural::Many => many,
    };
    if arguments.get::<bool>("bare")?.unwrap_or_default() {
        return Ok(Value::from(noun));
    }
    let spelt = arguments.get::<&str>("words")?.and_then(|slot| numerals::said(count.get(), slot));
    Ok(Value::from(match spelt {
        Some(words) => format!("{words} {noun}"),
        None => format!("{}\u{a0}{noun}", count.words(lang)),
    }))
}

/// Passes a text through as Markdown, a figure in the form of data: `1728360.00`, `2027-01-31`.
fn safe(value: Value, _: Kwargs, _: &State) -> Value {
    let figure = value.as_bytes().and_then(Measure::read);
    Value::safe_string(&figure.map_or_else(|| value.to_string(), Measure::plain))
}
