//! The persons whom an application names. In: an application whole, and as the public sees it. Out: `Persons`,
//! who are found in texts.
//!
//! Whatever the public edition leaves out is a person's: a name, an address, a number. A name is known in every
//! case: first name and surname are compared by the beginnings of their words.

use std::collections::BTreeSet;

use super::numbers;
use crate::described::{Step, View, visit};
use crate::model::Application;
use crate::words::plain;

/// What a text tells of a person whom the application names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    /// A surname, which may be somebody else's, or a word.
    Surname,
    /// The number of a register or an account.
    Number,
    /// The street and the house.
    Address,
    /// The first name, or its first letter, and the surname.
    Name,
}

/// Persons as an application names them.
#[derive(Debug, Default)]
pub(super) struct Persons {
    names: Vec<[String; 2]>,
    addresses: Vec<Vec<String>>,
    numbers: Vec<String>,
    /// Names of bodies, which the public reads.
    bodies: Vec<String>,
}

/// Numbers of fewer digits are years, amounts, houses.
const SHORTEST_NUMBER: usize = 7;
/// How many letters an ending may have.
const ENDING: usize = 4;
/// How many words may stand from a first name to its surname: a second name between them.
const NEAR: usize = 2;

impl Persons {
    /// Returns the persons of whom the public edition does not tell.
    pub(super) fn of(whole: &Application, shown: &Application) -> Self {
        let public = said(shown);
        let mut persons = Self::default();
        for words in said(whole).difference(&public) {
            persons.learn(words);
        }
        let bodies = whole.partners.iter().flat_map(|partner| [&partner.name, &partner.short]);
        let bodies = bodies.filter_map(|name| name.get()).flat_map(|name| name.all());
        persons.bodies =
            bodies.map(|(_, name)| name.to_owned()).filter(|name| public.contains(name)).collect();
        persons
    }

    /// Takes what one field holds.
    fn learn(&mut self, words: &str) {
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let is_figure = words.chars().all(|sign| sign.is_ascii_digit() || !sign.is_alphanumeric());
        if is_figure && digits.len() >= SHORTEST_NUMBER {
            self.numbers.push(digits);
            return;
        }
        let first = words.split(',').next().unwrap_or_default();
        if first.chars().any(|sign| sign.is_ascii_digit()) {
            let street: Vec<String> =
                first.split_whitespace().filter(|word| !word.ends_with('.')).map(plain).collect();
            if street.len() > 1 && street[0].starts_with(char::is_alphabetic) {
                self.addresses.push(street);
            }
            return;
        }
        let capital = |word: &&str| word.starts_with(char::is_uppercase) && !word.ends_with('.');
        let names: Vec<&str> = words.split_whitespace().filter(capital).collect();
        if let [first, .., surname] = names.as_slice() {
            self.names.push([plain(first), plain(surname)]);
        }
    }

    /// Returns the worst that a text tells of one of them.
    pub(super) fn in_text(&self, text: &str) -> Option<Told> {
        let text = self.bodies.iter().fold(text.to_owned(), |text, body| text.replace(body.as_str(), "·"));
        let words = words(&text);
        let name = self.names.iter().filter_map(|name| self.told_name(name, &words)).max();
        let address = self.addresses.iter().any(|street| holds(&words, street)).then_some(Told::Address);
        let number = numbers(&text).iter().any(|number| {
            let digits = number.groups.concat();
            self.numbers.iter().any(|own| digits.contains(own.as_str()))
        });
        name.max(address).max(number.then_some(Told::Number))
    }

    /// Tells whether words hold a name. One that a body's own name tells is public already.
    fn told_name(&self, [first, surname]: &[String; 2], words: &[Word]) -> Option<Told> {
        let is_first = |word: &Word| {
            let initial = word.plain.chars().count() == 1 && first.starts_with(word.plain.as_str());
            word.is_capital && (initial || is_form(&word.plain, first))
        };
        let at: Vec<usize> = (0..words.len())
            .filter(|at| words[*at].is_capital && is_form(&words[*at].plain, surname))
            .collect();
        let is_whole = at.iter().any(|at| {
            let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(words.len());
            near.filter(|other| other != at).any(|other| is_first(&words[other]))
        });
        let is_public = self.bodies.iter().any(|body| plain(body).contains(&format!("{first} {surname}")));
        let alone = at.iter().any(|at| !words[*at].is_opening);
        match (is_whole, is_public) {
            (true, false) => Some(Told::Name),
            (false, false) if alone => Some(Told::Surname),
            _ => None,
        }
    }
}

/// Returns what an application says in words and figures, of its own keys and of what is internal nothing.
fn said(application: &Application) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    visit(application, &mut |spot| {
        if spot.field.is_some_and(|(_, member)| member.internal) {
            return Step::Over;
        }
        said.extend(spot.words().into_iter().map(|(_, words)| words.trim().to_owned()));
        if let View::Figure(figure) = &spot.view {
            said.insert(figure.to_string());
        }
        Step::Into
    });
    said
}

/// A word of a text.
struct Word {
    plain: String,
    is_capital: bool,
    /// Whether it opens a sentence, where every word has a capital letter.
    is_opening: bool,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut before = "";
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_matches(|sign: char| !sign.is_alphanumeric());
        if !word.is_empty() {
            let before: &str = std::mem::replace(&mut before, part.trim_end());
            words.push(Word {
                plain: plain(word),
                is_capital: word.starts_with(char::is_uppercase),
                is_opening: before.is_empty() || before.ends_with(['.', '!', '?', ':', '–', '•']),
            });
        }
    }
    words
}

/// Tells whether a word is a form of a name: the same beginning, and endings of a few letters.
fn is_form(word: &str, name: &str) -> bool {
    let same = word.chars().zip(name.chars()).take_while(|(own, other)| own == other).count();
    let (own, other) = (word.chars().count(), name.chars().count());
    same == own && same == other
        || same >= (own.min(other).saturating_sub(2)).max(2) && own.max(other) - same <= ENDING
}

/// Tells whether words hold a street and a house, the street in any case.
fn holds(words: &[Word], street: &[String]) -> bool {
    let is_same = |(word, own): (&Word, &String)| {
        word.plain == *own || own.starts_with(char::is_alphabetic) && is_form(&word.plain, own)
    };
    words.windows(street.len()).any(|words| words.iter().zip(street).all(is_same))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "
meta: {authors: [Anna Kos-Lis, Fundacja]}
partnership: {name: Pakt, team: [{partner: P1, function: doradca, name: dr Piotr Wójcik}]}
partners:
  - {id: P1, name: Fundacja, representatives: [{name: Marek Sowa, function: prezes, signs: true}]}
  - {id: P2, name: Zakład Adam Zawada, kind: private_enterprise, address: 'ul. Domowa 1, 26-500 Szydłowiec', registers: {nip: '5260001246'}, representatives: [{name: Adam Zawada, function: właściciel}]}
";

    fn told(text: &str) -> Option<Told> {
        let whole: Application = serde_yaml::from_str(TEXT).expect("an application");
        let mut shown = whole.clone();
        shown.without_personal_data();
        Persons::of(&whole, &shown).in_text(text)
    }

    #[test]
    fn a_person_is_known_in_every_case_and_by_address_and_number() {
        for text in [
            "Zajęcia prowadzi Anna Kos-Lis.",
            "Rozmawiano z Anną Kos-Lis",
            "pełnomocnictwo dla Marka Sowy (prezesa)",
            "Markowi Sowie, prezesowi",
            "Sowa Marek, prezes",
            "M. Sowa",
            "Marek Jan Sowa",
            "opinia Piotra Wójcika",
            "dr. Piotrowi Wójcikowi",
        ] {
            assert_eq!(told(text), Some(Told::Name), "{text}");
        }
        assert_eq!(told("warsztaty przy ul. Domowej 1"), Some(Told::Address));
        assert_eq!(told("faktury na NIP 526-000-12-46"), Some(Told::Number));
        assert_eq!(told("jak mówi prezes Sowa, ludzie"), Some(Told::Surname));
    }

    #[test]
    fn bodies_and_other_people_are_nobodys_personal_data() {
        for text in [
            "Sowa leci nocą",
            "sowa w logo",
            "Zakład Adam Zawada szkoli",
            "u Adama Zawady",
            "Fundacja prowadzi",
            "przy ul. Domowej 12",
            "NIP 123-456-32-18",
            "Marek Kowalski",
            "wójcik gminny",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
