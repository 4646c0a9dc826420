//! The fixed words that writers add of their own. In: a language. Out: words.

use crate::lang::Lang;

/// The words of one language.
#[derive(Debug)]
pub(super) struct Phrases {
    pub(super) contents: &'static str,
    pub(super) skip: &'static str,
    pub(super) notes: &'static str,
    pub(super) note: &'static str,
    pub(super) back: &'static str,
    pub(super) table: &'static str,
    pub(super) code: &'static str,
    pub(super) chart: &'static str,
    pub(super) chart_data: &'static str,
    pub(super) document: &'static str,
    pub(super) notice: &'static str,
    pub(super) name: &'static str,
    pub(super) function: &'static str,
    pub(super) item: &'static str,
    pub(super) value: &'static str,
    pub(super) reference: &'static str,
    pub(super) task: &'static str,
    pub(super) id: &'static str,
    pub(super) links: &'static str,
    pub(super) inherited: &'static str,
    pub(super) gap: &'static str,
    pub(super) source: &'static str,
    pub(super) same_source: &'static str,
    pub(super) signatures: &'static str,
    /// Before and between the number of a page and how many there are.
    pub(super) pages: [&'static str; 2],
    /// The names of the styles of clauses, from a section of a clause to an indent.
    pub(super) clauses: [&'static str; 4],
}

pub(super) fn phrases(lang: Lang) -> &'static Phrases {
    lang.pick(&POLISH, &ENGLISH)
}

static POLISH: Phrases = Phrases {
    contents: "Spis treści",
    skip: "Przejdź do treści",
    notes: "Przypisy",
    note: "Przypis",
    back: "Wróć do miejsca w tekście, przypis",
    table: "Tabela",
    code: "Tekst źródłowy",
    chart: "Wykres",
    chart_data: "Dane wykresu",
    document: "Dokument",
    notice: "Uwaga",
    name: "imię i nazwisko",
    function: "funkcja",
    item: "Pozycja",
    value: "Wartość",
    reference: "wartość odniesienia",
    task: "Działanie",
    id: "Oznaczenie",
    links: "Prowadzi do",
    inherited: "powiązanie odziedziczone",
    gap: "luka",
    source: "źródło",
    same_source: "jw.",
    signatures: "Miejsca na podpisy",
    pages: ["strona", "z"],
    clauses: ["Ustęp", "Punkt", "Litera", "Tiret"],
};

static ENGLISH: Phrases = Phrases {
    contents: "Contents",
    skip: "Skip to the text",
    notes: "Notes",
    note: "Note",
    back: "Back to the text, note",
    table: "Table",
    code: "Source text",
    chart: "Chart",
    chart_data: "Data of the chart",
    document: "Document",
    notice: "Notice",
    name: "full name",
    function: "function",
    item: "Item",
    value: "Value",
    reference: "reference value",
    task: "Action",
    id: "Reference",
    links: "Leads to",
    inherited: "inherited link",
    gap: "gap",
    source: "source",
    same_source: "as above",
    signatures: "Places to sign",
    pages: ["page", "of"],
    clauses: ["Clause section", "Clause point", "Clause letter", "Clause indent"],
};
