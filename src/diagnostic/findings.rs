//! A growing list of findings. In: diagnostics in any order. Out: the same, for `pipeline` to sort.

use super::{Diagnostic, Level};

/// All findings of a run so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(pub Vec<Diagnostic>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another run.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Returns the worst level; `None` when there is no finding.
    pub fn worst(&self) -> Option<Level> {
        self.0.iter().map(|diagnostic| diagnostic.level).max()
    }
}
