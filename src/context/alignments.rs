//! Strategies and how objectives and actions follow them. Out: `Level`, the matrix level by level.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::catalogue;
use crate::described::At;
use crate::facts::{Placed, State};
use crate::lang::Lang;
use crate::model::{self, StrategyLevel};
use crate::units::Date;

/// A level of strategies with what follows them.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Level {
    /// `eu`, `national`, `regional` or `local`.
    pub code: String,
    /// Its label: `krajowy`.
    pub label: String,
    /// Its strategies.
    pub strategies: Vec<Strategy>,
    /// The objectives that follow this level only through the objective above them.
    pub inherited: Vec<Named>,
    /// The objectives that do not follow it at all.
    pub gaps: Vec<Named>,
    /// How many alignments there are.
    pub count: usize,
}

/// A document that the application follows.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Strategy {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Who adopted it.
    pub adopted_by: Option<String>,
    /// The act that adopted it.
    pub adopted: Option<String>,
    /// How long it is in force.
    pub valid: Option<Days>,
    /// Its address.
    pub url: Option<String>,
    /// The day somebody checked that it is in force.
    pub checked_on: Option<Exact<Date>>,
    /// The objectives of it that the application follows.
    pub objectives: Vec<StrategyObjective>,
    /// How many alignments lead to it.
    pub count: usize,
}

/// An objective of a strategy.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct StrategyObjective {
    /// Its id.
    pub id: String,
    /// Its number in the document.
    pub code: Option<String>,
    /// Its wording.
    pub text: Option<String>,
    /// Page or point.
    pub cite: Option<String>,
    /// What leads to it.
    pub alignments: Vec<Alignment>,
}

/// A link from an objective or action to an objective of a strategy.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Alignment {
    /// Its id.
    pub id: String,
    /// The objective or action.
    pub of: Option<Named>,
    /// The label of how close it is.
    pub strength: Option<String>,
    /// The needs and indicators that carry it.
    pub via: Vec<Named>,
    /// Why and how the one serves the other, as Markdown.
    pub argument: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
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
        let of_level = |strategy: &&Placed<'_, model::Strategy>| strategy.level.get() == Some(&level);
        let strategies: Vec<Strategy> =
            voice.facts.strategies.iter().filter(of_level).map(|entry| Strategy::one(voice, entry)).collect();
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

impl Strategy {
    fn one(voice: &Voice<'_, '_>, entry: &Placed<'_, model::Strategy>) -> Self {
        let known = entry.catalogue.get().and_then(|id| catalogue::strategies().get(id));
        let title = voice.example(voice.text(entry.title()), &entry.fictional);
        let objectives: Vec<StrategyObjective> =
            entry.objectives().each().map(|goal| objective(voice, goal)).collect();
        Self {
            id: entry.id.to_owned(),
            title: Some(
                voice.must_name(title.or_else(|| known.map(|known| known.title(voice.lang).to_owned()))),
            ),
            adopted_by: voice.text(entry.adopted_by()),
            adopted: voice.text(entry.adopted()),
            valid: voice.days(&entry.valid),
            url: voice.plain(&entry.url),
            checked_on: voice.date(&entry.checked_on),
            count: objectives.iter().map(|objective| objective.alignments.len()).sum(),
            objectives,
        }
    }
}

fn objective(voice: &Voice<'_, '_>, goal: At<'_, model::StrategyObjective>) -> StrategyObjective {
    let leads_here = |alignment: &&Placed<'_, model::Alignment>| {
        alignment.to.get().is_some_and(|to| goal.entry.id.get() == Some(to))
    };
    let alignments = voice.facts.alignments.iter().filter(leads_here);
    StrategyObjective {
        id: voice.id(&goal.entry.id),
        code: voice.plain(&goal.code).filter(|code| voice.lang == Lang::Pl || !has_word(code)),
        text: voice.must(voice.example(voice.text(goal.text()), &goal.fictional), "STRAT-05"),
        cite: voice.must(voice.text(goal.cite()), "STRAT-05"),
        alignments: alignments.map(|entry| alignment(voice, entry)).collect(),
    }
}

/// Tells whether a number holds a word of the document's language: `cel 1`, against `4.1` and `4(k)`.
fn has_word(code: &str) -> bool {
    let words = code.split(|sign: char| !sign.is_alphabetic());
    words.into_iter().any(|word| word.chars().count() > 2 && word.chars().any(char::is_lowercase))
}

fn alignment(voice: &Voice<'_, '_>, entry: &Placed<'_, model::Alignment>) -> Alignment {
    let strength = entry.strength.get().map(|strength| strength.code());
    Alignment {
        id: entry.id.to_owned(),
        of: voice.named_by(&entry.of),
        strength: strength.map(|code| voice.label("alignment_strengths", code)),
        via: voice.all_named(&entry.via),
        argument: voice.must(voice.prose(entry.argument()), "ALIGN-02"),
        short: voice.short(entry.short()),
    }
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
