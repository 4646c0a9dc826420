//! The words of what is wrong with a look. In: a code of `faults.md` with its values. Out: `Diagnostic`.

use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Place, Span, Table};

/// Returns the words of the faults of looks.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns an error at these bytes.
pub(super) fn fault(code: &str, (place, span): (Place, Span), values: &[(&'static str, &str)]) -> Diagnostic {
    Diagnostic { span: Some(span), ..Diagnostic::of(words(), code, place, values) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Entry, placeholders};
    use crate::lang::Lang;

    #[test]
    fn every_code_has_words_in_both_languages_and_a_use() {
        let sources = [include_str!("read.rs"), include_str!("files.rs")].concat();
        for entry in words().entries() {
            assert!(sources.contains(&format!("\"{}\"", entry.code)), "nothing says {}", entry.code);
            for words in [Entry::message, Entry::help, Entry::why] {
                let [pl, en] = [words(entry, Lang::Pl), words(entry, Lang::En)];
                assert!(!pl.is_empty() && !en.is_empty(), "{}", entry.code);
                assert_eq!(placeholders(pl), placeholders(en), "{}", entry.code);
            }
        }
        for (at, _) in sources.match_indices("\"STYLE-") {
            let code = sources[at + 1..].split('"').next().unwrap_or_default();
            assert!(words().get(code).is_some(), "{code} has no words");
        }
    }
}
