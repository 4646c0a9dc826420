//! Pages as printpdf writes them. In: pages. Out: their objects in a document of ours, and what the rest
//! of the file needs to know of them.
//!
//! A page's operators take two hundred times the room of its bytes, so a few pages at a time go through
//! printpdf, and a document of a thousand pages needs no more memory for them than one of ten.

use lopdf::{Document, Object, ObjectId, dictionary};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions};

use super::codes::Faces;
use super::file::Deflater;
use super::page;
use crate::write::pdf::display::Pages;
use crate::write::pdf::structure::ElementId;

/// How many pages go through printpdf at once.
const TOGETHER: usize = 8;

/// Printed pages.
pub(super) struct Printed<'a> {
    /// The objects: catalogue, page tree, pages and their contents.
    pub(super) document: Document,
    /// The pages, in order.
    pub(super) page_ids: Vec<ObjectId>,
    /// The owner of each marked piece, by page and number.
    pub(super) marks: Vec<Vec<ElementId>>,
    /// The faces with the codes in use.
    pub(super) faces: Faces<'a>,
}

/// Draws and prints all pages.
pub(super) fn print<'a>(pages: &'a Pages, deflater: &mut Deflater) -> Printed<'a> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let mut printed = Printed {
        document,
        page_ids: Vec::with_capacity(pages.pages.len()),
        marks: Vec::with_capacity(pages.pages.len()),
        faces: Faces::new(&pages.faces),
    };
    for group in pages.pages.chunks(TOGETHER) {
        let mut drawn = Vec::with_capacity(group.len());
        for page in group {
            let (page, marks) = page::draw(page, &pages.structure, &mut printed.faces);
            drawn.push(page);
            printed.marks.push(marks);
        }
        printed.take(serialised(drawn), tree, deflater);
    }
    let Printed { document, page_ids, .. } = &mut printed;
    let kids = page_ids.iter().copied().map(Object::Reference).collect::<Vec<_>>();
    let count = kids.len() as i64;
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalogue);
    printed
}

fn serialised(pages: Vec<PdfPage>) -> Document {
    let mut printed = PdfDocument::new("");
    printed.with_pages(pages);
    // `secure` would drop the operators that printpdf has no name for; all of them are ours.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    printed.to_lopdf_document(&options, &mut Vec::new())
}

impl Printed<'_> {
    /// Takes the pages and their contents over from a document of printpdf; the rest of it is not needed.
    fn take(&mut self, mut from: Document, tree: ObjectId, deflater: &mut Deflater) {
        let ids: Vec<ObjectId> = from.page_iter().collect();
        for id in ids {
            let Some(Object::Dictionary(page)) = from.objects.remove(&id) else { continue };
            let contents = page.get(b"Contents").and_then(Object::as_reference).ok();
            let Some(Object::Stream(contents)) = contents.and_then(|id| from.objects.remove(&id)) else {
                continue;
            };
            let contents = self.document.add_object(deflater.stream(contents));
            let mut own = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => contents };
            if let Ok(area) = page.get(b"MediaBox") {
                own.set("MediaBox", area.clone());
            }
            self.page_ids.push(self.document.add_object(own));
        }
    }
}
