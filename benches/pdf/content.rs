//! What the benchmark sets: the mix of a real justification. In: a number of pages. Out: Markdown, or the
//! document it makes.

use std::fmt::Write as _;

use pakt::inside::document::{Document, Front};
use pakt::inside::markdown;

const SENTENCES: [&str; 6] = [
    "Partnerstwo łączy gminy, szkoły, urząd pracy i przedsiębiorców powiatu szydłowieckiego.",
    "Stopa bezrobocia rejestrowanego wyniosła 24,2 % wobec 5,4 % w kraju, a co trzecia osoba pozostaje bez pracy dłużej niż dwa lata.",
    "Brak połączeń autobusowych po godzinie szesnastej wyklucza pracę na drugą zmianę, co potwierdziły wywiady z mieszkańcami.",
    "Działania odpowiadają na potrzeby osób długotrwale bezrobotnych w wieku 50 lat i więcej oraz kobiet powracających na rynek pracy.",
    "Każdy wskaźnik ma wartość bazową, źródło, metodę pomiaru i osobę odpowiedzialną za jego monitorowanie.",
    "Strategia rozwoju województwa wskazuje południowe powiaty jako obszar strategicznej interwencji.",
];

/// Returns content for about `pages` pages.
pub(crate) fn markdown(pages: usize) -> String {
    let mut text = String::new();
    for page in 1..=pages {
        let _ = writeln!(text, "# Rozdział {page}\n");
        for paragraph in 0..4 {
            let sentences: Vec<&str> =
                (0..5).map(|nth| SENTENCES[(page * 7 + paragraph * 3 + nth) % SENTENCES.len()]).collect();
            let note = if paragraph == 1 { format!("[^n{page}]") } else { String::new() };
            let _ = writeln!(text, "{}{note}\n", sentences.join(" "));
        }
        let _ = writeln!(text, "## Potrzeby {page}\n");
        for need in 0..4 {
            let _ = writeln!(text, "- **Potrzeba {need}.** {}", SENTENCES[(page + need) % SENTENCES.len()]);
        }
        let _ = writeln!(text, "\n| Wskaźnik | Jednostka | Baza | Cel |\n| --- | --- | --: | --: |");
        for row in 0..5 {
            let _ = writeln!(
                text,
                "| Liczba osób objętych wsparciem, grupa {row} | osoba | {row} | {} |",
                page * 10 + row
            );
        }
        let _ = writeln!(
            text,
            "\n[^n{page}]: Powiatowy Urząd Pracy w Szydłowcu, stan na 31.01.2025, tabl. {page}.\n"
        );
    }
    text
}

/// Returns a document of about `pages` pages.
pub(crate) fn document(pages: usize) -> Document {
    let body = markdown::read(&format!("<contents>\n\n{}", markdown(pages)));
    let front =
        Front { authors: vec!["Gmina Orońsko".into()], date: "2027-01-31".into(), ..Front::default() };
    Document {
        title: "Uzasadnienie partnerstwa".into(),
        front,
        blocks: body.blocks,
        notes: body.notes,
        ..Document::default()
    }
}
