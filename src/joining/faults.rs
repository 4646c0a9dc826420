//! The words of what is wrong between files. In: a code of `faults.md` with its values. Out: `Diagnostic`.

use std::sync::LazyLock;

use super::Aside;
use crate::diagnostic::{Diagnostic, Place, Span, Table, Value};

/// Returns the words of all faults of files that do not fit together.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns the finding on a file that could not be read, for a reason in words.
pub fn unread(name: &str, reason: Value) -> Diagnostic {
    Diagnostic::of(words(), "KEY-18", Place::root(), &[("file", name)]).with("reason", reason)
}

/// Returns the finding on a file of the application's folder that was not read.
pub(super) fn aside(name: &str, aside: &Aside) -> Diagnostic {
    let of =
        |code, right: &str| Diagnostic::of(words(), code, Place::root(), &[("file", name), ("right", right)]);
    match aside {
        Aside::Refused(reason) => unread(name, reason.clone()),
        Aside::Copy(of_what) => of("KEY-27", of_what),
        Aside::Misnamed(right) => of("KEY-26", right),
    }
}

/// Returns a finding at these bytes, to be given a place by the caller.
pub(super) fn fault(code: &str, span: Span, values: &[(&'static str, &str)]) -> Diagnostic {
    Diagnostic { span: Some(span), ..Diagnostic::of(words(), code, Place::root(), values) }
}
