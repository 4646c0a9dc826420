//! Sources and their figures. Words: `evidence.md`.

use crate::lang::Lang;
use std::collections::BTreeMap;

use super::lexicon::{holding, lexicon, starting};
use super::worded::text;
use super::{Case, Family, Faults, Rule, fault, lacks};
use crate::catalogue;
use crate::described::At;
use crate::diagnostic::Place;
use crate::facts::Placed;
use crate::model::{Evidence, Field, Measurement, Role, Sex, Text};
use crate::units::{Date, Number};

pub(super) const FAMILY: Family = Family {
    prefix: "EVID",
    rules: &[
        Rule::missing("EVID-01", "source-not-named", not_named),
        Rule::advice("EVID-02", "source-not-used", not_used),
        Rule::error("EVID-03", "figure-of-another-area", of_another_area),
        Rule::advice("EVID-04", "percentage-without-base", without_base),
        Rule::advice("EVID-05", "figure-not-interpreted", not_interpreted),
        Rule::warning("EVID-06", "research-without-method", without_method),
        Rule::error("EVID-07", "one-measure-with-two-values", two_values),
        Rule::advice("EVID-08", "figure-in-text-differs", super::quoted::differs),
        Rule::advice("EVID-09", "figure-in-text-without-source", super::marks::without_source),
        Rule::warning("EVID-10", "source-older-than-what-it-shows", super::marks::older),
        Rule::warning("EVID-11", "comparison-not-borne-out", super::across::misjudged),
        Rule::advice("EVID-12", "statistics-from-the-press", second_hand),
    ],
    text: include_str!("evidence.md"),
};

/// Returns all figures that could be read, each with its source.
fn figures<'run>(
    case: &Case<'run>,
) -> impl Iterator<Item = (&'run Placed<'run, Evidence>, At<'run, Measurement>)> + use<'run> {
    case.facts.evidence.iter().flat_map(|source| source.values().each().map(move |value| (source, value)))
}

fn not_named(case: &Case<'_>, faults: &mut Faults) {
    for source in &case.facts.evidence {
        if let Some(fault) =
            faults.lacking(&[source.title().gap(), source.publisher().gap(), source.date().gap()])
        {
            fault.with("id", source.called());
        }
    }
}

fn not_used(case: &Case<'_>, faults: &mut Faults) {
    let facts = case.facts;
    let needs = &case.application().diagnosis.needs;
    if needs.is_damaged() || needs.iter().any(|need| need.evidence.is_damaged()) {
        return;
    }
    // A need without evidence may be the one that a source is for.
    if facts.needs_in_scope().any(|need| need.evidence.is_missing()) {
        return;
    }
    for source in facts.evidence.iter().filter(|source| !source.id.is_empty()) {
        if !facts.references.iter().any(|reference| reference.id == source.id) {
            faults.at(source.place.clone()).with("id", source.called());
        }
    }
}

fn of_another_area(case: &Case<'_>, faults: &mut Faults) {
    let Some(area) = case.application().area.teryt.get() else { return };
    for (source, value) in figures(case) {
        let Some(teryt) = value.teryt.get().filter(|teryt| !teryt.is_within(area)) else { continue };
        if value.role.get() != Some(&Role::Comparator) {
            faults
                .at(value.teryt())
                .with("id", source.called())
                .with("measure", case.said(&value.measure))
                .with("teryt", teryt.to_string())
                .with("area", area.to_string())
                .also(case.root().area().teryt());
        }
    }
}

fn without_base(case: &Case<'_>, faults: &mut Faults) {
    for (source, value) in figures(case) {
        let is_percent =
            |unit: &str| matches!(unit.trim(), "%" | "procent" | "proc." | "per cent" | "percent");
        let percent = case.each(value.unit.get()).any(|(_, unit)| is_percent(unit));
        // A change in percent and a rate that everybody knows how to read are no shares to explain.
        let mut measures = case.each(value.measure.get());
        let known = measures.any(|(_, measure)| holding(measure, &lexicon().plain_percentages).is_some())
            || value.role.get() == Some(&Role::Comparator);
        let unclear = value.measure.is_unreadable() || value.role.is_unreadable();
        if percent && !known && !unclear && (value.base.value.is_missing() || value.base.label.is_blank()) {
            lacks!(faults at value.base())
                .with("id", source.called())
                .with("measure", case.said(&value.measure));
        }
    }
}

fn not_interpreted(case: &Case<'_>, faults: &mut Faults) {
    for (source, value) in figures(case) {
        // What a figure to compare with means is said where it is compared.
        if value.meaning.is_blank() && value.role.get() != Some(&Role::Comparator) {
            lacks!(faults at value.meaning())
                .with("id", source.called())
                .with("measure", case.said(&value.measure));
        }
    }
}

fn without_method(case: &Case<'_>, faults: &mut Faults) {
    let kinds = catalogue::list("evidence_kinds");
    for source in &case.facts.evidence {
        let kind = source.kind.get().and_then(|kind| kinds?.get(kind.as_str()));
        // The course of a workshop is told under `consultations`.
        let asked =
            kind.is_some_and(|kind| kind.group.as_deref() == Some("own_research") && kind.code != "workshop");
        if !asked {
            continue;
        }
        let _research = &source.research;
        if let Some(fault) = faults.lacking(&[
            source.research().method().gap(),
            source.research().population().gap(),
            source.research().sample().gap(),
            source.research().from().gap(),
            source.research().to().gap(),
            source.research().analysis().gap(),
        ]) {
            fault.with("id", source.called());
        }
    }
}

fn second_hand(case: &Case<'_>, faults: &mut Faults) {
    let press = &lexicon().press;
    for source in &case.facts.evidence {
        if source.kind.get().is_none_or(|kind| kind.as_str() != "statistics") {
            continue;
        }
        let publisher = text(case, source.publisher()).into_iter().map(|said| (said.place, said.words));
        let address = source.url.get().map(|url| (source.url().here(), url.as_str()));
        if let Some((place, words)) =
            publisher.chain(address).find(|(_, said)| starting(said, press).is_some())
        {
            fault!(faults at place, id = source.called(), words = words.trim());
        }
    }
}

/// What makes two figures speak of the same thing.
type Subject = (Lang, String, String, Option<Date>, Option<Sex>, String);

fn two_values(case: &Case<'_>, faults: &mut Faults) {
    let mut known: BTreeMap<Subject, (Number, Place, String)> = BTreeMap::new();
    for (source, value) in figures(case) {
        let Some(number) = value.value.copied() else { continue };
        let plain = |text: &Field<Text>, lang| case.say(text.get(), lang).trim().to_lowercase();
        let day = value.as_of.copied().or(source.date.copied());
        let subject = |lang| {
            let area = value.teryt.get().map_or_else(|| plain(&value.area, lang), ToString::to_string);
            (lang, plain(&value.measure, lang), area, day, value.sex.copied(), plain(&value.unit, lang))
        };
        let mut other = None;
        for (lang, _) in case.each(value.measure.get()) {
            let first =
                known.entry(subject(lang)).or_insert_with(|| (number, value.value().here(), source.called()));
            other = other.or_else(|| Some(first.clone()).filter(|(first, ..)| *first != number));
        }
        if let Some((first, at, other)) = other {
            faults
                .at(value.value())
                .with("measure", case.said(&value.measure))
                .with("value", number.to_string())
                .with("first", first.to_string())
                .with("source", other)
                .also(at);
        }
    }
}
