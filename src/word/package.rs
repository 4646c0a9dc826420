//! The parts of a package. In: a file. Out: the parts by name, for the proof checked for damage.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// How many bytes a part and all of them may have, and how many parts a package: more than any paper, less than a bomb.
const LARGEST: u64 = 64 << 20;
const WHOLE: u64 = 256 << 20;
const MOST: usize = 2_000;

/// The parts of a package by their names.
#[derive(Clone, Debug)]
pub struct Package {
    parts: BTreeMap<String, Vec<u8>>,
    /// For each part with relations, where each of them leads inside the package.
    relations: BTreeMap<String, BTreeMap<String, String>>,
}

impl Package {
    /// Reads a package; `None` when it is none, is larger than a paper can be, or a part is torn.
    pub fn read(file: &[u8]) -> Option<Self> {
        let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
        if archive.len() > MOST {
            return None;
        }
        let mut parts = BTreeMap::new();
        let mut left = WHOLE;
        for at in 0..archive.len() {
            let part = archive.by_index(at).ok()?;
            let name = part.name().ok()?.into_owned();
            let mut bytes = Vec::new();
            // The sum of its bytes is compared at the end.
            part.take(LARGEST.min(left) + 1).read_to_end(&mut bytes).ok()?;
            left = left.checked_sub(bytes.len() as u64).filter(|_| bytes.len() as u64 <= LARGEST)?;
            parts.insert(name, bytes);
        }
        Some(Self { parts, relations: BTreeMap::new() })
    }

    /// Returns the package if it is whole; `None` when a part is no XML though it should be, or is pointed to and missing.
    pub fn whole(mut self) -> Option<Self> {
        for (_, text) in self.texts() {
            elements(text, |_| ())?;
        }
        self.relations = self.related()?;
        let is_main = |target: &String| target == "word/document.xml";
        let opens = self.relations.get("")?.values().any(is_main);
        (opens && self.parts.contains_key("[Content_Types].xml")).then_some(self)
    }

    /// Returns the names of all parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Returns a part's text.
    pub fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.parts.get(name)?).ok()
    }

    /// Returns a part.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.parts.get(name).map(Vec::as_slice)
    }

    /// Returns the parts that are XML; one that is no text is empty, which no reader of XML takes.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_xml = |name: &str| [".xml", ".rels", ".svg"].iter().any(|ending| name.ends_with(ending));
        let own = self.parts.iter().filter(move |(name, _)| is_xml(name));
        own.map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).unwrap_or_default()))
    }

    /// Returns the part that a relation of another leads to.
    pub fn target(&self, from: &str, relation: &str) -> Option<&[u8]> {
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
                let found = found.map(|(id, target)| (id, joined(folder, &target)));
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

/// Returns the part that a target names, seen from a folder.
pub(super) fn joined(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut route: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => _ = route.pop(),
            "." => {}
            step => route.push(step),
        }
    }
    route.join("/")
}

/// Shows every element as it opens; `None` for what is not well-formed.
pub fn elements(text: &str, mut see: impl FnMut(&BytesStart<'_>)) -> Option<()> {
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
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().filter_map(Result::ok);
    let mut found = found.filter(|attribute| attribute.key.local_name().as_ref() == name);
    let value = found.next()?.value.to_string();
    quick_xml::escape::unescape(&value).ok().map(|value| value.into_owned())
}
