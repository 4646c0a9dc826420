//! What a reader of a Word file sees. In: a package. Out: its units: the words of each paragraph and of each picture.
//!
//! The package is read by other means than it was written with. One that Word could not open whole says nothing: a part
//! that is torn, no XML, or missing though another points to it.

mod numbering;
mod paragraphs;

use super::held::{Unit, normal};
use crate::style;
use crate::word::Package;
use paragraphs::{Paragraph, Picture};

/// Returns the units; none of a file that cannot be read whole.
pub(super) fn units(file: &[u8]) -> Vec<Unit> {
    read(file).unwrap_or_default()
}

fn read(file: &[u8]) -> Option<Vec<Unit>> {
    let package = Package::read(file)?.whole()?;
    let mut numbers = numbering::Numbers::read(&package)?;
    let mut units = Vec::new();
    for part in ["word/document.xml", "word/footnotes.xml"] {
        let Some(text) = package.text(part) else { continue };
        for paragraph in paragraphs::read(text)? {
            let label = numbers.label(&paragraph);
            units.extend(unit(&paragraph, label));
            let shown = paragraph.pictures.iter().filter(|picture| is_shown(&package, part, picture));
            units.extend(shown.map(|picture| Unit::whole(&picture.alt)));
        }
    }
    for (_, text) in package.texts().filter(|(name, _)| name.ends_with(".svg")) {
        units.extend(paragraphs::drawn(text)?.iter().map(|words| Unit::whole(words)));
    }
    Some(units)
}

/// Returns a paragraph in its readings: its words, its label before them, its columns. Entries of the contents say what
/// headings say.
fn unit(paragraph: &Paragraph, label: Option<String>) -> Option<Unit> {
    if paragraph.style.starts_with("TOC") || paragraph.words.trim().is_empty() {
        return None;
    }
    let words = &paragraph.words;
    let mut readings = Vec::new();
    // A list sets a space of its own behind a label.
    let label = label.iter().flat_map(|label| [' ', '\u{a0}'].map(|space| format!("{label}{space}{words}")));
    readings.extend(label.map(|labelled| vec![normal(&labelled)]));
    readings.push(vec![normal(words)]);
    if words.contains('\t') {
        readings.push(words.split('\t').map(normal).filter(|part| !part.is_empty()).collect());
    }
    Some(Unit { readings })
}

/// Tells whether a picture is there and can be decoded.
fn is_shown(package: &Package, part: &str, picture: &Picture) -> bool {
    package.target(part, &picture.relation).is_some_and(style::is_picture)
}

#[cfg(test)]
mod tests;
