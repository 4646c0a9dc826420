//! Sources and their figures. Out: `Evidence`, each with its citation and its figures compared.

use std::collections::BTreeSet;

use super::shown::shown;
use super::voice::Voice;
use super::{Exact, quantity};
use crate::described::{At, Described, Step, View, visit};
use crate::model::{self, Measurement, Role, Sex};
use crate::prose;
use crate::units::{Date, Number};

shown! {
    /// A source.
    Evidence from (voice, entry: model::Evidence) {
        /// Its id, which the filter `note` turns into a reference.
        id: String;
        /// The label of its kind.
        kind: Option<String>;
        /// Its title.
        title: Option<String> = voice.must(title(voice, entry), entry.title());
        /// Who published it.
        publisher: Option<String> = voice.must(voice.shown(entry.publisher()), entry.publisher());
        /// Its date.
        date: Option<Exact<Date>>;
        /// The whole source as a footnote says it.
        citation: String = cite(voice, entry);
        /// Title, publisher and day of the source, for text that has no footnotes.
        credit: String = head(voice, entry).join(", ");
        /// How own research was done, in a sentence.
        research: Option<String> = research(voice, entry);
        /// Its figures of the area, each with those to compare it with.
        figures: Vec<Figure> = figures(voice, entry);
        /// Those that show how its area is made up: of one unit, base and day, none with a figure to compare it with. Nothing
        /// where they are fewer than three.
        parts: Vec<Figure> = parts(&figures(voice, entry));
        /// What it says beyond figures, as Markdown.
        findings: Option<String>;
        /// The ids of the needs it supports.
        needs: Vec<String> = supported(voice, entry.id);
    }

    /// A figure: one measure, one area, one day, one value.
    Figure {
        /// The source's id.
        source: String;
        /// What is measured.
        measure: Option<String>;
        /// The value.
        value: Option<Exact<Number>>;
        /// The unit.
        unit: Option<String>;
        /// The value with its unit, as the reader sees it.
        words: Option<String>;
        /// The day it holds for.
        as_of: Option<Exact<Date>>;
        /// The area it holds for.
        area: Option<String>;
        /// Whom it counts: `kobiety`.
        sex: Option<String>;
        /// What a percentage is a share of: `osoby bezrobotne (1 240)`.
        base: Option<String>;
        /// Figures of other areas on the same day.
        comparisons: Vec<Comparison>;
        /// What follows from it, as Markdown.
        meaning: Option<String>;
        /// What a chart of it shows, in words: measure, areas, values.
        alt: String;
        /// Whether it is another area's, with no figure of the own one to stand beside.
        is_comparator: bool;
        /// Whether a series shows it together with a newer one.
        is_past: bool;
    }

    /// A figure of another area.
    Comparison {
        /// The area.
        area: String;
        /// The value.
        value: Exact<Number>;
        /// The value with its unit.
        words: String;
    }
}

/// Title, publisher, day, page, research, address: what a footnote says once.
fn cite(voice: &Voice<'_, '_>, entry: At<'_, model::Evidence>) -> String {
    let further = [voice.words(entry.page()), research(voice, entry), voice.words(entry.url())];
    let mut parts = head(voice, entry);
    parts.extend(further.into_iter().flatten());
    let text = parts.join(", ");
    if text.ends_with('.') { text } else { text + "." }
}

/// Returns the ids of the needs that a source supports.
fn supported(voice: &Voice<'_, '_>, source: &str) -> Vec<String> {
    let needs = voice.facts.needs.iter().filter(|need| need.evidence.names(source));
    needs.map(|need| need.id.to_owned()).collect()
}

/// Returns the wanted sources that no text of an entry names, in words.
pub(super) fn unnamed(
    voice: &Voice<'_, '_>,
    entry: &impl Described,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<String> {
    let facts = voice.facts;
    let mut named = BTreeSet::new();
    visit(entry, &mut |spot| {
        if let View::Text(text, _) = spot.view {
            let said = text.say(voice.lang, facts.application.meta.lang.copied().unwrap_or_default());
            named.extend(said.into_iter().flat_map(|said| prose::named(facts, said.words)));
        }
        Step::Into
    });
    let sources = facts.evidence.iter().filter(|source| is_wanted(source.id) && !named.contains(source.id));
    sources.map(|source| head(voice, **source).join(", ")).filter(|credit| !credit.is_empty()).collect()
}

fn title(voice: &Voice<'_, '_>, entry: At<'_, model::Evidence>) -> Option<String> {
    voice.example(voice.words(entry.title()), &entry.fictional)
}

/// Title, publisher and day, those that are given.
fn head(voice: &Voice<'_, '_>, entry: At<'_, model::Evidence>) -> Vec<String> {
    let title = voice.must(title(voice, entry), entry.title());
    let publisher = voice.must(voice.words(entry.publisher()), entry.publisher());
    let day = entry.date.get().map(|date| date.words(voice.lang));
    // A title often says the day itself.
    let spaces = |text: &str| text.replace('\u{a0}', " ");
    let is_said = |day: &String| title.as_ref().is_some_and(|title| spaces(title).contains(&spaces(day)));
    let day = day.filter(|day| !is_said(day));
    let day = day.map(|day| format!("{} {day}", voice.lang.pick("stan na", "as of")));
    [title, publisher, day].into_iter().flatten().collect()
}

/// Says how own research was done: method, whom, how many, when, how it was worked on.
fn research(voice: &Voice<'_, '_>, entry: At<'_, model::Evidence>) -> Option<String> {
    let research = entry.research();
    let sample = research.sample.get().map(|count| {
        let respondents = quantity::noun(
            voice.lang,
            count.get(),
            voice
                .lang
                .pick(["odpowiedź", "odpowiedzi", "odpowiedzi"], ["response", "responses", "responses"]),
        );
        format!("{}\u{a0}{respondents}", count.words(voice.lang))
    });
    let (from, to) = (research.from.copied(), research.to.copied());
    let days = from.zip(to).map(|(from, to)| crate::units::Period { from, to }.words(voice.lang));
    let parts = [
        voice.words(research.method()),
        voice.words(research.population()),
        sample,
        days,
        voice.words(research.analysis()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The measure, the day and the unit, by which figures belong together.
type Subject = (Option<String>, Option<Exact<Date>>, Option<String>);

/// Puts figures to compare with beside the figure of the own area; one without such a figure stands
/// for itself.
fn figures(voice: &Voice<'_, '_>, entry: At<'_, model::Evidence>) -> Vec<Figure> {
    let said: Vec<(Subject, bool, Figure)> = entry
        .values()
        .each()
        .map(|value| {
            let figure = figure(voice, entry, value);
            let subject = (figure.measure.clone(), figure.as_of, figure.unit.clone());
            (subject, value.role.get() == Some(&Role::Comparator), figure)
        })
        .collect();
    let mut figures: Vec<(Subject, Figure)> = Vec::new();
    for (subject, is_comparator, figure) in &said {
        if !is_comparator {
            figures.push((subject.clone(), figure.clone()));
        }
    }
    for (subject, is_comparator, figure) in said {
        if !is_comparator {
            continue;
        }
        let comparison = || {
            let (area, value, words) = (figure.area.clone()?, figure.value?, figure.words.clone()?);
            Some(Comparison { area, value, words })
        };
        let mut own =
            figures.iter_mut().filter(|(known, found)| *known == subject && found.sex == figure.sex);
        match (own.next(), comparison()) {
            (Some((_, own)), Some(comparison)) if figure.meaning.is_none() => {
                own.comparisons.push(comparison)
            }
            _ => figures.push((subject, figure)),
        }
    }
    let mut figures: Vec<Figure> = figures.into_iter().map(|(_, figure)| figure).collect();
    for figure in &mut figures {
        figure.alt = alt(figure);
    }
    figures
}

fn parts(figures: &[Figure]) -> Vec<Figure> {
    let kind = |figure: &Figure| {
        let words = [&figure.unit, &figure.area, &figure.base].map(Clone::clone);
        let is_alone = figure.comparisons.is_empty() && !figure.is_comparator && figure.value.is_some();
        is_alone.then_some((words, figure.as_of))
    };
    let Some(first) = figures.iter().find_map(kind) else { return Vec::new() };
    let parts: Vec<Figure> =
        figures.iter().filter(|figure| kind(figure).as_ref() == Some(&first)).cloned().collect();
    if parts.len() < 3 { Vec::new() } else { parts }
}

fn alt(figure: &Figure) -> String {
    let own = [figure.area.as_deref(), figure.words.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" – ");
    let others = figure.comparisons.iter().map(|other| format!("{} – {}", other.area, other.words));
    let values: Vec<String> = std::iter::once(own).chain(others).collect();
    let text = format!("{}: {}", figure.measure.as_deref().unwrap_or_default(), values.join("; "));
    super::origins::capital(&super::mark::plain(&text))
}

fn figure(voice: &Voice<'_, '_>, source: At<'_, model::Evidence>, value: At<'_, Measurement>) -> Figure {
    let unit = voice.words(value.unit());
    let say = |number: Number| quantity::words(number, unit.as_deref().unwrap_or_default(), voice.lang);
    let as_of = value.as_of.get().or(source.date.get());
    let own_area = || {
        let area = voice.facts.root().area();
        voice.words(area.name())
    };
    let reference = value.reference();
    let comparison = reference.value.copied().and_then(|number| {
        let area = voice.words(reference.area())?;
        Some(Comparison { area, value: Exact(number), words: say(number) })
    });
    // „Bezrobotne kobiety” need no second word on whom they count, in whatever language they stand.
    let measure = voice.words(value.measure()).unwrap_or_default().to_lowercase();
    let says = |stem: &str, english: &str| {
        let mut words = measure.split(|sign: char| !sign.is_alphabetic());
        words.any(|word| word.starts_with(stem) || word == english)
    };
    let sex = value.sex.get().and_then(|sex| match sex {
        Sex::Women => (!says("kobiet", "women")).then(|| voice.lang.pick("kobiety", "women")),
        Sex::Men => (!says("mężczy", "men")).then(|| voice.lang.pick("mężczyźni", "men")),
    });
    let label = voice.words(value.base().label());
    let base = match (label, value.base.value.get()) {
        (Some(label), Some(number)) => Some(format!("{label} ({})", number.words(voice.lang))),
        (None, Some(number)) => Some(number.words(voice.lang)),
        (label, None) => label,
    };
    Figure {
        source: source.id.to_owned(),
        measure: Some(
            voice.must_name(voice.example(voice.words(value.measure()), &value.fictional), value.measure()),
        ),
        value: value.value.copied().map(Exact),
        words: value.value.copied().map(say),
        unit: unit.clone(),
        as_of: as_of.copied().map(Exact),
        area: voice.words(value.area()).or_else(own_area),
        sex: sex.map(str::to_owned),
        base,
        comparisons: comparison.into_iter().collect(),
        meaning: voice.words(value.meaning()),
        alt: String::new(),
        is_comparator: value.role.get() == Some(&Role::Comparator),
        is_past: false,
    }
}
