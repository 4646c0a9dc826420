//! Indicators. Out: `Indicator`, values with their units.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;
use super::exact::{Exact, OrGap};
use super::quantity;
use super::voice::Voice;
use crate::described::At;
use crate::facts::Placed;
use crate::model::{self, Field};
use crate::units::{Date, Number};

/// An indicator.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// `output`, `result` or `impact`.
    pub kind: Option<String>,
    /// The label of its kind.
    pub kind_label: Option<String>,
    /// What it measures: an objective or an action.
    pub of: Option<Named>,
    /// Its name.
    pub name: Option<String>,
    /// Its code in the programme's list.
    pub code: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// The value at the start.
    #[schemars(with = "Option<Exact<Number>>")]
    pub baseline: Option<OrGap<Number>>,
    /// The value to reach.
    #[schemars(with = "Option<Exact<Number>>")]
    pub target: Option<OrGap<Number>>,
    /// The value to reach with its unit.
    pub target_words: Option<String>,
    /// The women's part of the target.
    pub women: Option<Exact<Number>>,
    /// The men's part of the target.
    pub men: Option<Exact<Number>>,
    /// Where the value is read from.
    pub source: Option<String>,
    /// How it is measured.
    pub method: Option<String>,
    /// How often.
    pub frequency: Option<String>,
    /// Who measures.
    pub responsible: Option<Named>,
    /// The day of the target value.
    pub measured: Option<Exact<Date>>,
    /// The target by partner.
    pub parts: Vec<PartnerPart>,
}

/// A partner's part of a target.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct PartnerPart {
    /// The partner.
    pub partner: Option<Named>,
    /// The value it reaches.
    pub target: Option<Exact<Number>>,
    /// The women's part of it.
    pub women: Option<Exact<Number>>,
    /// The men's part of it.
    pub men: Option<Exact<Number>>,
}

impl Indicator {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        voice.facts.indicators.iter().map(|indicator| Self::one(voice, indicator)).collect()
    }

    /// Returns the indicators of an objective or an action.
    pub(super) fn of(voice: &Voice<'_, '_>, id: &str) -> Vec<Self> {
        let measures = |indicator: &&Placed<'_, model::Indicator>| {
            indicator.of.get().is_some_and(|of| of.as_str() == id)
        };
        voice.facts.indicators.iter().filter(measures).map(|indicator| Self::one(voice, indicator)).collect()
    }

    fn one(voice: &Voice<'_, '_>, indicator: &Placed<'_, model::Indicator>) -> Self {
        let unit = voice.text(indicator.unit());
        let number = |field: &Field<Number>| field.copied().map(Exact);
        let or_gap = |field: &Field<Number>, code: &str| match number(field) {
            Some(known) => Some(OrGap::Known(known)),
            None => voice.must(None, code).map(OrGap::Gap),
        };
        let words = |number: Number| quantity::words(number, unit.as_deref().unwrap_or_default(), voice.lang);
        let kind = indicator.kind.get().map(|kind| kind.code());
        let every = indicator.every_months.get().map(|months| voice.every(months.get()));
        let name = voice.example(voice.text(indicator.name()), &indicator.fictional);
        let part = |part: At<'_, model::PartnerPart>| PartnerPart {
            partner: voice.named_by(&part.partner),
            target: number(&part.target),
            women: number(&part.women),
            men: number(&part.men),
        };
        Self {
            id: indicator.id.to_owned(),
            kind: kind.map(str::to_owned),
            kind_label: kind.map(|kind| voice.label("indicator_kinds", kind)),
            of: voice.named_by(&indicator.of),
            name: Some(voice.must_name(name)),
            code: voice.plain(&indicator.code),
            unit: voice.must(unit.clone(), "IND-01"),
            baseline: or_gap(&indicator.baseline, "IND-02"),
            target: or_gap(&indicator.target, "IND-01"),
            target_words: indicator.target.copied().map(words),
            women: number(&indicator.women.target),
            men: number(&indicator.men.target),
            source: voice.must(voice.text(indicator.source()), "IND-01"),
            method: voice.text(indicator.method()),
            frequency: voice.text(indicator.frequency()).or(every),
            responsible: voice.named_by(&indicator.responsible),
            measured: voice.date(&indicator.measured),
            parts: indicator.parts().each().map(part).collect(),
        }
    }
}
