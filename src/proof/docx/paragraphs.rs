//! Paragraphs as a reader sees them. In: the text of a part. Out: their words, their styles, the pictures in them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::word::attribute;

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Paragraph {
    pub(super) style: String,
    /// The list it is an item of, and its level there, where it says so itself.
    pub(super) number: Option<(String, usize)>,
    pub(super) words: String,
    pub(super) pictures: Vec<Picture>,
}

/// A picture in a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Picture {
    pub(super) alt: String,
    /// The relation that leads to it.
    pub(super) relation: String,
}

/// Returns the paragraphs; `None` of what is not well-formed.
pub(super) fn read(text: &str) -> Option<Vec<Paragraph>> {
    let mut reader = Reader::from_str(text);
    let mut own = Collected::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => own.open(&element),
            Event::Empty(element) => {
                own.open(&element);
                own.close(element.local_name().as_ref());
            }
            Event::Text(words) => own.words(&words.xml10_content()),
            Event::GeneralRef(name) => own.words(&referred(&name.xml10_content())?),
            Event::CData(words) => own.words(&words.xml10_content()),
            Event::End(element) => own.close(element.local_name().as_ref()),
            Event::Eof => return Some(own.done),
            _ => {}
        }
    }
}

/// Returns the words of a drawing, a text an entry.
pub(super) fn drawn(text: &str) -> Option<Vec<String>> {
    let mut reader = Reader::from_str(text);
    let mut found: Vec<String> = Vec::new();
    let mut is_text = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) if element.local_name().as_ref() == "text" => {
                is_text = true;
                found.push(String::new());
            }
            Event::End(element) if element.local_name().as_ref() == "text" => is_text = false,
            Event::Text(words) if is_text => found.last_mut()?.push_str(&words.xml10_content()),
            Event::GeneralRef(name) if is_text => {
                found.last_mut()?.push_str(&referred(&name.xml10_content())?)
            }
            Event::Eof => return Some(found),
            _ => {}
        }
    }
}

/// Returns what a reference stands for: `&amp;`, `&#10;`.
fn referred(name: &str) -> Option<String> {
    quick_xml::escape::unescape(&format!("&{name};")).ok().map(|words| words.into_owned())
}

#[derive(Default)]
struct Collected {
    done: Vec<Paragraph>,
    /// Paragraphs that are open: a drawing may hold one in another.
    open: Vec<Paragraph>,
    is_text: bool,
    /// Whether the run in hand is the number of a note.
    is_mark: bool,
}

impl Collected {
    fn open(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let value = || attribute(element, "val").unwrap_or_default();
        if name.as_ref() == "p" {
            return self.open.push(Paragraph::default());
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        match name.as_ref() {
            "pStyle" => paragraph.style = value(),
            "numId" => paragraph.number.get_or_insert_default().0 = value(),
            "ilvl" => paragraph.number.get_or_insert_default().1 = value().parse().unwrap_or_default(),
            "rStyle" => self.is_mark = value() == "FootnoteReference",
            "t" => self.is_text = !self.is_mark,
            "tab" if element.attributes().next().is_none() => paragraph.words.push('\t'),
            "br" => paragraph.words.push('\n'),
            "softHyphen" => paragraph.words.push('\u{ad}'),
            "noBreakHyphen" => paragraph.words.push('\u{2011}'),
            "docPr" => {
                let alt = attribute(element, "descr").unwrap_or_default();
                paragraph.pictures.push(Picture { alt, relation: String::new() });
            }
            "blip" => {
                if let Some(picture) = paragraph.pictures.last_mut() {
                    picture.relation = attribute(element, "embed").unwrap_or_default();
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if let (true, Some(paragraph)) = (self.is_text, self.open.last_mut()) {
            paragraph.words.push_str(words);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.done.extend(self.open.pop()),
            "r" => self.is_mark = false,
            "t" => self.is_text = false,
            _ => {}
        }
    }
}
