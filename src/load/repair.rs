//! Slips of syntax. In: a draft that the parser refuses. Out: a tree all the same, each slip told.

use super::draft::Draft;
use super::events::{self, Stop, Tree};
use super::faults::fault;
use crate::diagnostic::{Findings, Span};
use crate::lang::Lang;

/// Reads a draft into a tree; returns the stretches that could not be read as well.
pub(super) fn tree(draft: &mut Draft<'_>, findings: &mut Findings, lang: Lang) -> (Tree, Vec<Span>) {
    let tree = events::tree(draft, lang);
    if let Some(Stop::Syntax { kind, at }) = &tree.stop {
        findings.push(fault(lang, "YAML-13", draft.span(*at, *at), &[("what", &kind.to_string())]));
    }
    (tree, Vec::new())
}

/// Returns a text in quotes, as YAML reads it back.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
