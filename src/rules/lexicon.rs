//! Words that judgement rules look for. In: `lexicon.yaml`. Out: `Lexicon`, read once.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::words::shipped;

/// The word lists, in small letters. A judgement by words is advice and names the words it stumbled over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    /// Openings of a need that is worded as the lack of a solution.
    pub lacks: Vec<String>,
    /// Openings of an objective that is worded as an activity.
    pub activities: Vec<String>,
    /// Units that count effort and not change.
    pub effort_units: Vec<String>,
    /// Units that count people.
    pub people_units: Vec<String>,
    /// Words of a measure in percent that needs no base: changes, and rates with a known definition.
    pub plain_percentages: Vec<String>,
    /// Beginnings of words that name an indirect cost.
    pub indirect_costs: Vec<String>,
    /// Words of a text that declares equality and does nothing for it.
    pub slogans: Vec<String>,
    /// Beginnings of words that name a ground of discrimination.
    pub grounds: Vec<String>,
    /// Words of an indicator on training.
    pub trainings: Vec<String>,
    /// Words of an indicator that counts finished trainings.
    pub finished_training: Vec<String>,
    /// Words of an indicator that counts gained skills.
    pub gained_skills: Vec<String>,
    /// Words of a legal form that is a unit of another body.
    pub units: Vec<String>,
    /// Words of a legal form that is a legal person, whatever its kind.
    pub legal_persons: Vec<String>,
    /// Words of a clause by which a party carries out its tasks without contractors.
    pub own_means: Vec<String>,
    /// Beginnings of words that name an act with a number and a day.
    pub acts: Vec<String>,
    /// Phrases that promise something only if nothing stands in the way.
    pub hedges: Vec<String>,
    /// Words that stand for no answer.
    pub nothings: Vec<String>,
    /// Words of a source that shows who was there.
    pub attendance: Vec<String>,
    /// Words of a source that shows what somebody can do or has.
    pub certificates: Vec<String>,
    /// Words of a criterion that the law forbids to choose people by.
    pub forbidden_criteria: Vec<String>,
    /// Words of research among people or firms.
    pub surveys: Vec<String>,
    /// Words of a price that somebody sells at.
    pub price_lists: Vec<String>,
    /// Beginnings of words that name a newspaper, a station, a news site or what anybody may write.
    pub press: Vec<String>,
}

/// Returns the word lists.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| shipped!("rules/lexicon.yaml"));
    &LEXICON
}

/// Returns the entry with which a text opens, upper and lower case alike, at the end of a word.
pub(super) fn opening<'word>(text: &str, list: &'word [String]) -> Option<&'word str> {
    let text = text.trim_start_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let opens = |entry: &&String| {
        text.strip_prefix(entry.as_str())
            .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    };
    list.iter().find(opens).map(String::as_str)
}

/// Returns the entry with which a word of a text begins, upper and lower case alike.
pub(super) fn starting<'word>(text: &str, list: &'word [String]) -> Option<&'word str> {
    let text = text.to_lowercase();
    let begins = |entry: &&String| {
        text.match_indices(entry.as_str()).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
    };
    list.iter().find(begins).map(String::as_str)
}

/// Returns the entry whose letters a text holds anywhere, upper and lower case alike.
pub(super) fn holding<'word>(text: &str, list: &'word [String]) -> Option<&'word str> {
    let text = text.to_lowercase();
    list.iter().find(|entry| text.contains(entry.as_str())).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        let lacks = ["brak".to_owned()];
        assert_eq!(opening("„Brak miejsc pracy”", &lacks), Some("brak"));
        assert_eq!(opening("Brakujące kadry", &lacks), None);
    }

    #[test]
    fn words_are_in_small_letters() {
        let all: serde_yaml::Mapping = serde_yaml::from_str(include_str!("lexicon.yaml")).expect("lists");
        for (name, list) in &all {
            for word in list.as_sequence().expect("a list") {
                let word = word.as_str().expect("a word");
                assert_eq!(word, word.to_lowercase(), "{name:?}");
            }
        }
    }

    #[test]
    fn no_list_is_empty() {
        let lists = lexicon();
        for list in [&lists.lacks, &lists.activities, &lists.people_units] {
            assert!(!list.is_empty());
        }
    }
}
