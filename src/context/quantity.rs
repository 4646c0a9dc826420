//! Numbers with their units. In: a number and a unit as the author wrote it. Out: words.

use super::{mark, origins};
use crate::lang::{Lang, Plural};
use crate::units::Number;

/// Polish units that take three forms after a number.
const POLISH: [[&str; 3]; 54] = [
    ["osoba", "osoby", "osób"],
    ["kobieta", "kobiety", "kobiet"],
    ["mężczyzna", "mężczyźni", "mężczyzn"],
    ["dziecko", "dzieci", "dzieci"],
    ["rodzina", "rodziny", "rodzin"],
    ["mieszkaniec", "mieszkańcy", "mieszkańców"],
    ["uczestnik", "uczestnicy", "uczestników"],
    ["bezrobotny", "bezrobotni", "bezrobotnych"],
    ["firma", "firmy", "firm"],
    ["przedsiębiorstwo", "przedsiębiorstwa", "przedsiębiorstw"],
    ["przedsiębiorca", "przedsiębiorcy", "przedsiębiorców"],
    ["pracodawca", "pracodawcy", "pracodawców"],
    ["zakład", "zakłady", "zakładów"],
    ["podmiot", "podmioty", "podmiotów"],
    ["organizacja", "organizacje", "organizacji"],
    ["miejsce", "miejsca", "miejsc"],
    ["miejsce pracy", "miejsca pracy", "miejsc pracy"],
    ["oferta", "oferty", "ofert"],
    ["wakat", "wakaty", "wakatów"],
    ["umowa", "umowy", "umów"],
    ["staż", "staże", "staży"],
    ["szkolenie", "szkolenia", "szkoleń"],
    ["spotkanie", "spotkania", "spotkań"],
    ["godzina", "godziny", "godzin"],
    ["dzień", "dni", "dni"],
    ["miesiąc", "miesiące", "miesięcy"],
    ["rok", "lata", "lat"],
    ["sztuka", "sztuki", "sztuk"],
    ["raport", "raporty", "raportów"],
    ["gmina", "gminy", "gmin"],
    ["posiedzenie", "posiedzenia", "posiedzeń"],
    ["konsultacja", "konsultacje", "konsultacji"],
    ["wizyta", "wizyty", "wizyt"],
    ["certyfikat", "certyfikaty", "certyfikatów"],
    ["świadectwo", "świadectwa", "świadectw"],
    ["kwalifikacja", "kwalifikacje", "kwalifikacji"],
    ["wydarzenie", "wydarzenia", "wydarzeń"],
    ["wniosek", "wnioski", "wniosków"],
    ["oferta pracy", "oferty pracy", "ofert pracy"],
    ["wolne miejsce", "wolne miejsca", "wolnych miejsc"],
    ["miejsce stażu", "miejsca stażu", "miejsc stażu"],
    ["kurs", "kursy", "kursów"],
    ["warsztat", "warsztaty", "warsztatów"],
    ["etat", "etaty", "etatów"],
    ["gospodarstwo domowe", "gospodarstwa domowe", "gospodarstw domowych"],
    ["instytucja", "instytucje", "instytucji"],
    ["szkoła", "szkoły", "szkół"],
    ["placówka", "placówki", "placówek"],
    ["publikacja", "publikacje", "publikacji"],
    ["projekt", "projekty", "projektów"],
    ["partner", "partnerzy", "partnerów"],
    ["spółdzielnia", "spółdzielnie", "spółdzielni"],
    ["dokument", "dokumenty", "dokumentów"],
    ["działanie", "działania", "działań"],
];

/// English units that take two forms.
const ENGLISH: [[&str; 2]; 15] = [
    ["entity", "entities"],
    ["person", "persons"],
    ["person", "people"],
    ["woman", "women"],
    ["man", "men"],
    ["child", "children"],
    ["family", "families"],
    ["firm", "firms"],
    ["company", "companies"],
    ["place", "places"],
    ["job", "jobs"],
    ["vacancy", "vacancies"],
    ["traineeship", "traineeships"],
    ["meeting", "meetings"],
    ["hour", "hours"],
];

/// Returns the form of a noun after a count.
pub(super) fn noun(lang: Lang, count: u64, forms: [&'static str; 3]) -> &'static str {
    match lang.plural(count) {
        Plural::One => forms[0],
        Plural::Few => forms[1],
        Plural::Many => forms[2],
    }
}

/// Says how many people or entities there are: `120 osób`, `40 podmiotów`.
pub(super) fn counted(lang: Lang, count: u64, are_people: bool) -> String {
    let forms = match (lang, are_people) {
        (Lang::Pl, true) => ["osoba", "osoby", "osób"],
        (Lang::Pl, false) => ["podmiot", "podmioty", "podmiotów"],
        (Lang::En, true) => ["person", "people", "people"],
        (Lang::En, false) => ["entity", "entities", "entities"],
    };
    format!("{}\u{a0}{}", crate::units::Count::new(count).words(lang), noun(lang, count, forms))
}

/// Returns a number with its unit: `24,2 %`, `1 240 osób`. A unit of several words stands as its author
/// wrote it for this number.
pub(super) fn words(number: Number, unit: &str, lang: Lang) -> String {
    let figure = number.words(lang);
    // What is declined is no longer what was typed.
    let unit = &origins::without_marks(unit);
    let (open, bare, close) = mark::split(unit);
    if bare.is_empty() {
        return figure;
    }
    if !open.is_empty() {
        return format!("{figure} ({open}{bare}{close})");
    }
    if is_symbol(bare) {
        let glue = if lang == Lang::En && bare.starts_with('%') { "" } else { "\u{a0}" };
        return format!("{figure}{glue}{bare}");
    }
    let plain = number.to_string();
    let count = plain.trim_start_matches('-').parse::<u64>().ok();
    let form = match lang {
        Lang::Pl => polish(bare, count),
        Lang::En => english(bare, count),
    };
    match form {
        Some(form) => format!("{figure}\u{a0}{form}"),
        // The right form of a lone Polish noun is not known; in brackets the nominative is right.
        None if lang == Lang::Pl && !bare.contains(' ') => format!("{figure} ({bare})"),
        None => format!("{figure}\u{a0}{bare}"),
    }
}

/// Tells whether a unit is the same after every number.
fn is_symbol(unit: &str) -> bool {
    let symbols = [
        "%",
        "‰",
        "zł",
        "PLN",
        "EUR",
        "km",
        "km²",
        "m",
        "m²",
        "ha",
        "h",
        "szt.",
        "pkt",
        "pkt proc.",
        "p.p.",
        "godz.",
    ];
    symbols.contains(&unit)
        || unit.starts_with("% ")
        || unit.starts_with("tys.")
        || unit.starts_with("mln")
        || unit.starts_with("thousand")
}

fn polish(unit: &str, count: Option<u64>) -> Option<&'static str> {
    let forms = POLISH.iter().find(|forms| forms.contains(&unit))?;
    // After a fraction stands the genitive singular, which no table of three forms holds.
    count.map(|count| noun(Lang::Pl, count, *forms))
}

fn english(unit: &str, count: Option<u64>) -> Option<&'static str> {
    let forms = ENGLISH.iter().find(|forms| forms[1] == unit || forms[0] == unit && count == Some(1))?;
    Some(if count == Some(1) { forms[0] } else { forms[1] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_agree_with_their_numbers() {
        let say =
            |number: &str, unit: &str, lang| words(Number::parse(number).expect("a number"), unit, lang);
        assert_eq!(say("1240", "osoby", Lang::Pl), "1\u{a0}240\u{a0}osób");
        assert_eq!(say("22", "osoba", Lang::Pl), "22\u{a0}osoby");
        assert_eq!(say("1", "firmy", Lang::Pl), "1\u{a0}firma");
        assert_eq!(say("24.2", "%", Lang::Pl), "24,2\u{a0}%");
        assert_eq!(say("24.2", "%", Lang::En), "24.2%");
        assert_eq!(say("47", "% of firms", Lang::En), "47% of firms");
        assert_eq!(say("12", "osoby bezrobotne", Lang::Pl), "12\u{a0}osoby bezrobotne");
        assert_eq!(say("8", "posiedzenia", Lang::Pl), "8\u{a0}posiedzeń");
        assert_eq!(say("12", "sety", Lang::Pl), "12 (sety)");
        assert_eq!(say("3.0", "tys. osób", Lang::Pl), "3,0\u{a0}tys. osób");
        assert_eq!(say("1", "persons", Lang::En), "1\u{a0}person");
        assert_eq!(say("2", "widgets", Lang::En), "2\u{a0}widgets");
    }
}
