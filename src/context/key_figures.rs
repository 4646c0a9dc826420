//! What a page for busy people says of the problem in numbers. In: needs, evidence. Out: `KeyFigure`.

use super::shown::shown;
use super::{Comparison, Evidence, Figure, Need};

shown! {
    /// A number with what it shows.
    KeyFigure {
        /// What it shows: a need, or what was measured.
        title: String;
        /// The value with its unit.
        words: String;
        /// The area, where a source names it.
        area: Option<String>;
        /// Figures of other areas on the same day.
        comparisons: Vec<Comparison>;
        /// The ids of the sources that show it.
        sources: Vec<String>;
    }
}

/// How many numbers a busy reader takes in.
const FIGURES: usize = 3;

impl KeyFigure {
    /// Returns the scales of the most pressing needs and, where these are fewer than three, figures that
    /// can be compared.
    pub(super) fn all(needs: &[Need], evidence: &[Evidence]) -> Vec<Self> {
        let scales: Vec<Self> = needs.iter().filter_map(|need| Self::scale(need, evidence)).collect();
        let figures = evidence.iter().flat_map(|source| &source.figures);
        let compared = figures.filter(|figure| !figure.comparisons.is_empty()).filter_map(|figure| {
            Some(Self {
                title: figure.measure.clone()?,
                words: figure.words.clone()?,
                area: figure.area.clone(),
                comparisons: figure.comparisons.clone(),
                sources: vec![figure.source.clone()],
            })
        });
        let is_new = |figure: &Self| scales.iter().all(|scale| number(&scale.words) != number(&figure.words));
        let further: Vec<Self> = compared.filter(is_new).collect();
        scales.into_iter().chain(further).take(FIGURES).collect()
    }

    fn scale(need: &Need, evidence: &[Evidence]) -> Option<Self> {
        let words = need.scale.clone()?;
        let holds = |source: &&Evidence| need.scale_evidence.contains(&source.id);
        let figures = evidence.iter().filter(holds).flat_map(|source| &source.figures);
        let exact =
            |figure: &&Figure| figure.words.as_deref().is_some_and(|said| number(said) == number(&words));
        let comparisons =
            figures.filter(exact).map(|figure| figure.comparisons.clone()).next().unwrap_or_default();
        let sources = need.scale_evidence.clone();
        Some(Self { title: need.title.clone()?, words, comparisons, sources, area: None })
    }
}

/// Returns the number that words open with.
fn number(words: &str) -> &str {
    let ends = |sign: char| !sign.is_ascii_digit() && !matches!(sign, '\u{a0}' | ',' | '.' | '−');
    words.split(ends).next().unwrap_or_default().trim_end_matches(['\u{a0}', ',', '.'])
}
