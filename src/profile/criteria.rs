//! The sheet on which assessors score. In: a profile's `criteria:`. Out: `Sheet`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::Check;
use super::stated::Origin;
use crate::catalogue::Label;
use crate::units::{Count, Date, Money, Number, Share};

/// The stages of an assessment, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Sheet {
    /// The stages.
    pub stages: Vec<Stage>,
}

/// A stage: criteria, and what it takes to pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Stage {
    /// Its id within the sheet.
    pub id: String,
    /// Its name for people.
    pub title: Label,
    /// Where the criteria and marks come from.
    pub source: String,
    /// When they were compared with that source.
    pub verified_on: Option<Date>,
    /// Whether the applicants say so themselves.
    #[serde(skip)]
    pub own: bool,
    /// The criteria.
    pub criteria: Vec<Criterion>,
    /// The greatest number of points where the criteria listed here do not give it.
    pub of: Option<Number>,
    /// The stages whose points count here again.
    pub counts: Vec<String>,
    /// The points it takes to pass.
    pub pass_points: Option<Number>,
    /// The part of all points that it takes to pass.
    pub pass_share: Option<Share>,
    /// The part of its points that every criterion must reach.
    pub each_share: Option<Share>,
    /// What the profile does not know, for people; empty when it knows all.
    pub note: Label,
    /// Whether a criterion of it could not be read.
    #[serde(skip)]
    pub is_damaged: bool,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id within the stage.
    pub id: String,
    /// Its wording.
    pub title: Label,
    /// What it decides.
    pub nature: Nature,
    /// Who can tell whether it is met.
    #[serde(default)]
    pub by: By,
    /// The points it can bring; `None` for yes or no, and where nobody knows them.
    #[serde(default)]
    pub points: Option<Number>,
    /// Other points for projects above a value.
    #[serde(default)]
    pub above: Option<Above>,
    /// The least points it must reach.
    #[serde(default)]
    pub min: Option<Number>,
    /// The points by steps of a count, rising.
    #[serde(default)]
    pub tiers: Vec<Tier>,
    /// The fields of the form in which it is answered.
    #[serde(default)]
    pub fields: Vec<String>,
    /// What in the application speaks for it.
    #[serde(default)]
    pub checks: Vec<String>,
}

/// What a criterion decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Whether the application is looked at; yes or no.
    Access,
    /// Whether it keeps a horizontal principle; yes or no.
    Horizontal,
    /// How good it is; points.
    Substantive,
    /// What comes on top once it has passed; points.
    Premium,
}

/// Who can tell whether a criterion is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Only a person; pakt shows what there is to see.
    #[default]
    Person,
    /// The application's data: met when every check is.
    Checks,
    /// The minimum standard of equality.
    Gender,
    /// A count of sectors in the partnership, by tiers.
    Sectors,
}

/// Other points for large projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Above {
    /// The value that the project is above.
    pub total: Money,
    /// The points then.
    pub points: Number,
}

/// Points from a count on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// The count.
    pub from: Count,
    /// The points.
    pub points: Number,
    /// What is counted, for people.
    pub title: Label,
}

impl Stage {
    /// Returns where the criteria and marks come from.
    pub fn origin(&self) -> Origin {
        Origin { source: self.source.clone(), verified_on: self.verified_on, own: self.own }
    }

    /// Tells whether there is a mark that it takes to pass.
    pub fn has_mark(&self) -> bool {
        self.pass_points.is_some() || self.pass_share.is_some()
    }

    /// Tells whether an application can fail here: not where there is nothing but points on top.
    pub fn decides(&self) -> bool {
        let on_top = self.criteria.iter().all(|criterion| criterion.nature == Nature::Premium);
        self.has_mark() || self.criteria.is_empty() || !on_top
    }
}

impl Sheet {
    /// Gives stages without a source the origin of their file.
    pub(super) fn settle(&mut self, file: &Origin) {
        for stage in &mut self.stages {
            let mut origin = stage.origin();
            origin.settle(file);
            (stage.source, stage.verified_on, stage.own) = origin.parts();
        }
    }

    /// Returns this sheet over another: a stage of the same id stands for the other's.
    pub(super) fn over(self, mut base: Self) -> Self {
        for stage in self.stages {
            match base.stages.iter_mut().find(|known| known.id == stage.id) {
                Some(known) => *known = stage,
                None => base.stages.push(stage),
            }
        }
        base
    }

    /// Returns a stage by its id.
    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }
}

impl Criterion {
    /// Returns the greatest number of points for a project of this value; `None` for yes or no, and
    /// where nobody knows them.
    pub fn possible(&self, total: Option<Money>) -> Option<Number> {
        let above = self.above.filter(|above| total.is_some_and(|total| total > above.total));
        let tiers = || self.tiers.iter().map(|tier| tier.points).max();
        above.map(|above| above.points).or(self.points).or_else(tiers)
    }

    /// Returns the checks that are asked for; `None` for one that does not exist.
    pub fn asked(&self) -> impl Iterator<Item = Option<Check>> {
        self.checks.iter().map(|code| Check::of_code(code))
    }

    /// Returns the highest step that a count reaches; `None` where it reaches none.
    pub fn tier(&self, count: u64) -> Option<&Tier> {
        self.tiers.iter().filter(|tier| tier.from.get() <= count).max_by_key(|tier| tier.from)
    }
}
