//! What a workbook's package says beside its cells. In: bytes. Out: whether it is small enough to be opened, and which rows and
//! columns of its sheets nobody sees.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{LARGEST_UNPACKED, MOST_COLUMNS};

/// How many parts a package may have.
const MOST: usize = 2_000;

/// The parts of a package that are text, by name.
pub(super) struct Package(BTreeMap<String, String>);

/// Why a package is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is none, or torn.
    Torn,
    /// Unpacked it is larger than any table.
    Large,
}

impl Package {
    /// Unpacks a file, no further than a table may be large.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refused> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Torn)?;
        if archive.len() > MOST {
            return Err(Refused::Large);
        }
        let mut left = LARGEST_UNPACKED;
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let part = archive.by_index(at).map_err(|_| Refused::Torn)?;
            let name = part.name().map_err(|_| Refused::Torn)?.into_owned();
            let mut held = Vec::new();
            // What a part says of its own size may be a lie.
            let read = part.take(left + 1).read_to_end(&mut held).map_err(|_| Refused::Torn)? as u64;
            left = left.checked_sub(read).ok_or(Refused::Large)?;
            if let Ok(text) = String::from_utf8(held) {
                parts.insert(name, text);
            }
        }
        Ok(Self(parts))
    }

    /// Returns the columns and the rows of a sheet that nobody sees, counted from 1.
    pub(super) fn hidden(&self, sheet: &str) -> [Vec<usize>; 2] {
        let mut hidden = [Vec::new(), Vec::new()];
        let Some(text) = self.part_of(sheet).and_then(|part| self.0.get(&part)) else { return hidden };
        elements(text, |element| {
            let number = |name| attribute(element, name).and_then(|own| own.parse::<usize>().ok());
            let is_flat = |name| number(name) == Some(0);
            let is_hidden = matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
            match element.local_name().as_ref() {
                "col" if is_hidden || is_flat("width") => {
                    let first = number("min").unwrap_or(1);
                    let last = number("max").unwrap_or(first).min(MOST_COLUMNS + 1);
                    hidden[0].extend(first..=last);
                }
                "row" if is_hidden || is_flat("ht") => hidden[1].extend(number("r")),
                _ => {}
            }
        });
        hidden
    }

    /// Returns the part that holds a sheet.
    fn part_of(&self, sheet: &str) -> Option<String> {
        let mut id = None;
        elements(self.0.get("xl/workbook.xml")?, |element| {
            if element.local_name().as_ref() == "sheet"
                && attribute(element, "name").as_deref() == Some(sheet)
            {
                id = attribute(element, "id");
            }
        });
        let mut target = None;
        elements(self.0.get("xl/_rels/workbook.xml.rels")?, |element| {
            if id.is_some() && attribute(element, "Id") == id {
                target = attribute(element, "Target");
            }
        });
        let target = target?;
        Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
    }
}

/// Shows every element as it opens, as far as the text is well-formed.
fn elements(text: &str, mut see: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(text);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => see(&element),
            Event::Eof => return,
            _ => {}
        }
    }
}

/// Returns an attribute by its name without a prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut found = element.attributes().filter_map(Result::ok);
    // An `id` without a prefix numbers sheets.
    let own = found.find(|own| {
        let key = own.key.as_ref();
        own.key.local_name().as_ref() == name && (name != "id" || key.contains(':'))
    })?;
    quick_xml::escape::unescape(own.value.as_ref()).ok().map(|value| value.into_owned())
}
