//! Did you mean. In: a mistyped word and what exists. Out: the nearest, or nothing.

use crate::lang::fold;

/// Returns the word nearest to `typed`, upper and lower case and Polish letters alike; `None` when none
/// is near enough to be meant.
pub(super) fn nearest<'word>(typed: &str, known: impl Iterator<Item = &'word str>) -> Option<&'word str> {
    /// Longer words are no slips of a code, and comparing costs their length squared.
    const LONGEST: usize = 64;
    if typed.len() > LONGEST {
        return None;
    }
    let plain = |word: &str| fold(word).to_lowercase();
    let typed = plain(typed);
    let most = match typed.chars().count() {
        0..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    let near = known
        .filter(|word| word.len() <= LONGEST)
        .map(|word| (strsim::osa_distance(&typed, &plain(word)), word));
    near.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}
