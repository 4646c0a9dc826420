//! Principles of partnership and of the programme. Out: `Principle`, `Horizontal`, `Gender`, `Rating`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Named, evidence};
use crate::catalogue;
use crate::described::At;
use crate::model;

/// One of the ten principles.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Principle {
    /// Its number, 1 to 10.
    pub number: Option<u8>,
    /// Its code.
    pub code: String,
    /// Its label.
    pub label: String,
    /// How it is kept, point by point.
    pub measures: Vec<Measure>,
    /// The partners' own mark, 1 to 5.
    pub rating: Option<u64>,
    /// What would make it better.
    pub improvement: Option<String>,
}

/// How a point is kept.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Measure {
    /// The label of the point.
    pub label: String,
    /// How, as Markdown.
    pub text: Option<String>,
}

/// A horizontal principle.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Horizontal {
    /// Its code.
    pub code: String,
    /// Its label.
    pub label: String,
    /// How it is kept, as Markdown.
    pub text: Option<String>,
    /// By what measures.
    pub measures: Vec<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
}

/// Equality of women and men.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Gender {
    /// Barriers in the project's field.
    pub barriers: Vec<GenderBarrier>,
    /// The sources that show them in words, each as title, publisher and day: what stands once after them.
    pub sources: Vec<String>,
    /// What shows that there are none, as Markdown.
    pub no_barriers: Option<String>,
    /// What keeps equality where there are none, as Markdown.
    pub preventive: Option<String>,
    /// How results lessen the barriers, as Markdown.
    pub result_effect: Option<String>,
    /// Equality in the project's management, as Markdown.
    pub management: Option<String>,
    /// Why the standard does not apply.
    pub exempt: Option<String>,
}

/// A barrier of equality.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct GenderBarrier {
    /// What it is.
    pub text: Option<String>,
    /// The ids of the sources that show it.
    pub evidence: Vec<String>,
    /// The action that answers it.
    pub action: Option<Named>,
    /// How, as Markdown.
    pub answer: Option<String>,
}

/// A mark for a success factor.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Rating {
    /// The label of the factor.
    pub label: String,
    /// The mark, 1 to 5.
    pub rating: Option<u64>,
    /// What it rests on.
    pub evidence: Option<String>,
    /// What would make it better.
    pub improvement: Option<String>,
}

impl Principle {
    /// Returns the principles that the application speaks of, in the deck's order.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let one = |entry: At<'_, model::PrincipleMeasures>| {
            let code = entry.principle.get()?.as_str();
            let number =
                catalogue::deck().list("principles").and_then(|list| list.get(code)).and_then(|term| term.no);
            Some(Self {
                number,
                code: code.to_owned(),
                label: voice.label("principles", code),
                measures: entry.measures().each().filter_map(|measure| point(voice, measure)).collect(),
                rating: entry.rating.get().map(|count| count.get()),
                improvement: voice.text(entry.improvement()),
            })
        };
        let mut principles: Vec<Self> = voice.facts.root().principles().each().filter_map(one).collect();
        principles.sort_by_key(|principle| principle.number.unwrap_or(u8::MAX));
        principles
    }
}

fn point(voice: &Voice<'_, '_>, measure: At<'_, model::PrincipleMeasure>) -> Option<Measure> {
    let text = voice.prose(measure.text());
    let label = measure.point.get().map(|point| voice.label("principle_points", point.as_str()));
    text.is_some().then(|| Measure { label: label.unwrap_or_default(), text })
}

impl Measure {
    /// Returns what is done for each accessibility standard.
    pub(super) fn accessibility(voice: &Voice<'_, '_>) -> Vec<Self> {
        let one = |entry: At<'_, model::AccessibilityMeasure>| {
            let text = voice.text(entry.measure())?;
            let code = entry.standard.get()?;
            Some(Self { label: voice.label("accessibility_standards", code.as_str()), text: Some(text) })
        };
        voice.facts.root().accessibility().each().filter_map(one).collect()
    }
}

impl Horizontal {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let one = |entry: At<'_, model::HorizontalStatement>| {
            let code = entry.principle.get()?.as_str();
            Some(Self {
                code: code.to_owned(),
                label: voice.label("horizontal_principles", code),
                text: voice.must(voice.prose(entry.text()), "PRIN-03"),
                measures: voice.texts(entry.measures()),
                short: voice.short(entry.short()),
            })
        };
        voice.facts.root().horizontal().each().filter_map(one).collect()
    }
}

impl Gender {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let gender = voice.facts.root().gender();
        let barrier = |barrier: At<'_, model::GenderBarrier>| GenderBarrier {
            text: voice.text(barrier.text()),
            evidence: voice.ids(&barrier.evidence),
            action: voice.named_by(&barrier.action),
            answer: voice.prose(barrier.answer()),
        };
        let shows = |id: &str| {
            gender.entry.barriers.iter().any(|barrier| barrier.evidence.iter().any(|own| own.as_str() == id))
        };
        Self {
            barriers: gender.barriers().each().map(barrier).collect(),
            sources: evidence::credits(voice, shows),
            no_barriers: voice.prose(gender.no_barriers()),
            preventive: voice.prose(gender.preventive()),
            result_effect: voice.prose(gender.result_effect()),
            management: voice.prose(gender.management()),
            exempt: voice.text(gender.exempt()),
        }
    }
}

impl Rating {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let one = |entry: At<'_, model::FactorRating>| {
            Some(Self {
                label: voice.label("factors", entry.factor.get()?.as_str()),
                rating: entry.rating.get().map(|count| count.get()),
                evidence: voice.text(entry.evidence()),
                improvement: voice.text(entry.improvement()),
            })
        };
        voice.facts.root().assessment().factors().each().filter_map(one).collect()
    }
}
