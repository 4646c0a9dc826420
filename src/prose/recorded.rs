//! What of an application goes into the `Book` of recorded figures. In: `Facts`. Out: entries.

use rust_decimal::Decimal;

use super::lexicon::lexicon;
use super::records::{Aspect, Book, Class, Subject, all_words, said, significant};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Field, Text};
use crate::units::{Count, Money, Number};
use crate::words::plain;

impl<'run> Book<'run> {
    /// Records what sources and needs say.
    pub(super) fn evidence(&mut self, facts: &Facts<'run>) {
        let (lang, main) = (self.lang, self.main);
        let said = |text: &'run Field<Text>| said(text, lang, main);
        for source in &facts.evidence {
            let about = [said(&source.entry.title), said(&source.entry.publisher)];
            for at in source.values().each() {
                let figure = at.entry;
                let Some(value) = figure.value.copied() else { continue };
                let (class, unit, times) = unit(any(&figure.unit, lang, main));
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
                    aspect: Aspect::Evidence,
                    class,
                    words: significant(said(&figure.measure)),
                    unit,
                    around: around.collect(),
                    years: day.iter().map(|day| day.to_string().chars().take(4).collect()).collect(),
                    value: Number::from_decimal(value.decimal().saturating_mul(times)),
                    id: source.called(),
                    place: at.value().here(),
                    name: figure.measure.get(),
                    phrase: "",
                });
            }
            self.count(source.entry.research.sample.copied());
        }
        for need in &facts.needs {
            let Some(value) = need.scale.value.copied() else { continue };
            let words = said(&need.entry.scale.unit);
            let (class, unit, times) = unit(words);
            self.record_in(class, value.decimal(), times);
            let subject = Subject::of(Aspect::Evidence, class, significant(words), value, need.called());
            let name = need.entry.scale.unit.get();
            self.add(Subject { unit, name, place: need.scale().here(), ..subject });
        }
    }

    /// Records whom the project supports and what it is to reach.
    pub(super) fn plan(&mut self, facts: &Facts<'run>) {
        let (lang, main) = (self.lang, self.main);
        let said = |text: &'run Field<Text>| said(text, lang, main);
        let people = plain(lang.pick("osób", "people"));
        let entities = plain(lang.pick("podmiotów", "entities"));
        for group in &facts.groups {
            for size in [&group.entry.size, &group.entry.population] {
                for count in [&size.total, &size.women, &size.men] {
                    self.count(count.copied());
                }
            }
            let Some(total) = group.size.total.copied() else { continue };
            let words = significant(said(&group.entry.name));
            let subject = Subject::of(Aspect::Plan, Class::Things, words, total.into(), group.called());
            let (name, place) = (group.entry.name.get(), group.size().here());
            let unit = if group.is_of_people() { &people } else { &entities };
            self.add(Subject { unit: unit.clone(), name, place, ..subject });
        }
        for indicator in &facts.indicators {
            let entry = indicator.entry;
            let (class, unit, times) = unit(any(&entry.unit, lang, main));
            let parts = entry.parts.iter().flat_map(|part| [&part.target, &part.women, &part.men]);
            let values = [&entry.baseline, &entry.target, &entry.women.target, &entry.men.target];
            for value in values.into_iter().chain(parts).filter_map(|value| value.copied()) {
                self.record_in(class, value.decimal(), times);
            }
            let Some(target) = entry.target.copied() else { continue };
            let words = significant(said(&entry.name));
            let subject = Subject::of(Aspect::Plan, class, words, target, indicator.called());
            let (name, place) = (entry.name.get(), indicator.target().here());
            self.add(Subject { unit, name, place, ..subject });
        }
        let area = &facts.application.area;
        self.count(area.population.copied());
        area.units.iter().for_each(|unit| self.count(unit.population.copied()));
        facts.actions.iter().for_each(|action| self.count(action.participants.copied()));
        let people = facts.totals().people;
        [people.total, people.women, people.men]
            .into_iter()
            .for_each(|count| self.count(Some(Count::new(count))));
    }

    /// Records money.
    pub(super) fn money(&mut self, facts: &Facts<'run>) {
        let budget = facts.root().budget();
        let totals = facts.totals();
        let lines = facts
            .lines
            .iter()
            .flat_map(|line| [Facts::amount(line), line.unit_price.copied(), line.own.copied()]);
        let sources = budget.sources.iter().map(|source| source.amount.copied());
        let turnovers = facts.partners.iter().map(|partner| partner.turnover.copied());
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
        for phrase in self.lang.pick(&lexicon().totals_pl, &lexicon().totals_en) {
            let value = Number::from_decimal(zlotys(total).normalize());
            let subject =
                Subject::of(Aspect::Plan, Class::Money, significant(phrase), value, "budget".to_owned());
            self.add(Subject { phrase, place: budget.total().here(), ..subject });
        }
    }
}

fn zlotys(amount: Money) -> Decimal {
    Decimal::new(amount.grosze(), 2)
}

/// Reads a unit: its kind, its first word, and by what a value in it is multiplied.
pub(super) fn unit(words: &str) -> (Class, String, Decimal) {
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
pub(super) fn any(text: &Field<Text>, lang: Lang, main: Lang) -> &str {
    text.get().and_then(|text| text.say(lang, main)).map_or("", |said| said.words)
}
