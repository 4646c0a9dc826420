//! The figures that an application records. In: `Facts`, a language. Out: `Book`: measures by their words, and
//! all values by unit.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::lexicon::lexicon;
use super::sentences::same;
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Field, Text};
use crate::units::{Count, Number};
use crate::words::plain;

/// Whether a figure says how things are or what the project plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aspect {
    /// A source's, or the scale of a need.
    Evidence,
    /// Size of a group, target of an indicator, budget.
    Plan,
}

/// What kind of unit a figure has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Per cent.
    Percent,
    /// Zlotys.
    Money,
    /// Whatever is counted.
    Things,
}

/// A measure with its first recorded value.
#[derive(Clone, Debug)]
pub(super) struct Subject<'run> {
    pub aspect: Aspect,
    pub class: Class,
    /// The words that make its name, plain; small and empty ones left out.
    pub words: Vec<String>,
    /// The first word of its unit, plain.
    pub unit: String,
    /// Words of its area and source, plain.
    pub around: Vec<String>,
    /// The years its values speak of.
    pub years: BTreeSet<String>,
    pub value: Number,
    /// What records it: `E1`, `T2`.
    pub id: String,
    pub place: Place,
    /// The measure's name as the author wrote it.
    pub name: Option<&'run Text>,
    /// Its name where no author wrote one.
    pub phrase: &'run str,
}

impl Subject<'_> {
    /// Returns the measure's name for a message.
    pub(super) fn name(&self, lang: Lang, main: Lang) -> String {
        let said = self.name.and_then(|name| name.say(lang, main));
        said.map_or(self.phrase, |said| said.words).to_owned()
    }
}

/// The records of an application by language, each read when a text in it is met.
pub(super) type Books<'run> = BTreeMap<&'static str, Book<'run>>;

/// All records of an application in one language.
#[derive(Debug, Default)]
pub(super) struct Book<'run> {
    /// The language of the texts it is held against.
    pub lang: Lang,
    /// The application's main language.
    pub main: Lang,
    /// Words of the application's own area and of its partners, plain.
    own: BTreeSet<String>,
    subjects: Vec<Subject<'run>>,
    known: BTreeMap<(Aspect, Class, Vec<String>), usize>,
    values: BTreeMap<Class, BTreeSet<Decimal>>,
    by_beginning: BTreeMap<String, Vec<usize>>,
    by_source: BTreeMap<String, Vec<usize>>,
    /// Values in thousands and millions, each with the size of its last place.
    coarse: BTreeSet<(Class, Decimal, Decimal)>,
    /// The largest of those sizes.
    coarsest: Decimal,
    none: BTreeSet<Decimal>,
}

/// Returns the letters by which measures are looked up.
fn beginning(word: &str) -> String {
    word.chars().take(4).collect()
}

/// Returns the words of a text, plain.
pub(super) fn all_words(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(plain).collect()
}

/// Returns the words that make the name of a measure: long ones and numbers, without those that any measure
/// may have.
pub(super) fn significant(text: &str) -> Vec<String> {
    let common = |word: &str| lexicon().measure_words.iter().any(|stem| word.starts_with(stem.as_str()));
    let long =
        |word: &String| word.chars().count() > 3 || word.starts_with(|sign: char| sign.is_ascii_digit());
    all_words(text).into_iter().filter(|word| long(word) && !common(word)).collect()
}

impl<'run> Book<'run> {
    /// Reads the records of an application in a language.
    pub(super) fn of(facts: &Facts<'run>, lang: Lang) -> Self {
        let mut book = Self { lang, main: main(facts), ..Self::default() };
        let area = &facts.application.area;
        let cases = [&area.cases.genitive, &area.cases.locative, &area.cases.instrumental];
        let cases = cases.into_iter().filter_map(|form| form.get().map(String::as_str));
        let partners = facts.partners.iter().map(|partner| &partner.entry.name);
        let names = partners.chain([&area.name]).map(|name| said(name, lang, book.main));
        book.own.extend(names.chain(cases).flat_map(all_words));
        book.evidence(facts);
        book.plan(facts);
        book.money(facts);
        book
    }

    /// Returns all values recorded in a kind of unit.
    pub(super) fn values(&self, class: Class) -> &BTreeSet<Decimal> {
        self.values.get(&class).unwrap_or(&self.none)
    }

    /// Tells whether a value is what something recorded in thousands or millions stands for.
    pub(super) fn is_coarse(&self, class: Class, value: Decimal) -> bool {
        let from = (class, value.saturating_sub(self.coarsest), Decimal::MIN);
        let to = (class, value.saturating_add(self.coarsest), Decimal::MAX);
        self.coarse.range(from..=to).any(|(_, known, step)| value.saturating_sub(*known).abs() < *step)
    }

    /// Tells whether a word is a form of one of the area's or a partner's name.
    pub(super) fn is_own(&self, word: &str) -> bool {
        // Forms of one word begin alike.
        let first = beginning(word);
        let mut near = self.own.range(first.clone()..).take_while(|own| own.starts_with(&first));
        near.any(|own| same(own, word))
    }

    /// Returns the measures that a sentence may speak of, first those of sources it cites.
    pub(super) fn candidates<'book>(
        &'book self,
        words: &[String],
        written: &[&str],
    ) -> impl Iterator<Item = &'book Subject<'run>> {
        let cited = written.iter().filter_map(|word| self.by_source.get(*word)).flatten();
        let beginnings: BTreeSet<String> = words.iter().map(|word| beginning(word)).collect();
        let named = beginnings.iter().filter_map(|first| self.by_beginning.get(first)).flatten();
        let found: Vec<usize> = cited.chain(named).copied().collect();
        found.into_iter().map(|number| &self.subjects[number])
    }

    pub(super) fn record(&mut self, class: Class, value: Decimal) {
        self.values.entry(class).or_default().insert(value);
    }

    /// Records a value in a unit that multiplies it.
    pub(super) fn record_in(&mut self, class: Class, value: Decimal, times: Decimal) {
        let whole = value.saturating_mul(times);
        self.record(class, whole);
        if times > Decimal::ONE {
            let step = times * Decimal::new(1, value.scale());
            self.coarse.insert((class, whole, step));
            self.coarsest = self.coarsest.max(step);
        }
    }

    pub(super) fn count(&mut self, count: Option<Count>) {
        if let Some(count) = count {
            self.record(Class::Things, Number::from(count).decimal());
        }
    }

    /// Adds a measure; one of the same name and unit only adds its years.
    pub(super) fn add(&mut self, subject: Subject<'run>) {
        let key = (subject.aspect, subject.class, subject.words.clone());
        let next = self.subjects.len();
        let number = *self.known.entry(key).or_insert(next);
        self.by_source.entry(subject.id.clone()).or_default().push(number);
        match self.subjects.get_mut(number) {
            Some(known) => known.years.extend(subject.years),
            None => {
                let first = subject.words.first().map_or_else(String::new, |word| beginning(word));
                self.by_beginning.entry(first).or_default().push(number);
                self.subjects.push(subject);
            }
        }
    }
}

impl<'run> Subject<'run> {
    pub(super) fn of(aspect: Aspect, class: Class, words: Vec<String>, value: Number, id: String) -> Self {
        let (around, years, unit) = (Vec::new(), BTreeSet::new(), String::new());
        Self {
            aspect,
            class,
            words,
            unit,
            around,
            years,
            value,
            id,
            place: Place::root(),
            name: None,
            phrase: "",
        }
    }
}

/// Returns an application's main language.
pub(super) fn main(facts: &Facts<'_>) -> Lang {
    facts.application.meta.lang.copied().unwrap_or_default()
}

/// Returns the words of a text in exactly this language; empty for none.
pub(super) fn said(text: &Field<Text>, lang: Lang, main: Lang) -> &str {
    let said = text.get().and_then(|text| text.say(lang, main));
    said.filter(|said| said.lang == lang).map_or("", |said| said.words)
}
