//! A part of a text. In: the text at a finding's place, as it was read. Out: `Part`, from which `pipeline` finds the
//! bytes in the file.

use std::ops::Range;

/// A stretch of the text at a finding's place, with what may be put into that text instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The text as it was read.
    pub text: String,
    /// The stretch, in bytes of the text.
    pub range: Range<usize>,
    /// What a proposal puts in place of which stretches, from the first to the last.
    pub puts: Vec<(Range<usize>, String)>,
}

impl Part {
    /// Returns a stretch of a text.
    pub fn of(text: &str, range: Range<usize>) -> Self {
        Self { text: text.to_owned(), range, puts: Vec::new() }
    }

    /// Proposes to put something in place of a stretch behind those already given.
    #[must_use]
    pub fn put(mut self, range: Range<usize>, words: impl Into<String>) -> Self {
        self.puts.push((range, words.into()));
        self
    }
}
