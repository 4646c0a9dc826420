//! What a reader of a Word file sees. In: a package. Out: its units: the words of each paragraph and of each picture.
//!
//! The package is read by other means than it was written with. One that Word could not open whole says nothing: a part
//! that is torn, no XML, or missing though another points to it.

mod numbering;
mod paragraphs;

use std::collections::BTreeSet;

use super::held::{Unit, normal};
use crate::style;
use crate::word::{Package, attribute, elements, english};
use paragraphs::{Paragraph, Picture};

/// Returns the units; none of a file that cannot be read whole.
pub(super) fn units(file: &[u8]) -> Vec<Unit> {
    read(file).unwrap_or_default()
}

fn read(file: &[u8]) -> Option<Vec<Unit>> {
    let package = Package::read(file)?.whole()?;
    let mut numbers = numbering::Numbers::read(&package)?;
    let contents = contents(&package)?;
    let mut units = Vec::new();
    for part in ["word/document.xml", "word/footnotes.xml"] {
        let Some(text) = package.text(part) else { continue };
        for paragraph in paragraphs::read(text)? {
            let label = numbers.label(&paragraph);
            units.extend(unit(&paragraph, label).filter(|_| !contents.contains(&paragraph.style)));
            let shown = paragraph.pictures.iter().filter(|picture| is_shown(&package, part, picture));
            units.extend(shown.map(|picture| Unit::whole(&picture.alt)));
        }
    }
    for (_, text) in package.texts().filter(|(name, _)| name.ends_with(".svg")) {
        units.extend(paragraphs::drawn(text)?.iter().map(|words| Unit::whole(words)));
    }
    Some(units)
}

/// Returns the styles of the contents and their title, which say what headings say.
fn contents(package: &Package) -> Option<BTreeSet<String>> {
    let (mut id, mut found) = (String::new(), BTreeSet::new());
    elements(package.text("word/styles.xml")?, |element| match element.local_name().as_ref() {
        "style" => id = attribute(element, "styleId").unwrap_or_default(),
        "name" if attribute(element, "val").is_some_and(|name| english(&name).starts_with("toc ")) => {
            found.insert(id.clone());
        }
        _ => {}
    })?;
    Some(found)
}

/// Returns a paragraph in its readings: its words, its label before them, its columns.
fn unit(paragraph: &Paragraph, label: Option<String>) -> Option<Unit> {
    if paragraph.words.trim().is_empty() {
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
