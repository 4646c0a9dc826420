//! Indicators. Out: `Indicator`, values with their units.

use super::Named;
use super::exact::{Exact, OrGap};
use super::quantity;
use super::shown::shown;
use super::voice::Voice;
use crate::described::At;
use crate::model::{self, Field};
use crate::units::{Date, Number};

shown! {
    /// An indicator.
    Indicator from (voice, indicator: model::Indicator) {
        /// Its id.
        id: String;
        /// `output`, `result` or `impact`.
        kind: Option<String> = voice.code(indicator.kind());
        /// The label of its kind.
        kind_label: Option<String> = voice.shown(indicator.kind());
        /// What it measures: an objective or an action.
        of: Option<Named>;
        /// Its name.
        name: Option<String> =
            Some(voice.must_name(voice.example(voice.shown(indicator.name()), &indicator.fictional), indicator.name()));
        /// Its code in the programme's list.
        code: Option<String>;
        /// Its unit.
        unit: Option<String> = voice.must(voice.shown(indicator.unit()), indicator.unit());
        /// The value at the start.
        #[schemars(with = "Option<Exact<Number>>")]
        baseline: Option<OrGap<Number>> = or_gap(voice, indicator.baseline());
        /// The value to reach.
        #[schemars(with = "Option<Exact<Number>>")]
        target: Option<OrGap<Number>> = or_gap(voice, indicator.target());
        /// The value to reach with its unit.
        target_words: Option<String> = target_words(voice, indicator);
        /// The women's part of the target.
        women: Option<Exact<Number>> = voice.shown(indicator.women().target());
        /// The men's part of the target.
        men: Option<Exact<Number>> = voice.shown(indicator.men().target());
        /// Where the value is read from.
        source: Option<String> = voice.must(voice.shown(indicator.source()), indicator.source());
        /// The documents that prove it.
        documents: Vec<String>;
        /// How it is measured.
        method: Option<String>;
        /// How often.
        frequency: Option<String> = voice.words(indicator.frequency()).or_else(|| voice.every(&indicator.every_months));
        /// Who measures.
        responsible: Option<Named>;
        /// The day of the target value.
        measured: Option<Exact<Date>>;
        /// The target by partner.
        parts: Vec<PartnerPart>;
    }

    /// A partner's part of a target.
    PartnerPart from (voice, part: model::PartnerPart) {
        /// The partner.
        partner: Option<Named>;
        /// The value it reaches.
        target: Option<Exact<Number>>;
        /// The women's part of it.
        women: Option<Exact<Number>>;
        /// The men's part of it.
        men: Option<Exact<Number>>;
    }
}

fn or_gap(voice: &Voice<'_, '_>, field: At<'_, Field<Number>>) -> Option<OrGap<Number>> {
    match field.copied() {
        Some(known) => Some(OrGap::Known(Exact(known))),
        None => voice.must(None, field).map(OrGap::Gap),
    }
}

fn target_words(voice: &Voice<'_, '_>, indicator: At<'_, model::Indicator>) -> Option<String> {
    let unit = voice.words(indicator.unit()).unwrap_or_default();
    Some(quantity::words(indicator.target.copied()?, &unit, voice.lang))
}
