//! What stays when the money ends. Out: `Sustainability`.

use super::Named;
use super::shown::shown;
use super::voice::Voice;
use crate::model;

shown! {
    /// What stays when the money ends.
    Sustainability from (voice, plan: model::Sustainability) {
        /// How the partners end or hand over their work, as Markdown.
        exit_strategy: Option<String> = voice.must(voice.shown(plan.exit_strategy()), plan.exit_strategy());
        /// How they know that it is done.
        completion: Vec<String>;
        /// The partners that agreed on it.
        agreed_by: Vec<Named>;
        /// Whether all partners agreed on it.
        agreed_by_all: bool = voice.facts.is_of_all(&plan.agreed_by);
        /// What shows only after years, the first year first.
        effects: Vec<Effect> = effects(voice);
        /// Who takes results over.
        heirs: Vec<Heir>;
    }

    /// An effect after years.
    Effect from (voice, effect: model::LongTermEffect) {
        /// The year.
        year: Option<u64>;
        /// What it is.
        text: Option<String>;
    }

    /// Who takes a result over.
    Heir from (voice, heir: model::Heir) {
        /// The objective whose result it is.
        result: Option<Named>;
        /// The partner that takes it over.
        partner: Option<Named>;
        /// How.
        how: Option<String>;
    }
}

fn effects(voice: &Voice<'_, '_>) -> Vec<Effect> {
    let mut effects: Vec<Effect> = voice.shown(voice.facts.root().sustainability().long_term_effects());
    effects.sort_by_key(|effect| effect.year);
    effects
}
