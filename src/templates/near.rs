//! What a word was probably meant to be. In: a word and those that exist. Out: the nearest, if near.

/// Returns the known word nearest to `word`; `None` when none is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    let near = known.map(|name| (strsim::damerau_levenshtein(word, name), name));
    near.filter(|(distance, _)| *distance <= limit).min().map(|(_, name)| name)
}
