//! Title and front as YAML, as most readers of Markdown know it. In: `Document`. Out: a block.
//!
//! Every value stands in double quotes: without them one reader or another takes `2026-01-01`, `yes` or `12:30` for
//! something else than words.

use crate::document::{Document, Wanted};

/// Returns the block with an empty line after it; nothing for a document without title and front.
pub(super) fn front(document: &Document) -> String {
    let Document { title, front, lang, .. } = document;
    if title.is_empty() && *front == Default::default() {
        return String::new();
    }
    let date = if front.date.is_empty() { &front.date_words } else { &front.date };
    let mut out = format!("---\ntitle: {}\n", quoted(title));
    let mut line = |key: &str, words: &str| {
        if !words.is_empty() {
            out.push_str(&format!("{key}: {}\n", quoted(words)));
        }
    };
    line("subtitle", &front.subtitle);
    line("lang", lang.tag());
    line("date", date);
    let facts = front.facts.iter().map(|(label, value)| format!("[{}, {}]", quoted(label), quoted(value)));
    let words = |words: &[String]| words.iter().map(|words| quoted(words)).collect();
    let wanted = front.wanted.iter().map(|mark| match mark {
        Wanted::Emblem { statement, .. } => quoted(statement),
        Wanted::Place(words) => quoted(words),
    });
    let marks = front.marks.iter().map(|mark| quoted(&mark.alt)).chain(wanted).collect();
    let lists: [(&str, Vec<String>); 4] = [
        ("author", words(&front.authors)),
        ("facts", facts.collect()),
        ("notices", words(&front.notices)),
        ("marks", marks),
    ];
    for (key, entries) in lists.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        out.push_str(&format!("{key}:\n"));
        entries.iter().for_each(|entry| out.push_str(&format!("  - {entry}\n")));
    }
    out + "---\n\n"
}

/// Returns words in double quotes, in which YAML of any version reads these very characters.
fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for sign in words.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '\u{2028}' | '\u{2029}' | '\u{feff}' => out.push_str(&format!("\\u{:04x}", u32::from(sign))),
            _ if sign.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(sign))),
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_words_are_read_as_words() {
        for words in
            ["2026-01-01", "yes", "=", "a: b", "- x", "\"\\\n\t\u{85}\u{2028}\u{7}", "😀", "1_000", ""]
        {
            let read: serde_yaml::Value = serde_yaml::from_str(&quoted(words)).expect("it is YAML");
            assert_eq!(read.as_str(), Some(words));
            assert!(quoted(words).chars().all(|sign| !sign.is_control()));
        }
    }
}
