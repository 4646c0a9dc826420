//! The library of clauses. In: `clauses.yaml`. Out: sets of clauses by name and version.

use std::sync::LazyLock;

use serde::Deserialize;

use super::lists::Label;
use crate::units::Date;
use crate::words::shipped;

/// A set of clauses for one kind of deed. What was published under a name and version is never reworded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseSet {
    /// Its name and version, as an application takes it: `art39@1`.
    pub id: String,
    /// The law that the deed stands on, as a deed cites it, or usual practice where no law says what is in it.
    pub basis: Label,
    /// The day up to which changes of that law were looked for; none for usual practice.
    #[serde(default)]
    pub state_of_law: Option<Date>,
    /// The lawyer who has read it; none so far.
    #[serde(default)]
    pub lawyer: Option<Label>,
    /// Its clauses, in the order of a deed.
    pub clauses: Vec<Clause>,
    /// The annexes that the clauses speak of.
    #[serde(default)]
    pub annexes: Vec<Label>,
}

/// A clause that a deed can take.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The element of the deed that it words, a code of the deed's list of elements.
    pub element: String,
    /// What it answers: articles of a law, or usual practice.
    pub source: Label,
    /// The day its source was read; none where it was written from memory or from practice.
    #[serde(default)]
    pub verified_on: Option<Date>,
    /// What it says that figures can contradict.
    #[serde(default)]
    pub claims: Claims,
    /// Its Polish words, as Markdown.
    pub pl: String,
    /// Its English words, as Markdown.
    pub en: String,
}

/// What a clause says that figures can contradict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Claims {
    /// Whether the parties may buy from each other; none where it says nothing of it.
    pub buys_from_parties: Option<bool>,
    /// Within how many days money is paid or a breach is put right.
    pub term_days: Option<u64>,
}

impl ClauseSet {
    /// Returns the clause that words an element of the deed.
    pub fn clause(&self, element: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.element == element)
    }
}

/// Returns the sets of clauses, in the order of their file.
pub fn clause_sets() -> &'static [ClauseSet] {
    static SETS: LazyLock<Vec<ClauseSet>> = LazyLock::new(|| shipped!("catalogue/clauses.yaml"));
    &SETS
}

/// Returns the set of this name and version.
pub fn clause_set(id: &str) -> Option<&'static ClauseSet> {
    clause_sets().iter().find(|set| set.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::list;

    #[test]
    fn a_set_is_known_under_its_name_and_words_each_element_once() {
        let codes = |name: &str| list(name).expect("the list is there").codes().collect::<Vec<_>>();
        let mut names = Vec::new();
        for (sets, elements) in [
            ("clause_sets", "agreement_elements"),
            ("pact_clause_sets", "pact_elements"),
            ("procedure_clause_sets", "procedure_elements"),
        ] {
            for set in codes(sets).into_iter().filter_map(clause_set) {
                let mut worded: Vec<&str> =
                    set.clauses.iter().map(|clause| clause.element.as_str()).collect();
                let mut known = codes(elements);
                worded.sort_unstable();
                known.sort_unstable();
                assert_eq!(worded, known, "{}", set.id);
                names.push(set.id.as_str());
            }
        }
        assert_eq!(clause_sets().iter().map(|set| set.id.as_str()).collect::<Vec<_>>(), names);
    }

    #[test]
    fn clauses_say_the_same_number_of_paragraphs_in_both_languages() {
        for clause in clause_sets().iter().flat_map(|set| &set.clauses) {
            let parts = |text: &str| text.split("\n\n").count();
            assert_eq!(parts(&clause.pl), parts(&clause.en), "{}", clause.element);
            assert!(!clause.source.pl.is_empty() && !clause.source.en.is_empty(), "{}", clause.element);
        }
    }
}
