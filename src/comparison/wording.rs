//! Which words of a text changed. In: two texts. Out: `WordRun`s.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// A run of words that were kept, taken out or put in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WordRun {
    /// Words in both texts.
    Kept(String),
    /// Words of the older text alone.
    Removed(String),
    /// Words of the newer text alone.
    Added(String),
}

/// How many pairs of words are compared at most: some twenty pages with as many.
const MOST: usize = 16_000_000;

/// Returns a text with every run of white space as it reads: a blank line parts paragraphs, all other
/// space is one space.
pub(super) fn plain(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>());
    let paragraphs = paragraphs.filter(|words| !words.is_empty()).map(|words| words.join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// Compares two texts word by word; what was replaced stands before what replaces it. A very long text
/// written anew is replaced as a whole.
pub(super) fn pieces(old: &str, new: &str) -> Vec<WordRun> {
    if is_rewritten(old, new) {
        return vec![WordRun::Removed(old.to_owned()), WordRun::Added(new.to_owned())];
    }
    // By white space, so that marks stand at the edges of words, where Markdown sees them.
    let difference = TextDiff::from_words(old, new);
    let mut pieces = Vec::new();
    let (mut removed, mut added) = (String::new(), String::new());
    for change in difference.iter_all_changes() {
        let words = change.value();
        match change.tag() {
            ChangeTag::Delete => removed.push_str(words),
            ChangeTag::Insert => added.push_str(words),
            // A space between two changed words belongs to the change.
            ChangeTag::Equal if words == " " && !(removed.is_empty() && added.is_empty()) => {
                removed.push_str(words);
                added.push_str(words);
            }
            ChangeTag::Equal => {
                flush(&mut removed, &mut added, &mut pieces);
                keep(words, &mut pieces);
            }
        }
    }
    flush(&mut removed, &mut added, &mut pieces);
    pieces
}

/// Tells whether so many words differ that to pair them would take too long.
fn is_rewritten(old: &str, new: &str) -> bool {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let opening = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[opening..], &new[opening..]);
    let ending = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    (old.len() - ending).saturating_mul(new.len() - ending) > MOST
}

fn keep(words: &str, pieces: &mut Vec<WordRun>) {
    match pieces.last_mut() {
        Some(WordRun::Kept(kept)) => kept.push_str(words),
        _ if words.is_empty() => {}
        _ => pieces.push(WordRun::Kept(words.to_owned())),
    }
}

fn flush(removed: &mut String, added: &mut String, pieces: &mut Vec<WordRun>) {
    let (old, new) = (std::mem::take(removed), std::mem::take(added));
    // What both end in was not changed after all.
    let shared = old.ends_with(' ') && new.ends_with(' ');
    let cut = |text: &str| if shared { text[..text.len() - 1].to_owned() } else { text.to_owned() };
    let (old, new) = (cut(&old), cut(&new));
    if !old.is_empty() {
        pieces.push(WordRun::Removed(old));
    }
    if !new.is_empty() {
        pieces.push(WordRun::Added(new));
    }
    if shared {
        pieces.push(WordRun::Kept(" ".to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_and_the_rest_is_kept() {
        let found = pieces("Obejmiemy 40 osób w gminie.", "Obejmiemy 60 młodych osób w gminie.");
        let kept = |words: &str| WordRun::Kept(words.to_owned());
        assert_eq!(
            found,
            [
                kept("Obejmiemy "),
                WordRun::Removed("40".to_owned()),
                WordRun::Added("60 młodych".to_owned()),
                kept(" osób w gminie.")
            ]
        );
    }

    #[test]
    fn both_texts_can_be_read_out_of_the_pieces() {
        let texts = ["Ala ma kota.", "Ala ma dwa koty, a kot Alę.", "", "ma kota Ala"];
        for old in texts {
            for new in texts {
                let (mut before, mut after) = (String::new(), String::new());
                for piece in pieces(old, new) {
                    match piece {
                        WordRun::Kept(words) => {
                            before.push_str(&words);
                            after.push_str(&words);
                        }
                        WordRun::Removed(words) => before.push_str(&words),
                        WordRun::Added(words) => after.push_str(&words),
                    }
                }
                assert_eq!((before.as_str(), after.as_str()), (old, new));
            }
        }
    }

    #[test]
    fn a_long_text_is_compared_by_words_unless_it_was_written_anew() {
        let text =
            |word: &str| (0..5_000).map(|number| format!("{word}{number}")).collect::<Vec<_>>().join(" ");
        let (old, new) = (text("a"), text("b"));
        assert_eq!(pieces(&old, &new), [WordRun::Removed(old.clone()), WordRun::Added(new)]);
        assert_eq!(pieces(&old, &old.replace("a2500 ", "c ")).len(), 4);
    }

    #[test]
    fn a_reflowed_text_is_the_same() {
        assert_eq!(plain("raz\n dwa \n\n\ntrzy"), plain("raz dwa\n\n trzy\n"));
    }
}
