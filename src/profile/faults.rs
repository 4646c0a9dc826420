//! The words of what is wrong with a call's profile. In: a code of `faults.md` with its values. Out:
//! `Diagnostic`.

use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Place, Span, Table};

/// Returns the words of the faults of profiles.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns a finding at a place, and at these bytes where the place is in no tree of the application.
pub(super) fn fault(
    code: &str,
    (place, span): (Place, Option<Span>),
    values: &[(&'static str, &str)],
) -> Diagnostic {
    Diagnostic { span, ..Diagnostic::of(words(), code, place, values) }
}
