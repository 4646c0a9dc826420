//! The proof that nothing was lost. In: documents and the files written of them; an application and all
//! that its documents say. Out: the strings that are missing.
//!
//! Files are read back by other means than they were written with: a page by a tokenizer of the standard, Markdown by
//! its parser, a PDF by its structure. A string is missing when a file holds it less often than its document does.

mod docx;
mod emphasis;
mod held;
pub mod html;
mod markup;
pub mod md;
mod openers;
mod pages;
mod personal;
mod persons;
mod text;
mod typed;
mod unsaid;

pub use held::normal;
use personal::numbers;
pub use personal::{Personal, personal};
pub use typed::{Torn, torn};
pub use unsaid::{Unsaid, unsaid};

use crate::document::{Document, Figure, Front, Way};
use crate::write::Format;
use held::Unit;

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
    let mut strings = strings(document, format);
    let units = units(format, file);
    let lost = held::lost(&strings, &units);
    let count = strings.len();
    Proof { strings: count, lost: lost.into_iter().map(|at| std::mem::take(&mut strings[at])).collect() }
}

/// Returns what a reader of the file would read, unit by unit.
fn units(format: Format, file: &[u8]) -> Vec<Unit> {
    let words = String::from_utf8_lossy(file);
    let whole = |units: Vec<String>| units.iter().map(|unit| Unit::whole(unit)).collect();
    match format {
        Format::Html => whole(html::units(&words)),
        Format::Md => whole(md::units(&words)),
        Format::Text => text::units(&words),
        Format::Pdf => whole(pages::units(file)),
        Format::Docx => docx::units(file),
    }
}

/// Returns the strings that a file of this form must hold.
fn strings(document: &Document, format: Format) -> Vec<String> {
    let way = match format {
        // Markdown parts a note from a link behind it.
        Format::Text | Format::Md => Way { line: text::fragments, ..Way::default() },
        // A drawing is heard by its alt text.
        Format::Pdf | Format::Docx => Way { data: unsaid_data, ..Way::default() },
        Format::Html => Way::default(),
    };
    let body = document.words_by(way);
    let front = front(document);
    let strings = body.0.iter().map(String::as_str).chain(front);
    let strings: Vec<String> = match format {
        // XML has no way to say the rest.
        Format::Docx => strings.map(sayable).map(|string| normal(&string)).collect(),
        // Each line bears the indent of its place.
        Format::Text => strings.flat_map(str::lines).map(normal).collect(),
        Format::Html | Format::Md | Format::Pdf => strings.map(normal).collect(),
    };
    strings.into_iter().filter(|string| !string.is_empty()).collect()
}

/// Returns what the title page says.
fn front(document: &Document) -> impl Iterator<Item = &str> {
    let Front { subtitle, authors, facts, marks, notices, .. } = &document.front;
    let facts = facts.iter().flat_map(|(label, value)| [label, value]);
    let all = [&document.title, subtitle].into_iter().chain(authors).chain(facts).chain(notices);
    all.chain(marks.iter().map(|mark| &mark.alt)).map(String::as_str)
}

/// Returns words without the characters that XML cannot hold.
fn sayable(words: &str) -> String {
    let is_sayable = |sign: &char| !matches!(sign, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    words.chars().filter(is_sayable).collect()
}

/// Returns the data of a chart that its alt text does not tell.
fn unsaid_data(figure: &Figure) -> Vec<&str> {
    let data = figure.drawing.data().into_iter().map(str::trim);
    data.filter(|words| !figure.alt.contains(words)).collect()
}

#[cfg(test)]
mod tests;
