//! Words that judgement rules look for. In: `lexicon.yaml`. Out: `Lexicon`, read once.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

/// The word lists. A judgement by words is advice and names the words it stumbled over. All but draft marks
/// are in small letters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    /// Draft marks that stand as words of their own, upper and lower case told apart.
    pub placeholders: Vec<String>,
    /// Draft marks that are a whole text.
    pub whole_placeholders: Vec<String>,
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
}

/// Returns the word lists.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        serde_yaml::from_str(include_str!("lexicon.yaml")).expect("the shipped file is read by the tests")
    });
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

/// Entries to be looked for as words of their own, exactly as written, all at once.
#[derive(Debug)]
pub(super) struct Marks {
    entries: Vec<String>,
    finder: AhoCorasick,
}

impl Marks {
    fn new(entries: &[String]) -> Self {
        let finder = AhoCorasick::new(entries).expect("the shipped lists are short");
        Self { entries: entries.to_vec(), finder }
    }

    /// Returns the first entry of the list that stands in a text.
    pub(super) fn standing(&self, text: &str) -> Option<&str> {
        let found = self.finder.find_overlapping_iter(text).filter(|found| {
            let joins = |neighbour: Option<char>, own: Option<char>| {
                neighbour.is_some_and(char::is_alphanumeric) && own.is_some_and(char::is_alphanumeric)
            };
            let own = &text[found.range()];
            !joins(text[..found.start()].chars().next_back(), own.chars().next())
                && !joins(text[found.end()..].chars().next(), own.chars().next_back())
        });
        let first = found.map(|found| found.pattern().as_usize()).min()?;
        self.entries.get(first).map(String::as_str)
    }
}

/// Returns the draft marks that stand as words of their own.
pub(super) fn placeholders() -> &'static Marks {
    static MARKS: LazyLock<Marks> = LazyLock::new(|| Marks::new(&lexicon().placeholders));
    &MARKS
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
        let list = Marks::new(&["TODO".to_owned(), "???".to_owned()]);
        assert_eq!(list.standing("opis TODO."), Some("TODO"));
        assert_eq!(list.standing("METODOLOGIA"), None);
        assert_eq!(list.standing("METODO TODO"), Some("TODO"));
        assert_eq!(list.standing("kto???"), Some("???"));
        assert_eq!(list.standing("kto??? TODO"), Some("TODO"));
        let lacks = ["brak".to_owned()];
        assert_eq!(opening("„Brak miejsc pracy”", &lacks), Some("brak"));
        assert_eq!(opening("Brakujące kadry", &lacks), None);
    }

    #[test]
    fn words_are_in_small_letters() {
        let all: serde_yaml::Mapping = serde_yaml::from_str(include_str!("lexicon.yaml")).expect("lists");
        for (name, list) in
            all.iter().filter(|(name, _)| !name.as_str().is_some_and(|name| name.ends_with("placeholders")))
        {
            for word in list.as_sequence().expect("a list") {
                let word = word.as_str().expect("a word");
                assert_eq!(word, word.to_lowercase(), "{name:?}");
            }
        }
    }

    #[test]
    fn no_list_is_empty() {
        let lists = lexicon();
        for list in [&lists.placeholders, &lists.lacks, &lists.activities, &lists.people_units] {
            assert!(!list.is_empty());
        }
    }
}
