//! Which strings a file lacks. In: the strings it must hold, the units it was read into. Out: those it does not
//! hold, or not often enough.
//!
//! A string is held by a unit that says it and nothing else. What is then left over on both sides is looked
//! for within the other: a file joins strings by words and signs of its own. All of it takes time in
//! proportion to the lengths.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

/// A stretch of a file, in one reading or several: whole, or taken apart by what the file's notation puts between
/// its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unit {
    /// The readings, the whole first.
    pub(super) readings: Vec<Vec<String>>,
}

impl Unit {
    /// Returns a unit with one reading.
    pub(super) fn whole(words: &str) -> Self {
        Self { readings: vec![vec![normal(words)]] }
    }
}

/// Returns words as they are compared. Runs of white space are one space, a no-break space is itself; a soft
/// hyphen is no letter, and readers of PDF leave it out.
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        let from = out.len();
        if from > 0 {
            out.push(' ');
        }
        let start = out.len();
        out.extend(word.chars().filter(|sign| *sign != '\u{ad}'));
        if out.len() == start {
            out.truncate(from);
        }
    }
    out
}

/// Returns which of the strings, by their numbers, the units do not hold.
pub(super) fn lost(wanted: &[String], units: &[Unit]) -> Vec<usize> {
    let mut due: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, string) in wanted.iter().enumerate().rev() {
        due.entry(string).or_default().push(number);
    }
    let mut left = String::new();
    for unit in units {
        let known = unit.readings.iter().find(|parts| takes(&due, parts));
        match known {
            Some(parts) => parts.iter().for_each(|part| {
                due.get_mut(part.as_str()).and_then(Vec::pop);
            }),
            None => {
                left.extend(unit.readings.first().into_iter().flatten().map(String::as_str));
                left.push('\n');
            }
        }
    }
    due.retain(|_, numbers| !numbers.is_empty());
    within(due, &left)
}

/// Tells whether all parts are still due.
fn takes(due: &BTreeMap<&str, Vec<usize>>, parts: &[String]) -> bool {
    let mut wanted: Vec<&str> = parts.iter().map(String::as_str).collect();
    wanted.sort_unstable();
    wanted
        .chunk_by(|one, next| one == next)
        .all(|same| due.get(same[0]).is_some_and(|numbers| numbers.len() >= same.len()))
}

/// Returns the strings that a text holds less often than they and the strings around them do.
fn within(due: BTreeMap<&str, Vec<usize>>, text: &str) -> Vec<usize> {
    let mut strings: Vec<(&str, Vec<usize>)> = due.into_iter().collect();
    if strings.is_empty() {
        return Vec::new();
    }
    // What holds another string is looked at before it.
    strings.sort_by_key(|(string, _)| usize::MAX - string.len());
    let finder =
        AhoCorasick::new(strings.iter().map(|(string, _)| string)).expect("strings of one document fit");
    let mut there = vec![0_usize; strings.len()];
    for found in finder.find_overlapping_iter(text) {
        there[found.pattern().as_usize()] += 1;
    }
    let mut lost = Vec::new();
    // How often strings that are held say each.
    let mut said = vec![0_usize; strings.len()];
    for at in 0..strings.len() {
        let (string, numbers) = &mut strings[at];
        let held = there[at].saturating_sub(said[at]).min(numbers.len());
        // They were put down from the last to the first.
        lost.extend(numbers.drain(..numbers.len() - held));
        if held > 0 {
            for inner in finder.find_overlapping_iter(*string) {
                said[inner.pattern().as_usize()] += held;
            }
        }
    }
    lost.sort_unstable();
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(wanted: &[&str], units: &[&str]) -> Vec<usize> {
        let wanted: Vec<String> = wanted.iter().map(|string| normal(string)).collect();
        let units: Vec<Unit> = units.iter().map(|unit| Unit::whole(unit)).collect();
        lost(&wanted, &units)
    }

    #[test]
    fn a_string_is_held_as_often_as_it_is_said() {
        assert_eq!(missing(&["a", "b", "a"], &["a", "b", "a"]), [0; 0]);
        assert_eq!(missing(&["a", "b", "a"], &["b", "a"]), [2]);
        assert_eq!(missing(&["O1", "O12"], &["O12"]), [0]);
        assert_eq!(missing(&["O1", "O12"], &["x: O12", "y: O1"]), [0; 0]);
        assert_eq!(missing(&["Koszt", "12 zł"], &["Koszt: 12 zł"]), [0; 0]);
        assert_eq!(missing(&["Koszt: 12 zł", "2 zł"], &["Koszt: 1 zł"]), [0, 1]);
    }

    #[test]
    fn white_space_and_soft_hyphens_are_no_letters() {
        assert_eq!(normal(" a\n\u{ad} b\u{a0}c \u{ad}"), "a b\u{a0}c");
    }
}
