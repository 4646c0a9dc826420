//! The proof that nothing was lost. In: documents and the files written of them; an application and all
//! that its documents say. Out: the strings that are missing.
//!
//! Files are read back by other means than they were written with; a string is missing when a file holds
//! it less often than its document does.

mod addresses;
pub mod html;
mod personal;
mod unsaid;
mod word_runs;

pub use personal::personal;
pub use unsaid::{Unsaid, unsaid};

use std::collections::BTreeMap;

use crate::document::Document;
use crate::markdown;
use crate::write::Format;
use crate::write::pdf::reading;

/// What was proved of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many strings the file had to hold.
    pub strings: usize,
    /// Those it does not hold, or not often enough, in reading order.
    pub lost: Vec<String>,
}

/// Reads a file back and compares it with the document it was written of.
pub fn prove(document: &Document, format: Format, file: &[u8]) -> Proof {
    let text = normal(&read_back(document, format, file));
    let strings: Vec<String> = strings(document, format);
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lost = Vec::new();
    for string in &strings {
        let count = wanted.entry(string).or_default();
        *count += 1;
        // Counting to the number that is due is enough, and ends early.
        if text.match_indices(string.as_str()).take(*count).count() < *count {
            lost.push(string.clone());
        }
    }
    Proof { strings: strings.len(), lost }
}

/// Returns what a reader of the file would read.
fn read_back(document: &Document, format: Format, file: &[u8]) -> String {
    let text = || String::from_utf8_lossy(file).into_owned();
    match format {
        Format::Html => html::text(&text()),
        Format::Md => {
            let text = text();
            let (front, body) = text.split_once("\n---\n\n").unwrap_or(("", &text));
            let read = markdown::read_in(body, document.lang);
            let read = Document { blocks: read.blocks, notes: read.notes, ..Document::default() };
            format!("{front}\n{}", read.words().0.join("\n"))
        }
        // A quote puts a mark before each line: it is taken out on both sides.
        Format::Text => text().replace('>', " "),
        Format::Pdf => reading::read(file).map_or_else(
            |_| String::new(),
            |reading| {
                let notes = reading.root.all("Note");
                let notes: Vec<String> = notes.iter().map(|note| note.words_without(&["Lbl"])).collect();
                let body = reading.root.words_without(&["Note", "TOC", "Reference", "Lbl"]);
                format!("{body}\n{}", notes.join("\n"))
            },
        ),
    }
}

/// Returns the strings that a file of this form must hold.
fn strings(document: &Document, format: Format) -> Vec<String> {
    let own = match format {
        Format::Text => word_runs::of(document),
        Format::Html => addresses::shown(document).words().0,
        Format::Md | Format::Pdf => document.words().0,
    };
    let strings = own.iter().chain([&document.title]).map(|string| normal(string));
    strings.filter(|string| !string.is_empty()).collect()
}

/// Returns words as they are compared. Runs of white space are one space, a no-break space is itself; a soft hyphen is no letter, and readers of
/// PDF leave it out.
pub fn normal(text: &str) -> String {
    text.replace('\u{ad}', "").split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
