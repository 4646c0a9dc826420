//! The words of what the reader finds. In: a code of `faults.md` with its values. Out: `Diagnostic`.

use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Place, Span, Table, Value};
use crate::yaml;

/// Returns the words of all faults of keys and kinds of values; `units::Fault::words` has those of the values
/// themselves.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns the finding on a slip of structure that was found by trial.
pub fn told(code: &str, span: Span) -> Diagnostic {
    let table = if words().get(code).is_some() { words() } else { yaml::words() };
    Diagnostic { span: Some(span), ..Diagnostic::of(table, code, Place::root(), &[]) }
}

/// Returns, for a message, to what a misplaced field belongs: a field by its name, or the top of the file.
pub fn owner(field: Option<&str>) -> Value {
    match field {
        Some(field) => Value::around(["pola „{0}”", "“{0}”"], field),
        None => ["najwyższego poziomu pliku", "the top level of the file"].into(),
    }
}

/// Returns a finding at these bytes, to be given a place by the caller.
pub(super) fn fault(code: &str, span: Span, values: &[(&'static str, &str)]) -> Diagnostic {
    Diagnostic { span: Some(span), ..Diagnostic::of(words(), code, Place::root(), values) }
}
