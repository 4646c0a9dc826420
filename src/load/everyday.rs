//! Everyday Polish words for codes of the catalogue. In: `everyday.yaml`, a list's name and a word. Out: the code
//! that is meant.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::words::fold;

/// What people type, by the code that they mean.
type Words = BTreeMap<String, Vec<String>>;

/// The words, by list of the catalogue, and of the closed sets that are in no list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Everyday {
    lists: BTreeMap<String, Words>,
    words: Words,
}

static EVERYDAY: LazyLock<Everyday> = LazyLock::new(|| {
    serde_yaml::from_str(include_str!("everyday.yaml")).expect("the shipped file is read by the tests")
});

/// Returns the code that an everyday word stands for.
pub(super) fn code(list: &str, word: &str) -> Option<&'static str> {
    meant(EVERYDAY.lists.get(list)?, word)
}

/// Returns the word of a closed set that an everyday word stands for.
pub(super) fn among(set: &[&'static str], word: &str) -> Option<&'static str> {
    meant(&EVERYDAY.words, word).filter(|code| set.contains(code))
}

fn meant(words: &'static Words, word: &str) -> Option<&'static str> {
    let word = fold(word);
    words
        .iter()
        .find(|(_, known)| known.iter().any(|known| fold(known) == word))
        .map(|(code, _)| code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn everyday_words_stand_for_codes_that_exist_and_hide_none() {
        for (list, words) in &EVERYDAY.lists {
            let terms = catalogue::list(list).expect("the catalogue has the list");
            for (own, word) in words.iter().flat_map(|(own, words)| words.iter().map(move |word| (own, word)))
            {
                assert!(terms.get(own).is_some(), "{own}");
                assert!(terms.get(word).is_none(), "{word}");
                assert_eq!(code(list, &word.to_uppercase()), Some(own.as_str()), "{word}");
            }
        }
        assert_eq!(code("partner_kinds", "wróżka"), None);
        assert_eq!(among(&["pl", "en"], "Polski"), Some("pl"));
        assert_eq!(among(&["yes"], "polski"), None);
    }
}
