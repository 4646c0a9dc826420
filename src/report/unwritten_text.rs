//! What is yet to be written, for a person. In: `Unwritten`. Out: a few lines: sections with their fields, documents with
//! what they wait for.

use super::unwritten::{Section, Unwritten, Waiting};
use crate::lang::{Lang, Noun};

/// How many sections are shown before the rest is only counted.
const SECTIONS: usize = 9;

/// How many documents are.
const PAPERS: usize = 4;

/// How many values a document is said to wait for by name.
const NAMED: usize = 3;

/// How wide a line is, in characters.
const WIDTH: usize = 100;

/// Returns what must be written and what documents wait for; empty for nothing.
pub(super) fn demanded(unwritten: &Unwritten, lang: Lang) -> String {
    if unwritten.demanded.is_empty() {
        return String::new();
    }
    let mut out = String::new();
    let titles = unwritten.demanded.iter().take(SECTIONS).map(|section| section.title.chars().count());
    let wide = titles.max().unwrap_or_default();
    for section in unwritten.demanded.iter().take(SECTIONS) {
        let count = section.count();
        let line = format!("  {:<wide$}  {count:>3}  {}", section.title, section.words().join("; "));
        out.push_str(&(cut(&line) + "\n"));
    }
    out.push_str(&more(unwritten.demanded.iter().skip(SECTIONS), lang));
    if !unwritten.waiting.is_empty() {
        out.push_str(&format!("\n{}\n", lang.pick("Dokumenty:", "Documents:")));
        let shown = unwritten.waiting.iter().take(PAPERS);
        out.extend(shown.map(|waiting| paper(waiting, lang)));
        let rest = unwritten.waiting.len().saturating_sub(PAPERS);
        if rest > 0 {
            out.push_str(lang.pick(
                "  … pozostałe pokaże: pakt check --summary\n",
                "  … the others are shown by: pakt check --summary\n",
            ));
        }
    }
    out.push('\n');
    out
}

/// Returns what would make the application better, on one line, and how many pieces of advice wait until all is there that
/// must be; empty for nothing.
pub(super) fn advised(unwritten: &Unwritten, waiting: usize, lang: Lang) -> String {
    let count: usize = unwritten.advised.iter().map(Section::count).sum();
    if count + waiting == 0 {
        return String::new();
    }
    let waiting = match waiting {
        0 => String::new(),
        waiting => {
            let noun = Noun(["radę", "rady", "rad"], ["piece of advice", "pieces of advice"]);
            let waiting = lang.counted(waiting as u64, noun);
            lang.pick(format!(", a także {waiting},"), format!(", and {waiting},"))
        }
    };
    let sections = unwritten.advised.iter().map(|section| format!("{} {}", section.title, section.count()));
    let sections = sections.collect::<Vec<_>>().join(", ");
    let line = lang.pick(
        format!("Warto też napisać ({count}): {sections}"),
        format!("Worth writing too ({count}): {sections}"),
    );
    let line = if count == 0 { String::new() } else { cut(&line) + "\n" };
    let where_to = lang.pick(
        format!("Wiersze pliku z tymi miejscami{waiting} pokaże: pakt check --format short"),
        format!("The lines of these places{waiting} are shown by: pakt check --format short"),
    );
    format!("{line}{where_to}\n\n")
}

fn more<'run>(sections: impl Iterator<Item = &'run Section>, lang: Lang) -> String {
    let rest: Vec<String> =
        sections.map(|section| format!("{} {}", section.title, section.count())).collect();
    if rest.is_empty() {
        return String::new();
    }
    let words = lang.pick("i jeszcze", "and");
    cut(&format!("  {words}: {}", rest.join(", "))) + "\n"
}

fn paper(waiting: &Waiting, lang: Lang) -> String {
    let Waiting { title, lacks, needs, with } = waiting;
    let count = lacks.len();
    let named = lacks.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let named = if count > NAMED { named + ", …" } else { named };
    let mut line = lang.pick(
        format!("  {title}: brakuje {count} z {needs} – {named}"),
        format!("  {title}: lacks {count} of {needs} – {named}"),
    );
    if !with.is_empty() {
        let with = with.join(", ");
        line += &lang.pick(format!("; wtedy gotowe też: {with}"), format!("; ready with it: {with}"));
    }
    cut(&line) + "\n"
}

/// Cuts a line at its width, at the end of a word.
fn cut(line: &str) -> String {
    let Some((end, _)) = line.char_indices().nth(WIDTH) else { return line.to_owned() };
    let end = line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", line[..end].trim_end_matches([',', ';', ' ', '–']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_written_is_a_line_a_section_and_a_document() {
        let fields = vec![
            ("tytuł".to_owned(), vec!["N1".to_owned(), "N2".to_owned()]),
            ("metoda: opis".to_owned(), Vec::new()),
        ];
        let section = |title: &str| Section { title: title.to_owned(), fields: fields.clone() };
        let waiting = Waiting {
            title: "List intencyjny".to_owned(),
            lacks: ["tytuł", "nazwa P1", "rola P1", "rola P2"].map(str::to_owned).to_vec(),
            needs: 14,
            with: vec!["Karta podpisów".to_owned()],
        };
        let unwritten = Unwritten {
            demanded: vec![section("potrzeby"), section("cele")],
            advised: vec![section("cele")],
            waiting: vec![waiting],
        };
        insta::assert_snapshot!(demanded(&unwritten, Lang::Pl) + &advised(&unwritten, 2, Lang::Pl), @r"
          potrzeby    3  tytuł N1, N2; metoda: opis
          cele        3  tytuł N1, N2; metoda: opis

        Dokumenty:
          List intencyjny: brakuje 4 z 14 – tytuł, nazwa P1, rola P1, …; wtedy gotowe też: Karta podpisów

        Warto też napisać (3): cele 3
        Wiersze pliku z tymi miejscami, a także 2 rady, pokaże: pakt check --format short

        ");
        assert_eq!(unwritten.count(), 6);
    }
}
