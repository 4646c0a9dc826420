//! Figures in prose that a source holds and whose sentence names none. In: `Facts`. Out: `Unmarked` texts.
//!
//! Years, ids, ordinals, dates and ranges are no figures (`sentences`); small numbers and what the project plans are
//! passed over, for they agree by chance.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::marks::{named, unknown};
use super::passages::passages;
use super::recorded::{any, unit};
use super::records::{Class, main, significant};
use super::sentences::{Mention, Sentence, Unit, offset, same, sentences};
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Field, Text};
use crate::units::{Count, Number};
use crate::words::plain;

/// A text with figures of sources whose sentences name none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmarked {
    /// The text.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Its figures with what they count, each with the source that holds it and where it stands.
    pub figures: Vec<(String, String, Range<usize>)>,
    /// Where each sentence wants which sources named.
    pub marks: Vec<(usize, String)>,
}

/// A number that a source holds.
struct Record<'run> {
    id: &'run str,
    class: Class,
    value: Decimal,
    /// The words of its name and its unit, plain.
    words: Vec<String>,
}

/// Returns the texts that argue with figures of sources and do not name these.
pub fn unmarked(facts: &Facts<'_>) -> Vec<Unmarked> {
    let planned = planned(facts);
    let records = Lang::ALL.map(|lang| records(facts, lang));
    let mut found = Vec::new();
    for passage in passages(facts).into_iter().filter(|passage| passage.is_argued) {
        for (own, words) in passage.text.all() {
            let lang = own.unwrap_or_else(|| main(facts));
            let mut text = Unmarked {
                place: own.map_or_else(|| passage.place.clone(), |own| passage.place.key(own.code())),
                text: words.to_owned(),
                figures: Vec::new(),
                marks: Vec::new(),
            };
            let sentences = sentences(words, lang).into_iter();
            let open = sentences.filter(|own| is_open(facts, own.text));
            open.for_each(|sentence| {
                text.look(words, &sentence, lang.pick(&records[0], &records[1]), &planned)
            });
            found.extend(Some(text).filter(|text| !text.figures.is_empty()));
        }
    }
    found
}

/// Tells whether a sentence names no source, not even a wrong one, and is no row of a table.
fn is_open(facts: &Facts<'_>, sentence: &str) -> bool {
    let is_noted = sentence.contains("[^") || sentence.contains('|');
    !is_noted && named(facts, sentence).is_empty() && unknown(facts, sentence).is_empty()
}

impl Unmarked {
    /// Looks for the figures of a sentence among those recorded.
    fn look(
        &mut self,
        text: &str,
        sentence: &Sentence<'_>,
        records: &[Record<'_>],
        planned: &BTreeSet<(Class, Decimal)>,
    ) {
        let words: Vec<String> = sentence.words.iter().map(|word| plain(word)).collect();
        let mut ids: Vec<&str> = Vec::new();
        for mention in &sentence.mentions {
            let holds = |record: &&Record<'_>| record.is(mention, &words, planned);
            let Some(record) = records.iter().find(holds) else { continue };
            let at = offset(text, mention.text);
            let figure = mention.text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.figures.push((figure, record.id.to_owned(), at..at + mention.text.len()));
            if !ids.contains(&record.id) {
                ids.push(record.id);
            }
        }
        if !ids.is_empty() {
            self.marks.push((end(text, sentence.text), format!(" [{}]", ids.join(", "))));
        }
    }
}

impl Record<'_> {
    /// Tells whether a figure in a sentence is this number of these things.
    fn is(&self, mention: &Mention<'_>, words: &[String], planned: &BTreeSet<(Class, Decimal)>) -> bool {
        let (class, counted) = match mention.unit {
            Unit::Percent => (Class::Percent, None),
            Unit::Money => (Class::Money, None),
            Unit::Things(word) => (Class::Things, Some(plain(word))),
        };
        let is_small = mention.value < Decimal::TEN && mention.value.fract().is_zero();
        let is_equal = class == self.class && mention.value == self.value;
        let said = |own: &String| words.iter().any(|word| same(own, word));
        let is_of_these = counted.is_none_or(|counted| self.words.iter().any(|own| same(own, &counted)));
        let is_planned = planned.contains(&(class, mention.value));
        let speaks = if is_planned { self.words.iter().all(said) } else { self.words.iter().any(said) };
        is_equal && !is_small && is_of_these && speaks
    }
}

/// Returns where a source belongs that a sentence names: before its full stop, behind the stop of an abbreviation.
fn end(text: &str, sentence: &str) -> usize {
    let bare = sentence.trim_end().trim_end_matches('.');
    let end = offset(text, sentence) + bare.len();
    let last = bare.rsplit(|sign: char| sign.is_whitespace()).next().unwrap_or_default();
    let is_short = last.chars().count() <= 3 && last.chars().all(char::is_lowercase);
    if is_short && text[end..].starts_with('.') { end + 1 } else { end }
}

/// Returns all numbers of all sources, with the words of a language.
fn records<'run>(facts: &Facts<'run>, lang: Lang) -> Vec<Record<'run>> {
    let mut records = Vec::new();
    for source in &facts.evidence {
        for value in source.entry.values.iter() {
            let say = |text: &'run Field<Text>| any(text, lang, main(facts));
            let (measure, counted, base) = (say(&value.measure), say(&value.unit), say(&value.base.label));
            let mut add = |number: &Field<Number>, counted: &str, name: &str| {
                let (class, _, times) = unit(counted);
                let Some(value) = number.copied().and_then(|number| number.decimal().checked_mul(times))
                else {
                    return;
                };
                let words = [name, counted].into_iter().flat_map(significant).collect();
                records.push(Record { id: source.id, class, value: value.abs(), words });
            };
            add(&value.value, counted, measure);
            add(&value.reference.value, counted, measure);
            add(&value.base.value, base, base);
        }
    }
    records.retain(|record| !record.words.is_empty());
    records
}

/// Returns the numbers that the project plans: sizes of groups, participants, targets.
fn planned(facts: &Facts<'_>) -> BTreeSet<(Class, Decimal)> {
    let counts = |size: &crate::model::Size| [size.total.copied(), size.women.copied(), size.men.copied()];
    let people = facts.groups.iter().flat_map(|group| counts(&group.entry.size));
    let participants = facts.actions.iter().map(|action| action.participants.copied());
    let totals = facts.totals().people;
    let all = [totals.total, totals.women, totals.men].map(|count| Some(Count::new(count)));
    let people = people.chain(participants).chain(all).flatten().map(Number::from);
    let targets = facts.indicators.iter().flat_map(|indicator| {
        let entry = indicator.entry;
        [entry.target.copied(), entry.women.target.copied(), entry.men.target.copied()]
    });
    let things = people.chain(targets.flatten()).map(|number| (Class::Things, number.decimal()));
    things.collect()
}
