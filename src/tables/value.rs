//! What a cell says of a field. In: a value of the model. Out: `Value`, which two cells can be compared by.

use rust_decimal::Decimal;

use crate::catalogue::{self, Meant};
use crate::described::View;
use crate::lang::Lang;
use crate::units::{Count, Date, Grain, Money, Number, Share};
use crate::write::xlsx::{Cell, Form};

/// A value of a field, as far as a cell can hold it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Value {
    /// Nothing is written.
    #[default]
    Nothing,
    /// Words.
    Words(String),
    /// An amount.
    Money(Money),
    /// A number.
    Number(Number),
    /// A whole number.
    Whole(Count),
    /// A share.
    Share(Share),
    /// A day, a month, a year or an open end.
    Date(Date),
    /// Yes or no.
    Truth(bool),
    /// A code of a list.
    Code(&'static str, String),
    /// Ids.
    Ids(Vec<String>),
}

/// Returns what yes and no are called.
pub(super) fn truths(lang: Lang) -> [&'static str; 2] {
    lang.pick(["tak", "nie"], ["yes", "no"])
}

/// Returns what a code of a list is called: its name, where that means no other code.
pub(super) fn named(list: &str, code: &str, lang: Lang) -> String {
    let found = catalogue::list(list).and_then(|list| Some((list, list.get(code)?)));
    let name = found.map(|(list, term)| (list.meant(term.label(lang)), term));
    match name {
        Some((Meant::One(meant), term)) if meant.code == code => term.label(lang).to_owned(),
        _ => code.to_owned(),
    }
}

impl Value {
    /// Returns what a view shows, texts in `lang` where they are there in it; `main` is the application's language.
    pub(super) fn of(view: &View<'_>, form: Form, [lang, main]: [Lang; 2]) -> Self {
        match view {
            View::Text(text, _) => {
                text.say(lang, main).map_or(Self::Nothing, |said| Self::Words(said.words.trim().to_owned()))
            }
            View::Word(words) => Self::Words((*words).to_owned()),
            View::Id(id) => Self::Words((*id).to_owned()),
            View::Code(list, code) => Self::Code(list, (*code).to_owned()),
            View::Truth(truth) => Self::Truth(*truth),
            View::List(entries) => {
                let ids = entries.iter().filter_map(|(_, view)| match view {
                    View::Id(id) => Some((*id).to_owned()),
                    _ => None,
                });
                Self::Ids(ids.collect())
            }
            View::Figure(figure) => Self::figure(&figure.to_string(), form),
            View::Missing | View::Unreadable | View::Entity(_) | View::Map(_) => Self::Nothing,
        }
    }

    /// Returns the value of a figure by its canonical text.
    fn figure(text: &str, form: Form) -> Self {
        let read = match form {
            Form::Money => Money::parse(text).map(Self::Money),
            Form::Number => Number::parse(text).map(Self::Number),
            Form::Whole => Count::parse(text).map(Self::Whole),
            Form::Share => Share::parse(text).map(Self::Share),
            Form::Date => Date::parse(text).map(Self::Date),
            Form::Words => Ok(Self::Words(text.to_owned())),
        };
        read.unwrap_or_else(|_| Self::Words(text.to_owned()))
    }

    /// Returns the cell that says it in a language.
    pub(super) fn cell(&self, lang: Lang) -> Cell {
        match self {
            Self::Nothing => Cell::Empty,
            Self::Words(words) => Cell::Words(words.clone()),
            Self::Money(money) => Cell::Figure(Decimal::new(money.grosze(), 2)),
            Self::Number(number) => Cell::Figure(number.decimal()),
            Self::Whole(count) => Cell::Figure(Decimal::from(count.get())),
            Self::Share(share) => Cell::Figure(Decimal::new(i64::from(share.parts()), 4)),
            // Before 1900 spreadsheets know no days.
            Self::Date(date) if date.grain() == Grain::Day && date.year() > 1900 => Cell::Day(*date),
            Self::Date(date) => Cell::Words(date.to_string()),
            Self::Truth(truth) => Cell::Words(truths(lang)[usize::from(!truth)].to_owned()),
            Self::Code(list, code) => Cell::Words(named(list, code, lang)),
            Self::Ids(ids) => Cell::Words(ids.join(", ")),
        }
    }
}
