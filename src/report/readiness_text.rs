//! Readiness for people and programs. In: `Readiness`. Out: text, Markdown, JSON.

use super::readiness::{Readiness, Row};
use crate::diagnostic::Level;
use crate::lang::Lang;

/// Returns two tables, documents and partners, with the counts of each level.
pub fn readiness_text(name: &str, readiness: &Readiness, lang: Lang) -> String {
    let mut out = format!("{name}\n");
    for (title, rows) in parts(readiness, lang) {
        let wide = rows.iter().map(|row| row.title.chars().count()).max().unwrap_or_default();
        let wide = wide.max(title.chars().count());
        let heads =
            [("błędy", "errors"), ("braki", "missing"), ("ostrzeżenia", "warnings"), ("rady", "advice")];
        let heads = heads.map(|(pl, en)| format!("  {:>11}", lang.pick(pl, en))).concat();
        out.push_str(&format!("\n{title:<wide$}{heads}\n"));
        for row in rows {
            let counts = Level::ALL.map(|level| format!("  {:>11}", row.count(level))).concat();
            out.push_str(&format!("{:<wide$}{counts}\n", row.title));
        }
    }
    out
}

/// Returns a Markdown task list: each document ticked when nothing in it is wrong or lacking, then each partner's tasks.
pub fn readiness_markdown(name: &str, readiness: &Readiness, lang: Lang) -> String {
    let mut out = format!("# {} – {}\n", lang.pick("Gotowość", "Readiness"), plain(name));
    let [(documents, papers), _] = parts(readiness, lang);
    out.push_str(&format!("\n## {documents}\n\n"));
    for row in papers {
        let open = row.count(Level::Error) + row.count(Level::Missing);
        let tick = if open == 0 { 'x' } else { ' ' };
        let counts: Vec<String> = Level::ALL
            .into_iter()
            .filter(|level| row.count(*level) > 0)
            .map(|level| format!("{}: {}", super::level(level, lang), row.count(level)))
            .collect();
        let counts = if counts.is_empty() { String::new() } else { format!(" – {}", counts.join(", ")) };
        out.push_str(&format!("- [{tick}] {}{counts}\n", plain(&row.title)));
    }
    for row in readiness.partners.iter().filter(|row| !row.open.is_empty()) {
        out.push_str(&format!("\n## {}\n\n", plain(&row.title)));
        for open in &row.open {
            let level = super::level(open.level, lang);
            let message = plain(&open.message);
            out.push_str(&format!("- [ ] **{}** ({level}) {message} `{}`\n", open.code, open.place));
        }
    }
    out
}

/// Returns the readiness of an input as data.
pub fn readiness_data(name: &str, readiness: &Readiness) -> serde_json::Value {
    serde_json::json!({ "input": name, "documents": readiness.documents, "partners": readiness.partners })
}

fn parts(readiness: &Readiness, lang: Lang) -> [(&'static str, &[Row]); 2] {
    [
        (lang.pick("Dokument", "Document"), readiness.documents.as_slice()),
        (lang.pick("Odpowiada", "Responsible"), readiness.partners.as_slice()),
    ]
}

/// Keeps a word of the user's from being read as Markdown.
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '`' | '~') {
            out.push('\\');
        }
        out.push(if letter == '\n' { ' ' } else { letter });
    }
    out
}
