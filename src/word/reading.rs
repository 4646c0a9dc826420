//! The texts of a file. In: its parts. Out: `Paper`.

use std::collections::{BTreeMap, BTreeSet};

use super::comments::{self, Comment};
use super::lists::Lists;
use super::look::Styles;
use super::map::{Map, hash};
use super::notation::{self, Line};
use super::paragraphs::{self, Frame, Paragraph, Placed};
use super::xml::{Element, tree};

/// A Word file that comes back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// What it was made of; `None` where it does not say.
    pub map: Option<Map>,
    /// The texts in it as signs, by number.
    pub texts: BTreeMap<usize, String>,
    /// Paragraphs that hold other words, in order: those words.
    pub others: Vec<String>,
    /// What comments say, in order.
    pub comments: Vec<Comment>,
    /// How words of a text look that no text can say, by the number of the text.
    pub foreign: BTreeMap<usize, BTreeSet<&'static str>>,
}

/// Reads a file by its parts: `part` returns the text of one, `names` are those of all. `None` where the file cannot be read.
pub fn read<'p>(
    names: impl Iterator<Item = &'p str>,
    part: impl Fn(&str) -> Option<&'p str>,
) -> Option<Paper> {
    let map = names
        .filter(|name| name.starts_with("customXml/") && name.ends_with(".xml"))
        .find_map(|name| Map::read(part(name)?));
    let optional = |name: &str| part(name).map(|text| tree(text).ok_or(())).transpose().ok();
    let styles = Styles::read(optional("word/styles.xml")?.as_ref());
    let mut lists = Lists::read(optional("word/numbering.xml")?.as_ref());
    let said = comments::read(optional("word/comments.xml")?.as_ref());
    let mut paper = Paper { map, ..Paper::default() };
    let mut paragraphs = Vec::new();
    for (name, relations) in [
        ("word/document.xml", "word/_rels/document.xml.rels"),
        ("word/footnotes.xml", "word/_rels/footnotes.xml.rels"),
    ] {
        let Some(root) = optional(name)? else { continue };
        let links = links(optional(relations)?.as_ref());
        paragraphs.extend(paragraphs::read(&root, &styles, &links));
    }
    part("word/document.xml")?;
    paper.take(&paragraphs, &styles, &mut lists, &said);
    Some(paper)
}

fn links(part: Option<&Element>) -> BTreeMap<String, String> {
    let all = part.into_iter().flat_map(Element::elements);
    let outside = all.filter(|relation| relation.attribute("TargetMode") == Some("External"));
    let pair = |relation: &Element| {
        Some((relation.attribute("Id")?.to_owned(), relation.attribute("Target")?.to_owned()))
    };
    outside.filter_map(pair).collect()
}

impl Paper {
    fn take(
        &mut self,
        paragraphs: &[Paragraph],
        styles: &Styles,
        lists: &mut Lists,
        said: &BTreeMap<String, (String, String)>,
    ) {
        // Bookmarks are asked only of what no control holds any more.
        let held: BTreeSet<usize> =
            paragraphs.iter().flat_map(|own| &own.controls).map(|frame| frame.number).collect();
        let empty = BTreeSet::new();
        let known = self.map.as_ref().map_or(empty, |map| map.others.clone());
        let mut lines: BTreeMap<usize, Vec<Line>> = BTreeMap::new();
        for paragraph in paragraphs {
            let label = paragraph.list.as_ref().and_then(|(list, level)| lists.label(list, *level));
            let frames = frames(paragraph, &held, &known);
            let seen = paragraph.controls.iter().chain(&paragraph.bookmarks);
            seen.for_each(|frame| _ = lines.entry(frame.number).or_default());
            self.other(paragraph, &frames);
            self.comments(paragraph, &frames, said);
            for (frame, letters) in stretches(paragraph, &frames) {
                let mut line = Line { letters, ..Line::default() };
                if frame.is_block {
                    line.label = label.clone().unwrap_or_default();
                    line.depth = paragraph.list.as_ref().map_or(0, |(_, level)| *level);
                    if let (Some(level), true) = (styles.heading(&paragraph.style), line.label.is_empty()) {
                        line.label = "#".repeat(level.max(2));
                    }
                }
                lines.entry(frame.number).or_default().push(line);
            }
            for (number, names) in &paragraph.foreign {
                self.foreign.entry(*number).or_default().extend(names);
            }
        }
        self.texts = lines.into_iter().map(|(number, lines)| (number, notation::signs(&lines))).collect();
        self.foreign.retain(|_, names| !names.is_empty());
    }

    fn other(&mut self, paragraph: &Paragraph, frames: &[Option<Frame>]) {
        if paragraph.is_contents {
            return;
        }
        let own = paragraph.letters.iter().zip(frames).filter(|(_, frame)| frame.is_none());
        let words: String = own.map(|(letter, _)| letter.sign).collect();
        let words = squeezed(&words);
        if !words.is_empty() {
            self.others.push(words);
        }
    }

    fn comments(
        &mut self,
        paragraph: &Paragraph,
        frames: &[Option<Frame>],
        said: &BTreeMap<String, (String, String)>,
    ) {
        for (id, at) in &paragraph.comments {
            let Some((author, words)) = said.get(id) else { continue };
            let behind = frames.iter().skip(*at).flatten().next();
            let around = paragraph.controls.first().or(paragraph.bookmarks.first());
            let number = behind.or(around).map(|frame| frame.number);
            self.comments.push(Comment { author: author.clone(), words: words.clone(), number });
        }
    }
}

/// Returns words as they are compared where no look counts.
fn squeezed(words: &str) -> String {
    let kept = words
        .chars()
        .filter(|sign| !matches!(*sign, '\u{ad}' | '\u{200b}' | notation::NOTE | notation::THING));
    let kept: String = kept.map(|sign| if sign == '\u{2011}' { '-' } else { sign }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns for each letter the text that it belongs to.
fn frames(paragraph: &Paragraph, held: &BTreeSet<usize>, known: &BTreeSet<String>) -> Vec<Option<Frame>> {
    let free = |frame: &Frame| !held.contains(&frame.number);
    let own = |letter: &Placed| letter.control.or(letter.bookmark.filter(free));
    let mut frames: Vec<Option<Frame>> = paragraph.letters.iter().map(own).collect();
    let entire = paragraph.bookmarks.iter().find(|frame| frame.is_entire && free(frame)).copied();
    let Some(entire) = entire.filter(|_| paragraph.controls.is_empty()) else { return frames };
    // What was typed at either end of a bookmark belongs to the text, unless the paper has such words elsewhere.
    let first = frames.iter().position(Option::is_some).unwrap_or(frames.len());
    let last = frames.iter().rposition(Option::is_some).map_or(0, |at| at + 1);
    for range in [0..first, last..frames.len()] {
        let words: String = paragraph.letters[range.clone()].iter().map(|letter| letter.sign).collect();
        let words = squeezed(&words);
        if !words.is_empty() && !known.contains(&hash(&words)) {
            frames[range].fill(Some(entire));
        }
    }
    frames
}

/// Returns the stretches of a paragraph that belong to texts.
fn stretches(paragraph: &Paragraph, frames: &[Option<Frame>]) -> Vec<(Frame, Vec<notation::Letter>)> {
    let mut found: Vec<(Frame, Vec<notation::Letter>)> = Vec::new();
    // Notes between two parts of one text are the text's.
    let mut notes = Vec::new();
    let mut is_broken = true;
    for (letter, frame) in paragraph.letters.iter().zip(frames) {
        let own = (letter.sign, letter.look.clone());
        let Some(frame) = frame else {
            match letter.sign {
                notation::NOTE => notes.push(own),
                _ => is_broken = true,
            }
            continue;
        };
        match found.last_mut().filter(|(known, _)| known.number == frame.number && !is_broken) {
            Some((_, letters)) => letters.append(&mut notes),
            None => found.push((*frame, Vec::new())),
        }
        notes.clear();
        is_broken = false;
        if let Some((_, letters)) = found.last_mut() {
            letters.push(own);
        }
    }
    found
}
