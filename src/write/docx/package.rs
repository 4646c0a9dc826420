//! The package. In: the parts of a paper. Out: `Parts`, packed as a ZIP, the same bytes each time.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Writer;
use super::properties;
use super::relations::{KINDS, Relations};
use super::xml::{DECLARATION, NAMESPACES};

/// How hard a part is squeezed.
const EFFORT: i64 = 6;

/// The parts of a file by their names, in the order in which they are packed.
#[derive(Clone, Debug, Default)]
pub struct Parts(pub Vec<(String, Vec<u8>)>);

impl Parts {
    /// Returns a part's text; nothing where there is no such part.
    pub fn text(&self, name: &str) -> Option<&str> {
        let (_, bytes) = self.0.iter().find(|(known, _)| known == name)?;
        std::str::from_utf8(bytes).ok()
    }

    /// Adds a part of XML that editors keep and nobody sees: what the file says of itself to the program that made it.
    pub fn add_data(&mut self, data: String) {
        let own = |kind: &str| format!("application/vnd.openxmlformats-officedocument.{kind}+xml");
        self.declare(&format!(
            "<Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"{}\"/>",
            own("customXmlProperties")
        ));
        self.relate(&format!(
            "<Relationship Id=\"rIdData\" Type=\"{KINDS}/customXml\" Target=\"../customXml/item1.xml\"/>"
        ));
        let relation = Relations::default().part(&[("rId1", "customXmlProps", "itemProps1.xml")]);
        let properties = format!(
            "{DECLARATION}<ds:datastoreItem \
             xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" \
             ds:itemID=\"{{50414B54-0000-4000-8000-000000000001}}\"><ds:schemaRefs/></ds:datastoreItem>"
        );
        for (name, part) in [
            ("customXml/item1.xml", data),
            ("customXml/_rels/item1.xml.rels", relation),
            ("customXml/itemProps1.xml", properties),
        ] {
            self.0.push((name.to_owned(), part.into_bytes()));
        }
    }

    /// Says of what kind a part is.
    pub(super) fn declare(&mut self, kind: &str) {
        self.insert("[Content_Types].xml", kind);
    }

    /// Says of what form the files of an ending are, unless that is said already.
    pub(super) fn declare_form(&mut self, ending: &str, kind: &str) {
        let form = format!("<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>");
        if !self.text("[Content_Types].xml").is_some_and(|types| types.contains(&form)) {
            self.declare(&form);
        }
    }

    /// Adds a relation of the body.
    pub(super) fn relate(&mut self, relation: &str) {
        self.insert("word/_rels/document.xml.rels", relation);
    }

    /// Puts markup before the end of a part's root.
    fn insert(&mut self, name: &str, markup: &str) {
        let part = self.0.iter_mut().find(|(known, _)| known == name);
        if let Some((_, bytes)) = part
            && let Some(at) = bytes.windows(2).rposition(|pair| pair == b"</")
        {
            bytes.splice(at..at, markup.bytes());
        }
    }

    /// Packs them, all under the first day that a ZIP can say.
    pub fn packed(&self) -> Vec<u8> {
        zipped(&self.0).expect("memory takes whatever is written to it")
    }
}

/// Returns the parts of a paper whose body and notes are written.
pub(super) fn parts(writer: &Writer<'_>, body: &str, notes: &str) -> Parts {
    let document = writer.document;
    let has_notes = !document.notes.is_empty();
    let wide = writer.is_ever_sideways;
    let main = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |name: &str, part: String| parts.push((name.to_owned(), part.into_bytes()));
    add("[Content_Types].xml", types(writer, has_notes, wide));
    add(
        "_rels/.rels",
        Relations::default().part(&[
            ("rId1", "officeDocument", "word/document.xml"),
            (
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            ("rId3", "extended-properties", "docProps/app.xml"),
        ]),
    );
    add("docProps/core.xml", properties::core(document));
    add("docProps/app.xml", properties::app());
    add("word/document.xml", main);
    let mut fixed = vec![
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdTheme", "theme", "theme/theme1.xml"),
        ("rIdHead", "header", "header1.xml"),
        ("rIdFoot", "footer", "footer1.xml"),
    ];
    fixed.extend(wide.then_some(("rIdFootWide", "footer", "footer2.xml")));
    fixed.extend(has_notes.then_some(("rIdNotes", "footnotes", "footnotes.xml")));
    add("word/_rels/document.xml.rels", writer.relations[0].part(&fixed));
    add("word/styles.xml", writer.styles());
    add("word/numbering.xml", writer.numbers.part());
    add("word/settings.xml", properties::settings(document.lang, has_notes, writer.style.brand.as_deref()));
    add("word/fontTable.xml", properties::fonts(&writer.style.family));
    add("word/theme/theme1.xml", super::theme::theme(writer.style));
    add("word/header1.xml", writer.header());
    add("word/footer1.xml", writer.footer(false));
    if wide {
        add("word/footer2.xml", writer.footer(true));
    }
    if has_notes {
        add("word/footnotes.xml", notes.to_owned());
        if !writer.relations[1].is_empty() {
            add("word/_rels/footnotes.xml.rels", writer.relations[1].part(&[]));
        }
    }
    parts.extend(writer.media.iter().map(|(name, bytes)| (format!("word/media/{name}"), bytes.clone())));
    let mut parts = Parts(parts);
    writer.dress(&mut parts);
    parts
}

fn types(writer: &Writer<'_>, has_notes: bool, wide: bool) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    );
    let has = |ending: &str| writer.media.iter().any(|(name, _)| name.ends_with(ending));
    let kinds = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml", true),
        ("xml", "application/xml", true),
        ("png", "image/png", has(".png")),
        ("jpeg", "image/jpeg", has(".jpeg")),
        ("svg", "image/svg+xml", has(".svg")),
    ];
    for (ending, kind, _) in kinds.into_iter().filter(|(_, _, is_there)| *is_there) {
        out += &format!("<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>");
    }
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let parts = [
        ("document", "document.main", true),
        ("styles", "styles", true),
        ("numbering", "numbering", true),
        ("settings", "settings", true),
        ("fontTable", "fontTable", true),
        ("header1", "header", true),
        ("footer1", "footer", true),
        ("footer2", "footer", wide),
        ("footnotes", "footnotes", has_notes),
    ];
    for (name, kind, _) in parts.into_iter().filter(|(_, _, is_there)| *is_there) {
        out += &format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{word}.{kind}+xml\"/>");
    }
    out + "<Override PartName=\"/word/theme/theme1.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>\
        <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
        <Override PartName=\"/docProps/app.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, std::io::Error> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let is_small = name.ends_with(".png") || name.ends_with(".jpeg");
        let way = if is_small { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let level = (!is_small).then_some(EFFORT);
        let options = SimpleFileOptions::default()
            .compression_method(way)
            .compression_level(level)
            .last_modified_time(DateTime::DEFAULT);
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
