//! A document that has everything a page finds hard. In: a language. Out: a `Document`.

use std::fmt::Write as _;

use pakt::inside::document::{Document, Front};
use pakt::inside::lang::Lang;
use pakt::inside::markdown;

/// How deep the lists nest.
pub(crate) const DEPTH: usize = 10;

/// How many footnotes there are.
pub(crate) const NOTES: usize = 4;

const SENTENCE: &str = "Partnerstwo łączy gminy, szkoły i przedsiębiorców powiatu, a jego członkowie \
    wspólnie odpowiadają za diagnozę, działania oraz wskaźniki, które z niej wynikają. ";

/// Returns the document.
pub(crate) fn document(lang: Lang) -> Document {
    let mut text = String::from("<contents>\n\n<pagebreak>\n\n# Pierwszy rozdział\n\n");
    let _ = writeln!(text, "Słowo: {}.\n", "nierozerwalnie".repeat(22));
    let _ = writeln!(text, "Trzy pisma: zażółć gęślą jaźń, ζωή και εργασία, работа для всех; znak 🏗.\n");
    let _ = writeln!(
        text,
        "Kwota 1\u{a0}250\u{a0}000,00\u{a0}zł, kod 26\u{2011}500, „cudzysłów” – i\u{a0}tyle; <span lang=\"en\">a local pact</span>.\n"
    );
    long_table(&mut text);
    tall_cell(&mut text);
    notes_in_cells(&mut text);
    nested_lists(&mut text);
    headings_at_every_height(&mut text);
    text.push_str("```\n    kod   z odstępami\n\tkoniec\n```\n\n> Cytat pierwszy.\n>\n> Cytat drugi.\n\n");
    text.push_str("[^a]: Źródło pierwsze, 2025.\n\n[^b]: Źródło drugie, 2026.\n\n");
    let _ = writeln!(text, "[^c]: {}\n", SENTENCE.repeat(12));
    text.push_str("[^d]: Źródło czwarte.\n");
    titled("Próba wytrzymałości – „wszystko naraz”", lang, &text)
}

/// Returns a document of one page and a bit.
pub(crate) fn small() -> Document {
    let text = format!(
        "# Rozdział\n\n{}\n\n{{caption}} Tabela\n| A | B |\n| --- | --: |\n| a | 1 |\n",
        SENTENCE.repeat(9)
    );
    titled("Mały", Lang::Pl, &text)
}

fn titled(title: &str, lang: Lang, text: &str) -> Document {
    let body = markdown::read(text);
    assert_eq!(body.faults, []);
    let front = Front {
        subtitle: "Załącznik 3".into(),
        authors: vec!["Gmina Orońsko".into()],
        date: "2027-01-31".into(),
        date_words: "31 stycznia 2027 r.".into(),
        facts: vec![("Nabór".into(), "FEMA.08.01-IP.01-001/25".into())],
        ..Front::default()
    };
    Document {
        title: title.into(),
        lang,
        front,
        blocks: body.blocks,
        notes: body.notes,
        ..Document::default()
    }
}

fn long_table(text: &mut String) {
    text.push_str("{caption} Tabela 1. Dwieście działań\n| Lp. | Działanie | Koszt |\n| --: | --- | --: |\n");
    for row in 1..=200 {
        let _ = writeln!(text, "| {row} | Działanie numer {row} dla osób z powiatu | {row} 000,00 zł |");
    }
    text.push('\n');
}

fn tall_cell(text: &mut String) {
    text.push_str("| Opis | Uwagi |\n| --- | --- |\n");
    let _ = writeln!(text, "| {} | krótka uwaga |", SENTENCE.repeat(16));
    text.push_str("| po długiej |  |\n\n");
}

fn notes_in_cells(text: &mut String) {
    text.push_str("| Miara | Wartość |\n| --- | --: |\n| stopa[^a] | 24,2 %[^b] |\n| osoby[^c] | 3 000 |\n");
    text.push_str("| saldo[^a] | −6,3 %[^d] |\n\n");
}

fn nested_lists(text: &mut String) {
    for level in 0..DEPTH {
        let mark = if level % 2 == 0 { "-" } else { "1." };
        let _ = writeln!(text, "{}{mark} poziom {} {SENTENCE}", "   ".repeat(level), level + 1);
    }
    text.push('\n');
}

/// Enough headings between paragraphs of different lengths for some to come to a page's foot.
fn headings_at_every_height(text: &mut String) {
    for nth in 1..=30 {
        let _ = writeln!(text, "## Rozdział pomocniczy {nth}\n\n{}\n", SENTENCE.repeat(nth % 5 + 2));
    }
}
