//! The figures that an application records. In: `Case`, a language. Out: `Book`: measures by their words, and
//! all values by unit.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Case;
use super::lexicon::lexicon;
use super::sentences::plain;
use crate::diagnostic::Place;
use crate::lang::Lang;
use crate::model::{Field, Text};
use crate::units::{Count, Number};

/// Whether a figure says how things are or what the project plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A source's, or the scale of a need.
    Evidence,
    /// Size of a group, target of an indicator, budget.
    Plan,
}

/// What kind of unit a figure has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Percent,
    Money,
    Things,
}

/// A measure with its first recorded value.
#[derive(Clone, Debug)]
pub(super) struct Subject<'run> {
    pub kind: Kind,
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
    pub(super) fn name(&self, case: &Case<'_>, lang: Lang) -> String {
        let said = self.name.and_then(|name| name.say(lang, case.main()));
        said.map_or(self.phrase, |said| said.words).to_owned()
    }
}

/// All records of an application in one language.
#[derive(Debug, Default)]
pub(super) struct Book<'run> {
    /// The language of the texts it is held against.
    pub lang: Lang,
    /// Words of the application's own area and of its partners, plain.
    pub own: Vec<String>,
    subjects: Vec<Subject<'run>>,
    known: BTreeMap<(Kind, Class, Vec<String>), usize>,
    values: BTreeMap<Class, BTreeSet<Decimal>>,
    by_beginning: BTreeMap<String, Vec<usize>>,
    by_source: BTreeMap<String, Vec<usize>>,
    /// Values in thousands and millions, each with the size of its last place.
    coarse: BTreeSet<(Class, Decimal, Decimal)>,
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
    let common = |word: &str| lexicon().measure_words.iter().any(|stem| word.starts_with(&plain(stem)));
    let long =
        |word: &String| word.chars().count() > 3 || word.starts_with(|sign: char| sign.is_ascii_digit());
    all_words(text).into_iter().filter(|word| long(word) && !common(word)).collect()
}

impl<'run> Book<'run> {
    /// Reads the records of an application in a language.
    pub(super) fn of(case: &Case<'run>, lang: Lang) -> Self {
        let mut book = Self { lang, ..Self::default() };
        let area = &case.application().area;
        let said = |text: &'run Field<Text>| book_text(case, text, lang);
        book.own.extend(all_words(said(&area.name)));
        let cases = [&area.cases.genitive, &area.cases.locative, &area.cases.instrumental];
        for form in cases.into_iter().filter_map(|form| form.get()) {
            book.own.extend(all_words(form));
        }
        for partner in &case.facts.partners {
            book.own.extend(all_words(said(&partner.entry.name)));
        }
        book.evidence(case, lang);
        book.plan(case, lang);
        book.money(case, lang);
        book
    }

    /// Returns all values recorded in a kind of unit.
    pub(super) fn values(&self, class: Class) -> &BTreeSet<Decimal> {
        self.values.get(&class).unwrap_or(&self.none)
    }

    /// Tells whether a value is what something recorded in thousands or millions stands for.
    pub(super) fn is_coarse(&self, class: Class, value: Decimal) -> bool {
        self.coarse
            .iter()
            .any(|(own, known, step)| *own == class && value.saturating_sub(*known).abs() < *step)
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
            self.coarse.insert((class, whole, times * Decimal::new(1, value.scale())));
        }
    }

    pub(super) fn count(&mut self, count: Option<Count>) {
        if let Some(count) = count {
            self.record(Class::Things, Number::from(count).decimal());
        }
    }

    /// Adds a measure; one of the same name and unit only adds its years.
    pub(super) fn add(&mut self, subject: Subject<'run>) {
        let key = (subject.kind, subject.class, subject.words.clone());
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
    pub(super) fn of(kind: Kind, class: Class, words: Vec<String>, value: Number, id: String) -> Self {
        let (around, years, unit) = (Vec::new(), BTreeSet::new(), String::new());
        Self {
            kind,
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

/// Returns the words of a text in exactly this language; empty for none.
pub(super) fn book_text<'run>(case: &Case<'run>, text: &'run Field<Text>, lang: Lang) -> &'run str {
    let said = text.get().and_then(|text| text.say(lang, case.main()));
    said.filter(|said| said.lang == lang).map_or("", |said| said.words)
}
