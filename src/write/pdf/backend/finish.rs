//! What printpdf leaves out. In: drawn pages. Out: printpdf's object tree with our fonts, pictures, tags,
//! links, outline and metadata.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use printpdf::{PdfDocument, PdfSaveOptions};

use super::content::Drawn;
use super::objects::{name, text};
use super::tags::{self, Refers};
use super::{Meta, fonts, links, metadata, outline, pictures};
use crate::write::pdf::display::Pages;

/// Returns the whole file as objects; its information dictionary and catalogue stand in the trailer.
pub(super) fn finish(pages: &Pages, meta: &Meta, drawn: Drawn) -> Document {
    let Drawn { pages: operators, marks, faces } = drawn;
    let mut document = serialised(operators);
    let page_ids: Vec<ObjectId> = document.page_iter().collect();
    keep_pages(&mut document, &page_ids);

    let mut font_names = Dictionary::new();
    for (index, codes) in faces.0.iter().enumerate().filter(|(_, codes)| !codes.entries.is_empty()) {
        font_names.set(format!("F{index}"), fonts::add(&mut document, codes));
    }
    let mut picture_names = Dictionary::new();
    for (index, picture) in pages.pictures.iter().enumerate() {
        if let Some(id) = pictures::add(&mut document, picture) {
            picture_names.set(format!("P{index}"), id);
        }
    }
    let resources = document.add_object(dictionary! { "Font" => font_names, "XObject" => picture_names });

    let annotations = links::add(&mut document, pages, &page_ids);
    let mut on_page = annotations.iter().peekable();
    for (index, &id) in page_ids.iter().enumerate() {
        let mut own = Vec::new();
        while let Some(annotation) = on_page.next_if(|annotation| annotation.page == index) {
            own.push(Object::Reference(annotation.id));
        }
        dress_page(&mut document, id, index, resources, own);
    }

    let refers =
        Refers { pages: &pages.pages, page_ids: &page_ids, marks: &marks, annotations: &annotations };
    let root = tags::add(&mut document, &pages.structure, &refers);
    let outline = outline::add(&mut document, pages, &page_ids);
    catalogue(&mut document, meta, root, outline);
    document
}

fn serialised(pages: Vec<printpdf::PdfPage>) -> Document {
    let mut printed = PdfDocument::new("");
    printed.with_pages(pages);
    // `secure` would drop the operators that printpdf has no name for; all of them are ours.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    printed.to_lopdf_document(&options, &mut Vec::new())
}

/// Drops everything but the pages and their content: printpdf's resources and metadata are replaced.
fn keep_pages(document: &mut Document, page_ids: &[ObjectId]) {
    let mut keep: BTreeSet<ObjectId> = page_ids.iter().copied().collect();
    for id in page_ids {
        let Ok(page) = document.get_dictionary(*id) else { continue };
        keep.extend(
            ["Contents", "Parent"]
                .iter()
                .filter_map(|key| page.get(key.as_bytes()).ok()?.as_reference().ok()),
        );
    }
    keep.extend(document.trailer.get(b"Root").and_then(Object::as_reference).ok());
    if let Ok(pages) = document.catalog().and_then(|root| root.get(b"Pages")).and_then(Object::as_reference) {
        keep.insert(pages);
    }
    document.objects.retain(|id, _| keep.contains(id));
}

fn dress_page(document: &mut Document, id: ObjectId, index: usize, resources: ObjectId, links: Vec<Object>) {
    let Ok(page) = document.get_dictionary_mut(id) else { return };
    for same_as_media_box in ["TrimBox", "CropBox", "Annots"] {
        page.remove(same_as_media_box.as_bytes());
    }
    page.set("Resources", resources);
    page.set("StructParents", index as i64);
    // The order of the structure tree, for whoever goes from link to link by keyboard.
    page.set("Tabs", "S");
    if !links.is_empty() {
        page.set("Annots", links);
    }
}

fn catalogue(document: &mut Document, meta: &Meta, root: ObjectId, outline: Option<ObjectId>) {
    let xmp = metadata::xmp(document, meta);
    let intent = metadata::output_intent(document);
    let info = document.add_object(metadata::info(meta));
    document.trailer.set("Info", info);
    let Ok(catalogue) = document.catalog_mut() else { return };
    catalogue.set("Metadata", xmp);
    catalogue.set("OutputIntents", intent);
    catalogue.set("StructTreeRoot", root);
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    catalogue.set("Lang", text(meta.lang.tag()));
    catalogue.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalogue.remove(b"PageLayout");
    if let Some(outline) = outline {
        catalogue.set("Outlines", outline);
        catalogue.set("PageMode", name("UseOutlines"));
    }
}
