//! Headings: what their numbers are, where links find them. In: a document. Out: `Labels`, and headings numbered by a list
//! that is bound to their style.

use std::collections::BTreeMap;

use super::Writer;
use super::blocks::{Place, Room};
use super::inlines::Run;
use super::numbering::Headings;
use super::paragraph::Paragraph;
use crate::document::{Block, Document, Inline, Inlines, plain};

/// The deepest level of headings that Word's navigation and the contents know by their own styles.
const DEEPEST: u8 = 6;

/// The style of a heading of the first level that no list numbers, where one numbers the others.
pub(super) const UNNUMBERED: &str = "Heading1Unnumbered";

/// What numbers the headings of a document, and the bookmarks of all.
pub(super) struct Labels<'d> {
    kind: Option<Headings>,
    bookmarks: BTreeMap<&'d str, String>,
    /// The number of the last heading that a list numbers.
    last: u64,
}

impl<'d> Labels<'d> {
    /// Reads a document: its first numbered heading of the first level says what numbers them all.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut kind = None;
        let mut bookmarks = BTreeMap::new();
        for block in &document.blocks {
            let Block::Heading { level, id, content } = block else { continue };
            let number = bookmarks.len() + 1;
            bookmarks.entry(id.as_str()).or_insert_with(|| format!("_Toc{number:09}"));
            if kind.is_none() && *level == 1 {
                let first = Headings::ALL.into_iter();
                kind = first.into_iter().find(|kind| label(*kind, 1, content).is_some());
            }
        }
        Self { kind, bookmarks, last: 0 }
    }

    /// Returns what numbers headings; `None` where nothing does.
    pub(super) fn kind(&self) -> Option<Headings> {
        self.kind
    }

    /// Returns the bookmark of a heading.
    pub(super) fn bookmark(&self, id: &str) -> Option<&str> {
        self.bookmarks.get(id).map(String::as_str)
    }
}

/// Returns the label that a heading opens with, if it is that of this number.
fn label(kind: Headings, number: u64, content: &[Inline]) -> Option<String> {
    let Some(Inline::Text(words)) = content.first() else { return None };
    let mark = kind.mark();
    let starts = [" ", "\u{a0}"].map(|space| format!("{mark}{number}.{space}"));
    starts.into_iter().find(|start| words.len() > start.len() && words.starts_with(start.as_str()))
}

/// Returns the line without its label.
fn behind(label: &str, content: &[Inline]) -> Inlines {
    let mut content = content.to_vec();
    if let Some(Inline::Text(words)) = content.first_mut() {
        words.drain(..label.len().min(words.len()));
    }
    content
}

impl Writer<'_> {
    pub(super) fn heading(&mut self, level: u8, id: &str, content: &[Inline], place: &Place) {
        let level = level.clamp(1, DEEPEST);
        if place.room != Room::Body || place.depth > 0 {
            let runs = self.line(content, Run { bold: true, ..Run::default() });
            return self.paragraph(&Paragraph { keep: true, ..place.paragraph() }, &runs);
        }
        // A style of somebody else may leave a heading alone at the foot of a page.
        let keep = place.keep || self.style.brand.is_some();
        let mut paragraph = Paragraph { keep, ..Paragraph::of(format!("Heading{level}")) };
        let mut line = content.to_vec();
        if let (Some(kind), 1) = (self.labels.kind, level) {
            match label(kind, self.labels.last + 1, content) {
                Some(label) => {
                    self.labels.last += 1;
                    self.numbers.enter(self.labels.last);
                    line = behind(&label, content);
                }
                None => {
                    // The style numbers; this heading has no number, or one of its own.
                    self.numbers.leave();
                    paragraph.style = UNNUMBERED.to_owned();
                }
            }
        }
        let runs = self.line(&line, Run::default());
        let runs = match self.labels.bookmark(id).map(str::to_owned) {
            Some(name) => {
                let number = self.next_id();
                format!(
                    "<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/>{runs}<w:bookmarkEnd w:id=\"{number}\"/>"
                )
            }
            None => runs,
        };
        self.paragraph(&paragraph, &runs);
    }

    /// Returns the headings that the contents list: level, bookmark, words.
    pub(super) fn listed(&self, deepest: u8) -> Vec<(u8, String, String)> {
        let headings = self.document.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, id, content } if *level <= deepest => {
                let words = plain(content);
                let bookmark = self.labels.bookmark(id)?.to_owned();
                (!words.trim().is_empty()).then_some(((*level).max(1), bookmark, words))
            }
            _ => None,
        });
        headings.collect()
    }
}
