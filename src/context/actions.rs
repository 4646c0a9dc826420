//! Actions. Out: `Action`, by module too; `RelatedProject`.

use schemars::JsonSchema;
use serde::Serialize;

use super::indicators::Indicator;
use super::quantity;
use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::catalogue;
use crate::described::At;
use crate::facts::Placed;
use crate::model;
use crate::units::Money;

/// An action.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Action {
    /// Its id.
    pub id: String,
    /// The action in one line.
    pub title: Option<String>,
    /// The action at length, as Markdown.
    pub text: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
    /// The label of its kind.
    pub kind: Option<String>,
    /// The code of its module.
    pub module: Option<String>,
    /// The objectives it serves.
    pub objectives: Vec<Named>,
    /// The groups it reaches.
    pub groups: Vec<Named>,
    /// How many people or entities it supports.
    pub participants: Option<u64>,
    /// The same with its noun: `180 osób`, `40 podmiotów`, `razem 24 (osoby i podmioty)`.
    pub participants_words: Option<String>,
    /// The partner that answers for it.
    pub lead: Option<Named>,
    /// The partners that join in.
    pub partners: Vec<Named>,
    /// Its days.
    pub days: Option<Days>,
    /// The actions that must come first.
    pub after: Vec<Named>,
    /// The actions it adds to.
    pub complements: Vec<Named>,
    /// How far it reaches, as Markdown.
    pub reach: Option<String>,
    /// What is new about it, as Markdown.
    pub innovation: Option<String>,
    /// Other ways that were weighed, as Markdown.
    pub alternatives: Option<String>,
    /// Whether it costs nothing.
    pub costless: bool,
    /// Its cost by the budget's lines; none without lines.
    pub cost: Option<Exact<Money>>,
    /// Where it is done.
    pub place: Option<String>,
    /// Why it is needed, as Markdown.
    pub justification: Option<String>,
    /// What measures it.
    pub indicators: Vec<Indicator>,
    /// What threatens it.
    pub risks: Vec<Named>,
}

/// The actions of a module of the Local Partnership Model.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct ModuleActions {
    /// Its label.
    pub label: String,
    /// Its typical instrument.
    pub instrument: Option<String>,
    /// Its actions.
    pub actions: Vec<Action>,
}

/// Another project that this one adds to.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct RelatedProject {
    /// Its title.
    pub title: Option<String>,
    /// Whose.
    pub owner: Option<String>,
    /// How the two add to each other, as Markdown.
    pub text: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
}

impl Action {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let totals = voice.facts.totals();
        let cost = |id: &str| {
            let found = totals.by_action.iter().find(|(action, _)| *action == id);
            found.map(|(_, money)| Exact(*money))
        };
        voice.facts.actions.iter().map(|action| Self::one(voice, action, cost(action.id))).collect()
    }

    fn one(voice: &Voice<'_, '_>, action: &Placed<'_, model::Action>, cost: Option<Exact<Money>>) -> Self {
        let lead = voice.named_by(&action.lead);
        let gap = voice.must(None, "ACT-02").filter(|_| lead.is_none());
        Self {
            id: action.id.to_owned(),
            title: Some(voice.must_name(voice.text(action.title()))),
            text: voice.prose(action.text()),
            short: voice.short(action.short()),
            kind: action.kind.get().map(|kind| voice.label("action_types", kind.as_str())),
            module: action.module.get().map(ToString::to_string),
            objectives: voice.all_named(&action.objectives),
            groups: voice.all_named(&action.groups),
            participants: action.participants.get().map(|count| count.get()),
            participants_words: participants(voice, action),
            lead: lead.or(gap.map(|title| Named { id: String::new(), title })),
            partners: voice.all_named(&action.partners),
            days: voice.span(&action.from, &action.to),
            after: voice.all_named(&action.after),
            complements: voice.all_named(&action.complements),
            reach: voice.prose(action.reach()),
            innovation: voice.prose(action.innovation()),
            alternatives: voice.prose(action.alternatives()),
            costless: action.costless.copied().unwrap_or_default(),
            cost,
            place: voice.text(action.place()),
            justification: voice.prose(action.justification()),
            indicators: Indicator::of(voice, action.id),
            risks: super::objectives::risks(voice, action.id),
        }
    }
}

impl ModuleActions {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let actions = Action::all(voice);
        let Some(modules) = catalogue::deck().list("model_modules") else { return Vec::new() };
        let module = |term: &catalogue::Term| Self {
            label: term.label(voice.lang).to_owned(),
            instrument: term.instrument.as_ref().map(|label| label.get(voice.lang).to_owned()),
            actions: actions
                .iter()
                .filter(|action| action.module.as_deref() == Some(&term.code))
                .cloned()
                .collect(),
        };
        modules.terms().iter().map(module).filter(|module| !module.actions.is_empty()).collect()
    }
}

impl RelatedProject {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let one = |project: At<'_, model::RelatedProject>| Self {
            title: voice.example(voice.text(project.title()), &project.fictional),
            owner: voice.text(project.owner()),
            text: voice.prose(project.text()),
            short: voice.short(project.short()),
        };
        voice.facts.root().complementarity().each().map(one).collect()
    }
}

/// Says how many people or entities an action reaches, as the kinds of its groups have it.
fn participants(voice: &Voice<'_, '_>, action: &Placed<'_, model::Action>) -> Option<String> {
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
