//! Labels that lists make. In: the parts with styles and lists, then the paragraphs in order. Out: `§ 3.` before each that
//! bears one.

use std::collections::BTreeMap;

use super::paragraphs::Paragraph;
use crate::word::{Package, attribute, elements};

/// How many levels a list has.
const LEVELS: usize = 9;

/// How a level of a list counts.
#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    /// `§ %1.`
    text: String,
}

/// The lists of a package, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// The design of each list.
    lists: BTreeMap<String, String>,
    /// At which number and level a list starts.
    starts: BTreeMap<String, (usize, u64)>,
    designs: BTreeMap<String, Vec<Level>>,
    /// The list and the level that a style gives its paragraphs.
    styles: BTreeMap<String, (String, usize)>,
    counts: BTreeMap<String, [u64; LEVELS]>,
}

impl Numbers {
    /// Reads what the styles and the lists say; `None` where a part is missing.
    pub(super) fn read(package: &Package) -> Option<Self> {
        let mut own = Self::default();
        let mut id = String::new();
        elements(package.text("word/styles.xml")?, |element| match element.local_name().as_ref() {
            "style" => id = attribute(element, "styleId").unwrap_or_default(),
            "numId" => own.styles.entry(id.clone()).or_default().0 = value(element),
            "ilvl" => {
                own.styles.entry(id.clone()).or_default().1 = value(element).parse().unwrap_or_default()
            }
            _ => {}
        })?;
        let (mut design, mut list, mut level) = (String::new(), String::new(), 0);
        elements(package.text("word/numbering.xml")?, |element| match element.local_name().as_ref() {
            "abstractNum" => design = attribute(element, "abstractNumId").unwrap_or_default(),
            "lvl" => own.designs.entry(design.clone()).or_default().push(Level::default()),
            "numFmt" => own.level(&design, |level| level.format = value(element)),
            "lvlText" => own.level(&design, |level| level.text = value(element)),
            "num" => list = attribute(element, "numId").unwrap_or_default(),
            "abstractNumId" => {
                own.lists.insert(list.clone(), value(element));
            }
            "lvlOverride" => {
                level = attribute(element, "ilvl").and_then(|level| level.parse().ok()).unwrap_or_default();
            }
            "startOverride" => {
                let start = value(element).parse().unwrap_or_default();
                own.starts.insert(list.clone(), (level, start));
            }
            _ => {}
        })?;
        Some(own)
    }

    fn level(&mut self, design: &str, set: impl FnOnce(&mut Level)) {
        if let Some(level) = self.designs.get_mut(design).and_then(|levels| levels.last_mut()) {
            set(level);
        }
    }

    /// Counts a paragraph and returns its label; `None` for one that no list numbers.
    pub(super) fn label(&mut self, paragraph: &Paragraph) -> Option<String> {
        let own = paragraph.number.as_ref().or_else(|| self.styles.get(&paragraph.style));
        let (list, level) = own.filter(|(list, _)| list != "0")?.clone();
        let level = level.min(LEVELS - 1);
        let levels = self.designs.get(self.lists.get(&list)?)?;
        let start = self.starts.get(&list).copied();
        let counts = self.counts.entry(list).or_default();
        counts[level] = match start {
            Some((at, start)) if at == level && counts[level] == 0 => start,
            _ => counts[level] + 1,
        };
        counts[level + 1..].fill(0);
        let own = levels.get(level).filter(|level| level.format == "decimal")?;
        let mut label = own.text.clone();
        for (at, count) in counts.iter().enumerate() {
            label = label.replace(&format!("%{}", at + 1), &count.to_string());
        }
        Some(label)
    }
}

fn value(element: &quick_xml::events::BytesStart<'_>) -> String {
    attribute(element, "val").unwrap_or_default()
}
