//! Risks. Out: `Risk`, the gravest first; `RiskRow`, likelihood × impact.

use super::Named;
use super::shown::shown;
use super::voice::Voice;
use crate::lang::Lang;
use crate::model;

shown! {
    /// A risk.
    Risk from (voice, risk: model::Risk) {
        /// Its id.
        id: String;
        /// The label of its kind.
        kind: Option<String>;
        /// The risk in one line.
        title: Option<String> = voice.name(risk.title());
        /// The objectives and actions it threatens.
        threatens: Vec<Named>;
        /// How likely, 1 to 5.
        probability: Option<u64>;
        /// How bad, 1 to 5.
        impact: Option<u64>;
        /// Likelihood times impact, 1 to 25.
        weight: Option<u64> =
            risk.probability.get().zip(risk.impact.get()).and_then(|(own, impact)| own.get().checked_mul(impact.get()));
        /// The letter of its grade by that product: N, Ś, W in Polish, L, M, H in English.
        letter: Option<String> =
            risk.probability.get().zip(risk.impact.get()).map(|(own, impact)| letter(own.get().saturating_mul(impact.get()), voice.lang));
        /// The partner that watches it.
        owner: Option<Named> = voice.must_named(voice.shown(risk.owner()), risk.owner());
        /// What shows that it comes.
        trigger: Option<String>;
        /// What keeps it away, as Markdown.
        prevention: Option<String>;
        /// What is done when it comes, as Markdown.
        response: Option<String> = voice.must(voice.shown(risk.response()), risk.response());
        /// What stays of it.
        residual: Option<String>;
    }

    /// The risks of one likelihood, by impact.
    RiskRow {
        /// How likely, 5 to 1.
        probability: u64;
        /// The cells of impact 1 to 5.
        cells: Vec<RiskCell>;
    }

    /// The risks of one likelihood and one impact.
    RiskCell {
        /// The letter of their grade: N, Ś, W in Polish, L, M, H in English.
        letter: String;
        /// Their ids.
        ids: Vec<String>;
    }
}

/// Returns the letter of a grade: up to 4 of 25 is low, from 10 on high.
fn letter(weight: u64, lang: Lang) -> String {
    let letters = lang.pick(["N", "Ś", "W"], ["L", "M", "H"]);
    let grade = usize::from(weight > 4) + usize::from(weight > 9);
    letters[grade].to_owned()
}

impl RiskRow {
    /// Lays risks out by likelihood and impact, the likeliest row first; empty where none has both.
    pub(super) fn matrix(risks: &[Risk], lang: Lang) -> Vec<Self> {
        let weighed = |risk: &&Risk| {
            let scale = 1..=5;
            risk.probability.is_some_and(|mark| scale.contains(&mark))
                && risk.impact.is_some_and(|mark| scale.contains(&mark))
        };
        let known: Vec<&Risk> = risks.iter().filter(weighed).collect();
        if known.is_empty() {
            return Vec::new();
        }
        let cell = |probability: u64, impact: u64| {
            let here = |risk: &&&Risk| risk.probability == Some(probability) && risk.impact == Some(impact);
            let ids = known.iter().filter(here).map(|risk| risk.id.clone()).collect();
            RiskCell { letter: letter(probability * impact, lang), ids }
        };
        let row = |probability| Self {
            probability,
            cells: (1..=5).map(|impact| cell(probability, impact)).collect(),
        };
        (1..=5).rev().map(row).collect()
    }
}

impl Risk {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let mut risks: Vec<Self> = voice.all(&voice.facts.risks);
        risks.sort_by_key(|risk| std::cmp::Reverse(risk.weight.unwrap_or_default()));
        risks
    }
}
