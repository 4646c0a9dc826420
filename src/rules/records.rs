//! The figures that an application records. In: `Case`, a language. Out: `Book`: measures by their words, and
//! all values by unit.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Case;
use super::lexicon::lexicon;
use super::sentences::plain;
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Field, Text};
use crate::units::{Count, Money, Number};

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
    name: Option<&'run Text>,
    phrase: &'run str,
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

fn all_words(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(plain).collect()
}

/// Returns the words that make the name of a measure: long ones and numbers, without those that any measure
/// may have.
fn significant(text: &str) -> Vec<String> {
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
        self.coarse.iter().any(|(own, known, step)| *own == class && (value - known).abs() < *step)
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

    fn record(&mut self, class: Class, value: Decimal) {
        self.values.entry(class).or_default().insert(value);
    }

    /// Records a value in a unit that multiplies it.
    fn record_in(&mut self, class: Class, value: Decimal, times: Decimal) {
        let whole = value.saturating_mul(times);
        self.record(class, whole);
        if times > Decimal::ONE {
            self.coarse.insert((class, whole, times * Decimal::new(1, value.scale())));
        }
    }

    fn count(&mut self, count: Option<Count>) {
        if let Some(count) = count {
            self.record(Class::Things, Number::from(count).decimal());
        }
    }

    /// Adds a measure; one of the same name and unit only adds its years.
    fn add(&mut self, subject: Subject<'run>) {
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

    /// Records what sources and needs say.
    fn evidence(&mut self, case: &Case<'run>, lang: Lang) {
        let said = |text: &'run Field<Text>| book_text(case, text, lang);
        for source in &case.facts.evidence {
            let about = [said(&source.entry.title), said(&source.entry.publisher)];
            for (place, figure) in source.entry.values.placed(&source.place.key("values")) {
                let Some(value) = figure.value.copied() else { continue };
                let (class, unit, times) = unit(any(case, &figure.unit, lang));
                self.record_in(class, value.decimal(), times);
                for other in
                    [figure.reference.value.copied(), figure.base.value.copied()].into_iter().flatten()
                {
                    self.record(class, other.decimal());
                    self.record(Class::Things, other.decimal());
                }
                let day = figure.as_of.copied().or(source.entry.date.copied());
                let around = about.iter().copied().chain([said(&figure.area)]).flat_map(all_words);
                self.add(Subject {
                    kind: Kind::Evidence,
                    class,
                    words: significant(said(&figure.measure)),
                    unit,
                    around: around.collect(),
                    years: day.iter().map(|day| day.to_string().chars().take(4).collect()).collect(),
                    value: Number::from_decimal(value.decimal().saturating_mul(times)),
                    id: source.name(),
                    place: place.key("value"),
                    name: figure.measure.get(),
                    phrase: "",
                });
            }
            self.count(source.entry.research.sample.copied());
        }
        for need in &case.facts.needs {
            let Some(value) = need.scale.value.copied() else { continue };
            let words = said(&need.entry.scale.unit);
            let (class, unit, times) = unit(words);
            self.record_in(class, value.decimal(), times);
            let subject = Subject::of(Kind::Evidence, class, significant(words), value, need.name());
            let name = need.entry.scale.unit.get();
            self.add(Subject { unit, name, place: need.place.key("scale"), ..subject });
        }
    }

    /// Records whom the project supports and what it is to reach.
    fn plan(&mut self, case: &Case<'run>, lang: Lang) {
        let said = |text: &'run Field<Text>| book_text(case, text, lang);
        let people = plain(lang.pick("osób", "people"));
        for group in &case.facts.groups {
            for size in [&group.entry.size, &group.entry.population] {
                for count in [&size.total, &size.women, &size.men] {
                    self.count(count.copied());
                }
            }
            let Some(total) = group.size.total.copied() else { continue };
            let words = significant(said(&group.entry.name));
            let subject = Subject::of(Kind::Plan, Class::Things, words, total.into(), group.name());
            let (name, place) = (group.entry.name.get(), group.place.key("size"));
            self.add(Subject { unit: people.clone(), name, place, ..subject });
        }
        for indicator in &case.facts.indicators {
            let entry = indicator.entry;
            let (class, unit, times) = unit(any(case, &entry.unit, lang));
            let parts = entry.parts.iter().flat_map(|part| [&part.target, &part.women, &part.men]);
            let values = [&entry.baseline, &entry.target, &entry.women.target, &entry.men.target];
            for value in values.into_iter().chain(parts).filter_map(|value| value.copied()) {
                self.record_in(class, value.decimal(), times);
            }
            let Some(target) = entry.target.copied() else { continue };
            let words = significant(said(&entry.name));
            let subject = Subject::of(Kind::Plan, class, words, target, indicator.name());
            let (name, place) = (entry.name.get(), indicator.place.key("target"));
            self.add(Subject { unit, name, place, ..subject });
        }
        let area = &case.application().area;
        self.count(area.population.copied());
        area.units.iter().for_each(|unit| self.count(unit.population.copied()));
        case.facts.actions.iter().for_each(|action| self.count(action.participants.copied()));
        let people = case.facts.totals().people;
        [people.total, people.women, people.men]
            .into_iter()
            .for_each(|count| self.count(Some(Count::new(count))));
    }

    /// Records money.
    fn money(&mut self, case: &Case<'run>, lang: Lang) {
        let budget = &case.application().budget;
        let totals = case.facts.totals();
        let lines = case
            .facts
            .lines
            .iter()
            .flat_map(|line| [Facts::amount(line), line.unit_price.copied(), line.own.copied()]);
        let sources = budget.sources.iter().map(|source| source.amount.copied());
        let turnovers = case.facts.partners.iter().map(|partner| partner.turnover.copied());
        let sums = totals.by_action.iter().chain(&totals.by_partner).map(|(_, sum)| Some(*sum));
        let years = totals.by_year.iter().map(|(_, sum)| Some(*sum));
        let own = [
            budget.total.copied(),
            budget.indirect.copied(),
            budget.own.total.copied(),
            budget.own.in_kind.copied(),
        ];
        let all = lines.chain(sources).chain(turnovers).chain(sums).chain(years).chain(own);
        for amount in all.chain([Some(totals.lines), Some(totals.sources)]).flatten() {
            self.record(Class::Money, zlotys(amount));
        }
        let Some(total) = budget.total.copied() else { return };
        for phrase in lang.pick(&lexicon().totals_pl, &lexicon().totals_en) {
            let value = Number::from_decimal(zlotys(total).normalize());
            let subject =
                Subject::of(Kind::Plan, Class::Money, significant(phrase), value, "budget".to_owned());
            self.add(Subject { phrase, place: Place::parse("budget/total"), ..subject });
        }
    }
}

impl<'run> Subject<'run> {
    fn of(kind: Kind, class: Class, words: Vec<String>, value: Number, id: String) -> Self {
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

fn zlotys(amount: Money) -> Decimal {
    Decimal::new(amount.grosze(), 2)
}

/// Reads a unit: its kind, its first word, and by what a value in it is multiplied.
fn unit(words: &str) -> (Class, String, Decimal) {
    let first = all_words(words);
    let named = first.first().map_or("", String::as_str);
    match named {
        _ if words.trim_start().starts_with('%') => (Class::Percent, String::new(), Decimal::ONE),
        "proc" | "procent" | "percent" | "per" => (Class::Percent, String::new(), Decimal::ONE),
        "zl" | "pln" | "zlotych" | "zlote" | "zlotys" => (Class::Money, String::new(), Decimal::ONE),
        "tys" | "thousand" => {
            (Class::Things, first.get(1).cloned().unwrap_or_default(), Decimal::ONE_THOUSAND)
        }
        "mln" | "million" => {
            (Class::Things, first.get(1).cloned().unwrap_or_default(), Decimal::from(1_000_000))
        }
        named => (Class::Things, named.to_owned(), Decimal::ONE),
    }
}

/// Returns the words of a text in this language, else in the other: `%` is one in both.
fn any<'run>(case: &Case<'run>, text: &'run Field<Text>, lang: Lang) -> &'run str {
    text.get().and_then(|text| text.say(lang, case.main())).map_or("", |said| said.words)
}

/// Returns the words of a text in exactly this language; empty for none.
fn book_text<'run>(case: &Case<'run>, text: &'run Field<Text>, lang: Lang) -> &'run str {
    let said = text.get().and_then(|text| text.say(lang, case.main()));
    said.filter(|said| said.lang == lang).map_or("", |said| said.words)
}
