//! Objectives. Out: the tree as `Objectives`.

use super::alignments::LEVELS;
use super::indicators::Indicator;
use super::shown::shown;
use super::voice::Voice;
use super::{Exact, Named};
use crate::described::At;
use crate::facts::State;
use crate::lang::Lang;
use crate::model::{self, ObjectiveLevel};
use crate::units::Date;

shown! {
    /// The tree of objectives.
    Objectives {
        /// The main one.
        main: Option<Objective>;
        /// Those it is made of, in the order of the file.
        specific: Vec<Objective>;
        /// All of them, the main one first.
        all: Vec<Objective>;
    }

    /// An objective: a change of state by a day.
    Objective from (voice, objective: model::Objective) {
        /// Its id.
        id: String;
        /// Whether it is the main one.
        is_main: bool = is_main(objective);
        /// The objective in one line.
        title: Option<String> = voice.name(objective.title());
        /// The objective at length, as Markdown.
        text: Option<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(objective.short());
        /// The objective it is part of.
        parent: Option<Named>;
        /// The needs it answers.
        needs: Vec<Named>;
        /// The day by which it is reached.
        by: Option<Exact<Date>>;
        /// Whether its title says that day already.
        says_day: bool = says_day(voice, objective);
        /// The labels of the aims of European policy it serves.
        aims: Vec<String>;
        /// The partners that agreed on it.
        agreed_by: Vec<Named>;
        /// Whether all partners agreed on it.
        agreed_by_all: bool = voice.facts.is_of_all(&objective.agreed_by);
        /// How its results last, as Markdown.
        durability: Option<String>;
        /// What measures it.
        indicators: Vec<Indicator> = voice.all(voice.facts.indicators_measuring(objective.id));
        /// The actions that serve it.
        actions: Vec<Named> = voice.all_called(voice.facts.actions_serving(objective.id));
        /// How it follows strategies, level by level; levels without a strategy are left out.
        links: Vec<LevelLink> = links(voice, objective.id);
        /// What threatens it.
        risks: Vec<Named> = risks(voice, objective.id);
    }

    /// How an objective follows the strategies of a level.
    LevelLink {
        /// The code of the level.
        level: String;
        /// `own`, `inherited` or `gap`.
        state: String;
        /// The ids of the alignments.
        alignments: Vec<String>;
        /// The ids of the objectives of strategies.
        goals: Vec<String>;
    }
}

impl Objectives {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let all: Vec<Objective> = voice.all(&voice.facts.objectives);
        let (mut main, specific): (Vec<_>, Vec<_>) = all.into_iter().partition(|objective| objective.is_main);
        let all = main.iter().chain(&specific).cloned().collect();
        let main = (!main.is_empty()).then(|| main.remove(0));
        Self { main, specific, all }
    }
}

fn is_main(objective: At<'_, model::Objective>) -> bool {
    match objective.level.get() {
        Some(level) => *level == ObjectiveLevel::Main,
        None => objective.parent.is_missing(),
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
            goals: alignments.iter().map(|alignment| voice.shown(alignment.to())).collect(),
        }
    };
    levels.map(link).collect()
}

fn says_day(voice: &Voice<'_, '_>, objective: At<'_, model::Objective>) -> bool {
    let spaces = |text: &str| text.replace('\u{a0}', " ");
    // A title without a translation says it in its own language.
    let says =
        |day: &Date, title: &str| Lang::ALL.iter().any(|lang| title.contains(&spaces(&day.words(*lang))));
    let title = voice.words(objective.title()).map(|title| spaces(&title));
    objective.by.get().zip(title).is_some_and(|(day, title)| says(day, &title))
}

/// Names the risks that threaten an objective or an action.
pub(super) fn risks(voice: &Voice<'_, '_>, id: &str) -> Vec<Named> {
    let risks = voice.facts.risks.iter().filter(|risk| risk.threatens.names(id));
    risks
        .filter_map(|risk| Some(Named { id: risk.id.to_owned(), title: voice.words(risk.title())? }))
        .collect()
}
