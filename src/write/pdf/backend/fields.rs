//! Places for electronic signatures. In: a page's fields. Out: empty signature fields that are seen, printed and read aloud.
//!
//! Each has an appearance of its own that shows nothing, for a file of PDF/A takes none from a viewer; whoever signs brings
//! another one.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary};

use super::links::Annotation;
use super::objects::{number, references, stream, text};
use crate::write::pdf::display::{Field, Page, Pages, Rect};

/// Adds the fields of all pages, in order; the nth stands in the parent tree behind the pages and `before` others.
pub(super) fn add(
    document: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
    before: usize,
) -> Vec<Annotation> {
    let mut seen = BTreeMap::new();
    let mut annotations: Vec<Annotation> = Vec::new();
    for (page, laid) in pages.pages.iter().enumerate() {
        for field in &laid.fields {
            let parent = pages.pages.len() + before + annotations.len();
            let name = name(&field.name, &mut seen);
            let id = object(document, field, laid, (page_ids[page], parent, &name));
            annotations.push(Annotation { id, page, element: field.element });
        }
    }
    annotations
}

/// Returns the entry of the catalogue that lists the fields; `None` without any.
pub(super) fn form(document: &mut Document, fields: &[Annotation]) -> Option<ObjectId> {
    /// Says that there are fields for signatures.
    const SIGNATURES: i64 = 1;
    let all = references(fields.iter().map(|field| field.id));
    (!fields.is_empty())
        .then(|| document.add_object(dictionary! { "Fields" => all, "SigFlags" => SIGNATURES }))
}

fn object(
    document: &mut Document,
    field: &Field,
    page: &Page,
    (page_id, parent, name): (ObjectId, usize, &str),
) -> ObjectId {
    let Rect { x, y, width, height } = field.area;
    let edges = [x, page.height - y - height, x + width, page.height - y];
    let empty = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => [0.0, 0.0, width, height].map(number).to_vec(),
        "Resources" => dictionary! {},
    };
    let appearance = document.add_object(stream(empty, Vec::new()));
    document.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text(name),
        // Read aloud in place of the name.
        "TU" => text(&field.says),
        "Rect" => edges.map(number).to_vec(),
        "P" => page_id,
        // Printed with the page.
        "F" => 4,
        "AP" => dictionary! { "N" => Object::Reference(appearance) },
        "StructParent" => parent as i64,
    })
}

/// Returns the name of a field: a point would part it in two, and each stands once.
fn name(words: &str, seen: &mut BTreeMap<String, usize>) -> String {
    let bare: String = words.replace('.', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let count = seen.entry(bare.clone()).or_default();
    *count += 1;
    if *count == 1 { bare } else { format!("{bare} ({count})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_stands_once_and_is_not_parted() {
        let mut seen = BTreeMap::new();
        let names = ["Zakład sp. z o.o., Jan Kos", "Gmina", "Gmina"].map(|words| name(words, &mut seen));
        assert_eq!(names, ["Zakład sp z o o , Jan Kos", "Gmina", "Gmina (2)"]);
    }
}
