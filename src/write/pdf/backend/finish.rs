//! What printpdf leaves out. In: printed pages. Out: the whole file's objects, with our fonts, pictures,
//! tags, links, outline and metadata.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::objects::{name, text};
use super::printed::Printed;
use super::tags::{self, Refers};
use super::{Meta, fields, fonts, links, metadata, outline, pictures};
use crate::write::pdf::display::Pages;

/// Returns the whole file as objects; its information dictionary and catalogue stand in the trailer.
pub(super) fn finish(pages: &Pages, meta: &Meta, printed: Printed) -> Document {
    let Printed { mut document, page_ids, marks, faces } = printed;

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

    let mut annotations = links::add(&mut document, pages, &page_ids);
    let fields = fields::add(&mut document, pages, &page_ids, annotations.len());
    let form = fields::form(&mut document, &fields);
    annotations.extend(fields);
    let mut on_page: Vec<Vec<Object>> = vec![Vec::new(); page_ids.len()];
    annotations.iter().for_each(|own| on_page[own.page].push(Object::Reference(own.id)));
    for (index, (&id, own)) in page_ids.iter().zip(on_page).enumerate() {
        dress_page(&mut document, id, index, resources, own);
    }

    let refers =
        Refers { pages: &pages.pages, page_ids: &page_ids, marks: &marks, annotations: &annotations };
    let root = tags::add(&mut document, &pages.structure, &refers);
    let outline = outline::add(&mut document, pages, &page_ids);
    catalogue(&mut document, meta, root, outline);
    if let (Some(form), Ok(catalogue)) = (form, document.catalog_mut()) {
        catalogue.set("AcroForm", form);
    }
    document
}

fn dress_page(document: &mut Document, id: ObjectId, index: usize, resources: ObjectId, links: Vec<Object>) {
    let Ok(page) = document.get_dictionary_mut(id) else { return };
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
    if let Some(outline) = outline {
        catalogue.set("Outlines", outline);
        catalogue.set("PageMode", name("UseOutlines"));
    }
}
