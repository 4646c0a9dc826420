//! What help texts, examples and skeletons leave open (`why: "…"`): whoever pastes it is told that it is missing.

use std::fs;
use std::path::Path;

use pakt::inside::lang::Lang;
use pakt::inside::words::{fill, is_unwritten, unwritten};
use pakt::inside::{report, rules};

/// Returns the values with an ellipsis in a piece of YAML: `why: "…"`, `[{id: R1, title: …}]`.
fn open(code: &str) -> Vec<&str> {
    let value = |(at, _): (usize, &str)| {
        let is_quoted = code[..at].matches('"').count() % 2 == 1;
        let (opens, ends): (&[char], &[char]) =
            if is_quoted { (&['"'], &['"']) } else { (&[',', '{', '[', ':', '#'], &[',', '}', ']', '\n']) };
        let start = code[..at].rfind(opens).map_or(0, |start| start + 1);
        let end = code[at..].find(ends).map_or(code.len(), |end| at + end);
        code[start..end].trim()
    };
    code.match_indices('…').map(value).collect()
}

/// Returns every piece of YAML that a help text, an example or a skeleton shows, with where it stands.
fn shown() -> Vec<(String, String)> {
    let mut shown = Vec::new();
    let of_rules = rules::registry().filter_map(|rule| rules::words(rule.code));
    for entry in report::tables().into_iter().flat_map(|table| table.entries()).chain(of_rules) {
        for lang in Lang::ALL {
            let help = fill(entry.help(lang), &[]);
            let spans = help.split('`').skip(1).step_by(2).filter(|code| code.contains(": "));
            shown.extend(spans.map(|code| (format!("{} {lang:?}", entry.code), code.to_owned())));
        }
        shown.extend(entry.examples.iter().map(|own| (format!("{} example", entry.code), own.text.clone())));
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/skeleton");
    for path in fs::read_dir(folder).expect("the skeletons are there").flatten().map(|entry| entry.path()) {
        let text = fs::read_to_string(&path).expect("a skeleton is a text");
        // A comment shows YAML where it shows brackets.
        let lines = text.lines().filter(|line| line.contains(['{', '[']));
        shown.extend(lines.map(|line| (path.display().to_string(), fill(line, &[]))));
    }
    shown
}

#[test]
fn what_a_help_text_leaves_open_is_missing_when_it_is_pasted() {
    let mut count = 0;
    for (place, code) in shown() {
        for value in open(&code) {
            count += 1;
            let told = is_unwritten(value) || !unwritten(value).is_empty();
            assert!(told, "{place}: “{value}” of `{code}` passes for a text");
        }
    }
    assert!(count > 100, "only {count} values with an ellipsis");
}
