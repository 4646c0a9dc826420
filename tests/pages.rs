//! The pages for authors of templates show real files and real fields. `UPDATE=1` rewrites them.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fs;
use std::path::Path;

use pakt::inside::context::reference;

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
