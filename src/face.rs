//! What another program asks of the library. In: an application that was read. Out: what is wrong with it, its
//! documents, their files.

use crate::context::Mode;
use crate::diagnostic::Findings;
use crate::lang::Lang;
use crate::pipeline::{Filled, Run, shipped};
use crate::report::Checked;
use crate::style::Look;
use crate::templates::Fault;
use crate::write::Format;

/// Returns everything that is wrong with an application, each fault at its place.
pub fn check(run: &Run) -> Checked {
    run.check(Findings::default(), run.loaded.sources.clone())
}

/// Returns a shipped document of an application: one paper, or one for each partner.
///
/// # Errors
///
/// When there is no such document.
pub fn build(run: &Run, document: &str, lang: Lang) -> Result<Vec<Filled>, Vec<Fault>> {
    run.fill(shipped(), document, lang, Mode::Final)
}

/// Returns a paper as a file's content; `None` where it cannot be written in this format.
pub fn write(run: &Run, paper: &Filled, format: Format) -> Option<Vec<u8>> {
    run.write(&paper.stem, &paper.paper.document, format, &Look::default()).bytes
}
