//! Placeholders, and what looks like one.

use super::*;

fn parts(text: &str) -> Vec<&str> {
    unwritten(text).into_iter().map(|part| &text[part]).collect()
}

#[test]
fn a_value_is_left_where_its_digits_are() {
    for value in
        ["dd.mm.rrrr", "XX.XX.2027", "2027-xx-xx", "__.__.2027 r.", "… maja 2027 r.", "xxx osób", "", "[a/b]"]
    {
        assert!(is_value_left(value), "{value}");
    }
    for value in ["31.13.2027", "m", "dużo", "12 r", "d-5", "1.2.3", "rok 2027", "xl"] {
        assert!(!is_value_left(value), "{value}");
    }
}

#[test]
fn a_text_that_says_nothing_is_seen() {
    for text in [
        "…",
        "...",
        "……",
        ". . .",
        "____",
        "-",
        "–",
        "?",
        "???",
        "\"…\"",
        "„…”",
        "[…]",
        "(...)",
        "<…>",
        "x",
        "xxx",
        "XXX",
        "TODO",
        "TODO: ",
        "lorem ipsum",
        "Lorem Ipsum",
        "do uzupełnienia",
        "DO UZUPELNIENIA",
        "Uzupełnić.",
        "[nazwa]",
        "[Nazwę gminy]",
        "<kwota>",
        "{{ nazwa projektu }}",
        "{{kwota}}",
        "{tytuł}",
        "[wybierz z listy]",
        "[uzupełnić]",
        "[do uzupełnienia]",
        "[proszę wpisać kwotę]",
        "[kwota] [nazwa]",
        "Tekst",
        "opis",
        "wpisz tytuł projektu",
        "[insert name]",
        "<choose one>",
        "[DD.MM.RRRR]",
        "to be completed",
        "TBD",
        "[tekst]",
    ] {
        assert!(is_unwritten(text), "{text}");
    }
}

#[test]
fn what_says_something_is_left_alone() {
    for text in [
        "",
        " ",
        "%",
        "+",
        "0",
        "n/d",
        "nie dotyczy",
        "[E4]",
        "[E1, E4]",
        "[1]",
        "[^1]",
        "[sic]",
        "[sic!]",
        "XXX sesja rady",
        "XXX-lecie powiatu",
        "i tak dalej…",
        "i tak dalej...",
        "szkolenia, warsztaty, …",
        "itd. …",
        "Wybierz zawód",
        "[nazwa gminy](https://gmina.pl)",
        "<https://gmina.pl>",
        "[przypis redakcji]",
        "[dalej: Partner]",
        "METODOLOGIA",
        "„Praca (…) blisko domu”",
        "„Wzrost … i rozwój”",
        "pozwoli uzupełnić kwalifikacje",
        "mniej niż <5 osób i >3",
        "40 osób to be completed by May",
        "Mówili: „… nie ma pracy”",
        "1. maja",
        "www.gmina.pl/…",
        "od 1.01.2027...",
        "Kto? Co?",
        "a_b",
        "[x] zrobione",
        "[ ]",
        "Podaj dalej",
        "tekst jednolity",
        "Dz. U. [tekst jednolity]",
        "Text me",
        "Opis potrzeby",
        "[Gmina Szydłowiec]",
        "2 000 [zł]",
        "{pl: tak}",
        "ustalić do końca roku",
    ] {
        assert!(parts(text).is_empty() && !is_unwritten(text), "{text}: {:?}", parts(text));
    }
}

#[test]
fn the_place_within_a_text_is_found() {
    assert_eq!(parts("Roczny obrót wynosi …, a …"), ["…", "…"]);
    assert_eq!(parts("Koszt: … zł, w tym ... zł"), ["…", "..."]);
    assert_eq!(parts("Spotkania w [nazwa miejscowości] i w <nazwa>."), ["[nazwa miejscowości]", "<nazwa>"]);
    assert_eq!(parts("Doradca prowadzi osobę. TODO: ile godzin?"), ["TODO"]);
    assert_eq!(parts("Imię i nazwisko: ........"), ["........"]);
    assert_eq!(parts("Ćwiczenia – Do Uzupełnienia przez P2"), ["Do Uzupełnienia"]);
    assert_eq!(parts("Cel: uzupełnić\nGrupa: osoby bezrobotne"), ["uzupełnić"]);
    assert_eq!(parts("Praca (…) i kursy [...]"), ["(…)", "[...]"]);
    assert!(!is_unwritten("Spotkania w [nazwa miejscowości]"));
}
