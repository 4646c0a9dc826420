//! Places to click. In: a page's links. Out: annotations that say aloud where they lead.

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary};

use super::objects::{number, text};
use crate::write::pdf::display::{Link, Page, Pages, Rect, Spot, Target};
use crate::write::pdf::structure::ElementId;

/// A link in the file.
pub(super) struct Annotation {
    /// Its object.
    pub(super) id: ObjectId,
    /// Its page, counted from 0.
    pub(super) page: usize,
    /// Its element.
    pub(super) element: ElementId,
}

/// Adds the annotations of all pages, in order; the nth stands in the parent tree after the pages.
pub(super) fn add(document: &mut Document, pages: &Pages, page_ids: &[ObjectId]) -> Vec<Annotation> {
    let mut annotations = Vec::new();
    for (page, laid) in pages.pages.iter().enumerate() {
        for link in &laid.links {
            let parent = pages.pages.len() + annotations.len();
            let Some(object) = object(link, laid, parent, pages, page_ids) else { continue };
            let id = document.add_object(object);
            annotations.push(Annotation { id, page, element: link.element });
        }
    }
    annotations
}

fn object(link: &Link, page: &Page, parent: usize, pages: &Pages, page_ids: &[ObjectId]) -> Option<Object> {
    let whole = link.areas.iter().copied().reduce(union)?;
    let action = match &link.target {
        Target::Uri(address) => {
            let address = Object::String(ascii(address).into_bytes(), StringFormat::Literal);
            ("A", dictionary! { "S" => "URI", "URI" => address }.into())
        }
        Target::Spot(spot) => ("Dest", destination(*spot, pages, page_ids)?),
    };
    let edges = |Rect { x, y, width, height }| (x, x + width, page.height - y, page.height - y - height);
    let (left, right, top, bottom) = edges(whole);
    // Upper left, upper right, lower left, lower right: the order that viewers follow, whatever the norm says.
    let corners = link.areas.iter().flat_map(|&area| {
        let (left, right, top, bottom) = edges(area);
        [left, top, right, top, left, bottom, right, bottom].map(number)
    });
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => [left, bottom, right, top].map(number).to_vec(),
        "QuadPoints" => corners.collect::<Vec<_>>(),
        "Border" => vec![Object::Integer(0); 3],
        // Printed with the page.
        "F" => 4,
        "Contents" => text(&link.contents),
        "StructParent" => parent as i64,
    };
    annotation.set(action.0, action.1);
    Some(annotation.into())
}

fn union(one: Rect, other: Rect) -> Rect {
    let (x, y) = (one.x.min(other.x), one.y.min(other.y));
    let right = (one.x + one.width).max(other.x + other.width);
    let bottom = (one.y + one.height).max(other.y + other.height);
    Rect { x, y, width: right - x, height: bottom - y }
}

/// Returns a spot as the file names it; `None` for a page that is not there.
pub(super) fn destination(spot: Spot, pages: &Pages, page_ids: &[ObjectId]) -> Option<Object> {
    let (page, id) = (pages.pages.get(spot.page)?, page_ids.get(spot.page)?);
    let height = number(page.height - spot.y as f32);
    Some(Object::Array(vec![(*id).into(), "XYZ".into(), Object::Null, height, Object::Null]))
}

/// Returns an address in the letters that PDF allows: others as the bytes of their UTF-8, in per cent.
fn ascii(address: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'!'..=b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    address.bytes().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_to_ascii() {
        assert_eq!(ascii("https://szydłowiec.pl/a b?x=1%20"), "https://szyd%C5%82owiec.pl/a%20b?x=1%20");
    }
}
