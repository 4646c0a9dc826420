//! Principles of partnership and of the programme. Out: `Principle`, `Horizontal`, `Gender`, `Rating`.

use super::shown::{OfValue, shown};
use super::voice::Voice;
use super::{Named, evidence};
use crate::catalogue;
use crate::described::At;
use crate::model;

shown! {
    /// One of the ten principles.
    Principle from (voice, entry: model::PrincipleMeasures) {
        /// Its number, 1 to 10.
        number: Option<u8> = number(entry.principle.get()?);
        /// Its code.
        code: String = voice.code(entry.principle())?;
        /// Its label.
        label: String = voice.words(entry.principle())?;
        /// How it is kept, point by point.
        measures: Vec<Measure>;
        /// The partners' own mark, 1 to 5.
        rating: Option<u64>;
        /// What would make it better.
        improvement: Option<String>;
    }

    /// How a point is kept.
    Measure from (voice, measure: model::PrincipleMeasure) {
        /// The label of the point.
        label: String = voice.words(measure.point()).unwrap_or_default();
        /// How, as Markdown.
        text: Option<String> = Some(voice.words(measure.text())?);
    }

    /// A horizontal principle.
    Horizontal from (voice, entry: model::HorizontalStatement) {
        /// Its code.
        code: String = voice.code(entry.principle())?;
        /// Its label.
        label: String = voice.words(entry.principle())?;
        /// How it is kept, as Markdown.
        text: Option<String> = voice.must(voice.shown(entry.text()), entry.text());
        /// By what measures.
        measures: Vec<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(entry.short());
    }

    /// Equality of women and men.
    Gender from (voice, gender: model::Gender) {
        /// Barriers in the project's field.
        barriers: Vec<GenderBarrier>;
        /// Those that no text of them names, in words: title, publisher and day. They stand once after the barriers.
        other_sources: Vec<String> = evidence::unnamed(voice, gender.entry, |id| is_shown_by(gender, id));
        /// What shows that there are none, as Markdown.
        no_barriers: Option<String>;
        /// What keeps equality where there are none, as Markdown.
        preventive: Option<String>;
        /// How results lessen the barriers, as Markdown.
        result_effect: Option<String>;
        /// Equality in the project's management, as Markdown.
        management: Option<String>;
        /// Why the standard does not apply.
        exempt: Option<String>;
    }

    /// A barrier of equality.
    GenderBarrier from (voice, barrier: model::GenderBarrier) {
        /// What it is.
        text: Option<String>;
        /// The ids of the sources that show it.
        evidence: Vec<String>;
        /// The action that answers it.
        action: Option<Named>;
        /// How, as Markdown.
        answer: Option<String>;
    }

    /// A mark for a success factor.
    Rating from (voice, entry: model::FactorRating) {
        /// The label of the factor.
        label: String = voice.words(entry.factor())?;
        /// The mark, 1 to 5.
        rating: Option<u64>;
        /// What it rests on.
        evidence: Option<String>;
        /// What would make it better.
        improvement: Option<String>;
    }
}

fn number(principle: &model::Principle) -> Option<u8> {
    catalogue::deck().list(model::Principle::LIST)?.get(principle.as_str())?.no
}

/// Tells whether a source shows a barrier of equality.
fn is_shown_by(gender: At<'_, model::Gender>, source: &str) -> bool {
    gender.entry.barriers.iter().any(|barrier| barrier.evidence.names(source))
}

impl Principle {
    /// Returns the principles that the application speaks of, in the deck's order.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let mut principles: Vec<Self> = voice.shown(voice.facts.root().principles());
        principles.sort_by_key(|principle| principle.number.unwrap_or(u8::MAX));
        principles
    }
}

impl OfValue<model::AccessibilityMeasure> for Measure {
    fn of_value(voice: &Voice<'_, '_>, entry: At<'_, model::AccessibilityMeasure>) -> Option<Self> {
        Some(Self { text: Some(voice.words(entry.measure())?), label: voice.words(entry.standard())? })
    }
}
