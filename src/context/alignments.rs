//! Strategies and how objectives and actions follow them. Out: `Level`, the matrix level by level.

use super::shown::shown;
use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::catalogue;
use crate::described::At;
use crate::facts::State;
use crate::lang::Lang;
use crate::model::{self, StrategyLevel};
use crate::units::Date;

shown! {
    /// A level of strategies with what follows them.
    Level {
        /// `eu`, `national`, `regional` or `local`.
        code: String;
        /// Its label: `krajowy`.
        label: String;
        /// Its strategies.
        strategies: Vec<Strategy>;
        /// The objectives that follow this level only through the objective above them.
        inherited: Vec<Named>;
        /// The objectives that do not follow it at all.
        gaps: Vec<Named>;
        /// How many alignments there are.
        count: usize;
    }

    /// A document that the application follows.
    Strategy from (voice, entry: model::Strategy) {
        /// Its id.
        id: String;
        /// Its title.
        title: Option<String> = title(voice, entry);
        /// Who adopted it.
        adopted_by: Option<String>;
        /// The act that adopted it.
        adopted: Option<String>;
        /// How long it is in force.
        valid: Option<Days>;
        /// Its address.
        url: Option<String>;
        /// The day somebody checked that it is in force.
        checked_on: Option<Exact<Date>>;
        /// The objectives of it that the application follows.
        objectives: Vec<StrategyObjective>;
        /// How many alignments lead to it.
        count: usize =
            entry.objectives().each().map(|goal| voice.facts.alignments_with(goal_id(goal)).count()).sum();
    }

    /// An objective of a strategy.
    StrategyObjective from (voice, goal: model::StrategyObjective) {
        /// Its id.
        id: String;
        /// Its number in the document.
        code: Option<String> =
            voice.words(goal.code()).filter(|code| voice.lang == Lang::Pl || !has_word(code));
        /// Its wording.
        text: Option<String> =
            voice.must(voice.example(voice.shown(goal.text()), &goal.fictional), goal.text());
        /// Page or point.
        cite: Option<String> = voice.must(voice.shown(goal.cite()), goal.cite());
        /// What leads to it.
        alignments: Vec<Alignment> = voice.all(voice.facts.alignments_with(goal_id(goal)));
    }

    /// A link from an objective or action to an objective of a strategy.
    Alignment from (voice, entry: model::Alignment) {
        /// Its id.
        id: String;
        /// The objective or action.
        of: Option<Named>;
        /// The label of how close it is.
        strength: Option<String>;
        /// The needs and indicators that carry it.
        via: Vec<Named>;
        /// Why and how the one serves the other, as Markdown.
        argument: Option<String> = voice.must(voice.shown(entry.argument()), entry.argument());
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(entry.short());
    }
}

/// The levels from the widest to the nearest, with their codes.
pub(super) const LEVELS: [(StrategyLevel, &str); 4] = [
    (StrategyLevel::Eu, "eu"),
    (StrategyLevel::National, "national"),
    (StrategyLevel::Regional, "regional"),
    (StrategyLevel::Local, "local"),
];

impl Level {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        LEVELS.into_iter().filter_map(|(level, code)| Self::one(voice, level, code)).collect()
    }

    /// Returns a level; `None` for one without a strategy that the programme does not ask for either.
    fn one(voice: &Voice<'_, '_>, level: StrategyLevel, code: &str) -> Option<Self> {
        let strategies = voice.facts.strategies.iter();
        let strategies: Vec<Strategy> =
            voice.all(strategies.filter(|strategy| strategy.level.get() == Some(&level)));
        if strategies.is_empty() {
            return None;
        }
        let states: Vec<(&str, State)> = voice
            .facts
            .objectives
            .iter()
            .map(|objective| (objective.id, voice.facts.alignments_at(objective.id, level).0))
            .collect();
        let in_state = |wanted: State| -> Vec<Named> {
            let found = states.iter().filter(|(_, state)| *state == wanted);
            found.filter_map(|(id, _)| voice.named(id)).collect()
        };
        Some(Self {
            code: code.to_owned(),
            label: voice.label("strategy_levels", code),
            count: strategies.iter().map(|strategy| strategy.count).sum(),
            strategies,
            inherited: in_state(State::Inherited),
            gaps: in_state(State::Gap),
        })
    }
}

/// Returns the title of a strategy: as given, else as the catalogue has it.
fn title(voice: &Voice<'_, '_>, entry: At<'_, model::Strategy>) -> Option<String> {
    let known = || Some(catalogue::strategies().get(entry.catalogue.get()?)?.title(voice.lang).to_owned());
    let own = voice.example(voice.shown(entry.title()), &entry.fictional);
    Some(voice.must_name(own.or_else(known), entry.title()))
}

/// Returns the id of a strategy's objective; empty where it has none.
fn goal_id(goal: At<'_, model::StrategyObjective>) -> &str {
    goal.entry.id.get().map_or("", model::Id::as_str)
}

/// Tells whether a number holds a word of the document's language: `cel 1`, against `4.1` and `4(k)`.
fn has_word(code: &str) -> bool {
    let words = code.split(|sign: char| !sign.is_alphabetic());
    words.into_iter().any(|word| word.chars().count() > 2 && word.chars().any(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn a_number_without_a_word_is_for_readers_of_any_language() {
        assert!(["cel 1", "Priorytet II", "CEL szczegółowy 2"].into_iter().all(has_word));
        assert!(!["4.1", "4(k)", "ESO4.8", "CS1", "A.2", "II"].into_iter().any(has_word));
    }
}
