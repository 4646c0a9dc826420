//! Losses that a test plants: the proof must find each of them. In: a stage of the line, the words that pass it. Out:
//! the words without [`SIGN`], where the stage is the one that loses. It stands in the test build alone.

use std::borrow::Cow;
use std::cell::Cell;

/// The sign that gets lost.
pub(crate) const SIGN: char = '§';

/// Where a sign gets lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The reading of typed text.
    Typed,
    /// A filter of templates.
    Filter,
    /// What templates print.
    Template,
    /// The reading of Markdown.
    Markdown,
    /// The setting of type.
    Typography,
    /// The layout of pages.
    Layout,
    /// The shaping of words.
    Shaping,
    /// A writer.
    Html,
    /// A writer.
    Md,
    /// A writer.
    Text,
    /// A writer.
    Pdf,
    /// A writer.
    Docx,
}

thread_local! {
    static LOSING: Cell<Option<Stage>> = const { Cell::new(None) };
}

/// Does some work while a stage loses the sign.
pub(crate) fn losing<T>(stage: Stage, work: impl FnOnce() -> T) -> T {
    LOSING.set(Some(stage));
    let done = work();
    LOSING.set(None);
    done
}

/// Tells whether a stage loses what it is given.
pub(crate) fn is_losing(stage: Stage) -> bool {
    LOSING.get() == Some(stage)
}

/// Returns words as a stage hands them on.
pub(crate) fn passed(stage: Stage, words: &str) -> Cow<'_, str> {
    if is_losing(stage) { words.replace(SIGN, "").into() } else { words.into() }
}
