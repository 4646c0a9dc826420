//! Words without their endings. In: a word in any case and number. Out: what its forms have in common, for comparing
//! only.

use super::letters::plain;
use crate::lang::Lang;

/// Endings of Polish nouns and adjectives in plain letters, the longest first.
const ENDINGS: [&str; 33] = [
    "iami", "iach", "iego", "iemu", "ami", "ach", "ego", "emu", "imi", "ymi", "owi", "ich", "ych", "iej",
    "iom", "iem", "om", "em", "ow", "ia", "ie", "io", "iu", "ii", "ej", "im", "ym", "a", "e", "i", "o", "u",
    "y",
];

/// How many letters of a word are left at least.
const SHORTEST: usize = 3;

/// Returns the words of a text without their endings, in plain small letters; signs between words do not count.
pub fn roots(text: &str, lang: Lang) -> String {
    let text = plain(text);
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| root(word, lang)).collect::<Vec<_>>().join(" ")
}

/// Returns a plain word without its ending.
fn root(word: &str, lang: Lang) -> String {
    match lang {
        Lang::Pl => polish(word),
        Lang::En => english(word),
    }
}

/// `szkolenie`, `szkoleń`, `szkoleniami` → `szkolen`; a vowel that comes and goes is taken out: `środek`, `środków` →
/// `srodk`.
fn polish(word: &str) -> String {
    let without = |ending: &&str| word.strip_suffix(*ending).filter(|left| left.chars().count() >= SHORTEST);
    let left = ENDINGS.iter().find_map(without).unwrap_or(word);
    for (fleeting, firm) in [("iec", "c"), ("ek", "k")] {
        if let Some(stem) = left.strip_suffix(fleeting).filter(|stem| stem.chars().count() >= SHORTEST) {
            return format!("{stem}{firm}");
        }
    }
    left.to_owned()
}

/// `agencies` → `agency`, `unions` → `union`.
fn english(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() >= SHORTEST) {
        return format!("{stem}y");
    }
    let is_plural = word.len() > SHORTEST && !word.ends_with("ss") && !word.ends_with("us");
    word.strip_suffix('s').filter(|_| is_plural).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_root() {
        for forms in [
            "ankieta ankiety ankiet ankietą ankietami",
            "warsztat warsztaty warsztatów warsztatach",
            "szkolenie szkolenia szkoleń szkoleniami",
            "organizacja organizacje organizacji organizacjom",
            "środek środki środków środkami",
            "wojewódzki wojewódzka wojewódzkie wojewódzkiego wojewódzkim",
            "spółka spółki spółek",
            "wybór wybory wyborów",
            "mężczyzna mężczyźni mężczyzn",
            "własny własnego własnym",
        ] {
            let found: std::collections::BTreeSet<String> =
                forms.split(' ').map(|form| roots(form, Lang::Pl)).collect();
            assert_eq!(found.len(), 1, "{forms}: {found:?}");
        }
        assert_eq!(roots("Trade Unions", Lang::En), roots("trade union", Lang::En));
        assert_eq!(roots("social services agencies", Lang::En), "social service agency");
    }

    #[test]
    fn short_words_stay_as_they_are() {
        assert_eq!(roots("NGO, ZUS i PUP", Lang::Pl), "ngo zus i pup");
        assert_eq!(roots("business", Lang::En), "business");
    }

    #[test]
    fn other_words_have_other_roots() {
        for (one, other) in
            [("powiat", "powiatowy"), ("lokal", "lokalny"), ("kadra", "kara"), ("publiczny", "społeczny")]
        {
            assert_ne!(roots(one, Lang::Pl), roots(other, Lang::Pl));
        }
    }
}
