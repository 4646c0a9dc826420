//! Indicators. Out: `Indicator`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::units::{Count, Date, Number};

/// An indicator: what is measured, from which value to which, how, by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Indicator {
    /// Its id, `I1`.
    pub id: Field<Id>,
    /// Output, result or impact.
    pub kind: Field<IndicatorKind>,
    /// The objective or action it measures.
    pub of: Field<Id>,
    /// Its name.
    pub name: Field<Text>,
    /// Its code in the programme's list (`EECO01`).
    pub code: Field<String>,
    /// Mandatory, from the list, or the project's own.
    pub origin: Field<IndicatorOrigin>,
    /// Its unit.
    pub unit: Field<Text>,
    /// The value at the start; 0 must be said.
    pub baseline: Field<Number>,
    /// The value to reach.
    pub target: Field<Number>,
    /// Whether more or less is better.
    pub direction: Field<Direction>,
    /// Where the value is read from.
    pub source: Field<Text>,
    /// How it is measured.
    pub method: Field<Text>,
    /// How often, in words.
    pub frequency: Field<Text>,
    /// How often, in months.
    pub every_months: Field<Count>,
    /// Who measures.
    pub responsible: Field<Id>,
    /// The day of the target value.
    pub measured: Field<Date>,
    /// Whether it is split by sex.
    pub by_sex: Field<bool>,
    /// The women's part of baseline and target.
    pub women: Part,
    /// The men's part of baseline and target.
    pub men: Part,
    /// The target by partner.
    pub parts: List<PartnerPart>,
    /// The output indicator whose people it is measured on.
    pub base: Field<Id>,
    /// Marks an invented figure.
    pub fictional: Field<bool>,
}

/// The kinds of indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// What the project produces.
    #[serde(alias = "produkt", alias = "produktu")]
    Output,
    /// What changes for its participants.
    #[serde(alias = "rezultat", alias = "rezultatu")]
    Result,
    /// What changes for the area.
    #[serde(alias = "oddziaływanie", alias = "oddziaływania")]
    Impact,
}

/// Where an indicator comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorOrigin {
    /// The call demands it.
    #[serde(alias = "obowiązkowy")]
    Mandatory,
    /// Chosen from the programme's list.
    #[serde(alias = "z_listy")]
    List,
    /// The project's own.
    #[serde(alias = "projektowy")]
    Project,
}

/// Whether more or less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    #[serde(alias = "wzrost")]
    Up,
    /// Less is better.
    #[serde(alias = "spadek")]
    Down,
}

/// A part of an indicator's values: a number is a target; the baseline may stand beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The value at the start.
    pub baseline: Field<Number>,
    /// The value to reach.
    pub target: Field<Number>,
}

/// A part written at length.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LongPart {
    /// The value at the start.
    pub baseline: Field<Number>,
    /// The value to reach.
    pub target: Field<Number>,
}

impl Short for Part {
    const NAME: &'static str = "Part";
    type Full = LongPart;

    fn from_scalar(text: &str) -> Result<Self, String> {
        let target = Number::parse(text).map_err(|fault| fault.to_string())?;
        Ok(Self { baseline: Field::Missing, target: target.into() })
    }

    fn from_full(full: LongPart) -> Self {
        Self { baseline: full.baseline, target: full.target }
    }
}

short!(Part);

/// A partner's part of a target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PartnerPart {
    /// Which partner.
    pub partner: Field<Id>,
    /// The value it reaches.
    pub target: Field<Number>,
    /// The women's part.
    pub women: Field<Number>,
    /// The men's part.
    pub men: Field<Number>,
}
