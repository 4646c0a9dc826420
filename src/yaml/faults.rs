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
