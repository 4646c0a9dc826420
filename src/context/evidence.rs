//! Sources and their figures. Out: `Evidence`, each with its citation and its figures compared.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Exact, quantity};
use crate::described::At;
use crate::facts::Placed;
use crate::model::{self, Measurement, Role, Sex};
use crate::units::{Date, Number};

/// A source.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Evidence {
    /// Its id, which the filter `note` turns into a reference.
    pub id: String,
    /// The label of its kind.
    pub kind: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its date.
    pub date: Option<Exact<Date>>,
    /// The whole source as a footnote says it.
    pub citation: String,
    /// Title, publisher and day of the source, for text that has no footnotes.
    pub credit: String,
    /// How own research was done, in a sentence.
    pub research: Option<String>,
    /// Its figures of the area, each with those to compare it with.
    pub figures: Vec<Figure>,
    /// What it says beyond figures, as Markdown.
    pub findings: Option<String>,
    /// The ids of the needs it supports.
    pub needs: Vec<String>,
}

/// A figure: one measure, one area, one day, one value.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Figure {
    /// The source's id.
    pub source: String,
    /// What is measured.
    pub measure: Option<String>,
    /// The value.
    pub value: Option<Exact<Number>>,
    /// The unit.
    pub unit: Option<String>,
    /// The value with its unit, as the reader sees it.
    pub words: Option<String>,
    /// The day it holds for.
    pub as_of: Option<Exact<Date>>,
    /// The area it holds for.
    pub area: Option<String>,
    /// Whom it counts: `kobiety`.
    pub sex: Option<String>,
    /// What a percentage is a share of: `osoby bezrobotne (1 240)`.
    pub base: Option<String>,
    /// Figures of other areas on the same day.
    pub comparisons: Vec<Comparison>,
    /// What follows from it, as Markdown.
    pub meaning: Option<String>,
    /// What a chart of it shows, in words: measure, areas, values.
    pub alt: String,
}

/// A figure of another area.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Comparison {
    /// The area.
    pub area: String,
    /// The value.
    pub value: Exact<Number>,
    /// The value with its unit.
    pub words: String,
}

impl Evidence {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        voice.facts.evidence.iter().map(|entry| Self::one(voice, entry)).collect()
    }

    fn one(voice: &Voice<'_, '_>, entry: &Placed<'_, model::Evidence>) -> Self {
        let needs = voice.facts.needs.iter();
        let supports =
            |need: &&Placed<'_, model::Need>| need.evidence.iter().any(|id| id.as_str() == entry.id);
        let mut evidence = Self {
            id: entry.id.to_owned(),
            kind: entry.kind.get().map(|kind| voice.label("evidence_kinds", kind.as_str())),
            title: voice.must(title(voice, entry), "EVID-01"),
            publisher: voice.must(voice.words(entry.publisher()), "EVID-01"),
            date: voice.shown(entry.date()),
            citation: String::new(),
            credit: String::new(),
            research: research(voice, entry),
            figures: figures(voice, entry),
            findings: voice.words(entry.findings()),
            needs: needs.filter(supports).map(|need| need.id.to_owned()).collect(),
        };
        evidence.citation = evidence.cite(voice, entry);
        evidence.credit = head(voice, entry).join(", ");
        evidence
    }

    /// Title, publisher, day, page, research, address: what a footnote says once.
    fn cite(&self, voice: &Voice<'_, '_>, entry: &Placed<'_, model::Evidence>) -> String {
        let further = [voice.words(entry.page()), self.research.clone(), voice.words(entry.url())];
        let mut parts = head(voice, entry);
        parts.extend(further.into_iter().flatten());
        let text = parts.join(", ");
        if text.ends_with('.') { text } else { text + "." }
    }
}

/// Returns the sources whose ids are wanted in words.
pub(super) fn credits(voice: &Voice<'_, '_>, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let sources = voice.facts.evidence.iter().filter(|source| is_wanted(source.id));
    sources.map(|source| head(voice, source).join(", ")).filter(|credit| !credit.is_empty()).collect()
}

fn title(voice: &Voice<'_, '_>, entry: &Placed<'_, model::Evidence>) -> Option<String> {
    voice.example(voice.words(entry.title()), &entry.fictional)
}

/// Title, publisher and day, those that are given.
fn head(voice: &Voice<'_, '_>, entry: &Placed<'_, model::Evidence>) -> Vec<String> {
    let title = voice.must(title(voice, entry), "EVID-01");
    let publisher = voice.must(voice.words(entry.publisher()), "EVID-01");
    let day = entry.date.get().map(|date| date.words(voice.lang));
    // A title often says the day itself.
    let spaces = |text: &str| text.replace('\u{a0}', " ");
    let is_said = |day: &String| title.as_ref().is_some_and(|title| spaces(title).contains(&spaces(day)));
    let day = day.filter(|day| !is_said(day));
    let day = day.map(|day| format!("{} {day}", voice.lang.pick("stan na", "as of")));
    [title, publisher, day].into_iter().flatten().collect()
}

/// Says how own research was done: method, whom, how many, when, how it was worked on.
fn research(voice: &Voice<'_, '_>, entry: &Placed<'_, model::Evidence>) -> Option<String> {
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
fn figures(voice: &Voice<'_, '_>, entry: &Placed<'_, model::Evidence>) -> Vec<Figure> {
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

fn alt(figure: &Figure) -> String {
    let own = [figure.area.as_deref(), figure.words.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" – ");
    let others = figure.comparisons.iter().map(|other| format!("{} – {}", other.area, other.words));
    let values: Vec<String> = std::iter::once(own).chain(others).collect();
    let text = format!("{}: {}", figure.measure.as_deref().unwrap_or_default(), values.join("; "));
    let text = super::mark::plain(&text);
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

fn figure(voice: &Voice<'_, '_>, source: &Placed<'_, model::Evidence>, value: At<'_, Measurement>) -> Figure {
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
    let sex = value.sex.get().map(|sex| match sex {
        Sex::Women => voice.lang.pick("kobiety", "women"),
        Sex::Men => voice.lang.pick("mężczyźni", "men"),
    });
    let label = voice.words(value.base().label());
    let base = match (label, value.base.value.get()) {
        (Some(label), Some(number)) => Some(format!("{label} ({})", number.words(voice.lang))),
        (None, Some(number)) => Some(number.words(voice.lang)),
        (label, None) => label,
    };
    // „Bezrobotne kobiety” need no second word on whom they count.
    let measure = voice.words(value.measure()).unwrap_or_default().to_lowercase();
    Figure {
        source: source.id.to_owned(),
        measure: Some(voice.must_name(voice.example(voice.words(value.measure()), &value.fictional))),
        value: value.value.copied().map(Exact),
        words: value.value.copied().map(say),
        unit: unit.clone(),
        as_of: as_of.copied().map(Exact),
        area: voice.words(value.area()).or_else(own_area),
        sex: sex.filter(|word| !measure.contains(word.trim_end_matches(['y', 'i']))).map(str::to_owned),
        base,
        comparisons: comparison.into_iter().collect(),
        meaning: voice.words(value.meaning()),
        alt: String::new(),
    }
}
