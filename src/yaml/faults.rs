//! The words of what is wrong with YAML. In: a code of `faults.md` with its values. Out: `Diagnostic`.

use std::sync::LazyLock;

use crate::diagnostic::{self, Diagnostic, Place, Span, Table};
use crate::source::Value;

/// Returns the words of all faults of files.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns a finding at these bytes, to be given a place by the caller.
pub(super) fn fault(code: &str, span: Span, values: &[(&'static str, &str)]) -> Diagnostic {
    Diagnostic { span: Some(span), ..Diagnostic::of(words(), code, Place::root(), values) }
}

/// Returns a text short enough for a message, on one line.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

/// Returns what a value is, for a message: „lista”, “a list”.
pub fn kind(value: &Value) -> diagnostic::Value {
    let words = match value {
        Value::List(items) if items.is_empty() => ["pusta lista", "an empty list"],
        Value::Map(entries) if entries.is_empty() => ["pusty zestaw pól", "an empty set of fields"],
        Value::List(_) => ["lista", "a list"],
        Value::Map(_) => ["zestaw pól", "a set of fields"],
        Value::Scalar { text, .. } if text.is_empty() => ["pusta wartość", "nothing"],
        Value::Scalar { text, .. } => {
            return diagnostic::Value::around(["tekst „{0}”", "the text “{0}”"], shown(text));
        }
    };
    words.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Entry, placeholders};
    use crate::lang::Lang;

    #[test]
    fn both_languages_name_the_same_things() {
        for entry in words().entries() {
            for words in [Entry::message, Entry::help] {
                let [pl, en] = [words(entry, Lang::Pl), words(entry, Lang::En)];
                assert!(!pl.is_empty() && !en.is_empty(), "{}", entry.code);
                assert_eq!(placeholders(pl), placeholders(en), "{}", entry.code);
            }
        }
    }

    #[test]
    fn every_code_in_the_source_has_words_and_every_word_a_use() {
        const SOURCES: [&str; 8] = [
            include_str!("brackets.rs"),
            include_str!("builder.rs"),
            include_str!("marks.rs"),
            include_str!("pasted.rs"),
            include_str!("quotes.rs"),
            include_str!("read.rs"),
            include_str!("repair.rs"),
            include_str!("slips.rs"),
        ];
        let used = |code: &str| SOURCES.iter().any(|source| source.contains(&format!("\"{code}\"")));
        for entry in words().entries() {
            assert!(used(&entry.code), "{} has words, but nothing says them", entry.code);
        }
        let mut told = 0;
        for source in SOURCES {
            for kind in ["YAML"] {
                for (at, _) in source.match_indices(&format!("\"{kind}-")) {
                    let code = source[at + 1..].split('"').next().unwrap_or_default();
                    assert!(words().get(code).is_some(), "{code} has no words");
                    told += 1;
                }
            }
        }
        assert!(told >= words().entries().len());
    }
}
