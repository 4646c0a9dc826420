//! The words of what is wrong between files. In: a code of `faults.md` with its values. Out: `Diagnostic`.

use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Place, Span, Table};

/// Returns the words of all faults of files that do not fit together.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns a finding at these bytes, to be given a place by the caller.
pub(super) fn fault(code: &str, span: Span, values: &[(&'static str, &str)]) -> Diagnostic {
    Diagnostic { span: Some(span), ..Diagnostic::of(words(), code, Place::root(), values) }
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
        const SOURCES: [&str; 4] = [
            include_str!("mod.rs"),
            include_str!("parts.rs"),
            include_str!("shared.rs"),
            include_str!("variants.rs"),
        ];
        let used = |code: &str| SOURCES.iter().any(|source| source.contains(&format!("\"{code}\"")));
        for entry in words().entries() {
            assert!(used(&entry.code), "{} has words, but nothing says them", entry.code);
        }
        let mut told = 0;
        for source in SOURCES {
            for kind in ["YAML", "KEY"] {
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
