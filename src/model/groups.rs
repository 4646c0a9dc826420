//! Target groups. Out: `Group`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::Count;

/// A target group: how many, what they are like, what stands in their way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Group {
    /// Its id, `T1`.
    pub id: Field<Id>,
    /// Its name.
    pub name: Field<Text>,
    /// The forms that running text needs.
    pub cases: Cases,
    /// Whether people or entities are counted; people where it is not said.
    pub kind: Field<GroupKind>,
    /// How many people or entities the project supports.
    pub size: Size,
    /// How many there are in the area.
    pub population: Size,
    /// What they are like.
    pub features: Field<Prose>,
    /// What they need.
    pub needs: List<Text>,
    /// What stands in their way.
    pub barriers: List<Barrier>,
    /// What they expect.
    pub expectations: List<Text>,
    /// What shows their interest in the support.
    pub interest: Field<Prose>,
    /// Who they are and why they need support, in a version for forms with tight limits.
    pub short: Field<Prose>,
    /// The sources that describe them.
    pub evidence: List<Id>,
    /// Why this group.
    pub justification: Field<Prose>,
    /// Where they live.
    pub area_note: Field<Text>,
    /// How they are recruited.
    pub recruitment: Field<Prose>,
    /// The call's category.
    pub category: Field<String>,
    /// Whether it was marginalised so far.
    pub marginalised: Field<bool>,
    /// Whether its members may belong to other groups as well.
    pub overlaps: Field<bool>,
    /// Marks an invented figure.
    pub fictional: Field<bool>,
}

/// What is counted in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// People, women and men.
    #[serde(alias = "osoby")]
    People,
    /// Firms, organisations and other entities, which have no sex.
    #[serde(alias = "podmioty")]
    Entities,
}

impl Group {
    /// Tells whether the group is one of people.
    pub fn is_of_people(&self) -> bool {
        self.kind.get() != Some(&GroupKind::Entities)
    }
}

/// A number of people, with women and men.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Size {
    /// All.
    pub total: Field<Count>,
    /// Women.
    pub women: Field<Count>,
    /// Men.
    pub men: Field<Count>,
}

/// What stands in a group's way: a text, or a text with what answers it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Barrier {
    /// What it is.
    pub text: Field<Text>,
    /// The actions that answer it.
    pub answered_by: List<Id>,
}

/// A barrier written at length; `pl` and `en` stand for `text: {pl: …, en: …}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LongBarrier {
    /// What it is.
    pub text: Field<Text>,
    /// What it is, in Polish.
    pub pl: Field<String>,
    /// What it is, in English.
    pub en: Field<String>,
    /// The actions that answer it.
    pub answered_by: List<Id>,
}

impl Short for Barrier {
    const NAME: &'static str = "Barrier";
    type Full = LongBarrier;

    fn from_scalar(text: &str) -> Result<Self, String> {
        Ok(Self { text: Field::Given(text.into()), answered_by: List::default() })
    }

    fn from_full(full: LongBarrier) -> Self {
        let LongBarrier { text, pl, en, answered_by } = full;
        let each = pl.is_given() || en.is_given();
        Self { text: if each { Text::Each(ByLang { pl, en }).into() } else { text }, answered_by }
    }
}

short!(Barrier);
