//! A value of a profile, whatever it is. In: values. Out: `Value`, with words for people, and `Valued`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::eligible::joined;
use super::{
    AreaRule, Band, Bodies, Counting, FundingSplit, JointBand, NumberPattern, Origin, OwnIndicator, OwnTerm,
    Setting, ShareRule, Stated,
};
use crate::catalogue::{self, Label};
use crate::lang::Lang;
use crate::units::{Count, Date, Money, Number, Share};

/// A value with its name and origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Valued {
    /// The name, a route: `numbers/partners_min`, `form/3.4/limit`.
    pub name: String,
    /// The value.
    pub value: Value,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// Writes the kinds of values, each with its type.
macro_rules! values {
    ($($(#[$doc:meta])+ $name:ident($type:ty),)+) => {
        /// What a profile holds under a name.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Value {
            $($(#[$doc])+ $name($type),)+
        }

        $(impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::$name(value)
            }
        })+
    };
}

values! {
    /// A rule's level.
    Level(Setting),
    /// A whole number.
    Count(Count),
    /// Points.
    Number(Number),
    /// Money.
    Money(Money),
    /// A share.
    Share(Share),
    /// A day.
    Date(Date),
    /// Codes of a catalogue list, or other plain words.
    Codes(Vec<String>),
    /// Words in both languages.
    Label(Label),
    /// Several of them.
    Labels(Vec<Label>),
    /// Points by question.
    Points(BTreeMap<String, Count>),
    /// Flat rates by costs.
    Bands(Vec<Band>),
    /// Shares of the money.
    Shares(Vec<ShareRule>),
    /// Joint limits by value.
    Limits(Vec<JointBand>),
    /// How the portal counts.
    Counting(Counting),
    /// Who may apply, or be a partner.
    Bodies(Bodies),
    /// Where a project may work.
    Area(AreaRule),
    /// Who pays what part.
    Funding(FundingSplit),
    /// Indicators of a call's own.
    Indicators(Vec<OwnIndicator>),
    /// Terms of a call's own.
    Terms(Vec<OwnTerm>),
    /// A text.
    Text(String),
}

impl From<Vec<NumberPattern>> for Value {
    fn from(patterns: Vec<NumberPattern>) -> Self {
        Self::Codes(patterns.iter().map(|pattern| pattern.as_str().to_owned()).collect())
    }
}

impl Value {
    /// Returns the value for people; `list` is the catalogue list whose codes it holds, if any.
    pub fn words(&self, list: Option<&str>, lang: Lang) -> String {
        let up_to = |border: Option<String>| match border {
            Some(border) => format!("{} {border}", lang.pick("do", "up to")),
            None => lang.pick("powyżej", "above").to_owned(),
        };
        match self {
            Self::Level(setting) => setting.words(lang).to_owned(),
            Self::Count(count) => count.words(lang),
            Self::Number(number) => number.words(lang),
            Self::Money(money) => money.words(lang),
            Self::Share(share) => share.words(lang),
            Self::Date(date) => date.words(lang),
            Self::Codes(codes) if codes.is_empty() => lang.pick("brak", "none").to_owned(),
            Self::Codes(codes) => joined(codes.iter().map(|code| term(list, code, lang))),
            Self::Label(label) => label.get(lang).to_owned(),
            Self::Labels(labels) => joined(labels.iter().map(|label| label.get(lang).to_owned())),
            Self::Points(points) => {
                let no = |code: &str| catalogue::list("gender_questions")?.get(code)?.no;
                let mut rows: Vec<(Option<u8>, Count)> =
                    points.iter().map(|(code, count)| (no(code), *count)).collect();
                rows.sort_unstable();
                let question = lang.pick("pytanie", "question");
                joined(rows.iter().map(|(no, count)| {
                    format!("{question} {}: {}", no.unwrap_or_default(), count.words(lang))
                }))
            }
            Self::Bands(bands) => joined(bands.iter().map(|band| {
                format!("{} {}", up_to(band.up_to.map(|border| border.words(lang))), band.rate.words(lang))
            })),
            Self::Shares(rules) => joined(rules.iter().map(|rule| rule.words(lang))),
            Self::Limits(bands) => joined(bands.iter().map(|band| {
                let below = band.below.map(|border| border.words(lang));
                let below = below.map(|border| format!("{} {border}", lang.pick("poniżej", "below")));
                let below = below.unwrap_or_else(|| lang.pick("powyżej", "above").to_owned());
                format!("{below} {}", band.limit.words(lang))
            })),
            Self::Counting(counting) => {
                let spaces = match counting.spaces {
                    true => lang.pick("znaki ze spacjami", "characters with spaces"),
                    false => lang.pick("znaki bez spacji", "characters without spaces"),
                };
                let line_break = lang.pick("koniec wiersza liczy się za", "a line break counts");
                format!("{spaces}, {line_break} {}", counting.line_break.words(lang))
            }
            Self::Bodies(bodies) => bodies.words(lang),
            Self::Area(area) => area.words(lang),
            Self::Funding(split) => split.words(lang),
            Self::Indicators(own) => {
                let due =
                    |own: &OwnIndicator| lang.pick(" (wymagany)", " (required)").repeat(own.required.into());
                joined(own.iter().map(|one| format!("{} {}{}", one.code, one.name.get(lang), due(one))))
            }
            Self::Terms(terms) => {
                joined(terms.iter().map(|term| format!("{} – {}", term.code, term.name.get(lang))))
            }
            Self::Text(text) => text.clone(),
        }
    }
}

fn term(list: Option<&str>, code: &str, lang: Lang) -> String {
    let term = list.and_then(catalogue::list).and_then(|list| list.get(code));
    term.map_or_else(|| code.to_owned(), |term| term.label(lang).to_owned())
}

/// Returns a stated value under a name.
pub(super) fn entry<T: Clone + Into<Value>>(name: &str, stated: &Stated<T>) -> Valued {
    of(name, stated.value.clone(), &stated.origin)
}

/// Returns a value under a name.
pub(super) fn of(name: &str, value: impl Into<Value>, origin: &Origin) -> Valued {
    Valued { name: name.to_owned(), value: value.into(), origin: origin.clone() }
}
