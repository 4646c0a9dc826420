//! What is wrong with a table. In: where. Out: `Told`, whose words stand in `faults.md`.

use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Level, Place, Table, Value};
use crate::write::xlsx::column;

/// Returns the words of the faults of tables.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// A cell: its sheet, its row from 1, its column from 0, the head of that.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) sheet: String,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) head: String,
}

impl At {
    /// Says where it is: `arkusz „Budżet”, wiersz 7, kolumna „Kwota” (J7)`.
    pub(super) fn words(&self) -> Value {
        let sheet = match self.sheet.is_empty() {
            true => Value::from(""),
            false => Value::around(["arkusz „{0}”, ", "sheet “{0}”, "], self.sheet.as_str()),
        };
        let head = match self.head.is_empty() {
            true => Value::from(""),
            false => Value::around([" „{0}”", " “{0}”"], self.head.as_str()),
        };
        let cell = format!("{}{}", column(self.column), self.row);
        let words =
            ["{sheet}wiersz {row}, kolumna{head} ({cell})", "{sheet}row {row}, column{head} ({cell})"];
        let values = vec![("sheet", sheet), ("row", self.row.into()), ("head", head), ("cell", cell.into())];
        Value::Phrase(words, values)
    }
}

/// A finding on a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Told(pub Box<Diagnostic>);

impl Told {
    /// Returns a finding of this code.
    pub(super) fn of(code: &str) -> Self {
        Self(Box::new(Diagnostic::of(words(), code, Place::root(), &[])))
    }

    /// Returns one that stands at a cell.
    pub(super) fn at(code: &str, at: &At) -> Self {
        Self::of(code).with("at", at.words())
    }

    /// Gives the value of a placeholder.
    pub(super) fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self(Box::new(self.0.with(name, value)))
    }

    /// What is larger than any table.
    pub(super) fn large() -> Self {
        Self::of("TABLE-02")
    }

    /// What is no table.
    pub(super) fn no_table() -> Self {
        Self::of("TABLE-01")
    }

    /// Tells whether nothing may be written for it.
    pub fn stops(&self) -> bool {
        self.0.level == Level::Error
    }
}

/// An application whose own files have faults of form, so that nobody knows where to write.
pub fn torn() -> Told {
    Told::of("TABLE-17")
}

/// What the loader or a rule says of a value that a cell brought.
pub fn not_understood(at: Value, message: String, help: String) -> Told {
    Told::of("TABLE-16").with("at", at).with("message", message).with("help", help)
}

/// What a rule holds against a value that a cell brought.
pub fn against_a_rule(at: Value, message: String, help: String) -> Told {
    Told::of("TABLE-18").with("at", at).with("message", message).with("help", help)
}
