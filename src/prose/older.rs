//! Sources older than what they are to show. In: `Facts`, today. Out: `Older`.

use super::days::days;
use super::lexicon::lexicon;
use super::marks::named;
use super::sentences::{offset, split};
use crate::described::{Step, View, visit};
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::model::Evidence;
use crate::units::Date;
use crate::words::plain;

/// A sentence that says a day on which the source that it names did not know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Older {
    /// The text.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Where the day stands in them.
    pub range: std::ops::Range<usize>,
    /// The source.
    pub id: String,
    /// The last day that it speaks of.
    pub last: Date,
    /// The later day that the sentence says, as written.
    pub event: String,
}

/// Returns the sentences whose source is older than a day that they say and that has come by `today`.
pub fn older(facts: &Facts<'_>, today: Date) -> Vec<Older> {
    let mut found = Vec::new();
    visit(facts.application, &mut |spot| {
        if matches!(spot.view, View::Text(..)) {
            for (lang, text) in spot.words().into_iter().filter(|(_, text)| text.contains('[')) {
                let place = || spot.place_of(lang);
                split(text)
                    .into_iter()
                    .for_each(|sentence| found.extend(in_sentence(facts, today, text, sentence, &place)));
            }
        }
        Step::Into
    });
    found
}

fn in_sentence(
    facts: &Facts<'_>,
    today: Date,
    text: &str,
    sentence: &str,
    place: &dyn Fn() -> Place,
) -> Option<Older> {
    let ids = named(facts, sentence);
    let outlook = || {
        let mut words = sentence.split(|sign: char| !sign.is_alphanumeric()).map(plain);
        words.any(|word| lexicon().forecast.iter().any(|stem| word.starts_with(stem.as_str())))
    };
    if ids.is_empty() || outlook() {
        return None;
    }
    // The newest of the sources named may be the one that shows it.
    let sources = ids.iter().filter_map(|id| facts.source(id));
    let lasts = sources.map(|source| Some((last_day(source)?, source.id))).collect::<Option<Vec<_>>>()?;
    let (last, id) = lasts.into_iter().max()?;
    let said = days(sentence).into_iter().find(|said| said.first > last && said.first <= today)?;
    let from = offset(text, said.text);
    Some(Older {
        place: place(),
        text: text.to_owned(),
        range: from..from + said.text.len(),
        id: id.to_owned(),
        last,
        event: said.text.to_owned(),
    })
}

/// Returns the last day that a source speaks of; `None` where it names none.
pub fn last_day(source: &Evidence) -> Option<Date> {
    let values = source.values.iter().map(|value| value.as_of.copied());
    values.chain([source.date.copied(), source.research.to.copied()]).flatten().max()
}
