//! Comparisons in words that the recorded values do not bear out. In: `Facts`. Out: `Misjudged`.

use std::ops::Range;

use super::passages::passages;
use super::ratios::{Claim, Ratio, ratios};
use super::recorded::unit;
use super::records::{Class, main, said, significant};
use super::sentences::{offset, same, split};
use crate::described::At;
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Measurement, Role};
use crate::units::Number;
use crate::words::plain;

/// What a sentence says that compares an area with another.
const COMPARES: [&str; 16] = [
    "niz",
    "srednia",
    "sredniej",
    "kraj",
    "kraju",
    "krajowa",
    "polsce",
    "wojewodztwie",
    "przecietna",
    "przecietnej",
    "than",
    "average",
    "country",
    "national",
    "poland",
    "voivodeship",
];

/// A comparison that the values do not bear out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misjudged {
    /// The text.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Where the comparison stands in it, in bytes.
    pub range: Range<usize>,
    /// What records the values: `E1`.
    pub id: String,
    /// The value.
    pub value: Number,
    /// What it is compared with; `None` for a share, which is compared with its whole.
    pub reference: Option<Number>,
    /// Where the value is recorded.
    pub also: Place,
}

/// A value of the area with what it may be compared with.
struct Compared<'run> {
    id: String,
    at: At<'run, Measurement>,
    value: Number,
    reference: Option<Number>,
    /// Whether its own meaning contradicts it; then no text is told of besides.
    is_told: bool,
}

impl Compared<'_> {
    fn bears_out(&self, ratio: &Ratio, sentence: &str, is_percent: bool) -> bool {
        let (value, Some(reference)) = (self.value.decimal(), self.reference) else {
            return !is_percent || ratio.is_share(self.value.decimal());
        };
        if matches!(ratio.claim, Claim::OneOf(_)) {
            return !is_percent || ratio.is_share(value);
        }
        let reference = reference.decimal();
        let is_less =
            ["nizs", "mniej", "lower", "less", "fewer"].iter().any(|word| plain(sentence).contains(word));
        let (over, under) = if is_less { (reference, value) } else { (value, reference) };
        ratio.holds(over.abs(), under.abs())
    }
}

/// Returns the comparisons in an application's texts that its values do not bear out.
pub fn misjudged(facts: &Facts<'_>) -> Vec<Misjudged> {
    let mut found = Vec::new();
    let mut compared = Vec::new();
    for source in &facts.evidence {
        for at in source.values().each() {
            let Some(value) = at.value.copied() else { continue };
            let reference = at.reference.value.copied();
            let mut own = Compared { id: source.called(), at, value, reference, is_told: false };
            let before = found.len();
            meaning(facts, &own, &mut found);
            own.is_told = found.len() > before;
            // One that is compared with nothing may be what a text means, and bears out whatever that says.
            if own.at.role.get() != Some(&Role::Comparator) {
                compared.push(own);
            }
        }
    }
    if compared.iter().any(|own| own.reference.is_some()) && !is_unclear(facts) {
        argued(facts, &compared, &mut found);
    }
    found
}

/// Tells whether a value, or what it is compared with, could not be read: then it may be the one that a text means.
fn is_unclear(facts: &Facts<'_>) -> bool {
    let is_unread = |own: &Measurement| {
        own.value.is_unreadable() || own.measure.is_unreadable() || own.reference.value.is_unreadable()
    };
    facts.application.diagnosis.evidence.is_damaged()
        || facts
            .evidence
            .iter()
            .any(|source| source.entry.values.is_damaged() || source.entry.values.iter().any(is_unread))
}

/// Looks at what an author says of a value beside it.
fn meaning(facts: &Facts<'_>, own: &Compared<'_>, found: &mut Vec<Misjudged>) {
    let place = own.at.meaning().here();
    let all = own.at.meaning.get().map(|meaning| meaning.0.all()).unwrap_or_default();
    for (key, text) in all {
        let lang = key.unwrap_or_else(|| main(facts));
        let is_percent =
            unit(super::recorded::any(&own.at.entry.unit, lang, main(facts))).0 == Class::Percent;
        let mut shares = 0;
        for sentence in split(text) {
            for ratio in ratios(sentence) {
                let is_share = matches!(ratio.claim, Claim::OneOf(_));
                // What a second one is a share of, nobody says.
                shares += usize::from(is_share);
                let is_about =
                    if is_share { shares == 1 } else { own.reference.is_some() && compares(sentence) };
                if is_about && !own.bears_out(&ratio, sentence, is_percent) {
                    let place = key.map_or_else(|| place.clone(), |key| place.key(key.code()));
                    found.push(told(own, place, text, sentence, &ratio, !is_share));
                }
            }
        }
    }
}

/// Looks at the texts in which authors argue.
fn argued(facts: &Facts<'_>, compared: &[Compared<'_>], found: &mut Vec<Misjudged>) {
    for passage in passages(facts) {
        for (key, text) in passage.text.all() {
            if !(text.contains("raz")
                || text.contains("krotnie")
                || text.contains("times")
                || text.contains("twice"))
            {
                continue;
            }
            let lang = key.unwrap_or_else(|| main(facts));
            for sentence in split(text) {
                let ratios = ratios(sentence).into_iter().filter(|own| matches!(own.claim, Claim::Times(_)));
                for ratio in ratios.filter(|_| compares(sentence)) {
                    let about: Vec<&Compared<'_>> =
                        compared.iter().filter(|own| speaks_of(facts, own, sentence, lang)).collect();
                    let borne_out =
                        about.iter().any(|own| own.is_told || own.bears_out(&ratio, sentence, false));
                    if let Some(own) = about.first().filter(|_| !borne_out) {
                        let place =
                            key.map_or_else(|| passage.place.clone(), |key| passage.place.key(key.code()));
                        found.push(told(own, place, text, sentence, &ratio, true));
                    }
                }
            }
        }
    }
}

fn told(
    own: &Compared<'_>,
    place: Place,
    text: &str,
    sentence: &str,
    ratio: &Ratio,
    with_reference: bool,
) -> Misjudged {
    let from = offset(text, sentence);
    Misjudged {
        place,
        text: text.to_owned(),
        range: from + ratio.range.start..from + ratio.range.end,
        id: own.id.clone(),
        value: own.value,
        reference: own.reference.filter(|_| with_reference),
        also: own.at.value().here(),
    }
}

fn compares(sentence: &str) -> bool {
    let mut words = sentence.split(|sign: char| !sign.is_alphabetic()).map(plain);
    words.any(|word| COMPARES.contains(&word.as_str()))
}

/// Tells whether a sentence names the whole measure of a value.
fn speaks_of(facts: &Facts<'_>, own: &Compared<'_>, sentence: &str, lang: Lang) -> bool {
    let measure = significant(said(&own.at.entry.measure, lang, main(facts)));
    let words: Vec<String> = sentence.split(|sign: char| !sign.is_alphanumeric()).map(plain).collect();
    measure.len() > 1 && measure.iter().all(|own| words.iter().any(|word| same(own, word)))
}
