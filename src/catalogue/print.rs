//! The catalogue for people and programs. In: a list's name or a slide. Out: text, JSON.

use serde_json::{Value, json};

use super::{Label, List, Term, changes, deck, further, indicators, list, regions, strategies};
use crate::lang::Lang;
use crate::units::Date;

/// The parts of the catalogue that are no lists of codes.
const TABLES: [&str; 3] = ["strategies", "regions", "indicators"];

/// The list of what changed in law.
const CHANGES: &str = "changes";

/// Returns all names under which something can be printed.
pub fn names() -> Vec<&'static str> {
    let lists = deck().lists().iter().chain(further().lists()).map(|list| list.name.as_str());
    lists.chain(TABLES).chain([CHANGES]).collect()
}

/// Returns all lists with their titles and sizes.
pub fn overview(lang: Lang) -> String {
    let mut rows: Vec<[String; 3]> = Vec::new();
    for list in deck().lists().iter().chain(further().lists()) {
        rows.push([list.name.clone(), list.terms().len().to_string(), list.title(lang).to_owned()]);
    }
    for name in TABLES {
        rows.push([name.to_owned(), table(name, lang).len().to_string(), title(name, lang).to_owned()]);
    }
    let count = changes().since(None).count().to_string();
    rows.push([CHANGES.to_owned(), count, lang.pick("Zmiany prawa", "Changes of law").to_owned()]);
    columns(&rows)
}

/// Returns a list or table as text; `None` for an unknown name.
pub fn list_text(name: &str, lang: Lang) -> Option<String> {
    if name == CHANGES {
        return Some(changes_text(None, lang));
    }
    if TABLES.contains(&name) {
        return Some(format!("{}\n\n{}", title(name, lang), columns(&table(name, lang))));
    }
    let list = list(name)?;
    let source = match list.source.as_str() {
        "" => String::new(),
        source => format!("{}: {source}\n", lang.pick("źródło", "source")),
    };
    let rows: Vec<[String; 3]> = list.terms().iter().flat_map(|term| rows(term, lang)).collect();
    Some(format!("{}\n{source}\n{}", list.title(lang), columns(&rows)))
}

/// Returns what changed in law on a day and after it.
pub fn changes_text(since: Option<Date>, lang: Lang) -> String {
    let text: String = changes().since(since).map(|change| change.words(lang)).collect();
    let none = lang.pick("bez zmian od tego dnia\n", "no changes since that day\n");
    if text.is_empty() { none.to_owned() } else { text }
}

/// Returns what a slide of the deck names, list by list; `None` outside 1 to 33.
pub fn slide_text(slide: u8, lang: Lang) -> Option<String> {
    if !(1..=33).contains(&slide) {
        return None;
    }
    let mut out = format!("{} {slide}\n", lang.pick("Slajd", "Slide"));
    let mut open = "";
    for (list, term) in deck().slide(slide) {
        if list.name != open {
            out.push_str(&format!("\n{} [{}]\n", list.title(lang), list.name));
            open = &list.name;
        }
        out.push_str(&format!("  {} – {}\n", term.code, term.label(lang)));
    }
    Some(out)
}

/// Returns a list or table as JSON; `None` for an unknown name.
pub fn list_json(name: &str) -> Option<Value> {
    match name {
        "strategies" => Some(json!(strategies())),
        "regions" => Some(json!(regions())),
        "indicators" => Some(json!(indicators())),
        CHANGES => Some(json!(changes())),
        name => list(name).map(|list| json!(list)),
    }
}

/// Returns what a slide names as JSON; `None` outside 1 to 33.
pub fn slide_json(slide: u8) -> Option<Value> {
    let entry = |(list, term): (&List, &Term)| json!({ "list": list.name, "term": term });
    let terms = || deck().slide(slide).map(entry).collect::<Vec<_>>();
    (1..=33).contains(&slide).then(|| json!({ "slide": slide, "terms": terms() }))
}

/// Returns the names, titles and sizes of all lists as JSON.
pub fn overview_json() -> Value {
    let entry = |list: &List| json!({ "name": list.name, "title": Label { pl: list.pl.clone(), en: list.en.clone() }, "terms": list.terms().len() });
    let lists: Vec<Value> = deck().lists().iter().chain(further().lists()).map(entry).collect();
    json!({ "lists": lists, "tables": TABLES })
}

fn title(table: &str, lang: Lang) -> &'static str {
    match table {
        "strategies" => lang.pick("Dokumenty strategiczne", "Strategic documents"),
        "regions" => lang.pick("Województwa: program i strategia", "Voivodeships: programme and strategy"),
        _ => lang.pick("Wskaźniki EFS+", "ESF+ indicators"),
    }
}

fn table(name: &str, lang: Lang) -> Vec<[String; 3]> {
    match name {
        "strategies" => strategies()
            .all()
            .iter()
            .map(|one| {
                [one.id.clone(), one.state.label(lang).to_owned(), lang.pick(&one.pl, &one.en).clone()]
            })
            .collect(),
        "regions" => regions()
            .all()
            .iter()
            .map(|one| {
                let name = lang.pick(&one.pl, &one.en);
                let words = format!("{name}: {}; {}", one.programme.pl, one.strategy.pl);
                [one.teryt.as_str().to_owned(), one.programme.code.clone(), words]
            })
            .collect(),
        _ => indicators()
            .all()
            .iter()
            .map(|one| [one.code.clone(), one.trust.code().to_owned(), one.name(lang).to_owned()])
            .collect(),
    }
}

/// Returns a term and, below it, its points: code, words and what else people type for it.
fn rows(term: &Term, lang: Lang) -> Vec<[String; 3]> {
    let also = match term.also.is_empty() {
        true => String::new(),
        false => format!("; {}: {}", lang.pick("też", "also"), term.also.join(", ")),
    };
    let own = [term.code.clone(), String::new(), format!("{}{also}", term.label(lang))];
    let points = term
        .points
        .iter()
        .map(|point| [format!("  {}", point.code), String::new(), point.label(lang).to_owned()]);
    std::iter::once(own).chain(points).collect()
}

/// Sets rows in columns as wide as their widest cell; the last one runs free.
fn columns(rows: &[[String; 3]]) -> String {
    let wide = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let (first, second) = (wide(0), wide(1));
    let line = |[a, b, c]: &[String; 3]| {
        if second == 0 { format!("{a:<first$}  {c}\n") } else { format!("{a:<first$}  {b:<second$}  {c}\n") }
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_prints_in_both_languages_and_as_json() {
        for name in names() {
            for lang in Lang::ALL {
                let text = list_text(name, lang).expect(name);
                assert!(text.lines().count() > 2, "{name}");
            }
            assert!(list_json(name).is_some(), "{name}");
        }
        assert!(names().contains(&"principles") && names().contains(&"strategies"));
        assert_eq!(list_text("principle", Lang::Pl), None);
        // What the deck says stands with its slides under `--slide` only.
        let scales = list_text("pact_scales", Lang::Pl).expect("a list");
        assert!(scales.contains("gmina; też: gminny") && !scales.contains("slajd"), "{scales}");
    }

    #[test]
    fn every_slide_prints() {
        for slide in 1..=33 {
            assert!(slide_text(slide, Lang::Pl).is_some_and(|text| text.lines().count() > 2), "{slide}");
            assert!(slide_json(slide).is_some_and(|json| !json["terms"].is_null()), "{slide}");
        }
        assert_eq!((slide_text(0, Lang::Pl), slide_text(34, Lang::Pl)), (None, None));
        let text = slide_text(17, Lang::Pl).expect("slide 17");
        assert!(text.starts_with("Slajd 17\n") && text.contains(" [principles]\n"), "{text}");
    }

    #[test]
    fn the_overview_names_all_lists_with_their_sizes() {
        let text = overview(Lang::En);
        assert_eq!(text.lines().count(), names().len());
        assert!(text.lines().any(|line| line.starts_with("principles ") && line.contains(" 10 ")), "{text}");
    }
}
