//! What a check found, for the paper on it. In: nothing; `report` fills it. Out: `Check`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Exact;
use crate::units::{Date, Number};

/// What a check of the application found.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Check {
    /// What was checked, as the user named it.
    pub name: String,
    /// The files that were read.
    pub files: Vec<String>,
    /// The name of the call's profile.
    pub profile: String,
    /// The day taken for today; none where nobody named one.
    pub today: Option<Exact<Date>>,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How many pieces of advice.
    pub advice: usize,
    /// The findings by level, the worst first; levels without findings are left out.
    pub levels: Vec<CheckedLevel>,
    /// The documents that findings leave open.
    pub documents: Vec<OpenDocument>,
    /// The call's sheet of criteria; empty where the profile has none.
    pub stages: Vec<SheetStage>,
}

/// The findings of a level.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct CheckedLevel {
    /// `error`, `warning` or `advice`.
    pub code: String,
    /// The findings, in the order of the files.
    pub findings: Vec<Finding>,
}

/// A finding.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule: `NEED-02`.
    pub code: String,
    /// The file and the line: `needs.yaml:12`.
    pub at: String,
    /// Where it is in the application: `needs/3/evidence`; none for the whole.
    pub path: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to type.
    pub help: Option<String>,
}

/// A document with what is open in the parts it draws on.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct OpenDocument {
    /// Its title.
    pub title: String,
    /// How many errors.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How many pieces of advice.
    pub advice: usize,
}

/// A stage of the assessment.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct SheetStage {
    /// Its name.
    pub title: String,
    /// `met`, `not_met`, `open` or `exempt`.
    pub verdict: String,
    /// The points that the data has earned; none where there are no points.
    pub reached: Option<Exact<Number>>,
    /// All points.
    pub possible: Option<Exact<Number>>,
    /// The points that only a person can give.
    pub open: Option<Exact<Number>>,
    /// The points it takes to pass.
    pub needed: Option<Exact<Number>>,
    /// Where criteria and marks come from.
    pub source: String,
    /// Whether somebody compared them with that source.
    pub verified: bool,
    /// Its criteria.
    pub criteria: Vec<SheetCriterion>,
}

/// A criterion.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct SheetCriterion {
    /// Its wording.
    pub title: String,
    /// `met`, `not_met`, `open` or `exempt`.
    pub verdict: String,
    /// The points reached; none for yes or no, and where only a person can tell.
    pub reached: Option<Exact<Number>>,
    /// The greatest number of points; none for yes or no.
    pub possible: Option<Exact<Number>>,
    /// What would raise it.
    pub raise: Vec<String>,
}
