//! The parts of a package. In: a file. Out: the parts by name, checked for damage.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// How many bytes a part, and how many parts a package may have: more than any paper, less than a bomb.
const LARGEST: u64 = 64 << 20;
const MOST: usize = 2_000;

/// The parts of a package by their names.
pub(super) struct Package {
    parts: BTreeMap<String, Vec<u8>>,
    /// For each part with relations, where each of them leads inside the package.
    relations: BTreeMap<String, BTreeMap<String, String>>,
}

impl Package {
    /// Reads a package; `None` when a part is torn, is no XML though it should be, or is pointed to and missing.
    pub(super) fn read(file: &[u8]) -> Option<Self> {
        let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
        if archive.len() > MOST {
            return None;
        }
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let part = archive.by_index(at).ok()?;
            let name = part.name().ok()?.into_owned();
            let mut bytes = Vec::new();
            // The sum of its bytes is compared at the end.
            part.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
            if bytes.len() as u64 > LARGEST {
                return None;
            }
            parts.insert(name, bytes);
        }
        let mut package = Self { parts, relations: BTreeMap::new() };
        for (_, text) in package.texts() {
            elements(text, |_| ())?;
        }
        package.relations = package.related()?;
        let is_main = |target: &String| target == "word/document.xml";
        let opens = package.relations.get("")?.values().any(is_main);
        (opens && package.parts.contains_key("[Content_Types].xml")).then_some(package)
    }

    /// Returns a part's text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.parts.get(name)?).ok()
    }

    /// Returns the parts that are XML; one that is no text is empty, which no reader of XML takes.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_xml = |name: &str| [".xml", ".rels", ".svg"].iter().any(|ending| name.ends_with(ending));
        let own = self.parts.iter().filter(move |(name, _)| is_xml(name));
        own.map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).unwrap_or_default()))
    }

    /// Returns the part that a relation of another leads to.
    pub(super) fn target(&self, from: &str, relation: &str) -> Option<&[u8]> {
        let name = self.relations.get(from)?.get(relation)?;
        self.parts.get(name).map(Vec::as_slice)
    }

    fn related(&self) -> Option<BTreeMap<String, BTreeMap<String, String>>> {
        let mut all = BTreeMap::new();
        for (name, text) in self.texts() {
            let Some((folder, of)) = name.split_once("_rels/") else { continue };
            let mut own = BTreeMap::new();
            let mut is_whole = true;
            elements(text, |element| {
                if element.local_name().as_ref() != "Relationship"
                    || attribute(element, "TargetMode").is_some()
                {
                    return;
                }
                let found = attribute(element, "Id").zip(attribute(element, "Target"));
                let found = found.map(|(id, target)| (id, format!("{folder}{target}")));
                is_whole &= found.as_ref().is_some_and(|(_, target)| self.parts.contains_key(target));
                own.extend(found);
            })?;
            if !is_whole {
                return None;
            }
            all.insert(format!("{folder}{}", of.strip_suffix(".rels")?), own);
        }
        Some(all)
    }
}

/// Shows every element as it opens; `None` for what is not well-formed.
pub(super) fn elements(text: &str, mut see: impl FnMut(&BytesStart<'_>)) -> Option<()> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    let mut roots = 0;
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => {
                roots += usize::from(depth == 0);
                depth += 1;
                see(&element);
            }
            Event::Empty(element) => {
                roots += usize::from(depth == 0);
                see(&element);
            }
            Event::End(_) => depth = depth.checked_sub(1)?,
            Event::Eof => return (depth == 0 && roots == 1).then_some(()),
            _ => {}
        }
    }
}

/// Returns an attribute by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().filter_map(Result::ok);
    let mut found = found.filter(|attribute| attribute.key.local_name().as_ref() == name);
    let value = found.next()?.value.to_string();
    quick_xml::escape::unescape(&value).ok().map(|value| value.into_owned())
}
