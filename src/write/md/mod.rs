//! Markdown. In: `Document`. Out: CommonMark with tables and notes, as others read it; in the notation of templates the
//! same tree.
//!
//! What Markdown cannot say is said as nearly as it can: a cell of several blocks becomes lines of
//! one cell, emphasis within the same emphasis is one, a picture lies in its own link. Title and
//! front stand before the text as YAML between `---`.

mod blocks;
mod common;
mod fence;
mod front;
mod inlines;
mod labels;
mod letters;
mod spans;
mod tables;

use crate::document::Document;
use crate::markdown::Anchors;

/// Returns Markdown that others read.
pub fn md(document: &Document) -> String {
    notation(&common::common(document))
}

/// Returns Markdown in the notation of templates, which reads back to the same tree.
#[doc(hidden)]
pub fn notation(document: &Document) -> String {
    let mut writer = Writer { labels: labels::labels(&document.notes), anchors: Anchors::default() };
    let mut out = front::front(document);
    out.push_str(&writer.blocks(&document.blocks));
    for (note, label) in document.notes.iter().zip(writer.labels.clone()) {
        let body = writer.blocks(&note.blocks);
        let sep = if out.is_empty() || out.ends_with("\n\n") { "" } else { "\n\n" };
        out.push_str(sep);
        out.push_str(&blocks::hang(&body, &format!("[^{label}]: "), "    "));
    }
    out.truncate(out.trim_end_matches('\n').len());
    out.push('\n');
    out
}

struct Writer {
    /// The label of each note, fit for Markdown.
    labels: Vec<String>,
    anchors: Anchors,
}
