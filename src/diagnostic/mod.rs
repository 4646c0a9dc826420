//! What is wrong with the user's input. In: nothing. Out: `Diagnostic`, which is data.
//!
//! A diagnostic holds a [`Place`], never an offset or a colour, and [`Value`]s, never a sentence; `report` turns
//! places into lines, and code and values into words.

mod findings;
mod part;
mod place;
mod value;

pub use findings::Findings;
pub use part::Part;
pub use place::{Place, Step};
pub use value::{Value, say_all};

pub use crate::words::{Entry, Example, Level, Table, fill, placeholders};

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code: `NEED-02`, `KEY-01`.
    pub code: &'static str,
    /// How bad it is, after the profile had its say.
    pub level: Level,
    /// Where it is.
    pub place: Place,
    /// The exact bytes, where the fault is smaller than a value or has no place in the tree.
    pub span: Option<Span>,
    /// The stretch of the text at the place, where a rule knows it by the text and its bytes are still to be found.
    pub part: Option<Part>,
    /// Other places that belong to the fault.
    pub also: Vec<Place>,
    /// What the words of the fault name, by placeholder.
    pub values: Vec<(&'static str, Value)>,
    /// Where nothing is written yet, for want of which it was found; empty where something is, and is not right.
    pub gaps: Vec<Place>,
    /// A repair to show; never applied by itself.
    pub patch: Option<Patch>,
}

impl Diagnostic {
    /// Returns a finding of a code that is no rule's, as bad as its words say, with values that are the same in
    /// every language; bytes, other places and a repair are for the caller to add.
    pub fn of(table: &'static Table, code: &str, place: Place, values: &[(&'static str, &str)]) -> Self {
        let entry =
            table.get(code).expect("the tests of those who find faults ask for the words of every code");
        let values = values.iter().map(|(name, value)| (*name, Value::from(*value)));
        let gaps = if entry.level() == Level::Missing { vec![place.clone()] } else { Vec::new() };
        Self {
            code: &entry.code,
            level: entry.level(),
            place,
            span: None,
            part: None,
            also: Vec::new(),
            values: values.collect(),
            gaps,
            patch: None,
        }
    }

    /// Returns what kind of finding it is.
    pub fn kind(&self) -> Kind {
        match self.level {
            _ if !self.gaps.is_empty() => Kind::Missing,
            Level::Missing => Kind::Missing,
            Level::Error => Kind::Fault,
            Level::Warning | Level::Advice => Kind::Doubt,
        }
    }

    /// Returns the places on which a document draws for which this is found: those to be written, else where it is.
    pub fn drawn_on(&self) -> impl Iterator<Item = &Place> {
        let here = self.gaps.is_empty().then_some(&self.place);
        self.gaps.iter().chain(here)
    }

    /// Gives the value of a placeholder.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}

/// What a finding says of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is written there yet.
    Missing,
    /// What is written is wrong.
    Fault,
    /// What is written may be held against the application.
    Doubt,
}

impl Kind {
    /// Returns the word of the report for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Fault => "fault",
            Self::Doubt => "doubt",
        }
    }
}

/// A stretch of one source file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Which file, an index into the run's sources.
    pub file: usize,
    /// The first byte, on a character boundary of the decoded text.
    pub from: usize,
    /// The byte after the last.
    pub to: usize,
}

/// A repair: replace these bytes by this text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
    /// Whether it leaves what the author says as it is.
    pub kind: Mend,
}

/// What a repair changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The notation only: what is read with it is what was meant.
    Form,
    /// What is said: the author decides.
    Content,
}

impl Mend {
    /// Returns the word of the report for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Content => "content",
        }
    }
}

impl Patch {
    /// Returns a repair of the notation.
    pub fn form(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into(), kind: Mend::Form }
    }

    /// Returns a proposal that changes what is said.
    pub fn content(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into(), kind: Mend::Content }
    }
}
