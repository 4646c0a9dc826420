//! Polish names of fields. In: a key as written and the fields that may stand there. Out: the
//! canonical field.
//!
//! English is canonical. One Polish word may stand for several fields (`źródło` for a source of money
//! or of data); where it stands decides.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::words::fold;

/// Returns the field that a key means among `fields`; `None` when it is none of them.
pub(super) fn field(entity: &str, key: &str, fields: &'static [&'static str]) -> Option<&'static str> {
    let known = |word: &str| fields.iter().find(|field| **field == word).copied();
    if let Some(field) = known(key) {
        return Some(canonical(entity, field));
    }
    let folded = fold(key);
    known(&folded)
        .or_else(|| meanings(&folded).iter().find_map(|field| known(field)))
        .map(|field| canonical(entity, field))
}

/// Tells whether a key as written means a field.
pub(super) fn means(written: &str, field: &str) -> bool {
    let folded = fold(written);
    written == field || folded == field || meanings(&folded).contains(&field)
}

/// Tells whether a word names a field of any entity.
pub(super) fn is_field(word: &str) -> bool {
    let folded = fold(word);
    POLISH.iter().any(|(field, _)| *field == folded) || !meanings(&folded).is_empty()
}

/// Returns the field for which an older or shorter English name stands.
pub(super) fn canonical(entity: &str, field: &'static str) -> &'static str {
    SECOND_NAMES
        .iter()
        .find(|(of, name, _)| *of == entity && *name == field)
        .map_or(field, |(_, _, canonical)| canonical)
}

/// Tells whether a name is a field's second one.
pub(super) fn is_second(entity: &str, name: &str) -> bool {
    SECOND_NAMES.iter().any(|(of, second, _)| *of == entity && *second == name)
}

/// Returns all words, English and Polish, under which a field may be written.
pub(super) fn words_of(field: &'static str) -> impl Iterator<Item = &'static str> {
    let polish = POLISH.iter().filter(move |(canonical, _)| *canonical == field);
    std::iter::once(field).chain(polish.flat_map(|(_, words)| words.iter().copied()))
}

/// Returns the other names under which a field of an entity may be written, Polish ones and second ones.
pub fn other_names(entity: &str, field: &str) -> impl Iterator<Item = &'static str> {
    let polish = POLISH.iter().filter(move |(canonical, _)| *canonical == field);
    let second = SECOND_NAMES.iter().filter(move |(of, _, canonical)| *of == entity && *canonical == field);
    polish.flat_map(|(_, words)| words.iter().copied()).chain(second.map(|(_, name, _)| *name))
}

fn meanings(folded: &str) -> &'static [&'static str] {
    static MEANINGS: LazyLock<BTreeMap<String, Vec<&'static str>>> = LazyLock::new(|| {
        let mut meanings: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
        for (field, words) in POLISH {
            for word in *words {
                meanings.entry(fold(word).into_owned()).or_default().push(field);
            }
        }
        meanings
    });
    MEANINGS.get(folded).map_or(&[], Vec::as_slice)
}

/// The second names that the model gives to fields: entity, name, field.
const SECOND_NAMES: &[(&str, &str, &str)] = &[
    ("Measurement", "name", "measure"),
    ("Cases", "gen", "genitive"),
    ("Cases", "dat", "dative"),
    ("Cases", "acc", "accusative"),
    ("Cases", "ins", "instrumental"),
    ("Cases", "loc", "locative"),
];

/// Fields with their Polish names.
const POLISH: &[(&str, &[&str])] = &[
    // The parts of an application.
    ("meta", &["wniosek", "metryczka"]),
    ("call", &["nabór", "konkurs"]),
    ("area", &["obszar"]),
    ("partnership", &["partnerstwo"]),
    ("partners", &["partnerzy"]),
    ("diagnosis", &["diagnoza"]),
    ("needs", &["potrzeby"]),
    ("groups", &["grupy", "grupy_docelowe"]),
    ("evidence", &["dowody", "źródła_danych", "dowód", "źródła"]),
    ("objectives", &["cele"]),
    ("actions", &["działania"]),
    ("indicators", &["wskaźniki"]),
    ("strategies", &["strategie"]),
    ("alignments", &["zgodność", "powiązania"]),
    ("schedule", &["harmonogram"]),
    ("budget", &["budżet"]),
    ("risks", &["ryzyka", "ryzyko"]),
    ("monitoring", &["monitorowanie"]),
    ("sustainability", &["trwałość"]),
    ("principles", &["zasady"]),
    ("horizontal", &["zasady_horyzontalne"]),
    ("gender", &["standard_minimum", "równość"]),
    ("accessibility", &["dostępność"]),
    ("potential", &["potencjał"]),
    ("recruitment", &["rekrutacja"]),
    ("complementarity", &["komplementarność"]),
    ("assessment", &["samoocena"]),
    ("pact", &["pakt"]),
    ("agreement", &["umowa", "porozumienie"]),
    ("annexes", &["załączniki"]),
    ("portal", &["pola_formularza"]),
    ("accept", &["akceptacje", "zaakceptowane"]),
    ("schema", &["schemat"]),
    ("use", &["użyj", "dołącz"]),
    // What most entries have.
    ("id", &["identyfikator"]),
    ("title", &["tytuł"]),
    ("name", &["nazwa"]),
    ("description", &["opis"]),
    ("text", &["tekst", "treść", "opis"]),
    ("kind", &["rodzaj", "typ"]),
    ("type", &["typ", "rodzaj"]),
    ("status", &["status"]),
    ("short", &["skrót", "krótko"]),
    ("date", &["data"]),
    ("from", &["od"]),
    ("to", &["do"]),
    ("by", &["do", "do_kiedy", "termin"]),
    ("year", &["rok"]),
    ("url", &["adres_www", "link"]),
    ("page", &["strona"]),
    ("place", &["miejsce"]),
    ("reason", &["powód"]),
    ("because", &["bo", "powód", "uzasadnienie"]),
    ("rule", &["reguła"]),
    ("label", &["etykieta"]),
    ("note", &["uwaga"]),
    ("code", &["kod"]),
    ("level", &["poziom"]),
    ("fictional", &["przykład", "fikcyjne"]),
    ("pl", &["po_polsku"]),
    ("en", &["po_angielsku"]),
    // The application and the call.
    ("authors", &["autorzy"]),
    ("lang", &["język"]),
    ("languages", &["języki"]),
    ("version", &["wersja"]),
    ("changes", &["zmiany"]),
    ("summary", &["streszczenie"]),
    ("profile", &["profil"]),
    ("programme", &["program"]),
    ("priority", &["priorytet"]),
    ("measure", &["miara", "środek", "nazwa"]),
    ("specific_objective", &["cel_szczegółowy"]),
    ("number", &["numer"]),
    ("institution", &["instytucja"]),
    ("submission", &["złożenie", "data_złożenia"]),
    ("limits", &["limity"]),
    // The area and the partnership.
    ("parent", &["nadrzędny", "cel_nadrzędny", "województwo"]),
    ("population", &["ludność", "liczba_mieszkańców", "populacja"]),
    ("units", &["jednostki", "gminy"]),
    ("resources", &["zasoby"]),
    ("vision", &["wizja"]),
    ("mission", &["misja"]),
    ("stage", &["etap"]),
    ("period", &["okres"]),
    ("bodies", &["organy"]),
    ("leader", &["lider"]),
    ("team", &["zespół"]),
    ("tasks", &["zadania"]),
    ("task", &["zadanie"]),
    ("benefits", &["korzyści"]),
    ("members", &["członkowie"]),
    ("chair", &["przewodniczący", "przewodniczy"]),
    ("decision", &["decyzja", "sposób_decyzji"]),
    ("votes", &["głosy"]),
    ("coordinator", &["koordynator"]),
    ("disputes", &["spory"]),
    ("procedure", &["regulamin"]),
    // Partners.
    ("sector", &["sektor"]),
    ("joined", &["przystąpił", "data_przystąpienia"]),
    ("legal_form", &["forma_prawna"]),
    ("registers", &["rejestry"]),
    ("address", &["adres"]),
    ("contact", &["kontakt"]),
    ("representatives", &["reprezentanci"]),
    ("role", &["rola"]),
    ("expectations", &["oczekiwania"]),
    ("why", &["dlaczego"]),
    ("experience", &["doświadczenie"]),
    ("brings", &["wnosi"]),
    ("gains", &["zyskuje"]),
    ("represents", &["reprezentuje"]),
    ("selection", &["wybór", "sposób_wyboru"]),
    ("function", &["funkcja"]),
    ("mandate", &["umocowanie"]),
    ("signs", &["podpisuje"]),
    ("resource", &["zasób"]),
    ("partner", &["partner"]),
    // The diagnosis.
    ("method", &["metoda"]),
    ("techniques", &["techniki"]),
    ("consultations", &["konsultacje"]),
    ("context", &["kontekst"]),
    ("stakeholders", &["interesariusze"]),
    ("publisher", &["wydawca"]),
    ("values", &["wartości"]),
    ("value", &["wartość"]),
    ("unit", &["jednostka"]),
    ("as_of", &["stan_na", "na_dzień"]),
    ("meaning", &["znaczenie", "wniosek"]),
    ("reference", &["odniesienie"]),
    ("findings", &["ustalenia", "wnioski"]),
    ("scale", &["skala"]),
    ("trend", &["tendencja"]),
    ("causes", &["przyczyny"]),
    ("effects", &["skutki"]),
    ("existing_support", &["dotychczasowe_wsparcie"]),
    ("researched_on", &["data_badania"]),
    ("size", &["liczebność", "wielkość"]),
    ("total", &["razem", "ogółem"]),
    ("women", &["kobiety"]),
    ("men", &["mężczyźni"]),
    ("barriers", &["bariery"]),
    ("features", &["cechy"]),
    ("justification", &["uzasadnienie"]),
    ("answered_by", &["odpowiedź"]),
    ("participants", &["uczestnicy"]),
    ("result", &["wynik", "rezultat"]),
    ("form", &["forma"]),
    // Objectives, actions, indicators, strategies.
    ("agreed_by", &["uzgodnili"]),
    ("aims", &["cele_polityki"]),
    ("durability", &["trwałość"]),
    ("lead", &["prowadzi", "lider"]),
    ("responsible", &["odpowiedzialny", "odpowiada"]),
    ("module", &["moduł"]),
    ("complements", &["uzupełnia"]),
    ("innovation", &["innowacyjność"]),
    ("of", &["dla", "czego_dotyczy"]),
    ("baseline", &["wartość_bazowa"]),
    ("target", &["wartość_docelowa"]),
    ("direction", &["kierunek"]),
    ("source", &["źródło"]),
    ("sources", &["źródła", "źródła_finansowania"]),
    ("measured", &["pomiar", "data_pomiaru"]),
    ("frequency", &["częstotliwość"]),
    ("by_sex", &["według_płci"]),
    ("adopted_by", &["przyjęta_przez"]),
    ("adopted", &["przyjęta"]),
    ("valid", &["obowiązuje"]),
    ("cite", &["cytat", "strona"]),
    ("strength", &["siła"]),
    ("via", &["przez"]),
    ("argument", &["uzasadnienie"]),
    ("milestones", &["kamienie_milowe"]),
    // Money and risk.
    ("lines", &["pozycje"]),
    ("action", &["działanie"]),
    ("category", &["kategoria"]),
    ("amount", &["kwota"]),
    ("quantity", &["ilość", "liczba"]),
    ("unit_price", &["cena_jednostkowa"]),
    ("calculation", &["kalkulacja", "wyliczenie"]),
    ("own", &["wkład_własny"]),
    ("currency", &["waluta"]),
    ("probability", &["prawdopodobieństwo"]),
    ("impact", &["wpływ"]),
    ("owner", &["właściciel"]),
    ("response", &["reakcja"]),
    ("threatens", &["zagraża"]),
    ("principle", &["zasada"]),
    ("measures", &["środki"]),
    ("rating", &["ocena"]),
    ("declaration", &["deklaracja"]),
    ("validity", &["obowiązywanie"]),
    ("preamble", &["preambuła"]),
    ("clauses", &["postanowienia"]),
    ("file", &["plik"]),
    ("signers", &["podpisują"]),
    // The look of documents.
    ("paper", &["papier"]),
    ("margins", &["marginesy"]),
    ("top", &["górny"]),
    ("bottom", &["dolny"]),
    ("side", &["boczny"]),
    ("sizes", &["rozmiary"]),
    ("colours", &["kolory"]),
    ("fonts", &["czcionki"]),
    ("header", &["nagłówek"]),
    ("footer", &["stopka"]),
    ("logos", &["logotypy"]),
    ("justify", &["justowanie"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_words_mean_fields_with_and_without_diacritics() {
        const ROOT: &[&str] = &["needs", "actions", "budget"];
        assert_eq!(field("Application", "działania", ROOT), Some("actions"));
        assert_eq!(field("Application", "dzialania", ROOT), Some("actions"));
        assert_eq!(field("Application", "Budżet", ROOT), Some("budget"));
        assert_eq!(field("Application", "partnerzy", ROOT), None);
    }

    #[test]
    fn the_place_decides_what_a_word_means() {
        assert_eq!(field("Schedule", "do", &["from", "to"]), Some("to"));
        assert_eq!(field("Objective", "do", &["id", "by"]), Some("by"));
        assert_eq!(field("Measurement", "nazwa", &["measure", "name"]), Some("measure"));
    }

    #[test]
    fn every_field_stands_once() {
        let mut fields: Vec<&str> = POLISH.iter().map(|(field, _)| *field).collect();
        fields.sort_unstable();
        let all = fields.len();
        fields.dedup();
        assert_eq!(fields.len(), all);
    }
}
