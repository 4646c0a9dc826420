//! What is yet to be written. In: a text as typed. Out: the parts of it that hold a place and say nothing: `…`,
//! `[nazwa gminy]`; `words.yaml` holds the words.

mod asked;
mod lists;
mod places;
#[cfg(test)]
mod tests;

pub use places::unwritten;

use super::letters::plain;
use asked::{asks, is_crosses, is_order};
use lists::WORDS;
use places::BRACKETS;

/// A text of more bytes than this is more than one of the words, or an order to write something.
const SHORT: usize = 160;

/// Tells whether a text says nothing: only `…`, dots, dashes or underscores, only such marks, only words of the list.
pub fn is_unwritten(text: &str) -> bool {
    let bare = text.trim().trim_matches(['"', '\'', '„', '”', '“', '«', '»']).trim();
    if bare.len() <= SHORT {
        let folded = plain(bare);
        let in_round = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let is_asked = in_round.is_some_and(asks);
        if WORDS.whole.contains(&folded) || is_order(&folded) || is_asked || is_crosses(bare, 1) {
            return true;
        }
    }
    if !bare.contains(char::is_alphanumeric) {
        let fills = |sign: char| "….-–—_?·•*/,;:()[]{}<> \u{a0}\n\t".contains(sign);
        return bare.contains(['…', '.', '-', '–', '—', '_', '?']) && bare.chars().all(fills);
    }
    let mut rest = 0;
    let found = unwritten(bare);
    let says = |part: &str| part.contains(char::is_alphanumeric);
    let between = found.iter().any(|part| says(&bare[std::mem::replace(&mut rest, part.end)..part.start]));
    !found.is_empty() && !between && !says(&bare[rest..])
}

/// Tells whether something is left to be written of a value that is no text, where it could not be read: `… osób`,
/// `dd.mm.rrrr`, `__.__.2027`, `[gmina/powiat]`.
pub fn is_value_left(value: &str) -> bool {
    let value = value.trim();
    let has_brackets = BRACKETS.iter().any(|(open, close)| value.contains(open) && value.contains(close));
    let groups = || value.split(['.', '-', '/', ' ']).filter(|group| !group.is_empty());
    // A day, a number or a code by the letters that stand for its digits.
    let is_form = |group: &str| {
        let first = group.chars().next().unwrap_or_default().to_ascii_lowercase();
        "dmryx_".contains(first) && group.chars().all(|sign| sign.to_ascii_lowercase() == first)
    };
    let is_known =
        |group: &str| is_form(group) || group == "r" || group.bytes().all(|sign| sign.is_ascii_digit());
    let is_pattern = || groups().all(is_known) && groups().any(|group| group.len() > 1 && is_form(group));
    value.is_empty()
        || value.contains('…')
        || has_brackets
        || is_unwritten(value)
        || !unwritten(value).is_empty()
        || is_pattern()
}
