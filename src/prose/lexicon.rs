//! Words by which figures in prose are held against recorded ones. In: `lexicon.yaml`. Out: `Lexicon`, read
//! once.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::words::{plain, shipped};

/// The word lists; all but the names of the total are plain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    /// Beginnings of words that narrow what a figure in prose speaks of: a part of the people, another area.
    pub narrowing: Vec<String>,
    /// Beginnings of words that speak of change and of what is to come.
    pub outlook: Vec<String>,
    /// Beginnings of words that speak of what is still to come.
    pub forecast: Vec<String>,
    /// Beginnings of words that the name of any measure may have and prose leaves out.
    pub measure_words: Vec<String>,
    /// What Polish prose calls the total of the budget.
    pub totals_pl: Vec<String>,
    /// What English prose calls it.
    pub totals_en: Vec<String>,
}

/// Returns the word lists.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        let mut lists: Lexicon = shipped!("prose/lexicon.yaml");
        for list in [&mut lists.narrowing, &mut lists.outlook, &mut lists.forecast, &mut lists.measure_words]
        {
            list.iter_mut().for_each(|word| *word = plain(word));
        }
        lists
    });
    &LEXICON
}
