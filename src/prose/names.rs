//! Names of partners that a text spells another way by a slip. In: `Facts`, texts. Out: `Misspelling`s.
//!
//! A name of several words is compared with every place where all its words but one stand as they are. The
//! odd word is a slip when it differs by one letter inside: a Polish ending is a case and no slip.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::described::{Entry as _, Spot};
use crate::diagnostic::Place;
use crate::facts::{Facts, Placed};
use crate::lang::Lang;
use crate::model::{Cases, Partner, Text};

/// The letters at the end of a word in which cases differ.
const ENDING: usize = 3;
/// Shorter words are as a rule other words and not slips.
const SHORTEST: usize = 6;
/// The most names that may share a word by which a name is looked for; a word of more tells nothing.
const MOST: usize = 200;

/// A name in one of its forms.
struct Name<'run> {
    partner: &'run Placed<'run, Partner>,
    said: &'run str,
    words: Vec<String>,
    /// Where its two longest words are, the longest first: all words but one are the same, so that one of these
    /// is, and long words are rare.
    anchors: [usize; 2],
}

impl<'run> Name<'run> {
    /// Takes a name; `None` for one of a single word.
    fn new(partner: &'run Placed<'run, Partner>, said: &'run str) -> Option<Self> {
        let words: Vec<String> = words(said).map(|(_, word)| word.into_owned()).collect();
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.sort_by_key(|at| Reverse(words[*at].len()));
        let [first, second, ..] = *order else { return None };
        Some(Self { partner, said, words, anchors: [first, second] })
    }
}

/// A spelling that is another partner's name by a slip, capitals alike.
pub struct Misspelling<'run> {
    /// The partner that is meant.
    pub partner: &'run Placed<'run, Partner>,
    /// Its name, as it should be.
    pub name: &'run str,
    /// The name as it stands first.
    pub spelt: String,
    /// The texts it stands in, at least one.
    pub places: Vec<Place>,
}

/// Looks for misspelt names of partners, text by text.
pub struct Names<'run> {
    names: Vec<Name<'run>>,
    /// All names as names are told apart.
    known: BTreeSet<String>,
    /// Which names have a word as an anchor, and where.
    by_word: BTreeMap<String, Vec<(usize, usize)>>,
    some_word: Option<AhoCorasick>,
    found: BTreeMap<(usize, String), usize>,
    misspellings: Vec<Misspelling<'run>>,
}

impl<'run> Names<'run> {
    /// Reads the names of an application's partners; `None` where there is none to look for.
    pub fn of(facts: &'run Facts<'run>) -> Option<Self> {
        let mut known = BTreeSet::new();
        let names = facts.partners.iter().flat_map(names);
        let names: Vec<Name<'_>> = names.filter(|name| known.insert(name.words.join(" "))).collect();
        let mut by_word: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (number, name) in names.iter().enumerate() {
            for at in name.anchors {
                by_word.entry(name.words[at].clone()).or_default().push((number, at));
            }
        }
        by_word.retain(|_, names| names.len() <= MOST);
        let some_word = some_word(by_word.keys().map(String::as_str));
        let (found, misspellings) = (BTreeMap::new(), Vec::new());
        (!by_word.is_empty()).then_some(Self { names, known, by_word, some_word, found, misspellings })
    }

    /// Looks through a text of the application; a name where it is itself written is none.
    pub fn look(&mut self, spot: &Spot<'_>, lang: Option<Lang>, text: &str) {
        // A slip is in a long word, and another stands beside it.
        if text.len() < SHORTEST + 2 || self.some_word.as_ref().is_some_and(|words| !words.is_match(text)) {
            return;
        }
        let slips = slips(text, &self.names, &self.by_word);
        if slips.is_empty() {
            return;
        }
        if is_a_name(spot) {
            return;
        }
        let place = spot.place_of(lang);
        for (number, spelt) in slips {
            let bare = joined(&spelt);
            if self.known.contains(&bare) {
                continue;
            }
            let at = *self.found.entry((number, bare)).or_insert(self.misspellings.len());
            match self.misspellings.get_mut(at) {
                Some(known) if known.places.last() == Some(&place) => {}
                Some(known) => known.places.push(place.clone()),
                None => {
                    let Name { partner, said: name, .. } = self.names[number];
                    let places = vec![place.clone()];
                    self.misspellings.push(Misspelling { partner, name, spelt, places });
                }
            }
        }
    }

    /// Returns what was found, in the order in which it stands.
    pub fn misspellings(&self) -> &[Misspelling<'run>] {
        &self.misspellings
    }
}

/// Returns the names of a partner that have several words, in all languages and cases given.
fn names<'run>(partner: &'run Placed<'run, Partner>) -> Vec<Name<'run>> {
    let cases = &partner.entry.cases;
    let forms = [&cases.genitive, &cases.dative, &cases.accusative, &cases.instrumental, &cases.locative];
    let texts = [&partner.entry.name, &partner.entry.short].into_iter().filter_map(|text| text.get());
    let said = texts.flat_map(Text::all).map(|(_, said)| said);
    let said = said.chain(forms.into_iter().filter_map(|form| form.get().map(String::as_str)));
    said.filter_map(|said| Name::new(partner, said)).collect()
}

/// Tells whether a partner's name itself stands here, or a name in one of its cases.
fn is_a_name(spot: &Spot<'_>) -> bool {
    spot.field.is_some_and(|(entity, member)| {
        entity.name == Cases::ENTITY.name || entity.name == Partner::ENTITY.name && member.called
    })
}

/// Returns the words of a text in lower case, each with where it begins and ends.
fn words(text: &str) -> impl Iterator<Item = ((usize, usize), Cow<'_, str>)> {
    let outside = |sign: char| !sign.is_alphanumeric();
    let pieces = text.split_inclusive(outside).scan(0, move |end, piece| {
        let from = *end;
        *end += piece.len();
        let word = piece.trim_end_matches(outside);
        // Most words of a text are in lower case as they are.
        let is_lower = word.chars().all(|sign| sign.is_lowercase() || sign.is_ascii_digit());
        let lower = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        Some(((from, from + word.len()), lower))
    });
    pieces.filter(|(_, word)| !word.is_empty())
}

/// Returns what finds texts that hold one of some words, given in lower case: as it stands, with a capital, and in
/// capitals. Most texts hold none and need not be cut into words.
fn some_word<'word>(words: impl Iterator<Item = &'word str>) -> Option<AhoCorasick> {
    let forms = words.flat_map(|word| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        [word.to_owned(), word.to_uppercase(), first + letters.as_str()]
    });
    // Built for one run of the rules, so that what is built fastest is best.
    let kind = Some(AhoCorasickKind::NoncontiguousNFA);
    AhoCorasick::builder().ascii_case_insensitive(true).kind(kind).build(forms).ok()
}

/// Returns the words of a name as names are told apart.
fn joined(name: &str) -> String {
    words(name).map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

/// Returns the names that a text spells another way, by number, each as it stands there.
fn slips(
    text: &str,
    names: &[Name<'_>],
    by_word: &BTreeMap<String, Vec<(usize, usize)>>,
) -> Vec<(usize, String)> {
    let words: Vec<_> = words(text).collect();
    let mut slips = Vec::new();
    for (index, (_, word)) in words.iter().enumerate() {
        for (number, at) in by_word.get(&**word).into_iter().flatten() {
            let name = &names[*number];
            let Some(window) =
                index.checked_sub(*at).and_then(|from| words.get(from..from + name.words.len()))
            else {
                continue;
            };
            let odd: Vec<_> =
                window.iter().zip(&name.words).filter(|((_, there), own)| there != *own).collect();
            let [((_, there), own)] = odd.as_slice() else { continue };
            // By the second anchor only where the first is the odd one, so that nothing is found twice.
            let [first, _] = name.anchors;
            let first_differs = window[first].1 != name.words[first];
            if (*at != first) != first_differs || !is_slip(there, own) {
                continue;
            }
            let ((from, _), ((_, to), _)) = (window[0].0, &window[window.len() - 1]);
            slips.push((*number, text[from..*to].to_owned()));
        }
    }
    slips
}

/// Tells whether one of two different words is the other with a slip inside.
fn is_slip(there: &str, own: &str) -> bool {
    let long = |word: &str| word.chars().count() >= SHORTEST;
    let same_ends = there.chars().next() == own.chars().next()
        && there.chars().rev().take(ENDING).eq(own.chars().rev().take(ENDING));
    let letters = |word: &str| word.chars().all(char::is_alphabetic);
    long(there)
        && long(own)
        && same_ends
        && letters(there)
        && letters(own)
        && strsim::osa_distance(there, own) == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::described::{Step, visit};

    #[test]
    fn a_name_that_another_partner_has_is_no_slip() {
        let slips = |others: &str| -> usize {
            let yaml = format!(
                "meta: {{summary: 'Gmina Barowice i Gmina Borowice, a z nimi gmina Barowice'}}\n\
                     partners:\n  - {{id: P1, name: Gmina Borowice}}\n  - {{id: P2, name: {others}}}\n"
            );
            let application: crate::model::Application = serde_yaml::from_str(&yaml).expect("an application");
            let facts = crate::facts::Facts::of(&application);
            let mut names = Names::of(&facts).expect("there are names");
            visit(&application, &mut |spot| {
                spot.words().into_iter().for_each(|(lang, text)| names.look(spot, lang, text));
                Step::Into
            });
            names.misspellings().len()
        };
        assert_eq!(slips("Fundacja Most"), 1);
        assert_eq!(slips("Gmina Barowice"), 0);
    }

    #[test]
    fn an_ending_is_no_slip() {
        for (there, own) in [
            ("fundacji", "fundacja"),
            ("powiatowego", "powiatowy"),
            ("urzędu", "urząd"),
            ("most", "mosty"),
            ("olszany", "olszyny"),
            ("borowicach", "borowice"),
            ("gmina", "gminy"),
        ] {
            assert!(!is_slip(there, own), "{there} {own}");
        }
    }

    #[test]
    fn a_letter_inside_is_a_slip() {
        for (there, own) in [
            ("rzmeiosł", "rzemiosł"),
            ("szydowiecki", "szydłowiecki"),
            ("zwiazek", "związek"),
            ("borrowice", "borowice"),
        ] {
            assert!(is_slip(there, own), "{there} {own}");
        }
    }
}
