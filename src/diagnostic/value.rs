//! What the words of a finding name. In: what a check saw. Out: `Value`, said in a language when it is printed.

use std::borrow::Cow;

use crate::lang::{Lang, Noun};
use crate::units::{Count, Date, Money, Number, Period, Share};
use crate::words::{fill_with, visible};

/// What stands at a placeholder of a finding's words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// The same in every language: a code, an id, what an author wrote.
    Text(Cow<'static, str>),
    /// Polish and English words.
    Both([Cow<'static, str>; 2]),
    /// A number of things.
    Counted(u64, Noun),
    /// An amount.
    Money(Money),
    /// A share.
    Share(Share),
    /// A number with decimals.
    Number(Number),
    /// A whole number.
    Count(Count),
    /// A day.
    Date(Date),
    /// Days from the first to the last.
    Period(Period),
    /// Several, with what stands between two of them.
    List(Vec<Value>, [&'static str; 2]),
    /// Polish and English words round further values, by placeholder.
    Phrase([&'static str; 2], Vec<(&'static str, Value)>),
}

impl Value {
    /// Returns words by language.
    pub fn both<W: Into<Cow<'static, str>>>(words: impl Fn(Lang) -> W) -> Self {
        Self::Both([words(Lang::Pl).into(), words(Lang::En).into()])
    }

    /// Returns a number with its noun: the three Polish forms, the two English ones.
    pub fn counted(count: impl TryInto<u64>, pl: [&'static str; 3], en: [&'static str; 2]) -> Self {
        Self::Counted(count.try_into().unwrap_or(u64::MAX), Noun(pl, en))
    }

    /// Returns a number of months: `24 miesiące`, `24 months`.
    pub fn months(count: u64) -> Self {
        Self::counted(count, ["miesiąc", "miesiące", "miesięcy"], ["month", "months"])
    }

    /// Returns a number of characters: `12 znaków`, `12 characters`.
    pub fn characters(count: u64) -> Self {
        Self::counted(count, ["znak", "znaki", "znaków"], ["character", "characters"])
    }

    /// Returns Polish and English words round one value, which stands at `{0}`.
    pub fn around(words: [&'static str; 2], value: impl Into<Self>) -> Self {
        Self::Phrase(words, vec![("0", value.into())])
    }

    /// Returns a name in quotation marks: `„Prostota”`, `“Simplicity”`.
    pub fn quoted(name: impl Into<Self>) -> Self {
        Self::around(["„{0}”", "“{0}”"], name)
    }

    /// Returns several, with commas between them.
    pub fn list<V: Into<Self>>(values: impl IntoIterator<Item = V>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect(), [", ", ", "])
    }

    /// Says it in a language, on one line, and shows what would steer where it is printed.
    pub fn say(&self, lang: Lang) -> Cow<'_, str> {
        match self {
            Self::Text(text) => visible(text),
            Self::Both([pl, en]) => visible(lang.pick(pl, en)),
            Self::Counted(count, noun) => lang.counted(*count, *noun).into(),
            Self::Money(own) => own.words(lang).into(),
            Self::Share(own) => own.words(lang).into(),
            Self::Number(own) => own.words(lang).into(),
            Self::Count(own) => own.words(lang).into(),
            Self::Date(own) => own.words(lang).into(),
            Self::Period(own) => own.words(lang).into(),
            Self::List(values, [pl, en]) => {
                let said: Vec<_> = values.iter().map(|value| value.say(lang)).collect();
                said.join(lang.pick(pl, en)).into()
            }
            Self::Phrase([pl, en], values) => say_all(lang.pick(pl, en), values, lang).into(),
        }
    }
}

/// Says words with values at their placeholders.
pub fn say_all(template: &str, values: &[(&'static str, Value)], lang: Lang) -> String {
    let find = |name: &str| values.iter().find(|(key, _)| *key == name);
    fill_with(template, |name| find(name).map(|(_, value)| value.say(lang)))
}

/// Makes a kind of value out of each of these types.
macro_rules! from {
    ($($type:ty => $into:expr;)+) => {
        $(impl From<$type> for Value {
            fn from(own: $type) -> Self {
                $into(own)
            }
        })+
    };
}

from! {
    &str => |own: &str| Self::Text(own.to_owned().into());
    &String => |own: &String| Self::Text(own.clone().into());
    String => |own: String| Self::Text(own.into());
    u64 => |own: u64| Self::Text(own.to_string().into());
    usize => |own: usize| Self::Text(own.to_string().into());
    [&'static str; 2] => |own: [&'static str; 2]| Self::Both(own.map(Cow::Borrowed));
    [String; 2] => |own: [String; 2]| Self::Both(own.map(Cow::Owned));
    Money => Self::Money;
    Share => Self::Share;
    Number => Self::Number;
    Count => Self::Count;
    Date => Self::Date;
    Period => Self::Period;
}

/// Nothing is said by no words.
impl<V: Into<Value>> From<Option<V>> for Value {
    fn from(own: Option<V>) -> Self {
        own.map_or(Self::Text(Cow::Borrowed("")), Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_said_in_the_language_asked_for() {
        let share = Share::parse("12,5 %").expect("a share");
        let values = [Value::months(24), Value::quoted(["zasada", "principle"]), share.into()];
        let list = Value::List(values.to_vec(), [" i ", " and "]);
        assert_eq!(list.say(Lang::Pl), "24 miesiące i „zasada” i 12,5\u{a0}%");
        assert_eq!(list.say(Lang::En), "24 months and “principle” and 12.5%");
    }
}
