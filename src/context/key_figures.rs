//! What a page for busy people says of the problem in numbers. In: needs, evidence. Out: `KeyFigure`.

use schemars::JsonSchema;
use serde::Serialize;

use super::evidence::{holders, number};
use super::{Comparison, Evidence, Need};

/// How many numbers a busy reader takes in.
const FIGURES: usize = 3;

/// A number with what it shows.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct KeyFigure {
    /// What it shows: a need, or what was measured.
    pub title: String,
    /// The value with its unit.
    pub words: String,
    /// The area, where a source names it.
    pub area: Option<String>,
    /// Figures of other areas on the same day.
    pub comparisons: Vec<Comparison>,
    /// The ids of the sources that show it.
    pub sources: Vec<String>,
}

impl KeyFigure {
    /// Returns the scales of the most pressing needs and, where these are fewer than three, figures that
    /// can be compared.
    /// A scale is credited to the sources of its need that hold this very number, else to all of them.
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
        let cited = evidence.iter().filter(|source| need.evidence.contains(&source.id));
        let figures = cited.flat_map(|source| &source.figures);
        let exact: Vec<_> = figures
            .filter(|figure| figure.words.as_deref().is_some_and(|said| number(said) == number(&words)))
            .collect();
        let mut sources = holders(&words, &need.evidence, evidence);
        if sources.is_empty() {
            sources.clone_from(&need.evidence);
        }
        let comparisons = exact.first().map(|figure| figure.comparisons.clone()).unwrap_or_default();
        Some(Self { title: need.title.clone()?, words, comparisons, sources, area: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Figure;

    #[test]
    fn a_scale_is_credited_to_the_source_that_holds_it() {
        let source = |id: &str, words: &str| Evidence {
            id: id.into(),
            figures: vec![Figure { source: id.into(), words: Some(words.into()), ..Figure::default() }],
            ..Evidence::default()
        };
        let need = |scale: &str| Need {
            title: Some("Bezrobocie".into()),
            scale: Some(scale.into()),
            evidence: vec!["E1".into(), "E2".into()],
            ..Need::default()
        };
        let evidence = [source("E1", "24,2\u{a0}%"), source("E2", "1\u{a0}640 osób")];
        let sources = |scale: &str| KeyFigure::all(&[need(scale)], &evidence).remove(0).sources;
        assert_eq!(sources("1\u{a0}640 bezrobotnych"), ["E2"]);
        assert_eq!(sources("24 gminy"), ["E1", "E2"]);
        let credited = |scale: &str| {
            let mut need = need(scale);
            need.credit(&evidence);
            (need.scale_evidence, need.further_evidence)
        };
        assert_eq!(credited("1\u{a0}640 bezrobotnych"), (vec!["E2".into()], vec!["E1".into()]));
        assert_eq!(credited("24 gminy"), (vec!["E1".into()], vec!["E2".into()]));
    }
}
