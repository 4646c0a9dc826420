//! A PDF as a screen reader meets it. In: a file of ours. Out: its structure tree with the words of each
//! element, so that nothing a document should say can get lost unnoticed.
//!
//! This reads what stands in the file, through its character maps and its tree; it shares no code with
//! the writer.

mod carried;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId, decode_text_string};

/// A file as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The title.
    pub title: String,
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// How many pages there are.
    pub pages: usize,
    /// The bookmarks, in reading order.
    pub outline: Vec<String>,
    /// The document element.
    pub root: Element,
    /// Whether every picture in it can be decoded.
    pub has_whole_pictures: bool,
    /// Whether every font in it can be opened and draws all its glyphs.
    pub has_whole_fonts: bool,
}

/// An element of the structure tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Its tag (`H1`, `TD`).
    pub tag: String,
    /// What is said instead of it; empty for nothing.
    pub alt: String,
    /// Its language, as a BCP 47 tag; empty where it is that of what it stands in.
    pub lang: String,
    /// Its words and its elements, in reading order.
    pub pieces: Vec<Child>,
}

/// A piece of an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Child {
    /// Words, the soft hyphens of broken words left out.
    Words(String),
    /// An element.
    Element(Element),
}

/// Reads a file.
///
/// # Errors
///
/// When the file is no PDF or has no structure tree.
pub fn read(file: &[u8]) -> Result<Reading, lopdf::Error> {
    let document = Document::load_mem(file)?;
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut words = BTreeMap::new();
    let (mut has_whole_pictures, has_whole_fonts) = carried::whole(&document);
    for &page in &pages {
        let page = Page::new(&document, page)?;
        page.read(&mut words)?;
        has_whole_pictures &= page.has_all_it_shows();
    }
    let catalogue = document.catalog()?;
    let tree = follow(&document, catalogue, b"StructTreeRoot")?.as_dict()?;
    let mut root = Element::default();
    Tree { document: &document, words }.children(tree, None, &mut root);
    let root = match root.pieces.pop() {
        Some(Child::Element(root)) => root,
        _ => Element::default(),
    };
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info))?.1.as_dict()?;
    let said = |dictionary: &Dictionary, key: &[u8]| {
        dictionary.get(key).ok().and_then(|text| decode_text_string(text).ok()).unwrap_or_default()
    };
    let mut outline = Vec::new();
    if let Ok(first) = follow(&document, catalogue, b"Outlines").and_then(Object::as_dict) {
        bookmarks(&document, first, &mut outline);
    }
    let (title, lang) = (said(info, b"Title"), said(catalogue, b"Lang"));
    Ok(Reading { title, lang, pages: pages.len(), outline, root, has_whole_pictures, has_whole_fonts })
}

fn follow<'a>(
    document: &'a Document,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Result<&'a Object, lopdf::Error> {
    Ok(document.dereference(dictionary.get(key)?)?.1)
}

fn bookmarks(document: &Document, parent: &Dictionary, titles: &mut Vec<String>) {
    let mut next = follow(document, parent, b"First").and_then(Object::as_dict);
    while let Ok(bookmark) = next {
        titles.extend(bookmark.get(b"Title").ok().and_then(|title| decode_text_string(title).ok()));
        bookmarks(document, bookmark, titles);
        next = follow(document, bookmark, b"Next").and_then(Object::as_dict);
    }
}

/// The words of each marked piece, by page and number.
type Marked = BTreeMap<(ObjectId, i64), String>;

/// A page's content.
struct Page<'a> {
    id: ObjectId,
    operations: Vec<Operation>,
    fonts: BTreeMap<Vec<u8>, Encoding<'a>>,
    /// The names of what it may show as a whole, such as pictures.
    things: BTreeSet<Vec<u8>>,
}

/// A marked piece that is open.
#[derive(Default)]
struct Open {
    number: Option<i64>,
    said: Option<String>,
}

impl<'a> Page<'a> {
    fn new(document: &'a Document, id: ObjectId) -> Result<Self, lopdf::Error> {
        let operations = Content::decode(&document.get_page_content(id))?.operations;
        let mut fonts = BTreeMap::new();
        for (name, font) in document.get_page_fonts(id)? {
            fonts.insert(name, font.get_font_encoding(document)?);
        }
        let (own, above) = document.get_page_resources(id)?;
        let above = above.into_iter().filter_map(|id| document.get_dictionary(id).ok());
        let things = own
            .into_iter()
            .chain(above)
            .filter_map(|resources| follow(document, resources, b"XObject").and_then(Object::as_dict).ok());
        let things = things.flat_map(|things| things.iter().map(|(name, _)| name.clone())).collect();
        Ok(Self { id, operations, fonts, things })
    }

    fn has_all_it_shows(&self) -> bool {
        let shown = self.operations.iter().filter(|operation| operation.operator == "Do");
        shown
            .flat_map(|operation| &operation.operands)
            .all(|name| name.as_name().is_ok_and(|name| self.things.contains(name)))
    }

    fn read(&self, words: &mut Marked) -> Result<(), lopdf::Error> {
        let mut open: Vec<Open> = Vec::new();
        let mut font = None;
        for Operation { operator, operands } in &self.operations {
            match (operator.as_str(), operands.as_slice()) {
                ("BDC", [_, properties]) => open.push(Open::new(properties)),
                ("BMC", _) => open.push(Open::default()),
                ("EMC", _) => {
                    let said = open.pop().and_then(|piece| piece.said).unwrap_or_default();
                    self.add(words, &open, &said);
                }
                ("Tf", [name, _]) => font = self.fonts.get(name.as_name()?),
                ("Tj" | "TJ", [shown]) => {
                    let Some(font) = font else { continue };
                    if open.iter().all(|piece| piece.said.is_none()) {
                        self.add(words, &open, &text(shown, font)?);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Adds words to the innermost numbered piece, unless something else is said instead of them.
    fn add(&self, words: &mut Marked, open: &[Open], said: &str) {
        let number = open.iter().rev().find_map(|piece| piece.number);
        if let Some(number) = number.filter(|_| open.iter().all(|piece| piece.said.is_none())) {
            let piece = words.entry((self.id, number)).or_default();
            piece.extend(said.chars().filter(|&c| c != '\u{ad}'));
        }
    }
}

impl Open {
    fn new(properties: &Object) -> Self {
        let Ok(properties) = properties.as_dict() else { return Self::default() };
        let number = properties.get(b"MCID").and_then(Object::as_i64).ok();
        let said = properties.get(b"ActualText").ok().and_then(|text| decode_text_string(text).ok());
        Self { number, said }
    }
}

fn text(shown: &Object, font: &Encoding) -> Result<String, lopdf::Error> {
    match shown {
        Object::String(codes, _) => font.bytes_to_string(codes),
        Object::Array(items) => items.iter().map(|item| text(item, font)).collect(),
        _ => Ok(String::new()),
    }
}

struct Tree<'a> {
    document: &'a Document,
    words: Marked,
}

impl Tree<'_> {
    /// Adds the children of `parent` to `element`.
    fn children(&self, parent: &Dictionary, page: Option<ObjectId>, element: &mut Element) {
        let page = parent.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        match parent.get(b"K") {
            Ok(Object::Array(kids)) => kids.iter().for_each(|kid| self.child(kid, page, element)),
            Ok(kid) => self.child(kid, page, element),
            Err(_) => {}
        }
    }

    fn child(&self, kid: &Object, page: Option<ObjectId>, element: &mut Element) {
        if let (Object::Integer(number), Some(page)) = (kid, page) {
            let words = self.words.get(&(page, *number)).cloned().unwrap_or_default();
            return element.pieces.push(Child::Words(words));
        }
        let Ok(kid) = self.document.dereference(kid).and_then(|(_, kid)| kid.as_dict()) else { return };
        if let Ok(number) = kid.get(b"MCID") {
            let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
            return self.child(number, page, element);
        }
        let Ok(tag) = kid.get(b"S").and_then(Object::as_name) else { return };
        let said = |key| kid.get(key).ok().and_then(|text| decode_text_string(text).ok()).unwrap_or_default();
        let tag = String::from_utf8_lossy(tag).into_owned();
        let mut child = Element { tag, alt: said(b"Alt"), lang: said(b"Lang"), pieces: Vec::new() };
        self.children(kid, page, &mut child);
        element.pieces.push(Child::Element(child));
    }
}

impl Element {
    /// Returns all words below it, blocks apart by line breaks.
    pub fn words(&self) -> String {
        self.words_without(&[])
    }

    /// Returns all words below it, but for elements with one of `tags`.
    pub fn words_without(&self, tags: &[&str]) -> String {
        let mut words = String::new();
        self.push_words(tags, &mut words);
        words
    }

    fn push_words(&self, without: &[&str], words: &mut String) {
        if without.contains(&self.tag.as_str()) {
            return;
        }
        let inline = matches!(self.tag.as_str(), "Span" | "Link" | "Reference" | "Lbl");
        if !inline && !words.is_empty() && !words.ends_with('\n') {
            words.push('\n');
        }
        if !self.alt.is_empty() {
            words.push_str(&self.alt);
            words.push('\n');
        }
        for piece in &self.pieces {
            match piece {
                Child::Words(own) => words.push_str(own),
                Child::Element(element) => element.push_words(without, words),
            }
        }
        if !inline && !words.is_empty() && !words.ends_with('\n') {
            words.push('\n');
        }
    }

    /// Returns the elements with a tag, in reading order, however deep.
    pub fn all(&self, tag: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        self.collect(tag, &mut found);
        found
    }

    fn collect<'a>(&'a self, tag: &str, found: &mut Vec<&'a Self>) {
        if self.tag == tag {
            found.push(self);
        }
        for piece in &self.pieces {
            if let Child::Element(element) = piece {
                element.collect(tag, found);
            }
        }
    }
}
