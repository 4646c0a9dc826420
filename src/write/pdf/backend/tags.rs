//! The structure tree in the file. In: elements, the owners of marked pieces, link annotations. Out: the
//! tree, the way back from pieces to elements, and the notes by identifier.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::links::Annotation;
use super::objects::{number, references, text};
use crate::document::Numerals;
use crate::write::pdf::display::{Page, Rect};
use crate::write::pdf::structure::{Element, ElementId, Structure, Tag};

/// What the tree refers to.
pub(super) struct Refers<'a> {
    /// The pages as laid out.
    pub(super) pages: &'a [Page],
    /// The pages in the file.
    pub(super) page_ids: &'a [ObjectId],
    /// The owner of each marked piece, by page and number.
    pub(super) marks: &'a [Vec<ElementId>],
    /// The links, in the order of their numbers in the parent tree.
    pub(super) annotations: &'a [Annotation],
}

/// Adds the tree and returns its root.
pub(super) fn add(document: &mut Document, structure: &Structure, refers: &Refers) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = structure.elements.iter().map(|_| document.new_object_id()).collect();
    let kids = kids(structure, refers, &ids);
    for ((element, &id), kids) in structure.elements.iter().zip(&ids).zip(kids) {
        let parent = element.parent.and_then(|parent| ids.get(parent.0)).copied().unwrap_or(root);
        let element = dictionary_of(element, parent, kids, refers);
        document.objects.insert(id, Object::Dictionary(element));
    }
    let nexts = refers.pages.len() + refers.annotations.len();
    let parents = parents(document, refers, &ids);
    let mut dictionary = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => references(ids.first().copied()),
        "ParentTree" => parents,
        "ParentTreeNextKey" => nexts as i64,
    };
    if let Some(named) = identifiers(structure, &ids) {
        dictionary.set("IDTree", document.add_object(named));
    }
    document.objects.insert(root, Object::Dictionary(dictionary));
    root
}

/// An element's children in the file: its page, if all its own pieces stand on one, and the list.
#[derive(Clone, Default)]
struct Kids {
    page: Option<usize>,
    list: Vec<Object>,
}

/// Returns each element's children: its own pieces, its annotations, its elements.
fn kids(structure: &Structure, refers: &Refers, ids: &[ObjectId]) -> Vec<Kids> {
    let mut kids = vec![Kids::default(); ids.len()];
    for (page, owners) in refers.marks.iter().enumerate() {
        for (mark, owner) in owners.iter().enumerate() {
            let Some(kids) = kids.get_mut(owner.0) else { continue };
            let mark = Object::Integer(mark as i64);
            if *kids.page.get_or_insert(page) == page {
                kids.list.push(mark);
            } else {
                let page = refers.page_ids[page];
                kids.list.push(dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => mark }.into());
            }
        }
    }
    for annotation in refers.annotations {
        let Some(kids) = kids.get_mut(annotation.element.0) else { continue };
        let page = refers.page_ids[annotation.page];
        kids.list.push(dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => annotation.id }.into());
    }
    for (element, kids) in structure.elements.iter().zip(&mut kids) {
        kids.list.extend(element.children.iter().filter_map(|child| ids.get(child.0)).map(|&id| id.into()));
    }
    kids
}

fn dictionary_of(element: &Element, parent: ObjectId, kids: Kids, refers: &Refers) -> Dictionary {
    let mut dictionary = dictionary! { "S" => element.tag.name(), "P" => parent };
    if let Some(page) = kids.page {
        dictionary.set("Pg", refers.page_ids[page]);
    }
    let mut list = kids.list;
    match list.len() {
        0 => {}
        1 => dictionary.set("K", list.remove(0)),
        _ => dictionary.set("K", list),
    }
    let texts = [("Alt", &element.alt), ("T", &element.title), ("ID", &element.identifier)];
    for (key, value) in texts {
        if let Some(value) = value {
            dictionary.set(key, text(value));
        }
    }
    if let Some(lang) = element.lang {
        dictionary.set("Lang", text(lang.tag()));
    }
    if let Some(attributes) = attributes(element, refers.pages) {
        dictionary.set("A", attributes);
    }
    dictionary
}

fn attributes(element: &Element, pages: &[Page]) -> Option<Dictionary> {
    let mut table = dictionary! { "O" => "Table" };
    match element.tag {
        Tag::List { by } => {
            let numbering = match by {
                None => "Disc",
                Some(Numerals::Digits) => "Decimal",
                Some(Numerals::Letters) => "LowerAlpha",
                Some(Numerals::Capitals) => "UpperAlpha",
                Some(Numerals::Roman) => "LowerRoman",
                Some(Numerals::RomanCapitals) => "UpperRoman",
            };
            return Some(dictionary! { "O" => "List", "ListNumbering" => numbering });
        }
        Tag::Figure => {
            let (page, Rect { x, y, width, height }) = element.bounds?;
            let up = pages.get(page)?.height;
            let corners = [x, up - y - height, x + width, up - y].map(number);
            return Some(dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners.to_vec() });
        }
        Tag::HeaderCell { of_row } => table.set("Scope", if of_row { "Row" } else { "Column" }),
        Tag::Cell => {}
        _ => return None,
    }
    let (columns, rows) = element.spans;
    for (key, count) in [("ColSpan", columns), ("RowSpan", rows)] {
        if count > 1 {
            table.set(key, i64::from(count));
        }
    }
    (table.len() > 1).then_some(table)
}

/// Returns the way back: for each page the elements of its pieces, for each annotation its element.
fn parents(document: &mut Document, refers: &Refers, ids: &[ObjectId]) -> ObjectId {
    let mut numbers = Vec::new();
    let of = |owner: &ElementId| ids.get(owner.0).copied();
    for (page, owners) in refers.marks.iter().enumerate() {
        let owners = document.add_object(references(owners.iter().filter_map(of)));
        numbers.extend([Object::Integer(page as i64), owners.into()]);
    }
    for (number, annotation) in (refers.pages.len()..).zip(refers.annotations) {
        if let Some(element) = of(&annotation.element) {
            numbers.extend([Object::Integer(number as i64), element.into()]);
        }
    }
    document.add_object(dictionary! { "Nums" => numbers })
}

fn identifiers(structure: &Structure, ids: &[ObjectId]) -> Option<Dictionary> {
    let mut named: Vec<(&str, ObjectId)> = structure
        .elements
        .iter()
        .zip(ids)
        .filter_map(|(element, &id)| Some((element.identifier.as_deref()?, id)))
        .collect();
    named.sort_unstable();
    let names: Vec<Object> = named.into_iter().flat_map(|(name, id)| [text(name), id.into()]).collect();
    (!names.is_empty()).then(|| dictionary! { "Names" => names })
}

impl Tag {
    /// Returns the tag's name in PDF 1.7.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Div => "Div",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3) => "H3",
            Self::Heading(4) => "H4",
            Self::Heading(5) => "H5",
            Self::Heading(_) => "H6",
            Self::Paragraph => "P",
            Self::Span => "Span",
            Self::Link => "Link",
            Self::Note => "Note",
            Self::Reference => "Reference",
            Self::List { .. } => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::TableRow => "TR",
            Self::HeaderCell { .. } => "TH",
            Self::Cell => "TD",
            Self::Caption => "Caption",
            Self::Figure => "Figure",
            Self::Form => "Form",
            Self::BlockQuote => "BlockQuote",
            Self::Code => "Code",
            Self::Contents => "TOC",
            Self::ContentsItem => "TOCI",
        }
    }
}
