//! What a check found, for the paper on it. In: nothing; `report` fills it. Out: `Check`.

use super::Exact;
use super::shown::shown;
use crate::units::{Date, Number};

shown! {
    /// What a check of the application found.
    Check {
        /// What was checked, as the user named it.
        name: String;
        /// The files that were read.
        files: Vec<String>;
        /// The name of the call's profile.
        profile: String;
        /// The day taken for today; none where nobody named one.
        today: Option<Exact<Date>>;
        /// How many errors there are.
        errors: usize;
        /// How many things are yet to be written.
        missing: usize;
        /// How many warnings.
        warnings: usize;
        /// How many pieces of advice.
        advice: usize;
        /// The findings by level, the worst first; levels without findings are left out.
        levels: Vec<CheckedLevel>;
        /// The documents that findings leave open.
        documents: Vec<OpenDocument>;
        /// The call's sheet of criteria; empty where the profile has none.
        stages: Vec<SheetStage>;
    }

    /// The findings of a level.
    CheckedLevel {
        /// `error`, `missing`, `warning` or `advice`.
        code: String;
        /// The findings, in the order of the files.
        findings: Vec<Finding>;
    }

    /// A finding.
    Finding {
        /// The rule: `NEED-02`.
        code: String;
        /// The file and the line: `needs.yaml:12`.
        at: String;
        /// Where it is in the application: `needs/3/evidence`; none for the whole.
        path: Option<String>;
        /// What is wrong.
        message: String;
        /// What to type.
        help: Option<String>;
    }

    /// A document with what is open in the parts it draws on.
    OpenDocument {
        /// Its title.
        title: String;
        /// How many errors.
        errors: usize;
        /// How many things are yet to be written.
        missing: usize;
        /// How many warnings.
        warnings: usize;
        /// How many pieces of advice.
        advice: usize;
    }

    /// A stage of the assessment.
    SheetStage {
        /// Its name.
        title: String;
        /// `met`, `not_met`, `open` or `exempt`.
        verdict: String;
        /// The points that the data has earned; none where there are no points.
        reached: Option<Exact<Number>>;
        /// All points.
        possible: Option<Exact<Number>>;
        /// The points that only a person can give.
        open: Option<Exact<Number>>;
        /// The points it takes to pass.
        needed: Option<Exact<Number>>;
        /// Where criteria and marks come from.
        source: String;
        /// Whether somebody compared them with that source.
        verified: bool;
        /// Its criteria.
        criteria: Vec<SheetCriterion>;
    }

    /// A criterion.
    SheetCriterion {
        /// Its wording.
        title: String;
        /// `met`, `not_met`, `open` or `exempt`.
        verdict: String;
        /// The points reached; none for yes or no, and where only a person can tell.
        reached: Option<Exact<Number>>;
        /// The greatest number of points; none for yes or no.
        possible: Option<Exact<Number>>;
        /// What would raise it.
        raise: Vec<String>;
    }
}
