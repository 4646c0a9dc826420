//! The generated parts of the README are fresh. `UPDATE=1` rewrites them.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fs;
use std::process::Command;

use pakt::inside::lang::Lang;
use pakt::inside::model::Stage;
use pakt::inside::templates::{Library, Manifest};

fn pakt(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pakt"))
        .args(arguments)
        .env("PAKT_LANG", "en")
        .env_remove("PAKT_FORMAT")
        .env_remove("GITHUB_ACTIONS")
        .output()
        .expect("the program starts");
    String::from_utf8(output.stdout).expect("the program prints UTF-8")
}

fn generated() -> [(&'static str, String); 5] {
    let report = ["check", "tests/readme/pakt.yaml", "--limit", "4", "--color", "never", "--lang"];
    let report = |lang| pakt(&[&report[..], &[lang]].concat());
    [
        ("report-pl", report("pl")),
        ("report", report("en")),
        ("coverage", pakt(&["coverage", "samples/szydlowiec"])),
        ("help-pl", pakt(&["--help", "--lang", "pl"])),
        ("help", pakt(&["--help"])),
    ]
}

/// Returns the documents as a table: in the order in which they are offered.
fn documents() -> String {
    let library = Library::shipped();
    let row = |document: &Manifest| {
        let stage = match document.stage {
            Stage::Initiating => "initiating",
            Stage::Organising => "organising",
            Stage::Managing => "managing",
        };
        let [en, pl] = [Lang::En, Lang::Pl].map(|lang| document.title.get(lang));
        let readers = document.readers.get(Lang::Pl);
        format!("| `{}` | {pl} / {en} | {readers} | {stage} |\n", document.id)
    };
    let rows: String = library.documents().iter().map(row).collect();
    format!("| `-d` | dokument / document | dla kogo | od etapu |\n| --- | --- | --- | --- |\n{rows}")
}

/// Puts Markdown between its marks.
fn put_markdown(page: &str, name: &str, text: &str) -> String {
    let mark = format!("<!-- generated: {name} -->");
    let start = page.find(&mark).unwrap_or_else(|| panic!("the README has no mark {mark}"));
    let end = start + page[start..].find("<!-- end -->").expect("the mark is closed");
    format!("{}{mark}\n{text}{}", &page[..start], &page[end..])
}

/// Puts a text between its marks, indented as the mark is.
fn put(page: &str, name: &str, text: &str) -> String {
    let mark = format!("<!-- generated: {name} -->");
    let start = page.find(&mark).unwrap_or_else(|| panic!("the README has no mark {mark}"));
    let line = page[..start].rfind('\n').map_or(0, |at| at + 1);
    let indent = &page[line..start];
    let end = start + page[start..].find("<!-- end -->").expect("the mark is closed");
    let body: String = text
        .trim_end()
        .lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{indent}{}\n", line.trim_end()) })
        .collect();
    format!("{}{mark}\n{indent}```text\n{body}{indent}```\n{indent}{}", &page[..start], &page[end..])
}

#[test]
fn generated_parts_are_fresh() {
    let page = fs::read_to_string("README.md").expect("the README is there");
    let fresh = generated().iter().fold(page.clone(), |page, (name, text)| put(&page, name, text));
    let fresh = put_markdown(&fresh, "documents", &documents());
    if std::env::var_os("UPDATE").is_some() {
        fs::write("README.md", &fresh).expect("the README can be written");
        return;
    }
    assert!(
        page == fresh,
        "the README's generated parts are stale; UPDATE=1 cargo test --test readme rewrites them"
    );
}

#[test]
fn the_committed_schemas_are_the_program_s() {
    let schemas: [(&str, &[&str]); 3] = [
        ("docs/pakt.schema.json", &["schema", "--lang", "en"]),
        ("docs/pakt-call.schema.json", &["schema", "--call"]),
        ("docs/pakt-report.schema.json", &["schema", "--report"]),
    ];
    for (path, arguments) in schemas {
        let schema = pakt(arguments);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path, &schema).expect("the schema can be written");
            continue;
        }
        let committed = fs::read_to_string(path).unwrap_or_default();
        assert!(committed == schema, "{path} is stale; UPDATE=1 cargo test --test readme rewrites it");
    }
}

#[test]
fn the_pages_of_rules_are_fresh() {
    for lang in ["pl", "en"] {
        let page = pakt(&["explain", "--all", "--format", "markdown", "--lang", lang]);
        let path = format!("docs/rules.{lang}.md");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &page).expect("the page can be written");
            continue;
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == page, "{path} is stale; UPDATE=1 cargo test --test readme rewrites it");
    }
}
