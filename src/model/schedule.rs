//! When. Out: `Schedule`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::Date;

/// The project's period and its milestones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Schedule {
    /// The first day of the project.
    pub from: Field<Date>,
    /// The last day of the project.
    pub to: Field<Date>,
    /// Days by which something must be there.
    pub milestones: List<Milestone>,
    /// What shows early that it works.
    pub quick_wins: List<Text>,
}

/// A day by which something must be there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Milestone {
    /// Its id, `M1`.
    pub id: Field<Id>,
    /// The day.
    pub date: Field<Date>,
    /// What must be there.
    pub title: Field<Text>,
    /// The action it belongs to.
    pub action: Field<Id>,
}
