//! The summary of a step on GitHub. In: a checked input. Out: Markdown; unlike annotations it holds all findings.

use super::{Checked, Worded, fingerprint, json, level, worded};

/// Returns the findings of an input, folded away under its name; empty for none.
pub fn step(checked: &Checked) -> String {
    if checked.findings.is_empty() {
        return String::new();
    }
    let line = |found: &super::Located| {
        let own = &found.diagnostic;
        let line = json::location(found.span, &checked.sources).line;
        let file = fingerprint::file(found, checked);
        let Worded { message, help, .. } = worded(own, checked.lang);
        let said = if help.is_empty() { message } else { format!("{message}; {help}") };
        let level = level(own.level, checked.lang);
        format!("- {level} **{}** `{}:{line}` {}\n", own.code, file.replace('`', "'"), plain(&said))
    };
    let lines: String = checked.findings.iter().map(line).collect();
    format!("\n<details><summary>{}</summary>\n\n{lines}\n</details>\n", plain(&checked.name))
}

/// Returns words on one line that Markdown takes for nothing else.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            '\n' => plain.push(' '),
            '*' | '_' | '[' | ']' | '|' | '\\' | '#' | '~' => plain.extend(['\\', letter]),
            letter => plain.push(letter),
        }
    }
    plain
}
