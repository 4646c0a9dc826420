//! A value of the model, looked at without knowing its type. In: any value. Out: `View`.

use super::{Entity, Field, List, Map, Shape, Text};
use crate::lang::Lang;
use crate::units::{BankAccount, Count, Date, Grade, Krs, Money, Nip, Number, Pkd, Regon, Share, Teryt};

/// A value as a walk sees it.
#[derive(Clone)]
pub enum View<'app> {
    /// The author left it out.
    Missing,
    /// It is there and cannot be read.
    Unreadable,
    /// A part with fields of its own.
    Entity(&'app dyn Fields),
    /// A list: the entries that could be read, each with its index in the input.
    List(Vec<(usize, View<'app>)>),
    /// A mapping whose keys are data, in the order of the file.
    Map(Vec<(&'app str, View<'app>)>),
    /// Words.
    Text(&'app Text, Markup),
    /// An id.
    Id(&'app str),
    /// A code: the catalogue's list and the code.
    Code(&'static str, &'app str),
    /// A string that is neither words in a language nor a code: a person's name, an address.
    Word(&'app str),
    /// Yes or no.
    Truth(bool),
    /// Money, a date, a number.
    Figure(&'app dyn Figure),
}

/// Whether words are plain or a narrative with marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// A name, a title, a sentence.
    Plain,
    /// A narrative.
    Prose,
}

/// A type of the model.
pub trait Described {
    /// What it is.
    const SHAPE: Shape;

    /// Returns the value for a walk.
    fn view(&self) -> View<'_>;

    /// Takes out what is marked as telling of single persons.
    fn forget_persons(&mut self) {}
}

/// An entity whose fields are reached by their number.
pub trait Fields {
    /// Returns the entity's declaration.
    fn entity(&self) -> &'static Entity;

    /// Returns the value of a field, counted as in [`Entity::members`].
    fn value(&self, member: usize) -> View<'_>;

    /// Returns the entity's own id; empty where it has none that could be read.
    fn id(&self) -> &str {
        let has_id = self.entity().members.first().is_some_and(|member| member.key == "id");
        match has_id.then(|| self.value(0)) {
            Some(View::Id(id)) => id,
            _ => "",
        }
    }
}

/// A value with a canonical text and words for people.
pub trait Figure: std::fmt::Display {
    /// Returns it as people write it in a language.
    fn words(&self, lang: Lang) -> String;
}

impl<T: Described> Described for Field<T> {
    const SHAPE: Shape = T::SHAPE;

    fn view(&self) -> View<'_> {
        match self {
            Self::Missing => View::Missing,
            Self::Unreadable => View::Unreadable,
            Self::Given(value) => value.view(),
        }
    }

    fn forget_persons(&mut self) {
        if let Self::Given(value) = self {
            value.forget_persons();
        }
    }
}

impl<T: Described> Described for List<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn view(&self) -> View<'_> {
        match (self.is_missing(), self.is_empty()) {
            (true, _) => View::Missing,
            (false, true) => View::Unreadable,
            (false, false) => {
                View::List(self.numbered().map(|(index, entry)| (index, entry.view())).collect())
            }
        }
    }

    fn forget_persons(&mut self) {
        self.iter_mut().for_each(T::forget_persons);
    }
}

impl<K: AsRef<str> + PartialEq, V: Described> Described for Map<K, V> {
    const SHAPE: Shape = Shape::Map(&V::SHAPE);

    fn view(&self) -> View<'_> {
        if self.is_missing() {
            return View::Missing;
        }
        View::Map(self.iter().map(|(key, value)| (key.as_ref(), value.view())).collect())
    }
}

impl Described for String {
    const SHAPE: Shape = Shape::Value("String");

    fn view(&self) -> View<'_> {
        View::Word(self)
    }
}

impl Described for bool {
    const SHAPE: Shape = Shape::Value("bool");

    fn view(&self) -> View<'_> {
        View::Truth(*self)
    }
}

impl Described for Lang {
    const SHAPE: Shape = Shape::Value("Lang");

    fn view(&self) -> View<'_> {
        View::Code("languages", self.code())
    }
}

/// Describes the values of `units`.
macro_rules! figures {
    ($($type:ident $own:ident => $words:expr;)+) => {
        $(
            impl Figure for $type {
                fn words(&self, lang: Lang) -> String {
                    let $own = self;
                    ($words)(lang)
                }
            }

            impl Described for $type {
                const SHAPE: Shape = Shape::Value(stringify!($type));

                fn view(&self) -> View<'_> {
                    View::Figure(self)
                }
            }
        )+
    };
}

figures! {
    Money own => |lang| Money::words(*own, lang);
    Number own => |lang| Number::words(*own, lang);
    Share own => |lang| Share::words(*own, lang);
    Count own => |lang| Count::words(*own, lang);
    Grade own => |_| own.to_string();
    Date own => |lang| Date::words(*own, lang);
    Nip own => |_| own.to_string();
    Regon own => |_| own.to_string();
    Krs own => |_| own.to_string();
    Teryt own => |_| own.to_string();
    Pkd own => |_| own.to_string();
    BankAccount own => |_| own.to_string();
}
