//! What texts may tell of single persons. In: an application whole, and as the public sees it. Out: the places
//! of texts that hold what tells of one.

use super::persons::{Persons, Told};
use crate::described::{Step, visit};
use crate::diagnostic::Place;
use crate::model::Application;

/// What a text tells of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Personal {
    /// A surname that the application names elsewhere, alone.
    Surname,
    /// An e-mail address, a phone number or a PESEL, which may be a body's.
    Contact,
    /// The number of a register or an account that is a person's in the application.
    Number,
    /// An address that is a person's in the application.
    Address,
    /// The first name and the surname of a person whom the application names elsewhere.
    Name,
}

/// Words before a number that is a body's and no person's.
const REGISTERS: [&str; 3] = ["nip", "regon", "krs"];

/// Words before a number to be rung up.
const PHONES: [&str; 7] = ["tel", "telefon", "telefonu", "kom", "komórka", "phone", "mobile"];

/// Whole words that make the number before them an amount.
const UNITS: [&str; 28] = [
    "zł",
    "złoty",
    "złote",
    "złotych",
    "pln",
    "eur",
    "euro",
    "usd",
    "gr",
    "grosz",
    "grosze",
    "groszy",
    "tys",
    "tysiąc",
    "tysiące",
    "tysięcy",
    "mln",
    "milion",
    "miliony",
    "milionów",
    "mld",
    "osoba",
    "osoby",
    "osób",
    "thousand",
    "million",
    "people",
    "persons",
];

/// Returns the places of such texts, in the order of the application, each with the worst it tells.
pub fn personal(whole: &Application, shown: &Application) -> Vec<(Place, Personal)> {
    let persons = Persons::of(whole, shown);
    let mut found = Vec::new();
    visit(shown, &mut |spot| {
        if spot.field.is_some_and(|(_, member)| member.internal) {
            return Step::Over;
        }
        for (lang, words) in spot.words() {
            let contact = tells(words).then_some(Personal::Contact);
            let named = persons.in_text(words).map(|told| match told {
                Told::Surname => Personal::Surname,
                Told::Number => Personal::Number,
                Told::Address => Personal::Address,
                Told::Name => Personal::Name,
            });
            found.extend(named.max(contact).map(|told| (spot.place_of(lang), told)));
        }
        Step::Into
    });
    found
}

/// Tells whether a text holds an e-mail address, a phone number or a PESEL.
fn tells(text: &str) -> bool {
    text.split_whitespace().any(is_mail) || has_number(text)
}

fn is_mail(word: &str) -> bool {
    let letter = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | '+' | '%');
    word.match_indices('@').any(|(at, _)| {
        let after = &word[at + 1..];
        let host = &after[..after.find(|sign| !letter(sign)).unwrap_or(after.len())];
        word[..at].ends_with(letter) && host.trim_end_matches('.').contains('.')
    })
}

/// Digits as a text groups them, with what stands around them.
pub(super) struct Number<'text> {
    /// Whether a plus stands before it.
    plus: bool,
    pub(super) groups: Vec<&'text str>,
    /// The word before.
    before: &'text str,
    /// All that follows.
    after: &'text str,
}

fn has_number(text: &str) -> bool {
    // Numbers in web addresses are nobody's.
    let is_address = |word: &str| word.contains("://") || word.starts_with("www.");
    let words = text.split_inclusive(char::is_whitespace);
    let text: String = words.map(|word| if is_address(word) { " | " } else { word }).collect();
    let text = text.to_lowercase();
    numbers(&text).iter().any(is_private)
}

pub(super) fn numbers(text: &str) -> Vec<Number<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|sign: char| sign.is_ascii_digit()).map(|at| from + at) {
        let end = at + end(&text[at..]);
        let groups = text[at..end].split(|sign: char| !sign.is_ascii_digit());
        let head = text[..at].trim_end_matches('(');
        let before = head.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        found.push(Number {
            plus: head.ends_with('+'),
            groups: groups.filter(|group| !group.is_empty()).collect(),
            before: before.rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default(),
            after: &text[end..],
        });
        from = end;
    }
    found
}

/// Returns where a number ends that a text begins with: after the last digit that a space, a dash, a bracket
/// or a dot joins to the one before.
fn end(text: &str) -> usize {
    let mut end = 0;
    let mut joint = 0;
    for (at, sign) in text.char_indices() {
        match sign {
            sign if sign.is_ascii_digit() => (end, joint) = (at + 1, 0),
            ' ' | '\u{a0}' | '\u{202f}' | '-' | '(' | ')' | '.' if joint < 2 => joint += 1,
            _ => break,
        }
    }
    end
}

/// Tells whether a number has the digits of a PESEL or of a phone, grouped as people write them.
fn is_private(number: &Number<'_>) -> bool {
    let Number { plus, groups, before, after } = number;
    let behind = after.trim_start();
    let unit = behind.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
    let is_amount = behind.starts_with('%')
        || UNITS.contains(&unit)
        || after.strip_prefix(',').is_some_and(|cents| cents.starts_with(|sign: char| sign.is_ascii_digit()));
    let is_word = after.starts_with(char::is_alphanumeric);
    if is_amount || is_word || REGISTERS.contains(before) {
        return false;
    }
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    if (*plus || PHONES.contains(before)) && (7..=13).contains(&digits) {
        return true;
    }
    let own = match groups.as_slice() {
        ["48" | "0048", own @ ..] if digits > 9 => own,
        own => own,
    };
    let lengths: Vec<usize> = own.iter().map(|group| group.len()).collect();
    matches!(lengths.as_slice(), [11] | [9] | [3, 3, 3] | [2, 3, 2, 2] | [2, 7])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_of_a_person_is_known_and_figures_are_not() {
        for text in [
            "Pisz: anna.kos@gmina.pl.",
            "[mail](mailto:a@b.example)",
            "tel. 48 617 12 34",
            "(48) 617-12-34",
            "dzwoń 600 100 200.",
            "600-100-200",
            "+48\u{a0}600\u{a0}100\u{a0}200",
            "0048 600100200, rano",
            "tel.: 617 12 34",
            "PESEL 90010112345",
            "(90010112345)",
            "600 100 200 grupa wsparcia",
            "600 100 200, europejski numer",
            "600 100 200 złożyć do dyrektora",
        ] {
            assert!(tells(text), "{text}");
        }
        for text in [
            "600 100 200 zł",
            "600 100 200,50 zł",
            "600 100 200 złotych",
            "100 200 300 osób",
            "call 2026001",
            "w latach 2021-2027 i 2028",
            "31.12.2026 r.",
            "26-500 Szydłowiec",
            "NIP 526-000-12-46, REGON 123456789, KRS 0000123456",
            "https://bdl.stat.gov.pl/123456789 i www.a.pl/90010112345",
            "12 500 000 osób",
            "konto 12 1020 1026 0000 1234 5678 9012",
            "stawka @ godzina",
            "art. 39 ust. 1",
        ] {
            assert!(!tells(text), "{text}");
        }
    }

    #[test]
    fn texts_with_personal_data_are_named_by_their_places() {
        let text = "
meta: {title: 'PESEL 90010112345', summary: {pl: 'Nic.', en: 'Write to a@b.example.'}}
partners: [{id: P1, name: Zakład, registers: {regon: '123456785'}, role: 'tel. 600 100 200'}]
accept: [{rule: NEED-04, because: 'a@b.example'}]
portal: {title: '600 100 200'}
";
        let application: Application = serde_yaml::from_str(text).expect("an application");
        let found = personal(&application, &application);
        let places: Vec<String> = found.iter().map(|(place, _)| place.to_string()).collect();
        let all = ["meta/title", "meta/summary/en", "partners/0/role", "portal/title"];
        assert!(all.iter().all(|place| places.contains(&(*place).to_owned())), "{places:?}");
        assert_eq!(places.len(), all.len(), "{places:?}");
    }
}
