//! What a mistyped word was meant to be. In: the word and what is allowed. Out: the nearest one.

use super::letters::fold;

/// Returns the known word that was meant, where one is near enough and no other as near.
pub fn meant<'w>(written: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    nearest(written, known.into_iter().map(|word| (word, word)))
}

/// Returns the known word that was meant, else one that is much like it: `pact-2` for `pact`.
pub fn alike<'w>(
    written: &str,
    known: impl IntoIterator<Item = &'w str, IntoIter: Clone>,
) -> Option<&'w str> {
    let known = known.into_iter();
    let most = |(likeness, word)| (likeness > 0.8).then_some(word);
    meant(written, known.clone()).or_else(|| most_alike(written, known).and_then(most))
}

/// Returns the known word that was meant, else the one most like it, however far; empty where there is none.
pub fn closest<'w>(written: &str, known: impl IntoIterator<Item = &'w str, IntoIter: Clone>) -> &'w str {
    let known = known.into_iter();
    let most = || most_alike(written, known.clone()).map(|(_, word)| word);
    meant(written, known.clone()).or_else(most).unwrap_or_default()
}

fn most_alike<'w>(written: &str, known: impl Iterator<Item = &'w str>) -> Option<(f64, &'w str)> {
    let like = known.map(|word| (strsim::jaro_winkler(word, written), word));
    like.max_by(|one, other| one.0.total_cmp(&other.0))
}

/// Returns the allowed word nearest to the written one, where it is near enough to be meant and no
/// other is as near. Each candidate is what is compared and what it stands for.
pub fn nearest<'a, T: PartialEq>(
    written: &str,
    candidates: impl IntoIterator<Item = (&'a str, T)>,
) -> Option<T> {
    /// Longer words are no slips of a keyword, and comparing costs their length squared.
    const LONGEST: usize = 64;
    let written = fold(written);
    let length = written.chars().count();
    if length > LONGEST {
        return None;
    }
    let mut best: Option<(usize, T)> = None;
    let mut tied = false;
    for (word, meaning) in candidates {
        let word = fold(word);
        let allowed = slips(length.min(word.chars().count()));
        let distance = strsim::osa_distance(&written, &word);
        if distance > allowed {
            continue;
        }
        match &best {
            Some((nearest, known)) if *nearest == distance => tied |= *known != meaning,
            Some((nearest, _)) if *nearest < distance => {}
            _ => (best, tied) = (Some((distance, meaning)), false),
        }
    }
    best.filter(|_| !tied).map(|(_, meaning)| meaning)
}

/// Returns how many slips of the keyboard a word of this length may hold and still be meant.
fn slips(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=4 => 1,
        5..=11 => 2,
        _ => length / 5,
    }
}

#[cfg(test)]
mod tests {
    use super::{alike, closest};

    fn meant<'a>(written: &str, words: &[&'a str]) -> Option<&'a str> {
        super::meant(written, words.iter().copied())
    }

    #[test]
    fn slips_of_the_keyboard_are_seen_through() {
        assert_eq!(meant("evidnece", &["evidence", "effects"]), Some("evidence"));
        assert_eq!(meant("dzialanai", &["działania", "cele"]), Some("działania"));
        assert_eq!(meant("Tytul", &["tytuł"]), Some("tytuł"));
        assert_eq!(meant("wholly_else", &["evidence"]), None);
        assert_eq!(meant("od", &["do", "by"]), None);
        // As near to the one as to the other: nothing is guessed.
        assert_eq!(meant("woman", &["women", "womanx"]), None);
    }

    #[test]
    fn a_word_that_is_always_wanted_is_the_most_alike() {
        let words = ["neutral", "esf-plus", "pact"];
        assert_eq!(closest("esf-pluss", words), "esf-plus");
        assert_eq!(closest("esf", words), "esf-plus");
        assert_eq!(alike("esf", words), Some("esf-plus"));
        assert_eq!(alike("wholly-else", words), None);
        assert_eq!(closest("", []), "");
    }
}
