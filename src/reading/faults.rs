//! The words of what the reader finds. In: a code of `faults.md` with its values. Out: `Diagnostic`.

use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Place, Span, Table};

/// Returns the words of all faults of keys and kinds of values; `units::Fault::words` has those of the values
/// themselves.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns a finding at these bytes, to be given a place by the caller.
pub(super) fn fault(code: &str, span: Span, values: &[(&'static str, &str)]) -> Diagnostic {
    Diagnostic { span: Some(span), ..Diagnostic::of(words(), code, Place::root(), values) }
}
