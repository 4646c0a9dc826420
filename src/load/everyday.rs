//! Everyday Polish words for codes of the catalogue. In: a list's name and a word. Out: the code that is meant.

use super::suggest::fold;

/// Returns the code that an everyday word stands for.
pub(super) fn code(list: &str, word: &str) -> Option<&'static str> {
    let word = fold(word);
    let own = WORDS.iter().filter(|(name, _, _)| *name == list);
    own.flat_map(|(_, code, words)| words.iter().map(move |known| (*code, *known)))
        .find(|(_, known)| fold(known) == word)
        .map(|(code, _)| code)
}

/// Returns the word of a closed set that an everyday word stands for.
pub(super) fn among(set: &[&'static str], word: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &[&str])] = &[
        ("pl", &["polski", "polska", "po polsku"]),
        ("en", &["angielski", "ang", "po angielsku"]),
        ("public", &["samorząd", "państwowy", "sektor publiczny"]),
        ("business", &["firma", "firmy", "gospodarczy", "pracodawcy", "sektor prywatny"]),
        ("social", &["ngo", "pozarządowy", "obywatelski", "sektor społeczny"]),
    ];
    let word = fold(word);
    let (meant, _) = WORDS
        .iter()
        .find(|(own, words)| set.contains(own) && words.iter().any(|known| fold(known) == word))?;
    set.iter().find(|own| *own == meant).copied()
}

/// A list, a code of it, and what people type instead.
const WORDS: &[(&str, &str, &[&str])] = &[
    (
        "partner_kinds",
        "local_authority",
        &["gmina", "powiat", "województwo", "miasto", "samorząd", "urząd gminy"],
    ),
    ("partner_kinds", "public_employment_service", &["urząd pracy", "powiatowy urząd pracy", "pup", "wup"]),
    ("partner_kinds", "trade_union", &["związki zawodowe", "związkowcy"]),
    ("partner_kinds", "chamber_of_commerce", &["izba", "izba gospodarcza", "izba rzemieślnicza", "cech"]),
    ("partner_kinds", "social_services_agency", &["ops", "mops", "gops", "pcpr", "cus", "pomoc społeczna"]),
    ("partner_kinds", "ngo", &["fundacja", "stowarzyszenie", "organizacja"]),
    (
        "partner_kinds",
        "private_enterprise",
        &["firma", "przedsiębiorca", "przedsiębiorstwo", "pracodawca", "spółka", "zakład"],
    ),
    ("partner_kinds", "training_centre", &["firma szkoleniowa", "instytucja szkoleniowa"]),
    ("partner_kinds", "financial_institution", &["bank"]),
    ("partner_kinds", "insurance_institution", &["zus", "krus", "ubezpieczyciel"]),
    ("partner_kinds", "school", &["szkoła", "przedszkole", "technikum"]),
    ("partner_kinds", "media", &["gazeta", "radio", "prasa"]),
    ("partner_kinds", "religious_association", &["kościół", "parafia", "caritas"]),
    ("partner_kinds", "university_research", &["uczelnia", "uniwersytet", "politechnika"]),
    ("partner_kinds", "local_action_group", &["lgd", "lokalna grupa działania"]),
    ("partner_kinds", "social_enterprise", &["spółdzielnia socjalna", "przedsiębiorstwo społeczne"]),
    ("action_types", "training", &["szkolenie", "kurs", "kursy"]),
    ("action_types", "traineeship", &["staż", "staże", "praktyka", "praktyki"]),
    ("action_types", "counselling", &["doradztwo", "doradca", "poradnictwo"]),
    ("action_types", "job_placement", &["pośrednictwo"]),
    ("partner_kinds", "other", &["inny", "inne"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn everyday_words_stand_for_codes_that_exist_and_hide_none() {
        for (list, own, words) in WORDS {
            let terms = catalogue::list(list).expect("the catalogue has the list");
            assert!(terms.get(own).is_some(), "{own}");
            for word in *words {
                assert!(terms.get(word).is_none(), "{word}");
                assert_eq!(code(list, &word.to_uppercase()), Some(*own), "{word}");
            }
        }
        assert_eq!(code("partner_kinds", "wróżka"), None);
        assert_eq!(among(&["pl", "en"], "Polski"), Some("pl"));
        assert_eq!(among(&["yes"], "polski"), None);
    }
}
