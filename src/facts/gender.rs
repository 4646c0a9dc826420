//! The minimum standard of equality of women and men: which of its questions the application answers. In:
//! `Facts`. Out: `GenderAnswer`s.

use super::Facts;
use crate::catalogue::{self, Term};
use crate::diagnostic::Place;
use crate::model::{GenderBarrier, Indicator};

/// A question of the standard and whether the application answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenderAnswer {
    /// The question, of `gender_questions`.
    pub question: &'static Term,
    /// Where the answer stands, or should.
    pub place: Place,
    /// Whether there is one.
    pub answered: bool,
}

impl Facts<'_> {
    /// Returns the questions that count for this application; of those that exclude each other, the one
    /// that applies.
    pub fn gender_answers(&self) -> Vec<GenderAnswer> {
        let questions = catalogue::list("gender_questions").into_iter().flat_map(|list| list.terms());
        let answers = questions.filter_map(|question| {
            let (place, answered) = self.gender_answer(&question.code)?;
            Some(GenderAnswer { question, place, answered })
        });
        answers.collect()
    }

    /// Returns where the answer to a question stands and whether it is there; `None` for the one of
    /// questions 2 and 3 that does not apply.
    fn gender_answer(&self, question: &str) -> Option<(Place, bool)> {
        let own = self.root().gender();
        let barriers = !own.barriers.is_empty();
        let none_found = !barriers && !own.no_barriers.is_blank();
        Some(match question {
            "barriers" => (own.barriers().into(), barriers || none_found),
            "answering_actions" if !none_found => {
                let answered =
                    |barrier: &GenderBarrier| barrier.action.is_given() || !barrier.answer.is_blank();
                (own.barriers().into(), barriers && own.barriers.iter().all(answered))
            }
            "preserving_actions" if none_found => (own.preventive().into(), !own.preventive.is_blank()),
            "results" => {
                let split = |indicator: &Indicator| {
                    indicator.by_sex.copied() == Some(true)
                        || indicator.women.target.is_given()
                        || indicator.men.target.is_given()
                };
                let found = !own.result_effect.is_blank() || self.indicators.iter().any(|one| split(one));
                (own.result_effect().into(), found)
            }
            "management" => (own.management().into(), !own.management.is_blank()),
            _ => return None,
        })
    }
}
