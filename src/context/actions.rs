//! Actions. Out: `Action`, by module too; `RelatedProject`.

use super::indicators::Indicator;
use super::main_groups::terms;
use super::quantity;
use super::shown::shown;
use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::catalogue;
use crate::described::At;
use crate::model;
use crate::units::Money;

shown! {
    /// An action.
    Action from (voice, action: model::Action) {
        /// Its id.
        id: String;
        /// The action in one line.
        title: Option<String> = voice.name(action.title());
        /// The action at length, as Markdown.
        text: Option<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(action.short());
        /// The label of its kind.
        kind: Option<String>;
        /// The code of its module.
        module: Option<String> = voice.code(action.module());
        /// The objectives it serves.
        objectives: Vec<Named>;
        /// The groups it reaches.
        groups: Vec<Named>;
        /// How many people or entities it supports.
        participants: Option<u64>;
        /// The same with its noun: `180 osób`, `40 podmiotów`, `razem 24 (osoby i podmioty)`.
        participants_words: Option<String> = participants(voice, action);
        /// The partner that answers for it.
        lead: Option<Named> = voice.must_named(voice.shown(action.lead()), action.lead());
        /// The partners that join in.
        partners: Vec<Named>;
        /// Its days.
        days: Option<Days> = voice.span(&action.from, &action.to);
        /// The actions that must come first.
        after: Vec<Named>;
        /// The actions it adds to.
        complements: Vec<Named>;
        /// How far it reaches, as Markdown.
        reach: Option<String>;
        /// What is new about it, as Markdown.
        innovation: Option<String>;
        /// Other ways that were weighed, as Markdown.
        alternatives: Option<String>;
        /// Whether it costs nothing.
        costless: bool;
        /// Its cost by the budget's lines; none without lines.
        cost: Option<Exact<Money>> = voice.sums().of_action(action.id).map(Exact);
        /// Where it is done.
        place: Option<String>;
        /// Why it is needed, as Markdown.
        justification: Option<String>;
        /// What measures it.
        indicators: Vec<Indicator> = voice.all(voice.facts.indicators_measuring(action.id));
        /// What threatens it.
        risks: Vec<Named> = super::objectives::risks(voice, action.id);
    }

    /// The actions of a module of the Local Partnership Model.
    ModuleActions {
        /// Its label.
        label: String;
        /// Its typical instrument.
        instrument: Option<String>;
        /// Its actions.
        actions: Vec<Action>;
    }

    /// Another project that this one adds to.
    RelatedProject from (voice, project: model::RelatedProject) {
        /// Its title.
        title: Option<String> = voice.example(voice.shown(project.title()), &project.fictional);
        /// Whose.
        owner: Option<String>;
        /// How the two add to each other, as Markdown.
        text: Option<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(project.short());
    }
}

impl ModuleActions {
    pub(super) fn all(voice: &Voice<'_, '_>, actions: &[Action]) -> Vec<Self> {
        let of = |term: &catalogue::Term| -> Vec<Action> {
            let own = actions.iter().filter(|action| action.module.as_deref() == Some(&term.code));
            own.cloned().collect()
        };
        let module = |term: &catalogue::Term| Self {
            label: term.label(voice.lang).to_owned(),
            instrument: term.instrument.as_ref().map(|label| label.get(voice.lang).to_owned()),
            actions: of(term),
        };
        let modules = terms("model_modules").iter().map(module);
        modules.filter(|module| !module.actions.is_empty()).collect()
    }
}

/// Says how many people or entities an action reaches, as the kinds of its groups have it.
fn participants(voice: &Voice<'_, '_>, action: At<'_, model::Action>) -> Option<String> {
    let count = action.participants.get()?;
    let groups = action.groups.iter().filter_map(|id| voice.facts.group(id.as_str()));
    let kinds: Vec<bool> = groups.map(|group| group.is_of_people()).collect();
    match (kinds.contains(&true), kinds.contains(&false)) {
        (true, true) => {
            let count = count.words(voice.lang);
            Some(voice.lang.pick(
                format!("razem\u{a0}{count} (osoby i podmioty)"),
                format!("{count}\u{a0}in all (people and organisations)"),
            ))
        }
        (_, has_entities) => Some(quantity::counted(voice.lang, count.get(), !has_entities)),
    }
}
