//! What stays when the money ends. Out: `Sustainability`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;
use super::voice::Voice;
use crate::described::At;
use crate::model;

/// What stays when the money ends.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Sustainability {
    /// How the partners end or hand over their work, as Markdown.
    pub exit_strategy: Option<String>,
    /// How they know that it is done.
    pub completion: Vec<String>,
    /// The partners that agreed on it.
    pub agreed_by: Vec<Named>,
    /// Whether all partners agreed on it.
    pub agreed_by_all: bool,
    /// What shows only after years, the first year first.
    pub effects: Vec<Effect>,
    /// Who takes results over.
    pub heirs: Vec<Heir>,
}

/// An effect after years.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Effect {
    /// The year.
    pub year: Option<u64>,
    /// What it is.
    pub text: Option<String>,
}

/// Who takes a result over.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Heir {
    /// The objective whose result it is.
    pub result: Option<Named>,
    /// The partner that takes it over.
    pub partner: Option<Named>,
    /// How.
    pub how: Option<String>,
}

impl Sustainability {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let plan = voice.facts.root().sustainability();
        let effect = |effect: At<'_, model::LongTermEffect>| Effect {
            year: effect.year.get().map(|count| count.get()),
            text: voice.text(effect.text()),
        };
        let heir = |heir: At<'_, model::Heir>| Heir {
            result: voice.named_by(&heir.result),
            partner: voice.named_by(&heir.partner),
            how: voice.text(heir.how()),
        };
        let mut effects: Vec<Effect> = plan.long_term_effects().each().map(effect).collect();
        effects.sort_by_key(|effect| effect.year);
        let partners = &voice.facts.partners;
        let agreed = |id: &str| plan.agreed_by.iter().any(|known| known.as_str() == id);
        Self {
            exit_strategy: voice.must(voice.prose(plan.exit_strategy()), "EXIT-01"),
            completion: voice.texts(plan.completion()),
            agreed_by: voice.all_named(&plan.agreed_by),
            agreed_by_all: !partners.is_empty() && partners.iter().all(|partner| agreed(partner.id)),
            effects,
            heirs: plan.heirs().each().map(heir).collect(),
        }
    }
}
