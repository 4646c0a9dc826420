//! Paragraphs with tracked changes accepted. In: the tree of a part. Out: `Paragraph`s: letters, each with the control or the
//! bookmark that it stands in.

use std::collections::{BTreeMap, BTreeSet};

use super::look::{self, Look, Styles};
use super::notation::{NOTE, THING};
use super::xml::{Element, Node};

/// What a control or a bookmark of ours says of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Frame {
    /// The number of the text.
    pub(super) number: usize,
    /// Whether paragraphs stand in it.
    pub(super) is_block: bool,
    /// Whether all of each paragraph belongs to it.
    pub(super) is_entire: bool,
}

/// A letter and what it stands in.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) sign: char,
    pub(super) look: Look,
    pub(super) control: Option<Frame>,
    pub(super) bookmark: Option<Frame>,
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: String,
    /// The list and the level.
    pub(super) list: Option<(String, usize)>,
    pub(super) letters: Vec<Placed>,
    /// The frames that hold it or begin or end in it.
    pub(super) controls: BTreeSet<Frame>,
    pub(super) bookmarks: BTreeSet<Frame>,
    pub(super) is_contents: bool,
    /// What no text can say, by control.
    pub(super) foreign: BTreeMap<usize, BTreeSet<&'static str>>,
    /// The comments that begin in it, each with how many letters stand before.
    pub(super) comments: Vec<(String, usize)>,
}

impl Paragraph {
    /// Tells whether both stand in a text, or both in none: what is no author's text does not run into one.
    fn shares_frame(&self, next: &Self) -> bool {
        let frames =
            |own: &Self| -> BTreeSet<Frame> { own.controls.union(&own.bookmarks).copied().collect() };
        let (own, next) = (frames(self), frames(next));
        own.is_empty() && next.is_empty() || !own.is_disjoint(&next)
    }

    /// Returns it as one whose end was struck out, though its text goes no further.
    fn ended(mut self) -> Self {
        for frame in self.controls.union(&self.bookmarks).copied().collect::<Vec<_>>() {
            self.foreign.entry(frame.number).or_default().insert(look::END);
        }
        self
    }

    /// Returns it with what goes on in the next.
    fn joined(mut self, next: Self) -> Self {
        let before = self.letters.len();
        self.letters.extend(next.letters);
        self.controls.extend(next.controls);
        self.bookmarks.extend(next.bookmarks);
        self.is_contents |= next.is_contents;
        for (frame, looks) in next.foreign {
            self.foreign.entry(frame).or_default().extend(looks);
        }
        self.comments.extend(next.comments.into_iter().map(|(id, at)| (id, before + at)));
        self
    }
}

/// Returns the paragraphs of a part.
pub(super) fn read(root: &Element, styles: &Styles, links: &BTreeMap<String, String>) -> Vec<Paragraph> {
    let mut walk = Walk::new(styles, links);
    walk.blocks(root);
    walk.done.extend(walk.before);
    walk.done
}

/// A walk through a part.
struct Walk<'p> {
    styles: &'p Styles,
    links: &'p BTreeMap<String, String>,
    done: Vec<Paragraph>,
    own: Paragraph,
    /// Controls around, the innermost last.
    controls: Vec<Frame>,
    /// Bookmarks that are open, by the id of the element.
    bookmarks: BTreeMap<String, Frame>,
    contents: usize,
    link: Option<String>,
    /// The fields around: whether each shows its result yet, and whether it repeats the number of a note.
    fields: Vec<(bool, bool)>,
    /// The paragraph before the one in hand, which goes on in it, for its mark is deleted.
    before: Option<Paragraph>,
}

impl<'p> Walk<'p> {
    fn new(styles: &'p Styles, links: &'p BTreeMap<String, String>) -> Self {
        Self {
            styles,
            links,
            done: Vec::new(),
            own: Paragraph::default(),
            controls: Vec::new(),
            bookmarks: BTreeMap::new(),
            contents: 0,
            link: None,
            fields: Vec::new(),
            before: None,
        }
    }

    fn blocks(&mut self, element: &Element) {
        for own in element.elements() {
            match own.name.as_str() {
                "p" => self.paragraph(own),
                "sdt" => self.control(own, Self::blocks),
                "tr" if own.at(&["trPr", "del"]).is_some() => {}
                "del" | "moveFrom" | "pPr" | "rPr" | "tblPr" | "tcPr" | "trPr" | "sdtPr" | "sectPr" => {}
                "bookmarkStart" | "bookmarkEnd" => self.bookmark(own),
                "commentRangeStart" => self.comment(own),
                _ => self.blocks(own),
            }
        }
    }

    fn control(&mut self, element: &Element, walk: fn(&mut Self, &Element)) {
        let properties = element.child("sdtPr");
        let is_contents = properties.is_some_and(|own| own.child("docPartObj").is_some());
        let tag = properties.and_then(|own| own.child("tag")).map(Element::value);
        let is_empty = properties.is_some_and(|own| own.child("showingPlcHdr").is_some());
        // LibreOffice drops the tag and keeps the bookmark, but not always to the letter.
        let frame = tag.and_then(tagged).or_else(|| lone(element).filter(|_| tag.is_none() && !is_contents));
        self.contents += usize::from(is_contents);
        self.controls.extend(frame);
        self.own.controls.extend(frame);
        if let Some(content) = element.child("sdtContent").filter(|_| !is_empty) {
            walk(self, content);
        } else if let Some(frame) = frame {
            // Nothing but the prompt for words is in it.
            self.done.push(Paragraph { controls: [frame].into(), ..Paragraph::default() });
        }
        if frame.is_some() {
            self.controls.pop();
        }
        self.contents -= usize::from(is_contents);
    }

    fn paragraph(&mut self, element: &Element) {
        let properties = element.child("pPr");
        let style = properties.and_then(|own| own.child("pStyle")).map(Element::value).unwrap_or_default();
        self.own = Paragraph { style: style.to_owned(), ..Paragraph::default() };
        let list = properties.and_then(|own| own.child("numPr")).map(look::numbered);
        let list = list.or_else(|| self.styles.lists.get(style).cloned());
        self.own.list = list.filter(|(list, _)| list != "0" && !list.is_empty());
        self.own.is_contents = self.contents > 0 || self.styles.is_contents(style);
        self.own.controls.extend(&self.controls);
        self.own.bookmarks.extend(self.bookmarks.values());
        self.inlines(element);
        let mark = properties.and_then(|own| own.child("rPr"));
        let goes_on =
            mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some());
        let mut own = std::mem::take(&mut self.own);
        if let Some(before) = self.before.take() {
            match before.shares_frame(&own) {
                true => own = before.joined(own),
                false => self.done.push(before.ended()),
            }
        }
        match goes_on {
            true => self.before = Some(own),
            false => self.done.push(own),
        }
    }

    fn inlines(&mut self, element: &Element) {
        for own in element.elements() {
            match own.name.as_str() {
                "r" => self.run(own),
                "sdt" => self.control(own, Self::inlines),
                "hyperlink" => {
                    let target = own.attribute("id").and_then(|id| self.links.get(id)).cloned();
                    let anchor = own.attribute("anchor").map(|anchor| format!("#{anchor}"));
                    let before = std::mem::replace(&mut self.link, target.or(anchor));
                    self.inlines(own);
                    self.link = before;
                }
                "bookmarkStart" | "bookmarkEnd" => self.bookmark(own),
                "commentRangeStart" => self.comment(own),
                "del" | "moveFrom" | "pPr" | "sdtPr" | "rPr" => {}
                _ => self.inlines(own),
            }
        }
    }

    fn comment(&mut self, element: &Element) {
        let id = element.attribute("id").unwrap_or_default().to_owned();
        let before = self.own.letters.len();
        self.own.comments.push((id, before));
    }

    fn bookmark(&mut self, element: &Element) {
        let id = element.attribute("id").unwrap_or_default().to_owned();
        if element.name == "bookmarkEnd" {
            self.bookmarks.remove(&id);
        } else if let Some(frame) = element.attribute("name").and_then(named) {
            // LibreOffice begins a long one again in its last paragraph and ends it once.
            self.bookmarks.retain(|_, known| *known != frame);
            self.own.bookmarks.insert(frame);
            self.bookmarks.insert(id, frame);
        }
    }

    fn run(&mut self, run: &Element) {
        let properties = run.child("rPr");
        if properties.is_some_and(|own| own.child("del").is_some()) {
            return;
        }
        let look = Look { link: self.link.clone(), ..self.styles.look(properties) };
        let is_number =
            properties.and_then(|own| own.child("rStyle")).is_some_and(|style| is_of_note(style.value()));
        for node in &run.nodes {
            let Node::Element(own) = node else { continue };
            match own.name.as_str() {
                "fldChar" => self.field(own.attribute("fldCharType").unwrap_or_default()),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut() {
                        field.1 |= own.words().contains("NOTEREF");
                    }
                }
                _ if self.fields.iter().any(|(is_shown, _)| !is_shown) => {}
                "t" if self.fields.iter().any(|(_, is_note)| *is_note) => self.letter(NOTE, &look),
                "t" if is_number && own.words().trim().parse::<u32>().is_ok() => self.letter(NOTE, &look),
                "t" => own.words().chars().for_each(|sign| self.letter(sign, &look)),
                "tab" | "ptab" => self.letter(' ', &look),
                "br" | "cr" if own.attribute("type").is_none_or(|kind| kind == "textWrapping") => {
                    self.letter('\n', &look);
                }
                "noBreakHyphen" => self.letter('-', &look),
                "footnoteReference" | "endnoteReference" => self.letter(NOTE, &look),
                "drawing" | "pict" | "object" | "sym" | "AlternateContent" => self.letter(THING, &look),
                _ => {}
            }
        }
        if let Some(frame) = self.frame() {
            look::foreign(properties, self.own.foreign.entry(frame).or_default());
        }
    }

    /// Returns the number of the text that is being read.
    fn frame(&self) -> Option<usize> {
        let bookmark = self.bookmarks.values().next();
        self.controls.last().or(bookmark).map(|frame| frame.number)
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push((false, false)),
            "separate" => self.fields.iter_mut().last().into_iter().for_each(|field| field.0 = true),
            _ => _ = self.fields.pop(),
        }
    }

    fn letter(&mut self, sign: char, look: &Look) {
        self.own.letters.push(Placed {
            sign,
            look: look.clone(),
            control: self.controls.last().copied(),
            bookmark: self.bookmarks.values().next_back().copied(),
        });
    }
}

/// Returns what the only bookmark of ours in a control says, if it is one of words in a line.
fn lone(control: &Element) -> Option<Frame> {
    let mut found = Vec::new();
    marks(control, &mut found);
    match found.as_slice() {
        [frame] if !frame.is_block => Some(*frame),
        _ => None,
    }
}

fn marks(element: &Element, found: &mut Vec<Frame>) {
    for own in element.elements() {
        let name = own.attribute("name").filter(|_| own.name == "bookmarkStart");
        found.extend(name.and_then(named));
        marks(own, found);
    }
}

fn is_of_note(style: &str) -> bool {
    let style = style.to_lowercase();
    style.starts_with("footnote") || style.starts_with("endnote")
}

/// Reads the tag of a control: `pakt:12:pl:b`.
fn tagged(tag: &str) -> Option<Frame> {
    let mut parts = tag.strip_prefix("pakt:")?.split(':');
    let number = parts.next()?.parse().ok()?;
    let is_block = parts.nth(1) == Some("b");
    Some(Frame { number, is_block, is_entire: is_block })
}

/// Reads the name of a bookmark: `_PaktB12`, `_Pakt12_2`, `_PaktI12`.
fn named(name: &str) -> Option<Frame> {
    let rest = name.strip_prefix("_Pakt")?;
    let number = rest.trim_start_matches(['B', 'I']);
    let number = number.split('_').next()?.parse().ok()?;
    let is_block = rest.starts_with('B');
    Some(Frame { number, is_block, is_entire: !rest.starts_with('I') })
}
