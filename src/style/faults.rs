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
