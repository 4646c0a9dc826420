//! Labels of lists. In: the part with the lists, then the paragraphs in order. Out: `b)`, or the mark of a bulleted item.

use std::collections::BTreeMap;

use super::xml::Element;
use crate::document::{Numbering, Numerals, Within};

/// How many levels a list has.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Copy, Debug)]
struct Level {
    /// `None` for bullets.
    numbering: Option<Numbering>,
    start: u64,
}

/// The lists of a file, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    designs: BTreeMap<String, BTreeMap<usize, Level>>,
    /// The design of each list, and where its levels start.
    lists: BTreeMap<String, (String, BTreeMap<usize, u64>)>,
    counts: BTreeMap<String, [Option<u64>; LEVELS]>,
}

impl Lists {
    pub(super) fn read(part: Option<&Element>) -> Self {
        let mut own = Self::default();
        for element in part.into_iter().flat_map(Element::elements) {
            let id = |name: &str| element.attribute(name).unwrap_or_default().to_owned();
            match element.name.as_str() {
                "abstractNum" => {
                    let levels = element.elements().filter(|level| level.name == "lvl").map(level);
                    own.designs.insert(id("abstractNumId"), levels.collect());
                }
                "num" => {
                    let design = element.child("abstractNumId").map(Element::value).unwrap_or_default();
                    let starts = element.elements().filter_map(|over| {
                        let start = over.child("startOverride")?.value().parse().ok()?;
                        Some((over.attribute("ilvl")?.parse().ok()?, start))
                    });
                    own.lists.insert(id("numId"), (design.to_owned(), starts.collect()));
                }
                _ => {}
            }
        }
        own
    }

    /// Counts an item and returns its label, `-` for a bullet; `None` for what is in no list.
    pub(super) fn label(&mut self, list: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let (design, starts) = self.lists.get(list)?;
        let own = self.designs.get(design)?.get(&level)?;
        let counts = self.counts.entry(list.to_owned()).or_default();
        let number = match counts[level] {
            Some(number) => number.saturating_add(1),
            None => starts.get(&level).copied().unwrap_or(own.start),
        };
        counts[level] = Some(number);
        counts[level + 1..].fill(None);
        Some(own.numbering.map_or_else(|| "-".to_owned(), |numbering| numbering.label(number)))
    }
}

fn level(element: &Element) -> (usize, Level) {
    let value = |name: &str| element.child(name).map(Element::value).unwrap_or_default();
    let at = element.attribute("ilvl").and_then(|at| at.parse().ok()).unwrap_or_default();
    let by = match value("numFmt") {
        "decimal" => Some(Numerals::Digits),
        "lowerLetter" => Some(Numerals::Letters),
        "upperLetter" => Some(Numerals::Capitals),
        "lowerRoman" => Some(Numerals::Roman),
        "upperRoman" => Some(Numerals::RomanCapitals),
        _ => None,
    };
    let text = value("lvlText");
    let within = match (text.starts_with('('), text.chars().last()) {
        (true, _) => Within::Brackets,
        (false, Some(')')) => Within::Bracket,
        (false, Some('-')) => Within::Dash,
        (false, _) => Within::Stop,
    };
    let start = element.child("start").and_then(|start| start.value().parse().ok()).unwrap_or(1);
    (at, Level { numbering: by.map(|by| Numbering { by, within }), start })
}
