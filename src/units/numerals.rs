//! Numbers from one to nine in words. In: a number, the slot that it fills. Out: its words.

/// The cases, each as a slot names it, with the words from two to nine: of the genders that are not masculine.
const CASES: [(&str, [&str; 8]); 5] = [
    ("nom", ["dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć"]),
    ("acc", ["dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć"]),
    ("gen", OBLIQUE),
    ("loc", OBLIQUE),
    ("ins", ["dwoma", "trzema", "czterema", "pięcioma", "sześcioma", "siedmioma", "ośmioma", "dziewięcioma"]),
];

/// The words after „z” and „w”, which are also those that count men.
const OBLIQUE: [&str; 8] =
    ["dwóch", "trzech", "czterech", "pięciu", "sześciu", "siedmiu", "ośmiu", "dziewięciu"];

/// The words for one: masculine, masculine of men, feminine, neuter.
const ONE: [(&str, [&str; 4]); 5] = [
    ("nom", ["jeden", "jeden", "jedna", "jedno"]),
    ("acc", ["jeden", "jednego", "jedną", "jedno"]),
    ("gen", ["jednego", "jednego", "jednej", "jednego"]),
    ("loc", ["jednym", "jednym", "jednej", "jednym"]),
    ("ins", ["jednym", "jednym", "jedną", "jednym"]),
];

const GENDERS: [&str; 4] = ["m", "v", "f", "n"];

const ENGLISH: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// Returns a number from one to nine in words. The slot is `en`, or a case (`nom`, `acc`, `gen`, `loc`, `ins`) and a
/// gender (`m`, `f`, `n`, and `v` of men). `None` for another number, and where the slot is not known.
pub fn said(number: u64, slot: &str) -> Option<&'static str> {
    let at = usize::try_from(number.checked_sub(1)?).ok().filter(|at| *at < ENGLISH.len())?;
    if slot == "en" {
        return ENGLISH.get(at).copied();
    }
    let (case, gender) = slot.split_once(' ')?;
    let own = GENDERS.iter().position(|known| *known == gender)?;
    if at == 0 {
        return ONE.iter().find(|(known, _)| *known == case)?.1.get(own).copied();
    }
    let words = &CASES.iter().find(|(known, _)| *known == case)?.1;
    match (case, gender, at) {
        ("nom" | "acc", "f", 1) => Some("dwie"),
        ("ins", "f", 1) => Some("dwiema"),
        ("nom", "v", 1..=3) => ["dwaj", "trzej", "czterej"].get(at - 1).copied(),
        ("nom" | "acc", "v", _) => OBLIQUE.get(at - 1).copied(),
        _ => words.get(at - 1).copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn small_numbers_bend_with_their_slot() {
        let all = [
            (2, "acc f", Some("dwie")),
            (2, "acc v", Some("dwóch")),
            (3, "nom v", Some("trzej")),
            (5, "nom v", Some("pięciu")),
            (1, "acc f", Some("jedną")),
            (6, "loc m", Some("sześciu")),
            (3, "en", Some("three")),
            (10, "acc f", None),
            (0, "acc f", None),
            (2, "dat f", None),
        ];
        for (number, slot, words) in all {
            assert_eq!(said(number, slot), words, "{number} {slot}");
        }
    }
}
