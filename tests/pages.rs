//! The pages for authors of templates show real files and real fields. `UPDATE=1` rewrites them.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fs;
use std::path::Path;
use std::process::Command;

use pakt::inside::catalogue;
use pakt::inside::context::reference;
use pakt::inside::lang::Lang;
use pakt::inside::profile;
use pakt::inside::units::Date;

/// Compares a page with what it should be.
fn assert_page(path: &str, fresh: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, fresh).expect("the page can be written");
    }
    let known = fs::read_to_string(path).unwrap_or_default();
    assert!(known == fresh, "{path} is stale; UPDATE=1 cargo test --test pages rewrites it");
}

/// Puts the files that a page names between their marks.
fn with_files(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!-- file: ") {
        let (path, after) = after.split_once(" -->\n").expect("the mark names a file");
        let (_, after) = after.split_once("<!-- end -->").expect("the mark is closed");
        let text = fs::read_to_string(path).expect(path);
        let info = if path.ends_with(".yaml") { "yaml" } else { "text" };
        // The example holds no fence of four ticks.
        out.push_str(&format!("{before}<!-- file: {path} -->\n````{info}\n{text}````\n<!-- end -->"));
        rest = after;
    }
    out + rest
}

#[test]
fn the_pages_on_templates_show_the_files_they_name() {
    for lang in ["pl", "en"] {
        let path = format!("docs/templates.{lang}.md");
        let page = fs::read_to_string(&path).expect("the page is there");
        assert!(page.matches("<!-- file: ").count() >= 3, "{path}");
        assert_page(&path, &with_files(&page));
    }
}

/// Puts what the program prints for the arguments that a page names between their marks.
fn with_runs(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!-- run: ") {
        let (arguments, after) = after.split_once(" -->\n").expect("the mark names arguments");
        let (_, after) = after.split_once("<!-- end -->").expect("the mark is closed");
        let output = Command::new(env!("CARGO_BIN_EXE_pakt"))
            .args(arguments.split(' '))
            .env_remove("PAKT_FORMAT")
            .env_remove("PAKT_LANG")
            .env_remove("GITHUB_ACTIONS")
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .expect("the program starts");
        let text = String::from_utf8(output.stdout).expect("the program prints UTF-8");
        assert!(!text.is_empty(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
        let mark = format!("<!-- run: {arguments} -->");
        out.push_str(&format!("{before}{mark}\n```console\n$ pakt {arguments}\n{text}```\n<!-- end -->"));
        rest = after;
    }
    out + rest
}

#[test]
fn the_pages_on_calls_show_a_call_and_what_pakt_says_of_it() {
    for lang in ["pl", "en"] {
        let path = format!("docs/call.{lang}.md");
        let page = fs::read_to_string(&path).expect("the page is there");
        assert_eq!(
            (page.matches("<!-- file: ").count(), page.matches("<!-- run: ").count()),
            (1, 2),
            "{path}"
        );
        assert_page(&path, &with_runs(&with_files(&page)));
    }
}

/// Returns a cell of a table, whose bars are its own.
fn cell(words: &str) -> String {
    words.replace('|', "\\|").replace('\n', " ")
}

/// Returns how far a value is to be trusted: the day on which it was compared with its source.
fn state(day: Option<Date>) -> String {
    day.map_or_else(|| "niesprawdzone".to_owned(), |day| day.to_string())
}

/// Returns the table of what a profile says beyond those below it.
fn of_profile(id: &str) -> String {
    let own = profile::named(id).expect("the profile is shipped");
    let below: Vec<_> =
        own.lineage.get(1).and_then(|base| profile::named(base)).map_or_else(Vec::new, |base| base.entries());
    let is_own = |entry: &&profile::Valued| {
        below.iter().all(|other| {
            other.name != entry.name || other.value != entry.value || other.origin != entry.origin
        })
    };
    // Fields of a form and criteria stand together: one source each.
    let is_a_part = |name: &str| {
        (name.starts_with("form/") || name.starts_with("criteria/")) && !name.ends_with("/limit")
    };
    let entries = own.entries();
    let rows = entries.iter().filter(is_own).filter(|entry| !is_a_part(&entry.name)).map(|entry| {
        let (label, value) = (profile::label(&entry.name, Lang::Pl), entry.value.words(None, Lang::Pl));
        let day = state(entry.origin.verified_on);
        format!("| {} | {} | {} | {day} |\n", cell(&label), cell(&value), cell(&entry.origin.source))
    });
    let rows: String = rows.collect();
    let title = cell(own.title.get(Lang::Pl));
    format!(
        "## {id} – {title}\n\n| co | wartość | źródło | sprawdzono |\n| --- | --- | --- | --- |\n{rows}\n"
    )
}

fn of_catalogue() -> String {
    let mut out =
        "## Wskaźniki\n\n| kod | nazwa | źródło | pewność |\n| --- | --- | --- | --- |\n".to_owned();
    for one in catalogue::indicators().all() {
        let (name, source) = (cell(one.name(Lang::Pl)), cell(&one.source));
        out.push_str(&format!("| {} | {name} | {source} | {} |\n", one.code, one.trust.code()));
    }
    out.push_str("\n## Województwa\n\n| program | strategia | źródło strategii | pewność kodu i strategii |\n| --- | --- | --- | --- |\n");
    for one in catalogue::regions().all() {
        let programme = format!("{} ({})", cell(&one.programme.pl), one.programme.code);
        let trust = format!("{}, {}", one.programme.code_trust.code(), one.strategy.trust.code());
        out.push_str(&format!(
            "| {programme} | {} | {} | {trust} |\n",
            cell(&one.strategy.pl),
            cell(&one.strategy.source)
        ));
    }
    out.push_str("\n## Zmiany prawa\n\n| dzień | co | źródło | sprawdzono |\n| --- | --- | --- | --- |\n");
    for one in catalogue::changes().since(None) {
        let day = state(one.verified_on);
        out.push_str(&format!("| {} | {} | {} | {day} |\n", one.date, cell(&one.pl), cell(&one.source)));
    }
    out
}

#[test]
fn the_page_of_knowledge_says_where_each_value_comes_from() {
    let head = "# Co pakt wie i skąd\n\nStronę wypisuje program z danych, które są w nim zapisane (`UPDATE=1 cargo test --test \
        pages`). „Niesprawdzone” znaczy: nikt nie porównał wartości ze źródłem; taka wartość nigdy nie blokuje wniosku. \
        Pewność: `seen` – odczytano w źródle, `part` – odczytano część, `memory` – z pamięci, `open` – szukano i nie \
        znaleziono.\n\nWhat pakt knows and from where: printed from the shipped data. “Niesprawdzone” means that nobody has \
        compared the value with its source; such a value never blocks.\n\n";
    let profiles: String = profile::ids().map(of_profile).collect();
    assert_page("docs/knowledge.md", &format!("{head}{profiles}{}", of_catalogue()));
}

#[test]
fn the_reference_lists_what_templates_see() {
    let head = "# What templates see\n\nGenerated from the program: `pakt templates fields` prints the same. How to \
        use it: [in Polish](templates.pl.md), [in English](templates.en.md).\n\nAmounts, days, percentages \
        and numbers print in the form of the document; a filter gives another one.\n\n";
    assert_page("docs/context.md", &format!("{head}{}", reference()));
}

#[test]
fn links_between_the_pages_lead_somewhere() {
    for page in fs::read_dir("docs").expect("the folder is there") {
        let path = page.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("the page can be read");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.starts_with("http") || link.starts_with('#') {
                continue;
            }
            let target = link.split('#').next().unwrap_or(link);
            assert!(Path::new("docs").join(target).exists(), "{}: {link}", path.display());
        }
    }
}
