//! How people come to the project. Out: `Recruitment`.

use super::shown::shown;
use super::voice::Voice;
use crate::described::At;
use crate::model;

shown! {
    /// How people come to the project.
    Recruitment from (voice, recruitment: model::Recruitment) {
        /// The stages, in order.
        stages: Vec<String>;
        /// Where.
        place: Option<String>;
        /// When.
        time: Option<String>;
        /// The labels of where people hear of it.
        channels: Vec<String>;
        /// Conditions that must be met.
        conditions: Vec<String> = conditions(voice, recruitment);
        /// Criteria with points.
        criteria: Vec<Criterion>;
        /// What gives everybody the same chance, as Markdown.
        equal_access: Option<String>;
        /// What is done when too few come, as Markdown.
        shortfall: Option<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(recruitment.short());
    }

    /// A criterion with points.
    Criterion from (voice, entry: model::RecruitmentCriterion) {
        /// What it is.
        text: Option<String>;
        /// The points.
        points: u64 = entry.points.get()?.get();
    }
}

/// Returns the criteria without points.
fn conditions(voice: &Voice<'_, '_>, recruitment: At<'_, model::Recruitment>) -> Vec<String> {
    let conditions = recruitment.criteria().each().filter(|entry| entry.points.get().is_none());
    conditions.filter_map(|entry| voice.words(entry.text())).collect()
}
