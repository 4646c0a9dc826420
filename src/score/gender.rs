//! The minimum standard of equality of women and men. In: `Facts`, `Profile`. Out: `Gender`.

use serde::Serialize;

use super::Verdict;
use crate::catalogue::Label;
use crate::diagnostic::Place;
use crate::facts::{Facts, GenderAnswer};
use crate::profile::Profile;
use crate::units::Count;

/// The filled minimum standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gender {
    /// The questions that count here; of those that exclude each other, the one that applies.
    pub answers: Vec<Answer>,
    /// The points reached if the assessor takes every answer for enough.
    pub reached: Count,
    /// The points that can be reached.
    pub possible: Count,
    /// The points from which the standard is met; `None` when the profile does not know them.
    pub pass: Option<Count>,
    /// Whether points and pass mark were compared with their source.
    pub verified: bool,
    /// Whether it is met.
    pub verdict: Verdict,
}

/// A question and whether the application answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The code in `gender_questions`.
    pub question: String,
    /// The question.
    pub title: Label,
    /// The points it brings.
    pub points: Count,
    /// Where the answer stands, or should.
    pub place: Place,
    /// Whether there is one.
    pub answered: bool,
}

/// Fills the standard; `None` when the profile gives no points for it.
pub(super) fn gender(facts: &Facts, profile: &Profile) -> Option<Gender> {
    let points = profile.gender_points.as_ref()?;
    let own = &facts.application.gender;
    let answers: Vec<Answer> = facts
        .gender_answers()
        .into_iter()
        .filter_map(|GenderAnswer { question, place, answered }| {
            let points = *points.value.get(&question.code)?;
            let title = Label { pl: question.pl.clone(), en: question.en.clone() };
            Some(Answer { question: question.code.clone(), title, points, place, answered })
        })
        .collect();
    let sum = |answers: &mut dyn Iterator<Item = &Answer>| answers.map(|answer| answer.points).sum::<Count>();
    let reached = sum(&mut answers.iter().filter(|answer| answer.answered));
    let possible = sum(&mut answers.iter());
    let pass = profile.gender_pass.as_ref();
    let verdict = match pass.map(|pass| pass.value) {
        _ if !own.exempt.is_blank() => Verdict::Exempt,
        None => Verdict::Open,
        Some(pass) if reached >= pass => Verdict::Met,
        Some(_) => Verdict::NotMet,
    };
    Some(Gender {
        answers,
        reached,
        possible,
        pass: pass.map(|pass| pass.value),
        verified: points.origin.is_verified() && pass.is_none_or(|pass| pass.origin.is_verified()),
        verdict,
    })
}
