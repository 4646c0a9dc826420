//! Needs. Out: `Need` by urgency, `LeftOut`.

use super::Named;
use super::evidence;
use super::quantity;
use super::shown::shown;
use super::voice::Voice;
use crate::described::At;
use crate::facts::Placed;
use crate::model::{self, NeedStatus};
use crate::prose;

shown! {
    /// A need that the project answers.
    Need from (voice, need: model::Need) {
        /// Its id.
        id: String;
        /// The need in one line.
        title: Option<String> = voice.name(need.title());
        /// The need at length, as Markdown.
        description: Option<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(need.short());
        /// How large it is, with its unit.
        scale: Option<String> = voice.must(scale(voice, need), need.scale());
        /// Where it bites most.
        place: Option<String>;
        /// Since when, and which way it goes.
        trend: Option<String>;
        /// The ids of the sources that show it.
        evidence: Vec<String>;
        /// The ids of those that hold the very number of its scale.
        scale_evidence: Vec<String> =
            holders(voice, need).iter().map(|source| source.id.to_owned()).collect();
        /// Those that neither its scale nor a text of it names, in words: title, publisher and day. They stand once after
        /// the need.
        other_sources: Vec<String> = other_sources(voice, need);
        /// Why it is so.
        causes: Vec<String> = voice.must_list(voice.shown(need.causes()), need.causes());
        /// What follows from it.
        effects: Vec<String> = voice.must_list(voice.shown(need.effects()), need.effects());
        /// Whom it touches.
        groups: Vec<Named>;
        /// How pressing it is, 1 the most.
        priority: Option<u64>;
        /// Who found it and how.
        identified_by: Option<String>;
        /// What is done about it already, as Markdown.
        existing_support: Option<String>;
        /// The objectives that answer it.
        objectives: Vec<Named> = answers(voice, need).0;
        /// The actions that serve those objectives.
        actions: Vec<Named> = answers(voice, need).1;
    }

    /// A need that the project does not answer.
    LeftOut from (voice, need: model::Need) {
        /// Its id.
        id: String;
        /// The need in one line.
        title: Option<String> = voice.name(need.title());
        /// Why not, as Markdown.
        reason: Option<String> = voice.must(voice.shown(need.reason()), need.reason());
        /// How large it is, with its unit.
        scale: Option<String> = scale(voice, need);
        /// Its causes.
        causes: Vec<String>;
        /// Its effects.
        effects: Vec<String>;
    }
}

fn is_left_out(need: &model::Need) -> bool {
    need.status.get() == Some(&NeedStatus::OutOfScope)
}

/// Says how large a need is, with its unit.
fn scale(voice: &Voice<'_, '_>, need: At<'_, model::Need>) -> Option<String> {
    let unit = voice.words(need.scale().unit()).unwrap_or_default();
    need.scale.value.get().map(|value| quantity::words(*value, &unit, voice.lang))
}

fn holders<'run, 'app>(
    voice: &Voice<'run, 'app>,
    need: At<'_, model::Need>,
) -> Vec<&'run Placed<'app, model::Evidence>> {
    prose::holders(voice.facts, &need.entry.evidence, &need.entry.scale)
}

fn other_sources(voice: &Voice<'_, '_>, need: At<'_, model::Need>) -> Vec<String> {
    let holders = holders(voice, need);
    let is_other = |id: &str| holders.iter().all(|source| source.id != id);
    evidence::unnamed(voice, need.entry, |id| need.entry.evidence.names(id) && is_other(id))
}

/// Names the objectives that answer a need, and the actions that serve them.
fn answers(voice: &Voice<'_, '_>, need: At<'_, model::Need>) -> (Vec<Named>, Vec<Named>) {
    let objectives: Vec<_> =
        voice.facts.objectives_answering(need.id).into_iter().map(|(own, _)| own).collect();
    let serves = |action: &&Placed<'_, model::Action>| {
        objectives.iter().any(|objective| action.objectives.names(objective.id))
    };
    let actions = voice.facts.actions.iter().filter(serves);
    (voice.all_called(objectives.iter().copied()), voice.all_called(actions))
}

impl Need {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let needs = voice.facts.needs.iter().filter(|need| !is_left_out(need));
        let mut needs: Vec<Self> = voice.all(needs);
        needs.sort_by_key(|need| need.priority.unwrap_or(u64::MAX));
        needs
    }
}

impl LeftOut {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        voice.all(voice.facts.needs.iter().filter(|need| is_left_out(need)))
    }
}
