//! Objectives. Out: the tree as `Objectives`.

use schemars::JsonSchema;
use serde::Serialize;

use super::alignments::LEVELS;
use super::indicators::Indicator;
use super::voice::Voice;
use super::{Exact, Named};
use crate::facts::{Placed, State};
use crate::model::{self, ObjectiveLevel};
use crate::units::Date;

/// The tree of objectives.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Objectives {
    /// The main one.
    pub main: Option<Objective>,
    /// Those it is made of, in the order of the file.
    pub specific: Vec<Objective>,
    /// All of them, the main one first.
    pub all: Vec<Objective>,
}

/// An objective: a change of state by a day.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Objective {
    /// Its id.
    pub id: String,
    /// Whether it is the main one.
    pub is_main: bool,
    /// The objective in one line.
    pub title: Option<String>,
    /// The objective at length, as Markdown.
    pub text: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
    /// The objective it is part of.
    pub parent: Option<Named>,
    /// The needs it answers.
    pub needs: Vec<Named>,
    /// The day by which it is reached.
    pub by: Option<Exact<Date>>,
    /// Whether its title says that day already.
    pub says_day: bool,
    /// The labels of the aims of European policy it serves.
    pub aims: Vec<String>,
    /// The partners that agreed on it.
    pub agreed_by: Vec<Named>,
    /// Whether all partners agreed on it.
    pub agreed_by_all: bool,
    /// How its results last, as Markdown.
    pub durability: Option<String>,
    /// What measures it.
    pub indicators: Vec<Indicator>,
    /// The actions that serve it.
    pub actions: Vec<Named>,
    /// How it follows strategies, level by level; levels without a strategy are left out.
    pub links: Vec<LevelLink>,
    /// What threatens it.
    pub risks: Vec<Named>,
}

/// How an objective follows the strategies of a level.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct LevelLink {
    /// The code of the level.
    pub level: String,
    /// `own`, `inherited` or `gap`.
    pub state: String,
    /// The ids of the alignments.
    pub alignments: Vec<String>,
    /// The ids of the objectives of strategies.
    pub goals: Vec<String>,
}

impl Objectives {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let one = |objective: &Placed<'_, model::Objective>| Objective::one(voice, objective);
        let all: Vec<Objective> = voice.facts.objectives.iter().map(one).collect();
        let (mut main, specific): (Vec<_>, Vec<_>) = all.into_iter().partition(|objective| objective.is_main);
        let all = main.iter().chain(&specific).cloned().collect();
        let main = (!main.is_empty()).then(|| main.remove(0));
        Self { main, specific, all }
    }
}

impl Objective {
    fn one(voice: &Voice<'_, '_>, objective: &Placed<'_, model::Objective>) -> Self {
        let serves = |action: &&Placed<'_, model::Action>| {
            action.objectives.iter().any(|id| id.as_str() == objective.id)
        };
        let actions = voice.facts.actions.iter().filter(serves);
        let partners = &voice.facts.partners;
        let agreed = |id: &str| objective.agreed_by.iter().any(|known| known.as_str() == id);
        Self {
            id: objective.id.to_owned(),
            is_main: match objective.level.get() {
                Some(level) => *level == ObjectiveLevel::Main,
                None => objective.parent.is_missing(),
            },
            title: Some(voice.must_name(voice.text(objective.title()))),
            text: voice.prose(objective.text()),
            short: voice.short(objective.short()),
            parent: voice.named_by(&objective.parent),
            needs: voice.all_named(&objective.needs),
            by: voice.date(&objective.by),
            says_day: says_day(voice, objective),
            aims: objective.aims.iter().map(|aim| voice.label("policy_aims", aim.as_str())).collect(),
            agreed_by: voice.all_named(&objective.agreed_by),
            agreed_by_all: !partners.is_empty() && partners.iter().all(|partner| agreed(partner.id)),
            durability: voice.prose(objective.durability()),
            indicators: Indicator::of(voice, objective.id),
            actions: actions.filter_map(|action| voice.named(action.id)).collect(),
            links: links(voice, objective.id),
            risks: risks(voice, objective.id),
        }
    }
}

fn links(voice: &Voice<'_, '_>, id: &str) -> Vec<LevelLink> {
    let levels = LEVELS.into_iter().filter(|(level, _)| {
        voice.facts.strategies.iter().any(|strategy| strategy.level.get() == Some(level))
    });
    let link = |(level, code): (model::StrategyLevel, &str)| {
        let (state, alignments) = voice.facts.alignments_at(id, level);
        let state = match state {
            State::Own => "own",
            State::Inherited => "inherited",
            State::Gap => "gap",
        };
        LevelLink {
            level: code.to_owned(),
            state: state.to_owned(),
            alignments: alignments.iter().map(|alignment| alignment.id.to_owned()).collect(),
            goals: alignments.iter().map(|alignment| voice.id(&alignment.to)).collect(),
        }
    };
    levels.map(link).collect()
}

fn says_day(voice: &Voice<'_, '_>, objective: &Placed<'_, model::Objective>) -> bool {
    let spaces = |text: &str| text.replace('\u{a0}', " ");
    let day = objective.by.get().map(|day| spaces(&day.words(voice.lang)));
    let title = voice.text(objective.title());
    day.zip(title).is_some_and(|(day, title)| spaces(&title).contains(&day))
}

/// Names the risks that threaten an objective or an action.
pub(super) fn risks(voice: &Voice<'_, '_>, id: &str) -> Vec<Named> {
    let threatens = |risk: &&Placed<'_, model::Risk>| risk.threatens.iter().any(|known| known.as_str() == id);
    let risks = voice.facts.risks.iter().filter(threatens);
    let named = |risk: &Placed<'_, model::Risk>| {
        Some(Named { id: risk.id.to_owned(), title: voice.text(risk.title())? })
    };
    risks.filter_map(named).collect()
}
