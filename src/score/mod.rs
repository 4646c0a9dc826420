//! Pre-assessment: the call's sheet of criteria filled from the application. In: `Facts`, `Profile`.
//! Out: `Score`.
//!
//! What the data can decide is decided; what only a person can judge stays open, with what speaks for it
//! and what is not there. Nothing is scored by guess.

mod budget;
mod checks;
mod gender;
mod plan;
mod seen;
mod sheet;
#[cfg(test)]
mod tests;
mod text;

pub use gender::{Answer, Gender};
pub use seen::{Seen, label, raise};
pub use text::text;

use serde::Serialize;

use crate::catalogue::Label;
use crate::facts::Facts;
use crate::profile::{Nature, Profile};
use crate::units::Number;

/// The filled sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    /// The id of the profile.
    pub profile: String,
    /// The profile's name for people.
    pub title: Label,
    /// The stages; empty when the profile knows no criteria.
    pub stages: Vec<StageScore>,
    /// The minimum standard of equality; `None` when the profile does not ask for it.
    pub gender: Option<Gender>,
}

/// A stage of the assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StageScore {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub title: Label,
    /// Where criteria and marks come from.
    pub source: String,
    /// Whether somebody compared them with that source.
    pub verified: bool,
    /// What the profile does not know.
    pub note: Label,
    /// The criteria.
    pub criteria: Vec<CriterionScore>,
    /// The points that the data has earned.
    pub reached: Number,
    /// The points that only a person can give.
    pub open: Number,
    /// All points; `None` when the profile does not know them.
    pub possible: Option<Number>,
    /// The points it takes to pass; `None` when there is no such mark.
    pub needed: Option<Number>,
    /// What can be said of the stage.
    pub verdict: Verdict,
    /// Whether an application that does not meet it fails; points on top decide nothing.
    pub decides: bool,
}

/// A criterion with what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionScore {
    /// Its id.
    pub id: String,
    /// Its wording.
    pub title: Label,
    /// What it decides.
    pub nature: Nature,
    /// The fields of the form in which it is answered.
    pub fields: Vec<String>,
    /// The points reached; `None` for yes or no, and where only a person can tell.
    pub reached: Option<Number>,
    /// The greatest number of points; `None` for yes or no, and where nobody knows them.
    pub possible: Option<Number>,
    /// The least points it must reach.
    pub min: Option<Number>,
    /// What can be said of it.
    pub verdict: Verdict,
    /// What speaks for it and what is not there.
    pub seen: Vec<Seen>,
}

/// What can be said before the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is met.
    Met,
    /// It is not met.
    NotMet,
    /// Some of the points on top are earned and others are not.
    Part,
    /// A person decides.
    Open,
    /// It does not apply to this application.
    Exempt,
}

/// Fills the sheet.
pub fn score(facts: &Facts, profile: &Profile) -> Score {
    let gender = gender::gender(facts, profile);
    let stages = profile.criteria.as_ref().map(|sheet| sheet::stages(sheet, facts, profile, gender.as_ref()));
    Score {
        profile: profile.id.clone(),
        title: profile.title.clone(),
        stages: stages.unwrap_or_default(),
        gender,
    }
}

impl Score {
    /// Tells whether something is surely not met, so that the application would fail.
    pub fn fails(&self) -> bool {
        let gender = self.gender.as_ref().is_some_and(|gender| gender.verdict == Verdict::NotMet);
        gender || self.stages.iter().any(|stage| stage.decides && stage.verdict == Verdict::NotMet)
    }
}
